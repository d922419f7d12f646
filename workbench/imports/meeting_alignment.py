"""Rows of a meeting table brought under its titles where commas made two cells of one."""

from collections.abc import Iterator
from itertools import takewhile

from workbench.foundation.text import clean
from workbench.imports.cells import is_clock, is_dated, is_value
from workbench.imports.dates import DateOrder, read_moment
from workbench.imports.meeting_table import MeetingTable
from workbench.imports.meeting_words import Part
from workbench.imports.tables import as_text, filled, is_empty
from workbench.imports.totals import is_total
from workbench.imports.workbooks import Cell, Row

_MOMENTS = (Part.JOIN, Part.LEAVE, Part.STAMP)


def aligned(table: MeetingTable) -> Iterator[tuple[int, Row]]:
    """Yield the rows with date and time in one cell and the name in one.

    A comma inside an unquoted date or name makes two cells of one; the row may be wider than the
    titles then, or still shorter, as its last cells may be missing.
    """
    width = len(table.titles)
    first = min((table.columns[part] for part in _MOMENTS if part in table.columns), default=-1)
    for number, row in table.body:
        if all(is_empty(cell) for cell in row) or is_total(row):
            continue
        if not width or (len(row) <= width and not _is_split(row, first)):
            yield number, row
        else:
            yield number, _brought_home(_dates_joined(row), width, first)


def _is_split(row: Row, first: int) -> bool:
    """Return whether a date and its time stand in two cells, the date at its column or later."""
    if first < 0:
        return False
    for index in range(first, min(len(row), first + 3) - 1):
        cell = row[index]
        if isinstance(cell, str) and ":" in cell:
            return False
        if _is_bare_date(cell):
            return is_clock(row[index + 1])
        if is_empty(cell) or is_value(cell):
            return False
    return False


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
    if (isinstance(cell, str) and ":" in cell) or not is_dated(cell):
        return False
    found = read_moment(cell) or read_moment(cell, DateOrder.MONTH_FIRST)
    return found is None or found.at is None


def _brought_home(row: Row, width: int, first: int) -> Row:
    """Return the row with the cells of a name that commas divided put together again."""
    surplus = len(row) - width if filled(row[width:]) else _pushed(row, first)
    texts = takewhile(lambda cell: not is_empty(cell) and not is_value(cell), row[1:])
    surplus = min(surplus, len(list(texts)))
    if surplus <= 0:
        return row
    name = ", ".join(clean(as_text(cell)) for cell in row[: surplus + 1])
    return (name, *row[surplus + 1 :])


def _pushed(row: Row, first: int) -> int:
    """Return by how many cells the first date of a row stands right of its column."""
    dated = next((index for index, cell in enumerate(row) if is_dated(cell)), first)
    return dated - first if first > 0 else 0
