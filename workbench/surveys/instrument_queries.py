"""Reading questionnaires: those of the program and one's own, with their versions and use."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.errors import NotFound
from workbench.foundation.words import WaveState
from workbench.models.surveys import Instrument as StoredInstrument
from workbench.models.surveys import Wave
from workbench.surveys.instrument_text import as_toml
from workbench.surveys.instruments import Instrument, list_instruments
from workbench.surveys.queries import known_instruments


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """The newest version of a questionnaire; `text` is its file, `open_wave` a wave's name or "".

    `shipped` tells that the key came with the program, `own` that this version did not; `waves`
    counts those of all versions. `unused` are one's own versions that no wave was planned with.
    """

    instrument: Instrument
    text: str
    shipped: bool
    versions: tuple[int, ...]
    waves: int
    open_wave: str
    own: bool
    unused: tuple[int, ...]


def instrument_rows(session: Session) -> list[InstrumentRow]:
    """Return every questionnaire known here: own and worded ones first, then keys, by title."""
    shipped = {one.id: one.version for one in list_instruments()}
    stored = {row.id: row for row in session.scalars(select(StoredInstrument))}
    asked = session.execute(select(Wave.instrument_id, Wave.state, Wave.label)).all()
    rows = []
    for one in known_instruments(session):
        mine = [row for row in stored.values() if row.key == one.id]
        ids = {row.id for row in mine}
        used = {stored_id for stored_id, _state, _label in asked}
        spare = [row.version for row in mine if row.id not in used]
        uses = [(state, label) for stored_id, state, label in asked if stored_id in ids]
        versions = {row.version for row in mine} | {one.version}
        versions |= {shipped[one.id]} if one.id in shipped else set()
        kept = stored.get(f"{one.id}@{one.version}")
        rows.append(
            InstrumentRow(
                instrument=one,
                text=(kept.source if kept else "") or as_toml(one),
                shipped=one.id in shipped,
                versions=tuple(sorted(versions)),
                waves=len(uses),
                open_wave=next((label for state, label in uses if state is WaveState.OPEN), ""),
                own=shipped.get(one.id) != one.version,
                unused=tuple(sorted(v for v in spare if shipped.get(one.id) != v)),
            )
        )
    return sorted(rows, key=lambda row: (not row.instrument.has_wording, row.instrument.title))


def instrument_row(session: Session, key: str) -> InstrumentRow:
    """Return one questionnaire; raises NotFound."""
    found = find_row(session, key)
    if found is None:
        raise NotFound("This questionnaire is no longer there.", "Choose another one.")
    return found


def find_row(session: Session, key: str) -> InstrumentRow | None:
    """Return one questionnaire by its key, or None."""
    return next((row for row in instrument_rows(session) if row.instrument.id == key), None)


def next_version(session: Session, key: str) -> int:
    """Return the number that the next version of a questionnaire gets; 1 for a new key."""
    row = find_row(session, key)
    return max(row.versions) + 1 if row else 1


def version_of(session: Session, key: str, version: int) -> Instrument | None:
    """Return one version as it is here, or as it comes with the program, or None."""
    stored = session.get(StoredInstrument, f"{key}@{version}")
    if stored is not None:
        return msgspec.json.decode(stored.definition, type=Instrument)
    shipped = (one for one in list_instruments() if (one.id, one.version) == (key, version))
    return next(shipped, None)
