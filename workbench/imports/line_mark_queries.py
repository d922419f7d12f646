"""What the lines of meeting files that a session keeps say of somebody's mark in it."""

from collections.abc import Collection
from typing import Final

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark
from workbench.imports.attendance_choices import Thresholds
from workbench.imports.attendance_lines import detail_of, mark_of
from workbench.imports.attendance_plan import tool_named
from workbench.imports.kept_line_queries import files_in_session, kept_lines
from workbench.imports.kept_lines import whole_of
from workbench.sessions.attendance_actions import MarkDetail
from workbench.sessions.row_queries import session_row

HERE: Final = (Mark.PRESENT, Mark.PART)


def mark_by_lines(
    connection: Connection, session_id: int, people: Collection[int], seen: Mark | None
) -> tuple[Mark, MarkDetail] | None:
    """Return mark, minutes and arrival by the lines of these people counted as one, None for none.

    `seen` is the mark that stands where no line tells how long they stayed.
    """
    by_person = kept_lines(connection, session_id, people)
    lines = [line for own in by_person.values() for line in own]
    if not lines:
        return None
    newest = max(line.file for line in lines)
    file = next(one for one in files_in_session(connection, session_id) if one.id == newest)
    whole = whole_of(lines)
    detail = detail_of(whole, tool_named(file.recognised_as).value)
    if whole.minutes is None and seen is not None:
        return seen, detail
    start = session_row(connection, session_id).starts_at
    return mark_of(whole, Thresholds(file.min_minutes, file.late_after), start), detail
