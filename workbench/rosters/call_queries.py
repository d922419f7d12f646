"""Reading the private notes of calls; for the facilitator's screen only."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import CallState
from workbench.models.rosters import CallNote, Person


@dataclass(frozen=True, slots=True)
class CallNoteRow:
    """Somebody was called on a day, or put off `until` one; `reason` is what it was about."""

    id: int
    person_id: int
    name: str
    state: CallState
    noted_on: date
    until: date | None
    reason: str
    note: str


def call_notes(
    connection: Connection, community_id: int, person_id: int | None = None
) -> list[CallNoteRow]:
    """Return the notes of a community, or of one person in it, the newest first."""
    wanted = [CallNote.community_id == community_id]
    if person_id is not None:
        wanted.append(CallNote.person_id == person_id)
    rows = connection.execute(
        select(CallNote, Person.name)
        .join(Person, Person.id == CallNote.person_id)
        .where(*wanted)
        .order_by(CallNote.noted_on.desc(), CallNote.id.desc())
    )
    return [
        CallNoteRow(
            id=row.id,
            person_id=row.person_id,
            name=name,
            state=row.state,
            noted_on=row.noted_on,
            until=row.until,
            reason=row.reason,
            note=row.note,
        )
        for row, name in rows
    ]
