"""Freezing linked changes and growth: worked out once, at a close, beside all shown before."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models.surveys import FrozenChange, FrozenGrowth
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.frozen import seal
from workbench.surveys.growth import GrowthWave, growth_of
from workbench.surveys.ledger_queries import cuts_shown, linked_cuts, scored_sheets
from workbench.surveys.linked_change import LinkedWave, linked_change
from workbench.surveys.linking import matched
from workbench.surveys.queries import WaveResult, wave_results, wave_row
from workbench.surveys.scoring import score


def freeze_changes(session: Session, wave_id: int) -> None:
    """Freeze the linked changes between a wave that has just closed and the others of its kind.

    The nearest wave in time comes first, as each change shown leaves less that may be shown beside.
    """
    own_row = wave_row(session, wave_id)
    results = wave_results(session, own_row.community_id, own_row.instrument_key)
    shown = {one.wave.id: one for one in results if not one.figures.suppressed}
    own = shown.get(wave_id)
    if own is None or not any(sheet.link for sheet in _sheets(session, own)):
        return
    others = [
        one
        for one in shown.values()
        if one is not own and one.figures.version == own.figures.version
    ]
    for other in sorted(others, key=lambda one: abs(_closed(one) - _closed(own))):
        earlier, later = sorted((own, other), key=_closed)
        _freeze(session, earlier, later, shown)
    _freeze_growth(session, own, shown)


def _freeze(
    session: Session, earlier: WaveResult, later: WaveResult, shown: dict[int, WaveResult]
) -> None:
    minimum = max(earlier.figures.minimum_group, later.figures.minimum_group)
    sides = [_wave(session, one, shown) for one in (earlier, later)]
    found = linked_change(sides[0], sides[1], minimum)
    if found is None:
        return
    text, digest = seal(found)
    numbers = {"earlier_id": earlier.wave.id, "later_id": later.wave.id}
    session.add(FrozenChange(**numbers, figures=text, sha256=digest))
    session.flush()


def _freeze_growth(session: Session, own: WaveResult, shown: dict[int, WaveResult]) -> None:
    """Freeze how the people of the changes just frozen moved, where they are the same in each."""
    if not _read_alone(own):
        return
    changed = session.scalars(
        select(FrozenChange.earlier_id).where(FrozenChange.later_id == own.wave.id)
    )
    earlier = [shown[number] for number in changed if _read_alone(shown[number])]
    scores = dict(enumerate(_scores(own, _sheets(session, own))))
    found = growth_of([_linked_scores(session, one, own) for one in earlier], scores, _closed(own))
    if found is not None:
        text, digest = seal(found)
        session.add(FrozenGrowth(wave_id=own.wave.id, figures=text, sha256=digest))
        session.flush()


def _read_alone(result: WaveResult) -> bool:
    """Whether a wave shows its spread, which growth tells of, and no item of it is in question."""
    return result.figures.sd is not None and not result.open_alarms


def _linked_scores(session: Session, one: WaveResult, own: WaveResult) -> GrowthWave:
    sheets, others = _sheets(session, one), _sheets(session, own)
    links = [tuple(sheet.link for sheet in side) for side in (sheets, others)]
    scores = _scores(one, sheets)
    pairs = matched(*links).pairs
    return GrowthWave(one.wave.id, _closed(one), {later: scores[at] for at, later in pairs})


def _scores(result: WaveResult, sheets: Sequence[AnswerSheet]) -> tuple[float, ...]:
    return tuple(score(result.instrument, sheet.codes) or 0.0 for sheet in sheets)


def _wave(session: Session, result: WaveResult, shown: dict[int, WaveResult]) -> LinkedWave:
    """Return a wave with all cuts of it that are shown, those of linked changes among them."""
    sheets = _sheets(session, result)
    cuts = cuts_shown(result.instrument, sheets, result.figures).values()
    scored = {number: _sheets(session, one) for number, one in shown.items()}
    linked = linked_cuts(session, scored)[result.wave.id]
    scores = _scores(result, sheets)
    return LinkedWave(scores, tuple(sheet.link for sheet in sheets), (*cuts, *linked))


def _sheets(session: Session, result: WaveResult) -> list[AnswerSheet]:
    return scored_sheets(result.instrument, stored_sheets(session, result.wave.id))


def _closed(result: WaveResult) -> date:
    return result.wave.closed_on or date.min
