"""Microsoft Teams attendance reports: today's three sections, 2021's one table, 2020's events."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from workbench.foundation.text import clean, fold
from workbench.imports.attendees import Attendee, JoinRecord, unite, with_summary
from workbench.imports.cells import cell_at, is_dated, is_value, text_at
from workbench.imports.dates import read_moment
from workbench.imports.meeting_file import MeetingFile
from workbench.imports.meeting_rows import Reading, aligned, name_of, records_in
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.tables import as_text, filled
from workbench.imports.workbooks import Row

NAME = "Teams attendance report"
_SECTION = re.compile(r"^([1-5])\.\s\S")
_OLD_TITLES = {"full name", "join time", "leave time"}
_GAP_BETWEEN_MEETINGS = 6 * 3600
_Event = tuple[int, str, str, datetime]  # row, name, action, moment


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
    """Return the people of a report; its two tables tell about the same joins and count once."""
    events = event_table(file)
    if events:
        return unite(_from_events(events, reading))
    if not file.people:
        return ()
    summary = unite(records_in(file.people[0], reading))
    activities = [table for table in file.people[1:] if table.has(Part.JOIN, Part.LEAVE)]
    if not activities:
        return summary
    joined = unite(record for table in activities for record in records_in(table, reading))
    return with_summary(joined, summary)


def event_table(file: MeetingFile) -> MeetingTable | None:
    """Return the table of 2020's shape, one row per "joined" or "left", with or without titles."""
    for table in file.people:
        if table.has(Part.ACTION, Part.STAMP):
            return table
    if file.people or not file.rows:
        return None
    body = tuple((number, row) for number, row in enumerate(file.rows, 1) if filled(row) == 3)
    if not body or not all(_is_event(row) for _, row in body):
        return None
    columns = {Part.NAME: 0, Part.ACTION: 1, Part.STAMP: 2}
    actions = {fold(text_at(row, 1)) for _, row in body}
    return MeetingTable((), 0, body, columns) if len(actions) <= 4 else None


def _is_event(row: Row) -> bool:
    return not is_value(row[0]) and not is_value(row[1]) and is_dated(row[2])


def meeting_days(table: MeetingTable, reading: Reading) -> list[date]:
    """Return the days on which meetings of one event file began: one file can hold two."""
    moments = sorted(at for _, _, _, at in _events(table, reading))
    starts = [
        at
        for index, at in enumerate(moments)
        if not index or (at - moments[index - 1]).total_seconds() > _GAP_BETWEEN_MEETINGS
    ]
    return sorted({at.date() for at in starts})


def _events(table: MeetingTable, reading: Reading) -> list[_Event]:
    found = []
    for number, row in aligned(table):
        moment = read_moment(cell_at(row, table.columns[Part.STAMP]), reading.order)
        at = moment.joined(reading.known) if moment else None
        name = name_of(row, table)
        if at and name:
            found.append((number, name, fold(text_at(row, table.columns[Part.ACTION])), at))
    return found


def _from_events(table: MeetingTable, reading: Reading) -> list[JoinRecord]:
    """Return a record per stay; one that never ends lasts until the file's last event."""
    events = _events(table, reading)
    if reading.known and len(meeting_days(table, reading)) > 1:
        events = [event for event in events if event[3].date() == reading.known]
    if not events:
        return []
    last = max(at for _, _, _, at in events)
    joining = _joining_words(events)
    by_name: dict[str, list[_Event]] = defaultdict(list)
    for event in events:
        by_name[fold(event[1])].append(event)
    return [record for group in by_name.values() for record in _stays(group, joining, last)]


def _joining_words(events: Sequence[_Event]) -> set[str]:
    """Return the actions that mean "joined", in any language: those at odd places of a person."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    for _, name, action, _ in sorted(events, key=lambda event: event[3]):
        seen[fold(name)] += 1
        places[action]["join" if seen[fold(name)] % 2 else "leave"] += 1
    return {action for action, counts in places.items() if counts["join"] > counts["leave"]}


def _stays(events: Sequence[_Event], joining: set[str], last: datetime) -> list[JoinRecord]:
    records: list[JoinRecord] = []
    inside: tuple[int, str, datetime] | None = None
    for number, name, action, at in sorted(events, key=lambda event: event[3]):
        if action in joining:
            inside = inside or (number, name, at)
        elif inside:
            records.append(JoinRecord(inside[0], inside[1], start=inside[2], end=at))
            inside = None
        else:
            records.append(JoinRecord(number, name, end=at))
    if inside:
        records.append(JoinRecord(inside[0], inside[1], start=inside[2], end=last))
    return records
