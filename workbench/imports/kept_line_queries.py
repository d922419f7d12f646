"""Reading the lines of meeting files that a session keeps, in the wall time of the session."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.imports.intervals import Interval, union
from workbench.imports.kept_lines import FileFacts, KeptLine
from workbench.models.sessions import AttendanceFile, AttendanceLine, AttendanceStay, Session


def files_in_session(connection: Connection, session_id: int) -> list[FileFacts]:
    """Return the files taken into a session, the oldest first."""
    rows = connection.scalars(
        select(AttendanceFile)
        .where(AttendanceFile.session_id == session_id)
        .order_by(AttendanceFile.id)
    )
    return [
        FileFacts(
            row.id, row.recognised_as, row.keeps_times, row.min_minutes, row.late_after,
            row.content_hash,
        )
        for row in rows
    ]  # fmt: skip


def owners_in_file(connection: Connection, file_id: int) -> dict[tuple[str, str], int]:
    """Return whose each name and address of a file is, without those that two people have."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows = connection.execute(
        select(AttendanceLine.name, AttendanceLine.email, AttendanceLine.person_id).where(
            AttendanceLine.file_id == file_id
        )
    )
    for row in rows:
        found[row.name, row.email].add(row.person_id)
    return {
        name: next(iter(people)) for name, people in found.items() if any(name) and len(people) == 1
    }


def kept_lines(
    connection: Connection, session_id: int, people: Collection[int] | None = None
) -> dict[int, list[KeptLine]]:
    """Return the lines a session keeps, by person; only those of `people` where they are given."""
    statement = (
        select(
            AttendanceLine.id,
            AttendanceLine.person_id,
            AttendanceLine.file_id,
            AttendanceLine.unplaced_minutes,
            AttendanceLine.stated_minutes,
            AttendanceFile.keeps_times,
        )
        .join(AttendanceFile, AttendanceFile.id == AttendanceLine.file_id)
        .where(AttendanceFile.session_id == session_id)
        .order_by(AttendanceLine.id)
    )
    if people is not None:
        statement = statement.where(AttendanceLine.person_id.in_(people))
    stays = _stays(connection, session_id)
    found: dict[int, list[KeptLine]] = defaultdict(list)
    for row in connection.execute(statement):
        found[row.person_id].append(
            KeptLine(
                row.file_id,
                union(stays.get(row.id, ())),
                row.unplaced_minutes,
                row.stated_minutes,
                timeless=not row.keeps_times,
            )
        )
    return dict(found)


def zone_of(connection: Connection, session_id: int) -> ZoneInfo:
    """Return the time zone of a session."""
    return ZoneInfo(
        connection.scalar(select(Session.zone).where(Session.id == session_id)) or "UTC"
    )


def to_instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return a wall time (naive) of a zone as a point in time."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _stays(connection: Connection, session_id: int) -> dict[int, list[Interval]]:
    zone = zone_of(connection, session_id)
    rows = connection.execute(
        select(AttendanceStay.line_id, AttendanceStay.starts_at, AttendanceStay.ends_at)
        .join(AttendanceLine, AttendanceLine.id == AttendanceStay.line_id)
        .join(AttendanceFile, AttendanceFile.id == AttendanceLine.file_id)
        .where(AttendanceFile.session_id == session_id)
    )
    found: dict[int, list[Interval]] = defaultdict(list)
    for row in rows:
        start, end = (
            moment.astimezone(zone).replace(tzinfo=None) for moment in (row.starts_at, row.ends_at)
        )
        found[row.line_id].append(Interval(start, max(start, end)))
    return found
