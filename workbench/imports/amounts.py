"""Numbers as people write them: which mark is the decimal one is decided by the whole column."""

import re
from collections.abc import Iterable, Sequence
from math import isfinite
from statistics import median

from workbench.foundation.text import clean
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell

_AMOUNT = re.compile(r"[^\d,.\-−+']*([-−+]?[\d.,' ]*\d)\s*[^\d]*")
_OPEN = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}")


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


def _mark_shown(cells: Sequence[Cell]) -> str:
    """Return the decimal mark that cells show beyond doubt, else ""."""
    shown = {_mark_in(_digits(cell)) for cell in cells if isinstance(cell, str)} - {""}
    return shown.pop() if len(shown) == 1 else ""


def decimal_mark(cells: Sequence[Cell]) -> str:
    """Return the decimal mark of a column, as its cells show it or as their sizes tell, else ""."""
    return _mark_shown(cells) or _mark_by_size(cells)


def mark_of_file(columns: Iterable[Sequence[Cell]]) -> str:
    """Return the decimal mark on which the columns that have one agree, else ""."""
    marks = {decimal_mark(cells) for cells in columns} - {""}
    return marks.pop() if len(marks) == 1 else ""


def open_example(cells: Sequence[Cell]) -> str:
    """Return the first number such as 12.000, which may be twelve or twelve thousand, else ""."""
    digits = (_digits(cell) for cell in cells if isinstance(cell, str))
    return next((one for one in digits if (found := _OPEN.fullmatch(one)) and found[1] == "."), "")


def _mark_by_size(cells: Sequence[Cell]) -> str:
    """Return the decimal mark under which 1.200 goes with the plain numbers beside it, or ""."""
    written = [_digits(cell) for cell in cells if isinstance(cell, str)]
    found = [match for one in written if (match := _OPEN.fullmatch(one))]
    plain = [abs(int(one)) for one in written if re.fullmatch(r"[-+]?\d+", one)]
    if not found or not any(plain) or len({match[1] for match in found}) > 1:
        return ""
    mark = found[0][1]
    large = median(abs(int(match[0].replace(mark, ""))) for match in found)
    usual = median(plain)
    if max(plain) >= 1000 or usual * 100 <= large:
        return mark
    return {".": ",", ",": "."}[mark] if usual * 10 >= large else ""


def _mark_in(digits: str) -> str:
    """Return the decimal mark that digits show: 1.234,5 or 1.234.567 or 4,5 does, 1.234 does not.

    Three digits after the only mark may be thousands or decimals, but not after 0 or 1234.
    """
    marks = [sign for sign in digits if sign in ",."]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    return marks[0] if marks and not _OPEN.fullmatch(digits) else ""


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
