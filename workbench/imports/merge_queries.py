"""What merging two people makes of sessions in which meeting files knew them both."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.foundation.words import Mark
from workbench.imports.line_mark_queries import HERE, mark_by_lines
from workbench.models.sessions import AttendanceMark
from workbench.rosters.merging import KnownMark, stays_as
from workbench.rosters.merging_queries import MergePreview, merge_preview
from workbench.sessions.attendance_actions import MarkDetail


def marks_by_both(
    connection: Connection, keep_id: int, gone_id: int
) -> dict[int, tuple[Mark, MarkDetail]]:
    """Return what the lines of both together say, by session; marks made by hand are left out."""
    theirs = aliased(AttendanceMark)
    pairs = connection.execute(
        select(AttendanceMark.session_id, AttendanceMark.mark, theirs.mark.label("other"))
        .join(theirs, theirs.session_id == AttendanceMark.session_id)
        .where(AttendanceMark.person_id == keep_id, theirs.person_id == gone_id)
        .where(AttendanceMark.source != "", theirs.source != "")
        .where(AttendanceMark.mark.in_(HERE), theirs.mark.in_(HERE))
        .order_by(AttendanceMark.session_id)
    ).all()
    found = {}
    for pair in pairs:
        stays = stays_as(
            KnownMark(pair.mark, by_hand=False), KnownMark(pair.other, by_hand=False)
        ).mark
        counted = mark_by_lines(connection, pair.session_id, (keep_id, gone_id), stays)
        if counted is not None:
            found[pair.session_id] = counted
    return found


def preview_with_lines(connection: Connection, keep_id: int, gone_id: int) -> MergePreview:
    """Return what merging would do, the minutes of both united; raises NotFound."""
    preview = merge_preview(connection, keep_id, gone_id)
    counted = marks_by_both(connection, keep_id, gone_id)
    clashes = tuple(
        replace(
            clash,
            stays=counted[clash.session_id][0],
            minutes=counted[clash.session_id][1].minutes,
        )
        if clash.session_id in counted
        else clash
        for clash in preview.clashes
    )
    return replace(preview, clashes=clashes)
