"""The ledger of what was shown: checked before a wave is frozen, added to once it is.

A wave whose figures would tell of a few people beside those shown before is refused; where only its
departments or parts would, it is frozen without them. What the ledger keeps outlives the wave.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

import msgspec
from sqlalchemy import insert
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold
from workbench.models.surveys import ReleasedCut
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.figures import GroupFigures, WaveFigures
from workbench.surveys.gone_waves import Again, Gone, chain_tells_of_gone, tells_of_gone
from workbench.surveys.instruments import Instrument
from workbench.surveys.ledger import Cut, TooMuchToTry
from workbench.surveys.ledger_queries import (
    ATTENDED,
    COMPLETE,
    DEPARTMENT,
    VARIED,
    WHOLE,
    ReleasedDefinition,
    ReleasedSums,
    as_shown,
    cuts_shown,
    gone_before,
    scored_sheets,
    shown_before,
)
from workbench.surveys.queries import WaveRow
from workbench.surveys.same_people import found_out_beside
from workbench.surveys.shown_waves import Shown

_UNITED = "departments together"
_MOST_UNITED = 8
_BESIDE = "it could be worked out beside figures shown before"


def checked_beside_others(
    session: Session,
    wave: WaveRow,
    instrument: Instrument,
    sheets: Sequence[AnswerSheet],
    figures: WaveFigures,
    closed_on: date,
) -> WaveFigures:
    """Return the figures that may be shown beside all shown before; raises BadInput for none."""
    if figures.suppressed:
        return figures
    scored = scored_sheets(instrument, sheets)
    cuts = cuts_shown(instrument, scored, figures)
    before = shown_before(session, wave, closed_on)
    minimum = wave.minimum_group
    whole = as_shown(wave, instrument, scored, [cuts[WHOLE]])
    try:
        label = found_out_beside(whole, before)
    except TooMuchToTry as error:
        raise _unchecked(minimum) from error
    if label:
        raise _late(f"the closed wave {label}", minimum)
    gone = gone_before(session)
    if _told_by_gone(instrument, scored, {WHOLE: cuts[WHOLE]}, gone, minimum, closed_on):
        raise _late("a wave that was deleted", minimum)
    if gone and chain_tells_of_gone(
        _again(instrument, scored, cuts[WHOLE], closed_on),
        gone,
        gone_before(session, deleted=False),
        minimum,
    ):
        raise _late("waves shown before, one of them deleted since", minimum)
    every = as_shown(wave, instrument, scored, cuts.values())
    apart = len(cuts) > 1 and _told(every, before)
    if apart or _told_by_gone(instrument, scored, cuts, gone, minimum, closed_on):
        return _without_cuts(figures)
    return figures


def record(
    session: Session,
    wave: WaveRow,
    instrument: Instrument,
    sheets: Sequence[AnswerSheet],
    figures: WaveFigures,
    sealed: str,
    closed_on: date,
) -> None:
    """Write down the cuts whose mean a wave shows; `sealed` is the SHA-256 of its figures."""
    cuts = cuts_shown(instrument, scored_sheets(instrument, sheets), figures)
    cuts.pop(COMPLETE, None)
    for part, members in cuts.items():
        definition = ReleasedDefinition(
            part=part, items_asked=len(instrument.items), figures=sealed
        )
        cut = msgspec.json.encode(definition).decode()
        key = hashlib.sha256(f"{wave.community_id}:{wave.id}:{cut}".encode()).digest()
        if session.get(ReleasedCut, key) is None:
            row = {
                "key": key,
                "community_id": wave.community_id,
                "wave_id": wave.id,
                "instrument_id": f"{instrument.id}@{instrument.version}",
                "closed_on": closed_on,
                "cut": cut,
                "answers": len(members),
                "sums": msgspec.json.encode(_sums(figures, part, len(members))).decode(),
            }
            session.execute(insert(ReleasedCut), [row])


def _late(which: str, minimum: int) -> BadInput:
    return BadInput(
        f"These look like the answers of {which}, but for fewer than {minimum} of them, who could "
        "be found out by comparing what is shown.",
        "A late answer goes into the next wave; so do these, if they only happen to look alike.",
    )


def _unchecked(minimum: int) -> BadInput:
    return BadInput(
        "These answers share so many people with waves shown before, in so many ways, that it "
        f"cannot be made sure that fewer than {minimum} of them are never found out.",
        "Nothing is shown then. Take in whole waves, with everybody's answers of that time.",
    )


def _told(new: Shown, before: Sequence[Shown]) -> bool:
    """Whether a few are told beside the waves shown before, or whether that cannot be known."""
    try:
        return bool(found_out_beside(new, before))
    except TooMuchToTry:
        return True


def _told_by_gone(
    instrument: Instrument,
    scored: Sequence[AnswerSheet],
    cuts: Mapping[str, Cut],
    gone: Sequence[Gone],
    minimum: int,
    closed_on: date,
) -> bool:
    """Whether a cut tells of a few beside a deleted one: the whole beside any, a part its like.

    Several groups together are held against what was shown of a whole wave; where there are
    too many of them to try, they count as telling.
    """
    if not gone:
        return False
    united = []
    for kind in (DEPARTMENT, ATTENDED):
        groups = [cut for part, cut in cuts.items() if part.startswith(kind)]
        if len(groups) > _MOST_UNITED:
            return True
        united += _united(cuts[WHOLE], groups)
    return any(
        tells_of_gone(_again(instrument, scored, members, closed_on), one, minimum)
        for part, members in (*cuts.items(), *((_UNITED, cut) for cut in united))
        for one in gone
        if part in (WHOLE, one.part) or (part == _UNITED and one.part == WHOLE)
    )


def _united(whole: Cut, departments: Sequence[Cut]) -> list[Cut]:
    """Return the people of every choice of departments, and in each case all the others."""
    choices = (
        frozenset().union(*chosen)
        for many in range(1, len(departments) + 1)
        for chosen in combinations(departments, many)
    )
    return [cut for united in choices for cut in (united, whole - united) if cut]


def _again(
    instrument: Instrument, scored: Sequence[AnswerSheet], members: Cut, closed_on: date
) -> Again:
    sheets = tuple(scored[at].codes for at in sorted(members))
    return Again(instrument, sheets, closed_on)


def _without_cuts(figures: WaveFigures) -> WaveFigures:
    hidden = tuple(
        GroupFigures(name=one.name, reason=one.reason or _BESIDE) for one in figures.departments
    )
    return msgspec.structs.replace(
        figures,
        departments=tuple(sorted(hidden, key=lambda one: one.name)),
        attended=(),
        attended_reason=_BESIDE if figures.attended else figures.attended_reason,
        parts=(),
        straight_lined=None,
        mean_without_straight_lined=None,
    )


def _sums(figures: WaveFigures, part: str, answers: int) -> ReleasedSums:
    if part == WHOLE:
        items = (None if one.mean is None else one.mean * answers for one in figures.items)
        return ReleasedSums(scores=(figures.mean or 0.0) * answers, items=tuple(items))
    if part == VARIED:
        return ReleasedSums(scores=(figures.mean_without_straight_lined or 0.0) * answers)
    groups = {DEPARTMENT + fold(one.name): one for one in figures.departments}
    groups |= {ATTENDED + one.name: one for one in figures.attended}
    mean = groups[part].mean if part in groups else None
    return ReleasedSums(scores=(mean or 0.0) * answers)
