"""Writing what a typed-back sign-in sheet says: who was here, guests, and the rest, as one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.models.sessions import AttendanceMark
from workbench.sessions.attendance_actions import guest_in, mark_many, mark_unmarked, start_marking
from workbench.sessions.attendance_rules import HERE
from workbench.storage.unit_of_work import Work, action


@dataclass(frozen=True, slots=True)
class PaperDone:
    """How many people of the list were marked here, how many guests, and how many of the rest."""

    here: int
    guests: int
    rest: int

    @property
    def words(self) -> str:
        """What was done: "14 people and 2 guests marked here"."""
        guests = f" and {counted(self.guests, 'guest', 'guests')}" if self.guests else ""
        return f"{counted(self.here, 'person', 'people')}{guests} marked here"


@action("Sign-in sheet")
def mark_paper(
    work: Work,
    session_id: int,
    present: Sequence[int],
    guests: Sequence[str] = (),
    rest: Mark | None = None,
) -> PaperDone:
    """Mark people here from paper, guests by name, and everybody without a mark as `rest`.

    Somebody already marked late stays late. Raises DecisionNeeded where a guest's name is that of
    two people; then nothing is marked.
    """
    start_marking(work, session_id)
    known = work.session.execute(
        select(AttendanceMark.person_id, AttendanceMark.mark).where(
            AttendanceMark.session_id == session_id
        )
    )
    here = {person for person, mark in known if mark in HERE}
    wanted = dict.fromkeys(person for person in present if person not in here)
    mark_many(work, session_id, dict.fromkeys(wanted, Mark.PRESENT))
    for name in guests:
        guest_in(work, session_id, name)
    others = mark_unmarked(work, session_id, rest) if rest is not None else 0
    done = PaperDone(len(set(present)), len(guests), others)
    work.name = f"Sign-in sheet: {done.words}"
    return done
