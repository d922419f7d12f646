"""Writing debriefs: each answer is kept as it is written; the last one goes into the next plan."""

from typing import Literal

from workbench.foundation.dates import short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.text import kept
from workbench.models.sessions import Debrief
from workbench.sessions.debrief_queries import debrief, session_after
from workbench.sessions.debrief_rules import DebriefText, carried_note
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action

Answer = Literal["worked", "differently", "carry_over"]


@action("Debrief")
def answer_debrief(work: Work, session_id: int, answer: Answer, text: str) -> DebriefText:
    """Keep the answer to one of the three questions; nothing left of all three removes them."""
    row = work.session.get(Debrief, session_id)
    starts = session_row(work.session, session_id).starts_at
    words = kept(text)
    before = getattr(row, answer) if row is not None else ""
    if words != before:
        if row is None:
            row = Debrief(session_id=session_id)
            work.session.add(row)
        setattr(row, answer, words)
        row.written_at = work.clock.now()
        work.session.flush()
        work.name = f"Debrief of {short_day(starts.date())}"
    written = debrief(work.session, session_id)
    if row is not None and not written.is_written:
        work.session.delete(row)
    return written


@action("Put into the next plan")
def carry_into_next(work: Work, session_id: int) -> int:
    """Put what is carried over into the note of the next session, once; returns that session.

    Raises BadInput where nothing is carried over or no session is planned.
    """
    words = debrief(work.session, session_id).carry_over
    if not words:
        raise BadInput(
            "Nothing is carried over yet.", "Write the third answer first.", field="carry_over"
        )
    following = session_after(work.session, session_id, work.clock.local())
    if following is None:
        raise BadInput(
            "No session is planned after this one.", "Plan it first, then come back here."
        )
    row = session_row(work.session, following)
    on = session_row(work.session, session_id).starts_at.date()
    row.note = carried_note(row.note, words, on)
    work.name = f"Carry over into {row.title}"
    return following
