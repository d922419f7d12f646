"""Business figures in a table: a column of months and a column of numbers for each figure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from workbench.foundation.dates import short_month
from workbench.foundation.errors import UnreadableFile
from workbench.foundation.text import clean
from workbench.imports.dates import read_date
from workbench.imports.tables import SourceFile, as_text, filled, is_empty
from workbench.imports.workbooks import Cell, Row

_YEAR_MONTH = re.compile(r"(\d{4})[-/. ]?(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_AMOUNT = re.compile(r"[^\d,.\-−+']*([-−+]?[\d.,' ]*\d)\s*[^\d]*")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One number of a figure: the row of the file, the month's first day, the value."""

    row: int
    month: date
    value: float


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A figure by its title with its numbers in the file's order; `percent` where cells say %."""

    title: str
    cells: tuple[FigureCell, ...]
    percent: bool = False


@dataclass(frozen=True, slots=True)
class FigureTable:
    """What a file holds: columns of figures, and rows that were left aside with the reason."""

    columns: tuple[FigureColumn, ...]
    rows_read: int
    rejected: tuple[tuple[int, str], ...]


def figure_table(source: SourceFile) -> FigureTable:
    """Return the figures in a file; raises UnreadableFile where no column holds months."""
    for sheet in source.sheets:
        found = _read(sheet.rows)
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


def amount_in(cell: Cell, decimal: str = "") -> float | None:
    """Return the number in a cell, or None: 1,234.5 and 1.234,5 and "10.8 %" are numbers.

    `decimal` is the mark that other cells of the column show to be the decimal one.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell) if isfinite(cell) else None
    digits = _digits(cell)
    value = _parsed(digits, decimal or _decimal_of(digits)) if digits else None
    in_brackets = re.fullmatch(r"[^\d(]*\(.*\)", clean(as_text(cell)))
    return -value if value and in_brackets else value


def decimal_mark(cells: Sequence[Cell]) -> str:
    """Return the decimal mark of a column where its cells show one beyond doubt, else ""."""
    shown = {_mark_shown(_digits(cell)) for cell in cells if isinstance(cell, str)} - {""}
    return shown.pop() if len(shown) == 1 else ""


def _mark_shown(digits: str) -> str:
    """Return the decimal mark that digits show: 1.234,5 or 1.234.567 or 4,5 does, 1.234 does not.

    Three digits after the only mark may be thousands or decimals.
    """
    marks = [sign for sign in digits if sign in ",."]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    return marks[0] if marks and len(digits) - digits.index(marks[0]) != 4 else ""


def month_words(month: date) -> str:
    """Return a month as a person writes it: "Sep 2026"."""
    return f"{short_month(month)} {month.year}"


def _digits(cell: Cell) -> str:
    match = _AMOUNT.fullmatch(clean(as_text(cell)))
    return match[1].replace("−", "-").replace("'", "").replace(" ", "") if match else ""


def _decimal_of(digits: str) -> str:
    """Return the decimal mark: the one further right; a comma before three digits is none."""
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0 or digits.count(digits[last]) > 1:
        return ""
    alone = "," not in digits or "." not in digits
    return "" if alone and digits[last] == "," and len(digits) - last == 4 else digits[last]


def _parsed(digits: str, decimal: str) -> float | None:
    for mark in ",.":
        if mark != decimal:
            digits = digits.replace(mark, "")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def _read(rows: Sequence[Row]) -> FigureTable | None:
    return _read_across(rows) or _read_down(rows)


def _read_across(rows: Sequence[Row]) -> FigureTable | None:
    """Return the figures of a table with its months in one row and a row for each figure."""
    counts = [sum(month_in(cell) is not None for cell in row) for row in rows]
    at = counts.index(max(counts)) if counts else 0
    if not counts or counts[at] < 2 or sum(count > 0 for count in counts) >= counts[at]:
        return None
    months = {place: month for place, cell in enumerate(rows[at]) if (month := month_in(cell))}
    body = [(number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if filled(row)]
    of_file = decimal_mark([cell for _, row in body for _, cell in _given(row, months)])
    columns: list[FigureColumn] = []
    rejected: list[tuple[int, str]] = []
    for number, row in body:
        title = next(
            (clean(as_text(cell)) for cell in row[: min(months)] if not is_empty(cell)), ""
        )
        given = _given(row, months)
        mark = decimal_mark([cell for _, cell in given]) or of_file
        values = [(month, cell, amount_in(cell, mark)) for month, cell in given]
        cells = [
            FigureCell(number, month, value) for month, _, value in values if value is not None
        ]
        wrong = [cell for _, cell, value in values if value is None]
        rejected += [(number, f"{as_text(cell)!r} is no number") for cell in wrong]
        if title and cells:
            percent = any(as_text(cell).strip().endswith("%") for _, cell in given)
            columns.append(FigureColumn(title, tuple(cells), percent))
    return FigureTable(tuple(columns), len(body), tuple(rejected)) if columns else None


def _given(row: Row, months: Mapping[int, date]) -> list[tuple[date, Cell]]:
    """Return the filled cells below the months, each with its month."""
    return [
        (month, row[place])
        for place, month in months.items()
        if place < len(row) and not is_empty(row[place])
    ]


def _read_down(rows: Sequence[Row]) -> FigureTable | None:
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
    of_file = decimal_mark([cell for cells_of in columns_of.values() for cell in cells_of])
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
    columns = tuple(
        FigureColumn(_title(titles, place), tuple(found), _percent(rows[first:], place))
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
