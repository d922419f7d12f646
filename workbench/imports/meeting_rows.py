"""The body of a meeting table read into join records: dates by one order, lengths by one unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workbench.foundation.text import clean, fold
from workbench.imports.attendees import JoinRecord
from workbench.imports.cells import cell_at, column, email_in, is_clock, is_dated, text_at
from workbench.imports.dates import DateOrder, read_moment
from workbench.imports.durations import Unit, seconds_of, two_parts_of, unit_in_title
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.tables import as_text, filled
from workbench.imports.totals import is_total
from workbench.imports.workbooks import Cell, Row

_YES = frozenset(("yes", "y", "ja", "oui", "si", "sim", "true", "tak", "ano", "igen", "da", "evet"))
_NO = frozenset(
    ("no", "n", "nein", "non", "nao", "false", "nie", "ne", "nem", "nu", "hayir", "nej", "a", "e",
     "absent", "missed", "excused", "abwesend", "entschuldigt", "ausente", "assente", "afwezig")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file's cells are to be read: the order of its dates, the day of bare clock times."""

    order: DateOrder
    known: date | None = None


def moment_cells(tables: Iterable[MeetingTable]) -> Iterator[Cell]:
    """Yield every cell of the columns that hold moments, for deciding the order of the dates."""
    for table in tables:
        rows = [row for _, row in aligned(table)]
        for part in (Part.JOIN, Part.LEAVE, Part.STAMP):
            if part in table.columns:
                yield from column(rows, table.columns[part])


def aligned(table: MeetingTable) -> Iterator[tuple[int, Row]]:
    """Yield the rows with date and time in one cell, as wide as the titles where they were wider.

    A comma inside an unquoted date or name makes two cells of one.
    """
    width = len(table.titles)
    for number, row in table.body:
        if not filled(row) or is_total(row):
            continue
        if not width or len(row) <= width:
            yield number, row
            continue
        joined = _dates_joined(row)
        surplus = len(joined) - width
        if surplus > 0 and filled(joined[width:]):
            name = ", ".join(clean(as_text(cell)) for cell in joined[: surplus + 1])
            joined = (name, *joined[surplus + 1 :])
        yield number, joined


def _dates_joined(row: Row) -> Row:
    cells: list[Cell] = []
    for cell in row:
        before = cells[-1] if cells else ""
        if is_clock(cell) and isinstance(before, str) and _is_bare_date(before):
            cells[-1] = f"{clean(before)}, {clean(as_text(cell))}"
        else:
            cells.append(cell)
    return tuple(cells)


def _is_bare_date(cell: Cell) -> bool:
    found = read_moment(cell) or read_moment(cell, DateOrder.MONTH_FIRST)
    return is_dated(cell) and (found is None or found.at is None)


def records_in(table: MeetingTable, reading: Reading) -> list[JoinRecord]:
    """Return a record for every row about somebody who was in the meeting.

    Rows of the waiting room and of people who were registered but did not come are left out.
    """
    rows = list(aligned(table))
    lengths = _lengths(table, [row for _, row in rows])
    swapped = _swapped(table, [row for _, row in rows], reading)
    found = []
    for (number, row), stated in zip(rows, lengths, strict=True):
        who = name_of(row, table), _address(row, table, Part.EMAIL), _login(row, table)
        if not any(who) or _is_yes(row, table, Part.WAITING) or _stayed_away(row, table):
            continue
        start = _moment(row, table, Part.LEAVE if swapped else Part.JOIN, reading)
        end = _moment(row, table, Part.JOIN if swapped else Part.LEAVE, reading)
        found.append(JoinRecord(number, *who, start, _past_midnight(start, end, stated), stated))
    return found


def name_of(row: Row, table: MeetingTable) -> str:
    """Return the name a row shows, first name before last name where they stand apart."""
    parts = table.columns
    whole = text_at(row, parts.get(Part.NAME))
    first = text_at(row, parts.get(Part.FIRST_NAME))
    last = text_at(row, parts.get(Part.LAST_NAME))
    if Part.FIRST_NAME in parts and Part.LAST_NAME in parts and whole:
        return whole
    return clean(f"{first} {whole} {last}")


def _address(row: Row, table: MeetingTable, part: Part) -> str:
    return email_in(cell_at(row, table.columns.get(part)))


def _login(row: Row, table: MeetingTable) -> str:
    """Return the tool's account name; it is no e-mail address, even where it looks like one."""
    return text_at(row, table.columns.get(Part.LOGIN))


def _is_yes(row: Row, table: MeetingTable, part: Part) -> bool:
    return fold(text_at(row, table.columns.get(part))) in _YES


def _stayed_away(row: Row, table: MeetingTable) -> bool:
    return fold(text_at(row, table.columns.get(Part.ATTENDED))) in _NO


def _lengths(table: MeetingTable, rows: Sequence[Row]) -> list[int | None]:
    index = table.columns.get(Part.DURATION)
    cells = column(rows, index) if index is not None else []
    unit: Unit = unit_in_title(table.title_of(Part.DURATION)) or "minutes"
    two_parts = two_parts_of(cells)
    return [seconds_of(cell_at(row, index), unit, two_parts) for row in rows]


def _swapped(table: MeetingTable, rows: Sequence[Row], reading: Reading) -> bool:
    """Return whether the columns found by shape stand in the order leave, join."""
    if not table.has(Part.JOIN, Part.LEAVE):
        return False
    pairs = [
        (_moment(row, table, Part.JOIN, reading), _moment(row, table, Part.LEAVE, reading))
        for row in rows[:60]
    ]
    dated = [(start, end) for start, end in pairs if start and end and start != end]
    backwards = sum(end < start for start, end in dated)
    return len(dated) > 1 and backwards > len(dated) / 2 and not _clock_only(table, rows)


def _clock_only(table: MeetingTable, rows: Sequence[Row]) -> bool:
    return not any(is_dated(cell) for cell in column(rows, table.columns[Part.JOIN]))


def _moment(row: Row, table: MeetingTable, part: Part, reading: Reading) -> datetime | None:
    found = read_moment(cell_at(row, table.columns.get(part)), reading.order)
    return found.joined(reading.known) if found else None


def _past_midnight(
    start: datetime | None, end: datetime | None, stated: int | None
) -> datetime | None:
    """Return the end a day later where clock times without a date run past midnight."""
    if start is None or end is None or end >= start:
        return end
    later = end + timedelta(days=1)
    length = (later - start).total_seconds()
    fits = length < 12 * 3600 if stated is None else abs(length - stated) < 300
    return later if fits else end
