"""Keeping questionnaires in the workspace, each version once and for good."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import delete
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.models.surveys import Instrument as StoredInstrument
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.instrument_parser import parse_instrument
from workbench.surveys.instrument_queries import (
    find_row,
    instrument_row,
    next_version,
    version_of,
)
from workbench.surveys.instrument_text import as_toml
from workbench.surveys.instrument_versions import only_worded, worded
from workbench.surveys.instruments import Instrument


@action("Keep questionnaire", "surveys")
def keep_own(work: Work, text: str, name: str = "this questionnaire") -> str:
    """Keep a questionnaire written as TOML and return "key@version"; raises BadInput.

    Refused while a wave of it is open, and where that version is here with another content.
    """
    instrument = parse_instrument(text, name)
    _put(work.session, instrument, text)
    return _id(instrument)


@action("Keep questionnaire", "surveys")
def keep_instrument(work: Work, instrument: Instrument) -> str:
    """Keep a questionnaire of one's own in the workspace; returns "key@version".

    Raises BadInput as `keep_own` does.
    """
    _put(work.session, instrument, as_toml(instrument))
    return _id(instrument)


@action("Paste wording", "surveys")
def paste_wording(work: Work, key: str, texts: Sequence[str]) -> str:
    """Give the newest version of a questionnaire its wording, and return "key@version".

    Empty places filled leave the version as it is; other wording is the next version. Raises
    BadInput, NotFound.
    """
    newest = instrument_row(work.session, key).instrument
    changed = worded(newest, texts)
    if changed != newest and not only_worded(newest, changed):
        version = next_version(work.session, newest.id)
        changed = msgspec.structs.replace(changed, version=version)
    _put(work.session, changed, as_toml(changed))
    return _id(changed)


@action("Delete questionnaire", "surveys")
def delete_unused(work: Work, key: str) -> tuple[int, ...]:
    """Delete one's own versions that no wave was planned with, for good, and return their numbers.

    What comes with the program stays. Raises BadInput where there is none, NotFound.
    """
    row = instrument_row(work.session, key)
    if not row.unused:
        used = "is asked in a wave" if row.waves else "comes with the program"
        raise BadInput(
            f"{row.instrument.title} {used}, so it stays.",
            "Only questionnaires of your own that no wave asks can be deleted.",
            field="id",
        )
    numbers = [f"{key}@{version}" for version in row.unused]
    work.session.execute(delete(StoredInstrument).where(StoredInstrument.id.in_(numbers)))
    return row.unused


def kept_here(session: Session, instrument: Instrument) -> str:
    """Make sure the questionnaire is in the workspace as it is now; return "key@version"."""
    if session.get(StoredInstrument, _id(instrument)) is None:
        _add(session, instrument, "")
    return _id(instrument)


def _put(session: Session, instrument: Instrument, source: str) -> None:
    """Add a version, or fill the wording of one; raises BadInput for any other change of it."""
    before = version_of(session, instrument.id, instrument.version)
    stored = session.get(StoredInstrument, _id(instrument))
    if before == instrument:
        if stored is not None:
            stored.source = stored.source or source
        return
    _refuse_open(session, instrument)
    if before is not None and not only_worded(before, instrument):
        raise BadInput(
            f"Version {instrument.version} of {before.title} is already here and differs.",
            "Give the changed questionnaire the next version number, "
            f"{next_version(session, instrument.id)}: any change starts a new trend.",
            field="version",
        )
    if stored is None:
        _add(session, instrument, source)
    else:
        stored.definition, stored.source = _definition(instrument), source


def _refuse_open(session: Session, instrument: Instrument) -> None:
    row = find_row(session, instrument.id)
    if row is not None and row.open_wave:
        raise BadInput(
            f"The wave {row.open_wave} of {row.instrument.title} is open.",
            "Close it first: nothing about a questionnaire changes while people answer it.",
            field="file",
        )


def _add(session: Session, instrument: Instrument, source: str) -> None:
    session.add(
        StoredInstrument(
            id=_id(instrument),
            key=instrument.id,
            version=instrument.version,
            definition=_definition(instrument),
            source=source,
        )
    )
    session.flush()


def _id(instrument: Instrument) -> str:
    return f"{instrument.id}@{instrument.version}"


def _definition(instrument: Instrument) -> str:
    return msgspec.json.encode(instrument, order="deterministic").decode()
