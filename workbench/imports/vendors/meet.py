"""Google Meet attendance reports: a row a person, clock times whose day stands elsewhere."""

import re
from datetime import date

from workbench.imports.cells import column, is_clock
from workbench.imports.dates import DateOrder, read_moment
from workbench.imports.meeting_file import MeetingFile, dated_labels
from workbench.imports.meeting_words import Part

NAME = "Google Meet attendance report"
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)")


def is_meet(file: MeetingFile) -> bool:
    """Return whether this is a report of Meet: names, address, duration, then clock times."""
    for table in file.people:
        if not table.has(Part.EMAIL, Part.DURATION):
            continue
        apart = table.has(Part.LAST_NAME)
        times = table.has(Part.JOIN, Part.LEAVE)
        in_order = table.columns[Part.EMAIL] < table.columns[Part.DURATION]
        if in_order and (apart or (times and has_bare_clocks(file))):
            return True
    return False


def has_bare_clocks(file: MeetingFile) -> bool:
    """Return whether the joins are times of day without a day."""
    for table in file.people:
        if Part.JOIN in table.columns:
            cells = column([row for _, row in table.body], table.columns[Part.JOIN])
            if cells and all(is_clock(cell) for cell in cells):
                return True
    return False


def day_of_meeting(file: MeetingFile, file_name: str, order: DateOrder) -> date | None:
    """Return the meeting's day from what stands above the table, or from the report's file name."""
    for cell in dated_labels(file):
        found = read_moment(cell, order)
        if found and found.day:
            return found.day
    named = _DAY_IN_NAME.search(file_name)
    return _day(named) if named else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
