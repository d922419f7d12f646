"""Reading the kinds of contribution as this file calls them."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.kind_rules import USUAL, KindBook, KindSpec
from workbench.models.contributions import Contribution, KindWording, OwnKind


def kind_book(connection: Connection) -> KindBook:
    """Return every kind: the nine as they are worded here, then the facilitator's own."""
    wordings = {row.kind: row for row in connection.scalars(select(KindWording))}
    nine = [_worded(spec, wordings.get(spec.counts_as)) for spec in USUAL.kinds]
    own = connection.scalars(select(OwnKind).order_by(OwnKind.position, OwnKind.id))
    return KindBook(
        (
            *nine,
            *(
                KindSpec(row.name, row.letter, row.counts_as, True, row.id, row.hidden)
                for row in own
            ),
        )
    )


def kinds_in_use(connection: Connection) -> frozenset[int]:
    """Return the own kinds that something was logged as, in any community."""
    rows = connection.scalars(
        select(Contribution.own_kind_id).where(Contribution.own_kind_id.is_not(None)).distinct()
    )
    return frozenset(number for number in rows if number is not None)


def _worded(spec: KindSpec, row: KindWording | None) -> KindSpec:
    if row is None:
        return spec
    return KindSpec(row.name or spec.name, row.letter, spec.counts_as, hidden=row.hidden)
