"""Attendance reports in the shapes of the meeting tools, with made-up people."""

from collections.abc import Sequence
from pathlib import Path

Line = tuple[str, str, str, str, str]
"""Name, first join, last leave, duration, e-mail."""


def teams(path: Path, people: Sequence[Line], *, start: str, end: str, title: str) -> Path:
    """Write a Teams report as the tool does: UTF-16 LE with BOM, tabs, CRLF, three sections."""
    lines = [
        "1. Summary",
        f"Meeting title\t{title}",
        f"Attended participants\t{len(people)}",
        f"Start time\t{start}",
        f"End time\t{end}",
        "",
        "2. Participants",
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
        *(f"{n}\t{j}\t{v}\t{d}\t{e}\t{e}\tPresenter" for n, j, v, d, e in people),
        "",
        "3. In-Meeting Activities",
        "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
        *(f"{n}\t{j}\t{v}\t{d}\t{e}\tPresenter" for n, j, v, d, e in people),
    ]
    path.write_bytes("\r\n".join(lines).encode("utf-16"))
    return path


def zoom(path: Path, joins: Sequence[tuple[str, str, str, str]]) -> Path:
    """Write a Zoom report with meeting data: name, e-mail, join and leave (HH:MM) for each join."""
    lines = [
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants",
        f"123 456 789,Deep dive,{_zoom_time('14:00')},{_zoom_time('15:30')},host@x.example,90,3",
        "",
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest",
        *(
            f"{name},{mail},{_zoom_time(joined)},{_zoom_time(left)},{_minutes(joined, left)},No"
            for name, mail, joined, left in joins
        ),
    ]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    return path


def _zoom_time(clock: str) -> str:
    hour, minute = map(int, clock.split(":"))
    half = "PM" if hour >= 12 else "AM"
    return f"10/17/2024 {hour % 12 or 12:02d}:{minute:02d}:00 {half}"


def _minutes(joined: str, left: str) -> int:
    (from_hour, from_minute), (to_hour, to_minute) = (
        map(int, clock.split(":")) for clock in (joined, left)
    )
    return (to_hour - from_hour) * 60 + to_minute - from_minute
