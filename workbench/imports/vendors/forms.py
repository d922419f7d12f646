"""Microsoft Forms and Google Forms answers: one title row in the form's language."""

from collections.abc import Sequence

from workbench.foundation.text import fold
from workbench.imports.cells import column, is_dated, is_email, is_number
from workbench.imports.workbooks import Cell, Row

MICROSOFT = "Microsoft Forms answers"
GOOGLE = "Google Forms answers"
_NOBODY = ("anonymous", "anonym", "anonyme", "anonimo", "anoniem", "匿名")


def forms_kind(titles: Sequence[str], body: Sequence[Row]) -> str | None:
    """Return which tool's answers a table with one title row is, None where it is neither.

    Microsoft: a number, two moments, an address or "anonymous". Google: a moment, then questions.
    """
    sample = body[:40]
    first, second, third = (column(sample, index) for index in range(3))
    if _mostly_numbers(first) and _dated(second) and _dated(third) and len(titles) > 3:
        addresses = column(sample, 3)
        if not addresses or all(_address_or_nobody(cell) for cell in addresses):
            return MICROSOFT
    if _dated(first) and not _dated(second) and len(titles) > 1:
        return GOOGLE
    return None


def _mostly_numbers(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(is_number(cell) for cell in cells)


def _dated(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(is_dated(cell) for cell in cells)


def _address_or_nobody(cell: Cell) -> bool:
    return is_email(cell) or (isinstance(cell, str) and fold(cell) in _NOBODY)
