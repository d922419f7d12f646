"""A day as people type it: whole, or with what is plain left out."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from workbench.foundation.dates import MONTHS, WEEKDAYS
from workbench.foundation.errors import BadInput
from workbench.foundation.text import fold

FIRST_YEAR, LAST_YEAR = 1900, 2200
_ISO = re.compile(r"(?P<year>\d{4})[-/. ]+(?P<month>\d{1,2})[-/. ]+(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[-/. ]+(?P<month>\d{1,2})(?:[-/. ]+(?P<year>\d{4}|\d\d))?")
_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[-. ]*(?P<name>[a-z]{3,9})[-. ]*(?P<year>\d{4}|\d\d)?"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[a-z]{3,9})[. ]*(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: +(?P<year>\d{4}))?"
)
_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?")
_NAMED = {"today": 0, "tomorrow": 1, "yesterday": -1}


def read_day(text: str, today: date) -> date:
    """Return a day typed as 15, 15 Oct, 15.10.2026, 2026-10-15, Thu or today; raises BadInput.

    Without a year or month it is the day nearest to today; a weekday alone is the next one.
    """
    typed = fold(text).replace(",", " ").strip(" .")
    found = _by_name(typed, today) or _by_number(_without_weekday(typed), today)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadInput(
            f'"{text.strip()}" is not a day.' if typed else "A day is needed.",
            "Type one such as 15 Oct 2026.",
        )
    return found


def _by_name(typed: str, today: date) -> date | None:
    if typed in _NAMED:
        return today + timedelta(days=_NAMED[typed])
    for place, name in enumerate(WEEKDAYS):
        if len(typed) >= 2 and name.casefold().startswith(typed):
            return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
    return None


def _without_weekday(typed: str) -> str:
    first, _, rest = typed.partition(" ")
    is_weekday = len(first) >= 2 and any(name.casefold().startswith(first) for name in WEEKDAYS)
    return rest if rest and is_weekday else typed


def _by_number(typed: str, today: date) -> date | None:
    for shape in (_ISO, _NUMBERS, _IN_WORDS, _MONTH_FIRST, _DAY):
        found = shape.fullmatch(typed)
        if found is not None:
            return _nearest(found.groupdict(), today)
    return None


def _nearest(parts: dict[str, str | None], today: date) -> date | None:
    """Return the day nearest to today that the parts allow, the later one of two as near."""
    day, month = int(parts["day"] or 0), _month(parts)
    year = parts.get("year")
    if month is None:
        months = [_shifted(today, by) for by in range(-1, 3)]
        fitting = _real((y, m, day) for y, m in months)
    elif year:
        fitting = _real([(int(year) + (2000 if len(year) == 2 else 0), month, day)])
    else:
        fitting = _real((today.year + by, month, day) for by in range(-4, 5))
    return min(fitting, key=lambda each: (abs(each - today), today - each), default=None)


def _month(parts: dict[str, str | None]) -> int | None:
    """Return the month, 0 for a word that names none, None where none is given."""
    name, number = parts.get("name"), parts.get("month")
    if name:
        named = (place for place, each in enumerate(MONTHS, 1) if fold(each).startswith(name))
        return next(named, 0)
    return int(number) if number else None


def _shifted(today: date, by: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + by, 12)
    return year, month + 1


def _real(wanted: Iterable[tuple[int, int, int]]) -> list[date]:
    real = []
    for year, month, day in wanted:
        try:
            real.append(date(year, month, day))
        except ValueError:
            continue
    return real
