"""Writing waves: close once for good, take in a closed one, delete.

A closed wave is frozen: its figures are computed once, sealed, and it never opens again. None of
this can be undone, on purpose; whoever closes or deletes a wave compacts the file afterwards
(`surveys.closing`).
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from workbench.communities.said_actions import forget_said
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import (
    AnswerComment,
    Asking,
    FrozenChange,
    FrozenFigures,
    FrozenGrowth,
    SealedRound,
    SettledAlarm,
    Wave,
)
from workbench.models.surveys import AnswerSheet as StoredSheet
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.answer_actions import answered_sheets, count_means, deal
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import plan_wave
from workbench.surveys.change_actions import freeze_changes
from workbench.surveys.forgetting_actions import forget_unshown
from workbench.surveys.frozen import seal
from workbench.surveys.instruments import Instrument
from workbench.surveys.ledger_actions import checked_beside_others, record
from workbench.surveys.queries import (
    WaveRow,
    instrument_named,
    instrument_of,
    wave_row,
    waves,
)
from workbench.surveys.suppression import SMALLEST_GROUP
from workbench.surveys.usual_queries import usual_minimum
from workbench.surveys.wave_figures import wave_figures
from workbench.surveys.wave_rules import (
    WavePlan,
    checked_plan,
    refuse_more_than_invited,
    refuse_small_round,
    refuse_taken_date,
    refuse_taken_label,
)

_TOMORROW = "Close this one on another day: it stays open until then, and no answer is lost."
_REAL_DAY = "Give the day on which this wave really closed."


@action("Close wave", "surveys")
def close_wave(work: Work, wave_id: int, closed_on: date | None = None) -> None:
    """Close an open wave once for good: figures are computed, sealed, and stay as they are.

    Raises BadInput where it is not open, or another wave of its kind closed on that day.
    """
    wave = wave_row(work.session, wave_id)
    if wave.state is not WaveState.OPEN:
        raise BadInput(f"The wave {wave.label} is {wave.state}.", "Only an open wave is closed.")
    instrument = instrument_of(work.session, wave)
    day = closed_on or work.clock.today()
    _refuse_date(work.session, wave.community_id, instrument, day, _TOMORROW)
    _freeze(work.session, wave, instrument, day)


@action("Close wave", "surveys")
def close_asking(work: Work, asking_id: int, closed_on: date | None = None) -> None:
    """Close every open wave of an asking in one go; raises BadInput as `close_wave` does.

    What is still sealed for it is discarded: too few answered to be shown.
    """
    open_ = (Wave.asking_id == asking_id, Wave.state == WaveState.OPEN)
    numbers = list(work.session.scalars(select(Wave.id).where(*open_).order_by(Wave.id)))
    if not numbers:
        raise BadInput("This wave is not open.", "Only an open wave is closed.")
    for wave_id in numbers:
        close_wave(work, wave_id, closed_on)


@action("Take in wave", "surveys")
def take_wave(
    work: Work,
    community_id: int,
    instrument_key: str,
    label: str,
    closed_on: date,
    sheets: Sequence[AnswerSheet],
    *,
    invited: int | None = None,
    minimum_group: int = SMALLEST_GROUP,
    comments: Sequence[str] = (),
) -> int:
    """Take in a wave answered elsewhere, in one go: stored, closed and frozen; returns its number.

    A planned or open wave of that name is filled and closed, with the minimum it was opened with.
    Raises BadInput for a name or day that is taken, codes off the scale, more answers than people
    invited, a few beside a round that is stored already; NotFound for an unknown questionnaire.
    """
    instrument = instrument_named(work.session, instrument_key)
    plan = checked_plan(WavePlan(label, invited, minimum_group))
    waiting = _waiting(work.session, community_id, instrument, plan.label)
    _refuse_date(work.session, community_id, instrument, closed_on, _REAL_DAY)
    wave_id = waiting.id if waiting else plan_wave(work, community_id, instrument.id, plan)
    stored = work.session.get_one(Wave, wave_id)
    if stored.state is WaveState.PLANNED:
        stored.minimum_group = max(stored.minimum_group, usual_minimum(work.session))
    stored.state = WaveState.OPEN
    stored.invited = plan.invited or stored.invited
    work.session.flush()
    wave = wave_row(work.session, wave_id)
    asked = instrument_of(work.session, wave)
    given = answered_sheets(asked, sheets)
    held = len(stored_sheets(work.session, wave_id))
    if held:
        refuse_small_round(len(given), wave.minimum_group)
    refuse_more_than_invited(held + len(given), wave.invited, wave.minimum_group)
    deal(work.session, wave_id, given, comments)
    count_means(stored, {Means.FILE: len(given)})
    _freeze(work.session, wave, asked, closed_on)
    return wave_id


@action("Delete wave", "surveys")
def delete_wave(work: Work, wave_id: int) -> None:
    """Delete a wave: answers, comments, figures, what was said and done; raises NotFound."""
    stored = work.session.get(Wave, wave_id)
    if stored is None:
        raise NotFound("This wave is no longer there.", "Choose another one.")
    for table in (StoredSheet, AnswerComment, FrozenFigures, SettledAlarm):
        work.session.execute(delete(table).where(table.wave_id == wave_id))
    later = select(FrozenChange.later_id).where(FrozenChange.earlier_id == wave_id)
    grown = or_(FrozenGrowth.wave_id == wave_id, FrozenGrowth.wave_id.in_(later))
    work.session.execute(delete(FrozenGrowth).where(grown))
    changes = or_(FrozenChange.earlier_id == wave_id, FrozenChange.later_id == wave_id)
    work.session.execute(delete(FrozenChange).where(changes))
    forget_said(work.session, wave_id)
    work.session.delete(stored)
    work.session.flush()
    _delete_empty(work.session, stored.asking_id)


@action("Delete wave", "surveys")
def delete_asking(work: Work, asking_id: int) -> None:
    """Delete an asking with all of its waves; raises NotFound."""
    numbers = list(work.session.scalars(select(Wave.id).where(Wave.asking_id == asking_id)))
    if not numbers:
        raise NotFound("This wave is no longer there.", "Choose another one.")
    for wave_id in numbers:
        delete_wave(work, wave_id)


def _delete_empty(session: Session, asking_id: int) -> None:
    """Delete an asking, and what is sealed for it, once its last wave is gone."""
    if session.scalar(select(Wave.id).where(Wave.asking_id == asking_id)) is None:
        session.execute(delete(SealedRound).where(SealedRound.asking_id == asking_id))
        session.execute(delete(Asking).where(Asking.id == asking_id))


def _others(session: Session, community_id: int, instrument: Instrument) -> list[WaveRow]:
    """Return the waves of one questionnaire, whatever its version."""
    return [row for row in waves(session, community_id) if row.instrument_key == instrument.id]


def _waiting(
    session: Session, community_id: int, instrument: Instrument, label: str
) -> WaveRow | None:
    """Return the wave of that name that is not closed yet; raises BadInput where it is."""
    others = _others(session, community_id, instrument)
    closed = (wave.label for wave in others if wave.state is WaveState.CLOSED)
    refuse_taken_label(label, closed, instrument.title)
    return next((wave for wave in others if fold(wave.label) == fold(label)), None)


def _refuse_date(
    session: Session, community_id: int, instrument: Instrument, closed_on: date, way_out: str
) -> None:
    others = _others(session, community_id, instrument)
    taken = (wave.closed_on for wave in others if wave.closed_on)
    refuse_taken_date(closed_on, taken, instrument.title, way_out)


def _freeze(session: Session, wave: WaveRow, instrument: Instrument, closed_on: date) -> None:
    sheets = stored_sheets(session, wave.id)
    alone = wave_figures(instrument, sheets, minimum_group=wave.minimum_group, invited=wave.invited)
    figures = checked_beside_others(session, wave, instrument, sheets, alone, closed_on)
    text, digest = seal(figures)
    session.add(FrozenFigures(wave_id=wave.id, figures=text, sha256=digest))
    record(session, wave, instrument, sheets, figures, digest, closed_on)
    stored = session.get_one(Wave, wave.id)
    stored.state = WaveState.CLOSED
    stored.closed_on = closed_on
    session.flush()
    freeze_changes(session, wave.id)
    forget_unshown(session, wave.id, figures)
    _drop_sealed(session, stored.asking_id)


def _drop_sealed(session: Session, asking_id: int) -> None:
    """Delete what is sealed for an asking once none of its waves takes answers any more."""
    waits = (Wave.asking_id == asking_id, Wave.state != WaveState.CLOSED)
    if session.scalar(select(Wave.id).where(*waits).limit(1)) is None:
        session.execute(delete(SealedRound).where(SealedRound.asking_id == asking_id))
