"""Reading waves: which there are, and what the closed ones say, from frozen figures only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import Means, WaveState
from workbench.models.surveys import FrozenChange, FrozenFigures, SettledAlarm, Wave
from workbench.models.surveys import Instrument as StoredInstrument
from workbench.surveys.answer_queries import answered_by_wave
from workbench.surveys.figures import KeyAlarm, WaveFigures
from workbench.surveys.frozen import unseal, unseal_change
from workbench.surveys.instruments import Instrument, list_instruments, load_instrument
from workbench.surveys.linked_change import LinkedChange


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One wave; `answered` counts the stored sheets of a wave that is not closed yet.

    `came_by` counts sheets by how they came in; it moves by whole rounds only.
    """

    id: int
    community_id: int
    asking_id: int
    instrument_key: str
    instrument_version: int
    instrument_title: str
    construct: str
    label: str
    state: WaveState
    opened_on: date | None
    closes_on: date | None
    closed_on: date | None
    invited: int | None
    minimum_group: int
    change_that_matters: float | None
    can_find: float | None
    can_find_said: str
    came_by: tuple[tuple[Means, int], ...]
    answered: int | None


@dataclass(frozen=True, slots=True)
class WaveResult:
    """A closed wave with its frozen figures and the questionnaire as it was asked.

    `linked` holds, by the number of an earlier wave, the change since then in the same people;
    `settled` the reasons given for alarms about the key, by the name of the alarm.
    """

    wave: WaveRow
    figures: WaveFigures
    instrument: Instrument
    linked: Mapping[int, LinkedChange] = field(default_factory=dict, hash=False)
    settled: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def open_alarms(self) -> tuple[KeyAlarm, ...]:
        """The alarms about the key that nobody has looked into yet."""
        return tuple(one for one in self.figures.in_question if one.name not in self.settled)


@dataclass(frozen=True, slots=True)
class ClosedWave:
    """When a wave closed and with how many answers, None where that is not shown."""

    label: str
    closed_on: date
    answers: int | None


def waves(session: Session, community_id: int) -> list[WaveRow]:
    """Return all waves of a community by closing date, those not closed yet last."""
    counts = answered_by_wave(session)
    rows = session.execute(
        select(Wave, StoredInstrument.definition)
        .join(StoredInstrument, StoredInstrument.id == Wave.instrument_id)
        .where(Wave.community_id == community_id)
    )
    found = [_row(wave, _decoded(text), counts.get(wave.id, 0)) for wave, text in rows]
    return sorted(found, key=_in_time)


def wave_row(session: Session, wave_id: int) -> WaveRow:
    """Return one wave; raises NotFound."""
    wave = session.get(Wave, wave_id)
    if wave is None:
        raise NotFound("This wave is no longer there.", "Choose another one.")
    return next(row for row in waves(session, wave.community_id) if row.id == wave_id)


def wave_results(session: Session, community_id: int, instrument_key: str) -> list[WaveResult]:
    """Return the closed waves of one questionnaire, all versions, oldest first.

    Raises UserFixable where frozen figures are not the ones that were sealed.
    """
    closed = [
        row
        for row in waves(session, community_id)
        if row.instrument_key == instrument_key and row.state is WaveState.CLOSED
    ]
    return [_result(session, row) for row in closed]


def wave_result(session: Session, wave_id: int) -> WaveResult:
    """Return one closed wave with its figures; raises UserFixable as `wave_results` does."""
    return _result(session, wave_row(session, wave_id))


def closed_wave_named(
    session: Session, community_id: int, instrument_key: str, label: str
) -> ClosedWave | None:
    """Return the closed wave of that name, whatever the questionnaire's version, or None."""
    for one in wave_results(session, community_id, instrument_key):
        if fold(one.wave.label) == fold(label) and one.wave.closed_on is not None:
            return ClosedWave(one.wave.label, one.wave.closed_on, one.figures.n)
    return None


def closing_days(session: Session, community_id: int, instrument_key: str) -> frozenset[date]:
    """Return the days on which waves of a questionnaire closed, whatever its version."""
    return frozenset(
        row.closed_on
        for row in waves(session, community_id)
        if row.instrument_key == instrument_key and row.closed_on is not None
    )


def known_instruments(session: Session) -> list[Instrument]:
    """Return every questionnaire of the program and of this workspace, the newest version of each.

    Those of the workspace that do not come with the program stand last, by title.
    """
    shipped = {one.id: one for one in list_instruments()}
    for text in session.scalars(select(StoredInstrument.definition)):
        stored = _decoded(text)
        before = shipped.get(stored.id)
        if before is None or (stored.version, stored.has_wording) > (
            before.version, before.has_wording,
        ):  # fmt: skip
            shipped[stored.id] = stored
    return list(shipped.values())


def instrument_named(session: Session, key: str) -> Instrument:
    """Return the newest version of a questionnaire known here; raises NotFound."""
    wanted = key.strip().casefold()
    known = {one.id: one for one in known_instruments(session)}
    return known[wanted] if wanted in known else load_instrument(key)


def instrument_of(session: Session, wave: WaveRow) -> Instrument:
    """Return the questionnaire of a wave as it was when first used here."""
    stored_id = f"{wave.instrument_key}@{wave.instrument_version}"
    return _decoded(session.get_one(StoredInstrument, stored_id).definition)


def _result(session: Session, row: WaveRow) -> WaveResult:
    stored = session.get_one(FrozenFigures, row.id)
    figures = unseal(stored.figures, stored.sha256, row.label)
    return WaveResult(
        row,
        figures,
        instrument_of(session, row),
        _linked(session, row),
        _settled(session, row),
    )


def _settled(session: Session, row: WaveRow) -> dict[str, str]:
    found = session.scalars(select(SettledAlarm).where(SettledAlarm.wave_id == row.id))
    return {one.alarm: one.reason for one in found}


def _linked(session: Session, row: WaveRow) -> dict[int, LinkedChange]:
    frozen = session.scalars(select(FrozenChange).where(FrozenChange.later_id == row.id))
    return {one.earlier_id: unseal_change(one.figures, one.sha256, row.label) for one in frozen}


def _decoded(definition: str) -> Instrument:
    return msgspec.json.decode(definition, type=Instrument)


def _row(wave: Wave, instrument: Instrument, answered: int) -> WaveRow:
    return WaveRow(
        id=wave.id,
        community_id=wave.community_id,
        asking_id=wave.asking_id,
        instrument_key=instrument.id,
        instrument_version=instrument.version,
        instrument_title=instrument.title,
        construct=instrument.construct,
        label=wave.label,
        state=wave.state,
        opened_on=wave.opened_on,
        closes_on=wave.closes_on,
        closed_on=wave.closed_on,
        invited=wave.invited,
        minimum_group=wave.minimum_group,
        change_that_matters=wave.change_that_matters,
        can_find=wave.can_find,
        can_find_said=wave.can_find_said,
        came_by=(
            (Means.LAPTOP, wave.from_laptop),
            (Means.PAPER, wave.from_paper),
            (Means.FILE, wave.from_file),
        ),
        answered=None if wave.state is WaveState.CLOSED else answered,
    )


def _in_time(row: WaveRow) -> tuple[bool, date, date, int]:
    far = date.max
    return (row.closed_on is None, row.closed_on or far, row.opened_on or far, row.id)
