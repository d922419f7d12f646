"""Freezing linked changes: worked out once, at a close, beside all that was shown before."""

from datetime import date

from sqlalchemy.orm import Session

from workbench.models.surveys import FrozenChange
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.frozen import seal
from workbench.surveys.ledger_queries import cuts_shown, linked_cuts, scored_sheets
from workbench.surveys.linked_change import LinkedWave, linked_change
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


def _wave(session: Session, result: WaveResult, shown: dict[int, WaveResult]) -> LinkedWave:
    """Return a wave with all cuts of it that are shown, those of linked changes among them."""
    sheets = _sheets(session, result)
    cuts = cuts_shown(result.instrument, sheets, result.figures).values()
    scored = {number: _sheets(session, one) for number, one in shown.items()}
    linked = linked_cuts(session, scored)[result.wave.id]
    scores = tuple(score(result.instrument, sheet.codes) or 0.0 for sheet in sheets)
    return LinkedWave(scores, tuple(sheet.link for sheet in sheets), (*cuts, *linked))


def _sheets(session: Session, result: WaveResult) -> list[AnswerSheet]:
    return scored_sheets(result.instrument, stored_sheets(session, result.wave.id))


def _closed(result: WaveResult) -> date:
    return result.wave.closed_on or date.min
