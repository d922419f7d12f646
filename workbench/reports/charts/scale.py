"""How far a value axis reaches and where its ticks lie: zoomed with care, never to mislead."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 3.0, 5.0)
SMALLEST_SHARE = 1 / 3
_NEAR_THE_END = 0.05


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A value axis from `low` to `high` in data units, its ticks, and whether it is zoomed."""

    low: float
    high: float
    ticks: tuple[float, ...]
    zoomed: bool

    def tick_text(self, tick: float) -> str:
        """Return the tick as written: as many decimals as the distance of the ticks needs."""
        step = self.ticks[1] - self.ticks[0] if len(self.ticks) > 1 else 1.0
        decimals = next((d for d in range(6) if abs(round(step, d) - step) < 1e-9), 6)
        return f"{tick + 0.0:,.{decimals}f}".replace("-", "−")


def survey_axis(
    low: float, high: float, scale: tuple[float, float], room: tuple[float, float] = (0.0, 0.0)
) -> ValueAxis:
    """Return an axis for values from `low` to `high` that shows at least a third of `scale`.

    `room` is the share of the axis kept free for labels below and above. The axis passes the ends
    of the scale only by that room, and ticks never do.
    """
    bottom, top = _with_room(low, high, (scale[1] - scale[0]) * SMALLEST_SHARE, room)
    below = (top - bottom) * room[0]
    above = (top - bottom) * room[1]
    bottom, top = _slid_into(bottom, top, (scale[0] - below, scale[1] + above))
    near = (scale[1] - scale[0]) * _NEAR_THE_END
    bottom = min(bottom, scale[0]) if bottom - scale[0] < near else bottom
    top = max(top, scale[1]) if scale[1] - top < near else top
    zoomed = bottom > scale[0] + 1e-9 or top < scale[1] - 1e-9
    return ValueAxis(bottom, top, nice_ticks(max(bottom, scale[0]), min(top, scale[1])), zoomed)


def share_axis(values: Sequence[float], room: tuple[float, float] = (0.0, 0.0)) -> ValueAxis:
    """Return an axis for percentages: it always reaches 100 and never goes below 0."""
    low = min(values, default=0.0)
    bottom = min(low - room[0] * 100, 100 * (1 - SMALLEST_SHARE))
    bottom = max(0.0, 5.0 * math.floor(bottom / 5.0))
    return ValueAxis(bottom, 100.0, nice_ticks(bottom, 100.0), bottom > 0)


def count_axis(values: Sequence[float]) -> ValueAxis:
    """Return an axis for counts: it starts at 0 and ends at a tick."""
    top = max([*values, 2.0])
    steps = [step for step in _steps_for(top * 2) if step % 1 == 0] or [1.0]
    axes = [_multiples(0.0, math.ceil(top / step - 0.02) * step, step) for step in steps]
    ticks = min(axes, key=lambda marks: (_too_few_or_many(len(marks)), marks[-1], len(marks)))
    return ValueAxis(0.0, max(ticks[-1], top), ticks, zoomed=False)


def figure_axis(values: Sequence[float], room: tuple[float, float] = (0.0, 0.0)) -> ValueAxis:
    """Return an axis for a figure without a scale: at least a third of its largest value is seen.

    It starts at 0 where the values come near it, so that a small move never fills the panel.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    largest = max(abs(low), abs(high)) or 1.0
    bottom, top = _with_room(low, high, largest * SMALLEST_SHARE, room)
    if low >= 0 and bottom <= 0.15 * top:
        bottom = 0.0
    return ValueAxis(bottom, top, nice_ticks(bottom, top), bottom > 0 or top < 0)


def nice_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return three or four round values within `low` and `high` (at least one, for any span)."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return (low,)
    candidates = [ticks for step in _steps_for(span) if (ticks := _multiples(low, high, step))]
    return min(candidates, key=lambda ticks: (_too_few_or_many(len(ticks)), len(ticks)))


def _too_few_or_many(count: int) -> int:
    return max(3 - count, count - 4, 0)


def _steps_for(span: float) -> list[float]:
    power = math.floor(math.log10(span))
    return [step * 10.0**p for p in (power - 1, power) for step in _STEPS]


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(round(number * step, 10) + 0.0 for number in range(first, last + 1))


def _with_room(
    low: float, high: float, smallest: float, room: tuple[float, float]
) -> tuple[float, float]:
    free = max(1.0 - room[0] - room[1], 0.2)
    span = max((high - low) / free, smallest)
    spare = span * free - (high - low)
    return low - span * room[0] - spare / 2, high + span * room[1] + spare / 2


def _slid_into(low: float, high: float, bounds: tuple[float, float]) -> tuple[float, float]:
    if high - low >= bounds[1] - bounds[0]:
        return bounds
    shift = max(bounds[0] - low, 0.0) + min(bounds[1] - high, 0.0)
    return low + shift, high + shift
