"""Microsoft Teams attendance reports: today's three sections, 2021's one table, 2020's events."""

import re

from workbench.foundation.text import clean
from workbench.imports.attendees import Attendee, unite, with_summary
from workbench.imports.meeting_file import MeetingFile
from workbench.imports.meeting_rows import Reading, records_in
from workbench.imports.meeting_words import Part
from workbench.imports.tables import as_text, filled
from workbench.imports.vendors.teams_events import (
    event_table,
    meeting_meant,
    meetings_in,
    records_of,
)
from workbench.imports.workbooks import Row

NAME = "Teams attendance report"
_SECTION = re.compile(r"^([1-5])\.\s\S")
_OLD_TITLES = {"full name", "join time", "leave time"}


def is_teams(file: MeetingFile) -> bool:
    """Return whether this is a report of Teams: sections, account ids, or events."""
    if has_sections(file):
        return True
    words = file.words
    return any("(upn)" in word for word in words) or words >= _OLD_TITLES or bool(event_table(file))


def has_sections(file: MeetingFile) -> bool:
    """Return whether lone cells number the parts of the file, as in "1. Summary"."""
    found = {match.group(1) for row in file.rows[:400] if (match := _section(row))}
    return "1" in found


def _section(row: Row) -> re.Match[str] | None:
    return _SECTION.match(clean(as_text(row[0]))) if filled(row) == 1 else None


def teams_people(file: MeetingFile, reading: Reading) -> tuple[Attendee, ...]:
    """Return the people of a report; its two tables tell about the same joins and count once.

    A row of joins that tells no time is the end of a file that was cut off.
    """
    events = event_table(file)
    if events:
        meetings = meetings_in(events, reading)
        meant = meeting_meant(meetings, reading.known)
        return unite(
            record for each in ([meant] if meant else meetings) for record in records_of(each)
        )
    if not file.people:
        return ()
    summary = unite(records_in(file.people[0], reading))
    activities = [table for table in file.people[1:] if table.has(Part.JOIN, Part.LEAVE)]
    if not activities:
        return summary
    records = (record for table in activities for record in records_in(table, reading))
    joined = unite(record for record in records if record.start or record.end or record.stated)
    return with_summary(joined, summary)
