"""Rows of a survey file that somebody may have sent twice: the same address, number or whole row.

Equal answers alone are never taken for a repetition: many people answer alike.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, column, is_dated, is_email
from workbench.imports.dates import DateOrder, find_order, read_moment
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell, Row

_NUMBERS = frozenset(
    ("id", "responseid", "respondentid", "recordid", "submissionid", "token", "userid", "username",
     "login", "upn", "employeeid", "employeeno", "employeenumber", "staffid", "personalnummer")
)  # fmt: skip
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{2}")
_LONG_TEXT = 25


@dataclass(frozen=True, slots=True)
class _Order:
    """Which number of a date is the day, and whether the dates of the file prove it."""

    dates: DateOrder
    sure: bool


Telling = Sequence[tuple[int, str]]


def earlier_doubles(telling: Telling, rows: Sequence[Row]) -> frozenset[int]:
    """Return the places of rows that a later answer of the same person, or an equal row, repeats.

    `telling` are the columns that tell who answered, as place and title.
    """
    addresses = [place for place, _ in telling if _holds_addresses(column(rows, place))]
    numbers = [
        place
        for place, title in telling
        if re.sub(r"[\W_]+", "", fold(title)) in _NUMBERS
        and _differ(column(rows, place), half=True)
    ]
    texts = _text_columns(rows)
    seen: set[tuple[str, ...]] = set()
    earlier: set[int] = set()
    for at in _latest_first(telling, rows):
        keys = set(_keys(rows[at], addresses, numbers, [place for place, _ in telling], texts))
        if keys & seen:
            earlier.add(at)
        seen |= keys
    return frozenset(earlier)


def _latest_first(telling: Telling, rows: Sequence[Row]) -> list[int]:
    """Return the places of rows by the file's own times, the latest first; else the last first.

    Some tools write the newest answer on top.
    """
    columns = [
        place for place, _ in telling if any(_to_the_minute(cell) for cell in column(rows, place))
    ]
    cells = [cell for place in columns for cell in column(rows, place)]
    for order in _orders(cells):
        moments = [_latest(row, columns, order) for row in rows]
        known = [moment for moment in moments if moment is not None]
        if known and (order.sure or known in (sorted(known), sorted(known, reverse=True))):
            first = min(known)
            return sorted(range(len(rows)), key=lambda at: (moments[at] or first, at), reverse=True)
    return list(range(len(rows) - 1, -1, -1))


def _orders(cells: Sequence[Cell]) -> list[_Order]:
    """Return the one order of day and month that the dates prove, else both, none of them sure."""
    found = find_order(cells).order
    return [_Order(found, sure=True)] if found else [_Order(each, sure=False) for each in DateOrder]


def _latest(row: Row, columns: Sequence[int], order: _Order) -> datetime | None:
    found = [
        moment.joined()
        for place in columns
        if (moment := read_moment(cell_at(row, place), order.dates)) is not None
    ]
    return max((one for one in found if one is not None), default=None)


def rounded_numbers(telling: Telling, rows: Sequence[Row]) -> Iterator[str]:
    """Yield what must be said where a spreadsheet program has rounded the numbers of people."""
    for place, title in telling:
        if any(_ROUNDED.fullmatch(clean(as_text(cell))) for cell in column(rows, place)):
            yield (
                f"A spreadsheet program has rounded the long numbers in {title}, so it may have "
                "changed answers too: export the answers again if they look odd."
            )
            return


def _keys(
    row: Row,
    addresses: Sequence[int],
    numbers: Sequence[int],
    telling: Sequence[int],
    texts: Sequence[int],
) -> Iterator[tuple[str, ...]]:
    """Yield what would be the same in another row of this person: address, else number, or all."""
    found = [
        fold(as_text(cell_at(row, place))) for place in addresses if is_email(cell_at(row, place))
    ]
    if found:
        yield ("address", *found)
    else:
        ids = [clean(as_text(cell_at(row, place))) for place in numbers]
        ids = [one for one in ids if one and not _ROUNDED.fullmatch(one)]
        if ids:
            yield ("number", *ids)
    own = any(_to_the_minute(cell_at(row, place)) for place in telling)
    if own or any(len(clean(as_text(cell_at(row, place)))) >= _LONG_TEXT for place in texts):
        yield ("row", *(clean(as_text(cell)) for cell in row))


def _holds_addresses(cells: Sequence[Cell]) -> bool:
    found = [cell for cell in cells if is_email(cell)]
    return _differ(found, half=False)


def _differ(cells: Sequence[Cell], *, half: bool) -> bool:
    """Return whether the cells tell people apart: not one for all; with `half`, mostly others."""
    different = len({fold(as_text(cell)) for cell in cells})
    return different > 1 and (not half or different * 2 >= len(cells))


def _text_columns(rows: Sequence[Row]) -> list[int]:
    """Return the columns in which people wrote in their own words."""
    width = max(map(len, rows), default=0)
    return [place for place in range(width) if _own_words(column(rows, place))]


def _own_words(cells: Sequence[Cell]) -> bool:
    long = [cell for cell in cells if len(as_text(cell)) >= _LONG_TEXT]
    return bool(long) and _differ(cells, half=True)


def _to_the_minute(cell: Cell) -> bool:
    return ":" in as_text(cell) and is_dated(cell)
