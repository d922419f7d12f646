"""Where the marks of a time axis lie and what stands beside them: months, years when needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.foundation.dates import short_day, short_month

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class DayTick:
    """A mark of the time axis and its word."""

    on: date
    text: str


def calendar_ticks(start: date, end: date, most: int) -> tuple[DayTick, ...]:
    """Return at most `most` marks between two days: firsts of months, or days for a short time.

    A year stands at January, and at the first mark where the axis holds more than one year.
    """
    firsts = _firsts_of_months(start, end)
    if len(firsts) < 2:
        return _days(start, end, most)
    step = next((s for s in _MONTH_STEPS if _kept(firsts, s, most)), _MONTH_STEPS[-1])
    kept = [first for first in firsts if _counts(first, step)][: max(most, 1)] or firsts[:1]
    return tuple(_worded(kept, several_years=start.year != end.year))


def point_ticks(days: Sequence[date]) -> tuple[DayTick, ...]:
    """Return a mark under each of the points, a year where it is a new one."""
    several = bool(days) and days[0].year != days[-1].year
    return tuple(_worded(days, several_years=several))


def _worded(days: Sequence[date], *, several_years: bool) -> list[DayTick]:
    ticks: list[DayTick] = []
    year = None
    for day in days:
        new_year = several_years and day.year != year
        year = day.year
        text = short_month(day)
        ticks.append(DayTick(day, f"{text} {day.year}" if new_year else text))
    return ticks


def _firsts_of_months(start: date, end: date) -> list[date]:
    firsts = []
    year, month = start.year, start.month
    while (first := date(year, month, 1)) <= end:
        if first >= start:
            firsts.append(first)
        if (year, month) == (date.max.year, 12):
            break
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return firsts


def _counts(first: date, step: int) -> bool:
    if step <= 12:
        return (first.month - 1) % step == 0
    return first.month == 1 and first.year % (step // 12) == 0


def _kept(firsts: Sequence[date], step: int, most: int) -> bool:
    return 0 < sum(_counts(first, step) for first in firsts) <= max(most, 1)


def _days(start: date, end: date, most: int) -> tuple[DayTick, ...]:
    span = (end - start).days
    step = max(1, -(-(span + 1) // max(most, 1)))
    days = [start + timedelta(days=offset) for offset in range(0, span + 1, step)]
    return tuple(DayTick(day, short_day(day)) for day in days)
