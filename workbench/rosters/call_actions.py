"""Noting a call and putting one off: private notes that stay in the file."""

from datetime import date
from typing import Final

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean
from workbench.foundation.words import CallState
from workbench.models.rosters import CallNote
from workbench.rosters import details_actions as details
from workbench.storage.unit_of_work import Work, action

LONGEST_NOTE: Final = 2000


@action("Note of a call")
def note_called(
    work: Work, community_id: int, person_id: int, note: str = "", reason: str = ""
) -> int:
    """Keep that somebody was called today, with a note, and return its number.

    Raises NotFound, and BadInput for a note that is far too long.
    """
    person = details.person(work.session, person_id)
    details.community(work.session, community_id)
    words = "\n".join(clean(line) for line in note.strip().splitlines())
    if len(words) > LONGEST_NOTE:
        raise BadInput(
            f"The note has {len(words):,} characters.",
            f"Keep it under {LONGEST_NOTE:,}.",
            field="note",
        )
    work.name = f"{person.name} called"
    return _keep(work, community_id, person_id, CallState.CALLED, reason, note=words)


@action("Ask later")
def snooze_call(
    work: Work, community_id: int, person_id: int, until: date, reason: str = ""
) -> int:
    """Leave somebody off the list until a day, and return the number of the note.

    Raises NotFound, and BadInput for a day that is not to come.
    """
    person = details.person(work.session, person_id)
    details.community(work.session, community_id)
    if until <= work.clock.today():
        raise BadInput(f"{short_day(until)} is not to come.", "Choose a later day.", field="until")
    work.name = f"{person.name}: ask again {short_day(until)}"
    return _keep(work, community_id, person_id, CallState.SNOOZED, reason, until=until)


@action("Forget a note of a call")
def forget_call_note(work: Work, note_id: int) -> None:
    """Remove a note, so that its person may be on the list again; raises NotFound."""
    found = work.session.get(CallNote, note_id)
    if found is None:
        raise NotFound("This note is no longer there.")
    work.session.delete(found)


def _keep(
    work: Work,
    community_id: int,
    person_id: int,
    state: CallState,
    reason: str,
    *,
    note: str = "",
    until: date | None = None,
) -> int:
    row = CallNote(
        community_id=community_id,
        person_id=person_id,
        state=state,
        noted_on=work.clock.today(),
        until=until,
        reason=clean(reason),
        note=note,
    )
    work.session.add(row)
    work.session.flush()
    return row.id
