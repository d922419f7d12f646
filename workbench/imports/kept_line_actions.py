"""Writing the lines of meeting files that a session keeps, many at once."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update

from workbench.imports.kept_line_queries import to_instant, zone_of
from workbench.imports.kept_lines import TakenLine
from workbench.models.sessions import AttendanceFile, AttendanceLine, AttendanceStay
from workbench.storage.unit_of_work import Work


def keep_lines(
    work: Work, session_id: int, file: AttendanceFile, lines: Sequence[TakenLine]
) -> None:
    """Keep the lines of a file that it does not hold yet; times only where it keeps times."""
    held = select(AttendanceLine.person_id, AttendanceLine.name, AttendanceLine.email).where(
        AttendanceLine.file_id == file.id
    )
    there = {tuple(row) for row in work.session.execute(held)}
    new = [line for line in lines if (line.person, line.name, line.email) not in there]
    if not new:
        return
    numbers = work.session.scalars(
        insert(AttendanceLine).returning(AttendanceLine.id, sort_by_parameter_order=True),
        [_line_row(file, line) for line in new],
    ).all()
    zone = zone_of(work.session, session_id)
    stays = [
        row
        for number, line in zip(numbers, new, strict=True)
        for row in (_stay_rows(number, line, zone) if file.keeps_times else ())
    ]
    if stays:
        work.session.execute(insert(AttendanceStay), stays)


def drop_times(work: Work, file_id: int) -> None:
    """Take every time that was kept of a file away; whose its lines are stays."""
    own = AttendanceLine.file_id == file_id
    lines = select(AttendanceLine.id).where(own)
    work.session.execute(delete(AttendanceStay).where(AttendanceStay.line_id.in_(lines)))
    work.session.execute(
        update(AttendanceLine).where(own).values(unplaced_minutes=None, stated_minutes=None)
    )


def _line_row(file: AttendanceFile, line: TakenLine) -> dict[str, object]:
    times = file.keeps_times
    return {
        "file_id": file.id,
        "person_id": line.person,
        "name": line.name,
        "email": line.email,
        "how": line.how,
        "unplaced_minutes": line.unplaced_minutes if times else None,
        "stated_minutes": line.stated_minutes if times else None,
    }


def _stay_rows(number: int, line: TakenLine, zone: ZoneInfo) -> list[dict[str, object]]:
    """Return a row for each stretch; where the clocks change two may begin at one instant."""
    moments = [(to_instant(stay.start, zone), to_instant(stay.end, zone)) for stay in line.stays]
    ends = dict(sorted((start, max(start, end)) for start, end in moments))
    return [{"line_id": number, "starts_at": start, "ends_at": end} for start, end in ends.items()]
