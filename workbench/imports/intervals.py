"""Times of being there, united: two devices or a rejoin that overlap count once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From `start` to `end`, wall time, `end` not before `start`."""

    start: datetime
    end: datetime


def interval(start: datetime | None, end: datetime | None) -> Interval | None:
    """Return the interval, or None where an end is missing or lies before the start."""
    if start is None or end is None or end < start:
        return None
    return Interval(start, end)


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the intervals in order, with those that touch or overlap made one."""
    united: list[Interval] = []
    for each in sorted(intervals):
        if united and each.start <= united[-1].end:
            united[-1] = Interval(united[-1].start, max(united[-1].end, each.end))
        else:
            united.append(each)
    return tuple(united)


def covered_seconds(intervals: Iterable[Interval]) -> int:
    """Return the seconds that lie in at least one of the intervals."""
    return round(sum((each.end - each.start).total_seconds() for each in union(intervals)))
