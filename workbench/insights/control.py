"""The usual range of a session series: a p-chart for attendance, an XmR chart for counts.

A signal is one point outside the range, or eight in a row on one side of the average; everything
else is ordinary variation and stays quiet.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import fmean

from workbench.foundation.text import counted

ENOUGH_SESSIONS = 8
_RUN = 8
_SIGMAS = 3
_XMR_REACH = 2.66


class Signal(StrEnum):
    """What makes a point more than an ordinary up or down."""

    BELOW = "below the usual range"
    ABOVE = "above the usual range"
    RUN_BELOW = "eight in a row below the average"
    RUN_ABOVE = "eight in a row above the average"


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One session: its value, its own usual range, and the signal it gives, if any."""

    on: date
    value: float
    low: float
    high: float
    signal: Signal | None = None


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A series with its average and usual range; without limits `reason` says why."""

    points: tuple[ControlPoint, ...]
    centre: float | None
    reason: str = ""

    @property
    def has_limits(self) -> bool:
        """Whether a usual range may be drawn."""
        return not self.reason

    @property
    def signals(self) -> tuple[ControlPoint, ...]:
        """The points that give a signal, oldest first."""
        return tuple(point for point in self.points if point.signal)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days somebody fixed as usual, both included, and why."""

    first_on: date
    last_on: date
    reason: str = ""

    def holds(self, on: date) -> bool:
        """Whether a day lies in the stretch."""
        return self.first_on <= on <= self.last_on


@dataclass(frozen=True, slots=True)
class MovingRange:
    """How far one value is from the next on average (mR-bar)."""

    mean: float

    @property
    def reach(self) -> float:
        """How far the limits lie from the centre."""
        return _XMR_REACH * self.mean


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many at one session, such as 30 here of 48 expected."""

    on: date
    part: int
    whole: int


def p_chart(counts: Sequence[Count], usual: Stretch | None = None) -> ControlChart:
    """Return shares from 0 to 1 with 3 sigma limits that step with the number expected.

    The average is all who came over all who were expected, in the days fixed as usual where they
    hold enough sessions. Sessions nobody was expected at have no share and are left out.
    """
    held = [count for count in counts if count.whole > 0]
    if not held:
        return ControlChart((), None, _too_few(0))
    inside = [count for count in held if usual is not None and usual.holds(count.on)]
    base = inside if len(inside) >= ENOUGH_SESSIONS else held
    centre = sum(count.part for count in base) / sum(count.whole for count in base)
    points = [_share_point(count, centre) for count in held]
    return _judged(points, centre)


def xmr_chart(
    values: Sequence[tuple[date, float]],
    *,
    baseline: int | None = None,
    floor: float | None = 0.0,
    usual: Stretch | None = None,
) -> ControlChart:
    """Return values with limits of the mean plus or minus 2.66 mean moving ranges (T-22).

    `baseline` freezes the limits on the first so many values, the days fixed as `usual` on those in
    them where they are enough; no value can lie below `floor`.
    """
    if not values:
        return ControlChart((), None, _too_few(0))
    inside = [value for on, value in values if usual is not None and usual.holds(on)]
    first = [value for _, value in values[:baseline]]
    centre, step = xmr_limits(inside if len(inside) >= ENOUGH_SESSIONS else first)
    low = centre - step.reach if floor is None else max(centre - step.reach, floor)
    return _judged(
        [ControlPoint(on, value, low, centre + step.reach) for on, value in values], centre
    )


def xmr_limits(base: Sequence[float]) -> tuple[float, MovingRange]:
    """Return the centre of a baseline, at least one value, and the step from value to value."""
    steps = [abs(later - earlier) for earlier, later in pairwise(base)]
    return fmean(base), MovingRange(fmean(steps) if steps else 0.0)


def _share_point(count: Count, centre: float) -> ControlPoint:
    reach = _SIGMAS * math.sqrt(centre * (1 - centre) / count.whole)
    return ControlPoint(
        count.on, count.part / count.whole, max(centre - reach, 0.0), min(centre + reach, 1.0)
    )


def _judged(points: list[ControlPoint], centre: float) -> ControlChart:
    if len(points) < ENOUGH_SESSIONS:
        return ControlChart(tuple(points), centre, _too_few(len(points)))
    lengths = run_lengths([point.value for point in points], centre)
    marked = [
        replace(point, signal=_outside(point) or _run_signal(length))
        for point, length in zip(points, lengths, strict=True)
    ]
    return ControlChart(tuple(marked), centre)


def _outside(point: ControlPoint) -> Signal | None:
    tiny = 1e-9 * max(abs(point.low), abs(point.high), 1.0)
    if point.value < point.low - tiny:
        return Signal.BELOW
    return Signal.ABOVE if point.value > point.high + tiny else None


def run_lengths(values: Sequence[float], centre: float) -> list[int]:
    """Return how many values in a row lie on one side up to each, negative for below."""
    lengths, length = [], 0
    for value in values:
        side = 0 if math.isclose(value, centre) else 1 if value > centre else -1
        length = length + side if length * side > 0 else side
        lengths.append(length)
    return lengths


def _run_signal(length: int) -> Signal | None:
    """Signal where the eighth in a row falls, and again at every eighth after it."""
    if length == 0 or length % _RUN:
        return None
    return Signal.RUN_ABOVE if length > 0 else Signal.RUN_BELOW


def _too_few(sessions: int) -> str:
    if not sessions:
        return f"No session held yet: a usual range needs {ENOUGH_SESSIONS}."
    so_far = counted(sessions, "session", "sessions")
    return f"{so_far} so far: a usual range needs {ENOUGH_SESSIONS}."
