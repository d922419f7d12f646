"""Meeting reports as text, read the way a file is, and what was read of them."""

from datetime import date, datetime

from workbench.imports.dates import DateOrder
from workbench.imports.meeting import MeetingReport, read_meeting
from workbench.imports.tables import source_from_bytes

TEAMS = """1. Summary
Meeting title\tDeep dive
Attended participants\t4
Start time\t11/26/25, 4:16:54\u202fPM
End time\t11/26/25, 5:44:45\u202fPM
Meeting duration\t1h 27m 51s
Average attendance time\t55m

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Doe, Jane\t11/26/25, 4:17:00\u202fPM\t11/26/25, 5:44:00\u202fPM\t1h 7s\tJane@X.example\tjd@x\tHost
Zoë Dupré (Unverified)\t11/26/25, 5:00:00\u202fPM\t11/26/25, 5:44:00\u202fPM\t44m\t\t\tAttendee
[Acme] Bob Stone (External)\t11/26/25, 4:17:00\u202fPM\t11/26/25, 4:30:00\u202fPM\t13m\t\t\tAttendee
 +1 555***12\t11/26/25, 4:17:00\u202fPM\t11/26/25, 4:30:00\u202fPM\t13m\t\t\tAttendee

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Doe, Jane\t11/26/25, 4:17:00\u202fPM\t11/26/25, 4:40:00\u202fPM\t23m\tjane@x.example\tOrganizer
Doe, Jane\t11/26/25, 4:30:00\u202fPM\t11/26/25, 5:44:00\u202fPM\t1h 14m\tjane@x.example\tOrganizer
Zoë Dupré (Unverified)\t11/26/25, 5:00:00\u202fPM\t11/26/25, 5:44:00\u202fPM\t44m\t\tAttendee
[Acme] Bob Stone (External)\t11/26/25, 4:17:00\u202fPM\t11/26/25, 4:30:00\u202fPM\t13m\t\tAttendee
"""
TEAMS_MINUTES = {
    "Doe, Jane": 87.0,
    "Zoë Dupré (Unverified)": 44.0,
    "[Acme] Bob Stone (External)": 13.0,
    "+1 555***12": 13.0,
}


def report(
    text: str,
    encoding: str = "utf-8",
    *,
    order: DateOrder | None = None,
    known: date | datetime | None = None,
    name: str = "report.csv",
) -> MeetingReport:
    """Return what is read of a text kept in an encoding, with the line ends of Windows."""
    source = source_from_bytes(text.replace("\n", "\r\n").encode(encoding), name)
    return read_meeting(source, order=order, known=known)


def minutes(found: MeetingReport) -> dict[str, float | None]:
    """Return the minutes of each person by the name shown."""
    return {person.name: person.minutes for person in found.people}


def joins(found: MeetingReport) -> list[int]:
    """Return how often each person joined, in file order."""
    return [person.joins for person in found.people]


def asked(found: MeetingReport) -> list[str]:
    """Return what each question is about."""
    return [question.about for question in found.questions]
