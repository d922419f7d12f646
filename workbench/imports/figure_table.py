"""Business figures in a table: a column of months and a column of numbers for each figure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import short_month
from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean
from workbench.imports.amounts import amount_in, decimal_mark, mark_of_file, open_example
from workbench.imports.dates import read_date
from workbench.imports.tables import SourceFile, as_text, filled, is_empty
from workbench.imports.workbooks import Cell, Row

_YEAR_MONTH = re.compile(r"(\d{4})[-/. ]?(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_DOTTED_MONTH = re.compile(r"(?:\d{1,2}\.)?\d{1,2}\.\d{4}")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One number of a figure: the row of the file, the month's first day, the value."""

    row: int
    month: date
    value: float


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A figure by its title with its numbers in the file's order; `percent` where cells say %.

    `open_number` is one such as 12.000, where nothing tells whether it is twelve or a thousand
    times as much.
    """

    title: str
    cells: tuple[FigureCell, ...]
    percent: bool = False
    open_number: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """What a file holds: columns of figures, and rows that were left aside with the reason."""

    columns: tuple[FigureColumn, ...]
    rows_read: int
    rejected: tuple[tuple[int, str], ...]


def figure_table(source: SourceFile, decimal: str = "") -> FigureTable:
    """Return the figures in a file; raises UnreadableFile where no column holds months.

    `decimal` is the decimal mark where the numbers themselves leave it open.
    """
    local = "," if source.delimiter == ";" else ""
    for sheet in source.sheets:
        said = decimal or local or _local_mark(sheet.rows)
        found = _read_across(sheet.rows, said) or _read_down(sheet.rows, said)
        if found is not None:
            return found
    raise UnreadableFile(
        f"{source.name} has no column of months with numbers beside it.",
        'Write the months as 2026-09 or "September 2026" in one column, each figure in its own.',
    )


def month_in(cell: Cell) -> date | None:
    """Return the first day of the month a cell names, or None: 2026-09, 09/2026, Sept 2026."""
    text = clean(as_text(cell)) if isinstance(cell, str | int) else ""
    for pattern, year, month in ((_YEAR_MONTH, 1, 2), (_MONTH_YEAR, 2, 1)):
        match = pattern.fullmatch(text)
        if match and 1 <= int(match[month]) <= 12 and 1900 <= int(match[year]) <= 2200:
            return date(int(match[year]), int(match[month]), 1)
    if isinstance(cell, bool | int | float) or text.isdecimal():
        return None  # a bare number is a value, not a date by its serial number
    day = read_date(cell) or (read_date(f"1 {text}") if text else None)
    return day.replace(day=1) if day else None


def month_words(month: date) -> str:
    """Return a month as a person writes it: "Sep 2026"."""
    return f"{short_month(month)} {month.year}"


def _local_mark(rows: Sequence[Row]) -> str:
    """Return the comma where days and months stand with dots: so do thousands there."""
    dotted = (_DOTTED_MONTH.fullmatch(clean(as_text(cell))) for row in rows for cell in row)
    return "," if any(dotted) else ""


def _read_across(rows: Sequence[Row], said: str) -> FigureTable | None:
    """Return the figures of a table with its months in one row and a row for each figure."""
    counts = [sum(month_in(cell) is not None for cell in row) for row in rows]
    at = counts.index(max(counts)) if counts else 0
    if not counts or counts[at] < 2 or sum(count > 0 for count in counts) >= counts[at]:
        return None
    months = {place: month for place, cell in enumerate(rows[at]) if (month := month_in(cell))}
    body = [(number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if filled(row)]
    of_file = mark_of_file([cell for _, cell in _given(row, months)] for _, row in body) or said
    columns: list[FigureColumn] = []
    rejected: list[tuple[int, str]] = []
    for number, row in body:
        title = next(
            (clean(as_text(cell)) for cell in row[: min(months)] if not is_empty(cell)), ""
        )
        given = _given(row, months)
        numbers = [cell for _, cell in given]
        mark = decimal_mark(numbers) or of_file
        values = [(month, cell, amount_in(cell, mark)) for month, cell in given]
        cells = [
            FigureCell(number, month, value) for month, _, value in values if value is not None
        ]
        wrong = [cell for _, cell, value in values if value is None]
        rejected += [(number, f"{as_text(cell)!r} is no number") for cell in wrong]
        if title and cells:
            percent = any(as_text(cell).strip().endswith("%") for _, cell in given)
            open_number = "" if mark or percent else open_example(numbers)
            columns.append(FigureColumn(title, tuple(cells), percent, open_number))
    return FigureTable(tuple(columns), len(body), tuple(rejected)) if columns else None


def _given(row: Row, months: Mapping[int, date]) -> list[tuple[date, Cell]]:
    """Return the filled cells below the months, each with its month."""
    return [
        (month, row[place])
        for place, month in months.items()
        if place < len(row) and not is_empty(row[place])
    ]


def _read_down(rows: Sequence[Row], said: str) -> FigureTable | None:
    width = max((len(row) for row in rows), default=0)
    counts = [sum(_is_month(row, place) for row in rows) for place in range(width)]
    if not counts or max(counts) == 0:
        return None
    months_at = counts.index(max(counts))
    first = next(at for at, row in enumerate(rows) if _is_month(row, months_at))
    titles = rows[first - 1] if first else ()
    places = [place for place in range(width) if place != months_at]
    columns_of = {
        place: [row[place] for row in rows[first:] if place < len(row)] for place in places
    }
    of_file = mark_of_file(columns_of.values()) or said
    marks = {place: decimal_mark(cells_of) or of_file for place, cells_of in columns_of.items()}
    rejected: list[tuple[int, str]] = []
    cells: dict[int, list[FigureCell]] = {place: [] for place in places}
    body = [(number, row) for number, row in enumerate(rows[first:], first + 1) if filled(row)]
    for number, row in body:
        month = month_in(row[months_at]) if months_at < len(row) else None
        if month is None:
            rejected.append((number, f"{_shown(row, months_at)} is no month"))
            continue
        for place in places:
            cell = row[place] if place < len(row) else ""
            if is_empty(cell):
                continue
            value = amount_in(cell, marks[place])
            if value is None:
                rejected.append((number, f"{as_text(cell)!r} is no number"))
            else:
                cells[place].append(FigureCell(number, month, value))
    percents = {place: _percent(rows[first:], place) for place in places}
    columns = tuple(
        FigureColumn(
            _title(titles, place),
            tuple(found),
            percents[place],
            "" if marks[place] or percents[place] else open_example(columns_of[place]),
        )
        for place, found in cells.items()
        if found
    )
    return FigureTable(columns, len(body), tuple(rejected)) if columns else None


def _is_month(row: Row, place: int) -> bool:
    return place < len(row) and month_in(row[place]) is not None


def _shown(row: Row, place: int) -> str:
    text = as_text(row[place]) if place < len(row) else ""
    return repr(text) if text else "an empty cell"


def _title(titles: Row, place: int) -> str:
    title = clean(as_text(titles[place])) if place < len(titles) else ""
    return title or f"Figure {place + 1}"


def _percent(rows: Sequence[Row], place: int) -> bool:
    return any(place < len(row) and as_text(row[place]).strip().endswith("%") for row in rows)
