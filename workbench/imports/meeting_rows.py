"""The body of a meeting table read into join records: dates by one order, lengths by one unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, column, email_in, text_at
from workbench.imports.clock_circle import on_or_after
from workbench.imports.dates import DateOrder, Moment, read_moment
from workbench.imports.durations import Unit, unit_in_title
from workbench.imports.join_record import JoinRecord
from workbench.imports.meeting_alignment import aligned
from workbench.imports.meeting_lengths import stated_lengths
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.workbooks import Cell, Row

_DAY = timedelta(days=1)
_LONGEST = 12 * 3600
_NEAR = 300
_YES = frozenset(("yes", "y", "ja", "oui", "si", "sim", "true", "tak", "ano", "igen", "da", "evet"))
_NO = frozenset(
    ("no", "n", "nein", "non", "nao", "false", "nie", "ne", "nem", "nu", "hayir", "nej", "a", "e",
     "absent", "missed", "excused", "abwesend", "entschuldigt", "ausente", "assente", "afwezig")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's cells are to be read.

    `order` is that of its dates, `begins` the earliest moment a bare clock time can mean, `known`
    the start of the session the file belongs to, or only its day.
    """

    order: DateOrder
    begins: datetime | None = None
    known: date | datetime | None = None

    def moment(self, cell: Cell) -> datetime | None:
        """Return the moment a cell tells, None where it lacks a time of day or a day."""
        return self.joined(read_moment(cell, self.order))

    def joined(self, found: Moment | None) -> datetime | None:
        """Return a date and a time of day as one moment."""
        if found is None or found.at is None:
            return None
        if found.day is None and self.begins is not None:
            return on_or_after(self.begins, found.at)
        return found.joined()


@dataclass(frozen=True, slots=True)
class _Times:
    """When a row joined and left; `bare` where its clock times had no date."""

    start: datetime | None
    end: datetime | None
    bare: bool

    @property
    def span(self) -> int | None:
        """The seconds from joining to leaving, past midnight where the clock times are bare."""
        if self.start is None or self.end is None:
            return None
        length = round((self.end - self.start).total_seconds())
        if length < 0 and self.bare:
            length += round(_DAY.total_seconds())
        return length if length >= 0 else None


def moment_cells(tables: Iterable[MeetingTable]) -> Iterator[Cell]:
    """Yield every cell of the columns that hold moments, for deciding the order of the dates."""
    for table in tables:
        rows = [row for _, row in aligned(table)]
        for part in (Part.JOIN, Part.LEAVE, Part.STAMP):
            if part in table.columns:
                yield from column(rows, table.columns[part])


def records_in(table: MeetingTable, reading: Reading) -> list[JoinRecord]:
    """Return a record for every row about somebody who was in the meeting.

    Rows of the waiting room and of people who were registered but did not come are left out.
    """
    rows = list(aligned(table))
    times = _times_of(table, [row for _, row in rows], reading)
    lengths = _lengths(table, [row for _, row in rows], times)
    found = []
    for (number, row), when, stated in zip(rows, times, lengths, strict=True):
        who = name_of(row, table), _address(row, table, Part.EMAIL), _login(row, table)
        if not any(who) or _is_yes(row, table, Part.WAITING) or _stayed_away(row, table):
            continue
        found.append(JoinRecord(number, *who, when.start, _past_midnight(when, stated), stated))
    return found


def name_of(row: Row, table: MeetingTable) -> str:
    """Return the name a row shows, first name before last name where they stand apart."""
    parts = table.columns
    whole = text_at(row, parts.get(Part.NAME))
    first = text_at(row, parts.get(Part.FIRST_NAME))
    last = text_at(row, parts.get(Part.LAST_NAME))
    if Part.FIRST_NAME in parts and Part.LAST_NAME in parts and whole:
        return whole.strip('"')
    return clean(f"{first} {whole} {last}").strip('"')


def _address(row: Row, table: MeetingTable, part: Part) -> str:
    return email_in(cell_at(row, table.columns.get(part)))


def _login(row: Row, table: MeetingTable) -> str:
    """Return the tool's account name; it is no e-mail address, even where it looks like one."""
    return text_at(row, table.columns.get(Part.LOGIN))


def _is_yes(row: Row, table: MeetingTable, part: Part) -> bool:
    return fold(text_at(row, table.columns.get(part))) in _YES


def _stayed_away(row: Row, table: MeetingTable) -> bool:
    return fold(text_at(row, table.columns.get(Part.ATTENDED))) in _NO


def _lengths(table: MeetingTable, rows: Sequence[Row], times: Sequence[_Times]) -> list[int | None]:
    index = table.columns.get(Part.DURATION)
    unit: Unit = unit_in_title(table.title_of(Part.DURATION)) or "minutes"
    cells = [cell_at(row, index) for row in rows]
    return stated_lengths(cells, [when.span for when in times], unit)


def _times_of(table: MeetingTable, rows: Sequence[Row], reading: Reading) -> list[_Times]:
    """Return when each row joined and left; columns that stand as leave, join are turned."""
    times = [_times(row, table, reading) for row in rows]
    if not _swapped(times):
        return times
    return [replace(when, start=when.end, end=when.start) for when in times]


def _times(row: Row, table: MeetingTable, reading: Reading) -> _Times:
    joined = read_moment(cell_at(row, table.columns.get(Part.JOIN)), reading.order)
    left = read_moment(cell_at(row, table.columns.get(Part.LEAVE)), reading.order)
    bare = all(found is None or found.day is None for found in (joined, left))
    return _Times(reading.joined(joined), reading.joined(left), bare)


def _swapped(times: Sequence[_Times]) -> bool:
    """Return whether most of the dated rows leave before they join."""
    backwards = [
        when.end < when.start
        for when in times[:60]
        if when.start and when.end and when.start != when.end and not when.bare
    ]
    return len(backwards) > 1 and sum(backwards) > len(backwards) / 2


def _past_midnight(when: _Times, stated: int | None) -> datetime | None:
    """Return the end, a day later where clock times run past midnight or the length says so."""
    if when.start is None or when.end is None or when.end >= when.start:
        return when.end
    later = when.end + _DAY
    length = (later - when.start).total_seconds()
    fits = stated is not None and abs(length - stated) < _NEAR
    return later if fits or (when.bare and length < _LONGEST) else when.end
