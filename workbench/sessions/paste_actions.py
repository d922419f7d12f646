"""Writing a pasted block of marks: several sessions, guests among them, as one step."""

from collections.abc import Mapping, Sequence

from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.sessions.attendance_actions import guest_in, mark_attendance, mark_many
from workbench.sessions.attendance_rules import HERE
from workbench.storage.unit_of_work import Work, action

Block = Mapping[int, Mapping[int, Mark]]
"""Session, then person, to mark."""


@action("Paste marks")
def mark_block(
    work: Work, block: Block, guests: Sequence[tuple[str, Mapping[int, Mark]]] = ()
) -> int:
    """Set the marks of a block; `guests` are new names with their mark per session.

    Returns how many marks changed. A guest is added only where they were here. One session that
    takes no mark refuses the whole block.
    """
    changed = 0
    for session_id, marks in block.items():
        changes = mark_many(work, session_id, marks)
        changed += sum(change.before is not change.now for change in changes)
    for name, marks in guests:
        for session_id, mark in marks.items():
            if mark in HERE:
                guest = guest_in(work, session_id, name)
                mark_attendance(work, session_id, guest, mark)
                changed += 1
    work.name = f"Paste {counted(changed, 'mark', 'marks')}"
    return changed
