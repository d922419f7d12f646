"""Dates and times as files write them; day-first or month-first is decided for a whole file."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from workbench.foundation.text import clean
from workbench.imports.clock_times import read_time
from workbench.imports.month_names import date_in_words
from workbench.imports.workbooks import Cell

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_LEAP_DAY = 60
_YEARS = range(1880, 2101)
_LONGEST = 60
_SERIALS = range(1, 73_415)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)\.?")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)\.?")
_COMPACT = re.compile(r"^((?:18|19|20)\d{2})(\d{2})(\d{2})(?=$|[T ])")
_USUAL = re.compile(
    r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2}),? (\d{1,2}):([0-5]\d)"
    r"(?::([0-5]\d))?(?:[ \u202f\u00a0]?([AaPp])[Mm])?",
    re.ASCII,
)
_DIGIT = re.compile(r"\d")
_KEPT = 100_000
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")


class DateOrder(StrEnum):
    """Which of two numbers before a year is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class OrderFinding:
    """What a file's dates say about their order.

    `order` is None where both remain possible (`example` shows one such date) or where they
    contradict each other (`conflict`).
    """

    order: DateOrder | None
    example: str = ""
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time of day, or both, as one cell gives them."""

    day: date | None
    at: time | None

    def joined(self, known: date | None = None) -> datetime | None:
        """Return both as one, with `known` standing in for a missing date; else None."""
        day = self.day or known
        return datetime.combine(day, self.at) if day and self.at is not None else None


def find_order(cells: Iterable[Cell], known: date | None = None) -> OrderFinding:
    """Return the order of a file's numeric dates, `known` being the session's date if there is one.

    Values above 12 decide; then dots (nobody writes month.day.year); then the known date.
    """
    day_first = month_first = ""
    open_dates: list[str] = []
    dotted = False
    for cell in cells:
        parts = _numbers(cell)
        if parts is None:
            continue
        first, second, mark, shown = parts
        if first > 12 >= second:
            day_first = shown
        elif second > 12 >= first:
            month_first = shown
        elif first != second:
            open_dates.append(shown)
            dotted = dotted or mark == "."
    if day_first and month_first:
        return OrderFinding(None, f"{day_first} and {month_first}", conflict=True)
    if day_first or month_first:
        order = DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST
        return OrderFinding(order, day_first or month_first)
    return _undecided(open_dates, dotted, known)


def _undecided(open_dates: list[str], dotted: bool, known: date | None) -> OrderFinding:
    if not open_dates or dotted:
        return OrderFinding(DateOrder.DAY_FIRST)
    fitting = [
        order
        for order in DateOrder
        if known and any(read_date(shown, order) == known for shown in open_dates)
    ]
    if len(fitting) == 1:
        return OrderFinding(fitting[0], open_dates[0])
    return OrderFinding(None, open_dates[0])


def _numbers(cell: Cell) -> tuple[int, int, str, str] | None:
    """Return the two numbers before the year, their mark and the date as it stands."""
    return _numbers_in(cell) if isinstance(cell, str) else None


@lru_cache(maxsize=_KEPT)
def _numbers_in(cell: str) -> tuple[int, int, str, str] | None:
    text = plain(cell)
    if _YEAR_FIRST.search(text):
        return None
    found = _YEAR_LAST.search(text)
    if found is None:
        return None
    first, mark, second, _ = found.groups()
    return int(first), int(second), mark, found.group(0)


def plain(text: str) -> str:
    """Return text with ordinary blanks and digits, without invisible marks."""
    if text.isascii():
        return clean(text)
    seen = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in clean(text)
        if unicodedata.category(sign) != "Cf"
    )
    return clean(seen)


def read_moment(cell: Cell, order: DateOrder = DateOrder.DAY_FIRST) -> Moment | None:
    """Return the date and time of day in a cell, or None where it holds neither."""
    if isinstance(cell, datetime):
        return Moment(cell.date(), cell.time().replace(microsecond=0))
    if isinstance(cell, date):
        return Moment(cell, None)
    if isinstance(cell, time):
        return Moment(None, cell)
    return _moment_in(cell, order) if isinstance(cell, str) else None


@lru_cache(maxsize=_KEPT)
def _moment_in(cell: str, order: DateOrder) -> Moment | None:
    """Return the moment in a text; tables ask for the same cell again and again."""
    if not _DIGIT.search(cell):
        return None
    usual = _USUAL.fullmatch(cell)
    found = _usual_moment(usual, order) if usual else None
    if found:
        return found
    text = plain(cell)
    if len(text) > _LONGEST:
        return None
    day, rest = _date_in(text, order)
    at = read_time(rest, alone=day is None) if clean(rest) else None
    if day is None and at is None:
        return None
    return Moment(day, at)


def _usual_moment(found: re.Match[str], order: DateOrder) -> Moment | None:
    """Return the moment in what nearly every report writes, None where the rest must look at it."""
    first, _, second, year, hour, minute, seconds, half = found.groups()
    number, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    day = _day(_year(year), int(month), int(number))
    of_day = int(hour)
    if half and 1 <= of_day <= 12:
        of_day = of_day % 12 + (12 if half in "Pp" else 0)
    if of_day > 23:
        return None
    return Moment(day, time(of_day, int(minute), int(seconds or 0)))


def read_datetime(cell: Cell, order: DateOrder = DateOrder.DAY_FIRST) -> datetime | None:
    """Return the moment in a cell that holds both a date and a time of day, else None."""
    found = read_moment(cell, order)
    return found.joined() if found and found.day else None


def read_date(cell: Cell, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """Return the date in a cell of a date column, an Excel day number included, else None."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _from_serial(cell)
    found = read_moment(cell, order)
    if found and found.day:
        return found.day
    if isinstance(cell, str) and re.fullmatch(r"\d{5}", plain(cell)):
        return _from_serial(int(plain(cell)))
    return None


def _from_serial(number: float) -> date | None:
    """Return the day of an Excel day number; 1900 to 2100 is a year, not a day."""
    days = int(number)
    if days not in _SERIALS or days in range(1900, 2101):
        return None
    shift = 1 if days < _EXCEL_LEAP_DAY else 0  # Excel counts a 29 February 1900
    return _EXCEL_DAY_ZERO + timedelta(days=days + shift)


def _date_in(text: str, order: DateOrder) -> tuple[date | None, str]:
    """Return the date in a text and what remains of the text for a time of day."""
    for pattern in (_CJK, _COMPACT):
        found = pattern.search(text)
        if found:
            year, month, number = (int(part) for part in found.groups())
            return _day(year, month, number), text[found.end() :]
    found = _YEAR_FIRST.search(text)
    if found:
        year, month, number = int(found.group(1)), int(found.group(3)), int(found.group(4))
        return _day(year, month, number), _without(text, found)
    found = _YEAR_LAST.search(text)
    if found:
        first, second, year = int(found.group(1)), int(found.group(3)), _year(found.group(4))
        number, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return _day(year, month, number), _without(text, found)
    return _in_words(text)


def _in_words(text: str) -> tuple[date | None, str]:
    found = date_in_words(text)
    if found is None:
        return None, text
    year, month, number, rest = found
    return _day(_year(year), month, int(number)), rest


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _year(digits: str) -> int:
    """Return a year in four digits; two digits below 50 are of this century, as in Excel."""
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _day(year: int, month: int, number: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None
