"""Times of day without a day: where on the circle of the day a meeting began."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

_DAY = 86_400
_LONGEST = 16 * 3600
_BEFORE_START = timedelta(hours=6)


def earliest(known: date | datetime, stays: Iterable[tuple[time | None, time | None]]) -> datetime:
    """Return the earliest moment that a bare clock time of a meeting can mean.

    `known` is the meeting's start, or only its day; `stays` are the clock times of joining and
    leaving. Nobody joins more than six hours before a start; where it is unknown, the meeting began
    after the longest stretch of the day with nobody in.
    """
    if isinstance(known, datetime):
        return known - _BEFORE_START
    return datetime.combine(known, began_at(stays))


def on_or_after(begins: datetime, at: time) -> datetime:
    """Return the first moment from `begins` on at which a clock shows `at`."""
    found = datetime.combine(begins.date(), at)
    return found if found >= begins else found + timedelta(days=1)


def began_at(stays: Iterable[tuple[time | None, time | None]]) -> time:
    """Return the time of day at which the longest stretch with nobody in ends, 00:00 for none."""
    arcs = sorted(arc for joined, left in stays if (arc := _arc(joined, left)))
    if not arcs:
        return time()
    reach = max(end for _, end in arcs) - _DAY
    longest, began = -1, 0
    for start, end in arcs:
        if start - reach > longest:
            longest, began = start - reach, start
        reach = max(reach, end)
    return time(began // 3600, began % 3600 // 60, began % 60)


def _arc(joined: time | None, left: time | None) -> tuple[int, int] | None:
    """Return from which second of the day to which; a leave before the join is the next day."""
    known = joined or left
    if known is None:
        return None
    start = _second(known)
    length = (_second(left or known) - start) % _DAY
    return start, start + (length if length <= _LONGEST else 0)


def _second(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
