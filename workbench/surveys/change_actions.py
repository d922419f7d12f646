"""Freezing linked changes: worked out once, at a close, beside all that was shown before."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.models.surveys import FrozenChange
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.frozen import seal
from workbench.surveys.ledger import Cut
from workbench.surveys.ledger_queries import cuts_shown, scored_sheets
from workbench.surveys.linked_change import LinkedWave, linked_change, linked_people
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
    linked = _linked_cuts(session, result, shown)
    scores = tuple(score(result.instrument, sheet.codes) or 0.0 for sheet in sheets)
    return LinkedWave(scores, tuple(sheet.link for sheet in sheets), (*cuts, *linked))


def _linked_cuts(session: Session, result: WaveResult, shown: dict[int, WaveResult]) -> list[Cut]:
    """Return the people of a wave in each linked change that is frozen already."""
    own = result.wave.id
    frozen = session.execute(
        select(FrozenChange.earlier_id, FrozenChange.later_id).where(
            or_(FrozenChange.earlier_id == own, FrozenChange.later_id == own)
        )
    )
    cuts = []
    for earlier, later in frozen:
        links = [
            LinkedWave((), tuple(sheet.link for sheet in _sheets(session, shown[number])), ())
            for number in (earlier, later)
        ]
        cuts.append(linked_people(links[0], links[1])[0 if own == earlier else 1])
    return cuts


def _sheets(session: Session, result: WaveResult) -> list[AnswerSheet]:
    return scored_sheets(result.instrument, stored_sheets(session, result.wave.id))


def _closed(result: WaveResult) -> date:
    return result.wave.closed_on or date.min
