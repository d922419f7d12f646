"""What a cell looks like when its title says nothing: an address, a moment, a number, a length."""

import re
from collections.abc import Sequence

from workbench.foundation.text import clean
from workbench.imports.dates import DateOrder, read_moment
from workbench.imports.durations import seconds_of
from workbench.imports.tables import as_text, is_empty
from workbench.imports.workbooks import Cell, Row

_EMAIL = re.compile(r"[^\s@,;<>()\"]+@[^\s@,;<>()\"]+\.[^\s@,;<>()\".]{2,}")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"\+?[\d\s()*•xX./-]{6,}")


def is_email(cell: Cell) -> bool:
    """Return whether a cell is one e-mail address."""
    return isinstance(cell, str) and "@" in cell and bool(_EMAIL.fullmatch(clean(cell)))


def email_in(cell: Cell) -> str:
    """Return the one address in a cell such as "Ann Lee <ann@firm.example>", else ""."""
    found = _EMAIL.findall(clean(cell)) if isinstance(cell, str) and "@" in cell else []
    return str(found[0]).removeprefix("mailto:") if len(found) == 1 else ""


def is_number(cell: Cell) -> bool:
    """Return whether a cell is a number, also one kept as text."""
    if isinstance(cell, str):
        return bool(_NUMBER.fullmatch(cell.strip() if cell.isascii() else clean(cell)))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_telephone(text: str) -> bool:
    """Return whether a text is a telephone number, perhaps with masked digits."""
    bare = clean(text)
    digits = sum(sign.isdigit() for sign in bare)
    return bool(_PHONE.fullmatch(bare)) and (digits >= 6 or (digits >= 3 and "*" in bare))


def is_dated(cell: Cell) -> bool:
    """Return whether a cell holds a date under one of the two orders."""
    found = read_moment(cell)
    if found is None or found.day is None:
        found = read_moment(cell, DateOrder.MONTH_FIRST)
    return found is not None and found.day is not None


def is_clock(cell: Cell) -> bool:
    """Return whether a cell holds a time of day and no date."""
    return not is_dated(cell) and not is_number(cell) and read_moment(cell) is not None


def is_length(cell: Cell) -> bool:
    """Return whether a cell holds a duration that needs no unit from its title."""
    return seconds_of(cell) is not None


def is_value(cell: Cell) -> bool:
    """Return whether a cell can stand in a table's body but hardly in its title row."""
    if not isinstance(cell, str):
        return True
    if not _DIGIT.search(cell):
        return is_email(cell)
    return is_email(cell) or is_number(cell) or is_dated(cell) or is_clock(cell) or is_length(cell)


def column(rows: Sequence[Row], index: int) -> list[Cell]:
    """Return the filled cells of one column, in order; short rows simply lack theirs."""
    return [row[index] for row in rows if 0 <= index < len(row) and not is_empty(row[index])]


def text_at(row: Row, index: int | None) -> str:
    """Return the cell at an index as clean text, "" where there is none."""
    return clean(as_text(row[index])) if index is not None and index < len(row) else ""


def cell_at(row: Row, index: int | None) -> Cell:
    """Return the cell at an index, "" where there is none."""
    return row[index] if index is not None and index < len(row) else ""
