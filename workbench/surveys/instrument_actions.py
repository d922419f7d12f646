"""Keeping questionnaires in the workspace, each version once and for good."""

import msgspec
from sqlalchemy.orm import Session

from workbench.foundation.errors import BadInput
from workbench.models.surveys import Instrument as StoredInstrument
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.instruments import Instrument


@action("Keep questionnaire", "surveys")
def keep_instrument(work: Work, instrument: Instrument) -> str:
    """Keep a questionnaire of one's own in the workspace; returns "key@version".

    Raises BadInput where that version is there with another content: a change is a new version.
    """
    kept = kept_here(work.session, instrument)
    stored = work.session.get_one(StoredInstrument, kept)
    if stored.definition != _definition(instrument):
        raise BadInput(
            f"Version {instrument.version} of {instrument.title} is already here and differs.",
            "Give the changed questionnaire the next version number.",
            field="version",
        )
    return kept


def kept_here(session: Session, instrument: Instrument) -> str:
    """Make sure the questionnaire is in the workspace as it is now; return "key@version"."""
    stored_id = f"{instrument.id}@{instrument.version}"
    if session.get(StoredInstrument, stored_id) is None:
        session.add(
            StoredInstrument(
                id=stored_id,
                key=instrument.id,
                version=instrument.version,
                definition=_definition(instrument),
            )
        )
        session.flush()
    return stored_id


def _definition(instrument: Instrument) -> str:
    return msgspec.json.encode(instrument, order="deterministic").decode()
