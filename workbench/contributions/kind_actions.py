"""Writing how the kinds of contribution are called here; all of them in one undo step."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update

from workbench.communities.queries import there
from workbench.contributions.kind_queries import kind_book, kinds_in_use
from workbench.contributions.kind_rules import USUAL, KindSpec, checked_kinds
from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind
from workbench.models.contributions import Contribution, KindWording, OwnKind
from workbench.storage.unit_of_work import Work, action


@action("Change kinds of contribution", "contributions")
def change_kinds(work: Work, wanted: Sequence[KindSpec]) -> None:
    """Let these be the kinds; own ones left out go, unless something was logged as one of them.

    Raises BadInput with the place in `field`, NotFound for an own kind that is not there.
    """
    checked = checked_kinds(wanted)
    _drop(work, {spec.own_id for spec in checked if spec.own_id is not None})
    for spec in checked:
        if not spec.own:
            _reword(work, spec)
    _park_names(work)
    own = [spec for spec in checked if spec.own]
    for place, spec in enumerate(own):
        _write_own(work, place, spec)


def _drop(work: Work, stays: set[int]) -> None:
    goes = [s for s in kind_book(work.session).kinds if s.own_id and s.own_id not in stays]
    used = kinds_in_use(work.session)
    for spec in goes:
        if spec.own_id in used:
            many = work.session.scalar(
                select(func.count()).where(Contribution.own_kind_id == spec.own_id)
            )
            raise BadInput(
                f"{spec.name} cannot go: {many:,} logged as it." if many else "It is in use.",
                "Hide it instead; what was logged keeps its name.",
            )
    work.session.execute(delete(OwnKind).where(OwnKind.id.in_([spec.own_id for spec in goes])))


def _reword(work: Work, spec: KindSpec) -> None:
    usual = USUAL.of(spec.counts_as)
    row = work.session.get(KindWording, spec.counts_as)
    if (spec.name, spec.letter, spec.hidden) == (usual.name, usual.letter, usual.hidden):
        if row is not None:
            work.session.delete(row)
        return
    if row is None:
        row = KindWording(kind=spec.counts_as)
        work.session.add(row)
    row.name = "" if spec.name == usual.name else spec.name
    row.letter, row.hidden = spec.letter, spec.hidden


def _park_names(work: Work) -> None:
    """Free the names first, so that two kinds may swap theirs."""
    for row in work.session.scalars(select(OwnKind)):
        row.folded_name = f"={row.id}"
    work.session.flush()


def _write_own(work: Work, place: int, spec: KindSpec) -> None:
    if spec.own_id is None:
        row = OwnKind()
        work.session.add(row)
    else:
        row = there(work.session, OwnKind, spec.own_id, "kind")
        if row.counts_as is not spec.counts_as:
            _count_anew(work, row.id, spec.counts_as)
    row.name, row.folded_name, row.letter = spec.name, fold(spec.name), spec.letter
    row.counts_as, row.position, row.hidden = spec.counts_as, place, spec.hidden
    work.session.flush()


def _count_anew(work: Work, own_id: int, kind: ContributionKind) -> None:
    """Let what was logged as an own kind count as another of the nine."""
    values: dict[str, object] = {"kind": kind}
    if kind is not ContributionKind.QUESTION:
        values["answered_on"] = None
    work.session.execute(
        update(Contribution).where(Contribution.own_kind_id == own_id).values(values)
    )
