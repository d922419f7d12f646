"""Google Meet attendance reports: a row a person, clock times whose day stands elsewhere."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from workbench.imports.cells import cell_at, column, is_clock, is_length, is_number
from workbench.imports.dates import DateOrder, read_moment
from workbench.imports.durations import is_two_parts, unit_in_title
from workbench.imports.meeting_file import MeetingFile, dated_labels, heading_of
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.workbooks import Cell

NAME = "Google Meet attendance report"
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)")


def is_meet(file: MeetingFile) -> bool:
    """Return whether this is a report of Meet: names, address, duration, then clock times."""
    for table in file.people:
        if not table.has(Part.EMAIL, Part.DURATION):
            continue
        if _is_participation(table):
            return True
        apart = table.has(Part.LAST_NAME)
        times = table.has(Part.JOIN, Part.LEAVE)
        in_order = table.columns[Part.EMAIL] < table.columns[Part.DURATION]
        if in_order and (apart or (times and has_bare_clocks(file))):
            return True
    return False


def _is_participation(table: MeetingTable) -> bool:
    """Return whether this is Meet's old list: name, address and a length in words, no more."""
    if len(table.titles) != 3 or unit_in_title(table.title_of(Part.DURATION)):
        return False
    if [table.columns.get(part) for part in (Part.NAME, Part.EMAIL, Part.DURATION)] != [0, 1, 2]:
        return False
    lengths = column([row for _, row in table.body], 2)
    return bool(lengths) and all(_in_words(cell) for cell in lengths)


def _in_words(cell: Cell) -> bool:
    return not is_number(cell) and (is_length(cell) or is_two_parts(cell))


def has_bare_clocks(file: MeetingFile) -> bool:
    """Return whether the joins are times of day without a day."""
    for table in file.people:
        if Part.JOIN in table.columns:
            cells = column([row for _, row in table.body], table.columns[Part.JOIN])
            if cells and all(is_clock(cell) for cell in cells):
                return True
    return False


def clock_times(file: MeetingFile) -> Iterator[tuple[time | None, time | None]]:
    """Yield the times of day of joining and leaving that stand without a day."""
    for table in file.people:
        places = table.columns.get(Part.JOIN), table.columns.get(Part.LEAVE)
        for _, row in table.body:
            joined, left = (_bare(cell_at(row, index)) for index in places)
            if joined or left:
                yield joined, left


def _bare(cell: Cell) -> time | None:
    found = read_moment(cell)
    return found.at if found and found.day is None else None


def start_of_meeting(file: MeetingFile, file_name: str, order: DateOrder) -> date | datetime | None:
    """Return the meeting's start from what stands above the table, or only its day.

    The day stands there or in the report's file name; None where nothing tells.
    """
    if file.about and (start := heading_of(file, order).start):
        return start
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
