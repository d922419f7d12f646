"""Direction over five or more waves: Theil-Sen's slope and the Mann-Kendall test (T-21).

Both read the wave means against real dates and ignore how many people answered each wave.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations, permutations
from statistics import NormalDist, median

from workbench.insights.distribution import normal_tail
from workbench.insights.trend_words import (
    ENOUGH_ANSWERS,
    ENOUGH_WAVES,
    too_few_words,
    trend_words,
)

_MOST_FOR_EXACT = 7
_DAYS_IN_A_YEAR = 365.25
_ALIKE = 9  # decimals: means that differ less were reached by other roundings of the same answers


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The mean of one closed wave on its date."""

    on: date
    mean: float
    n: int


@dataclass(frozen=True, slots=True)
class Slope:
    """Theil-Sen: the median of all pairwise slopes, its 95% interval, and the line's start."""

    value: float
    low: float
    high: float
    intercept: float


@dataclass(frozen=True, slots=True)
class Kendall:
    """Mann-Kendall: S counts rises minus falls over all pairs, tau is S over their number."""

    s: int
    tau: float
    p: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """The direction over all waves; slopes in scale points a year, the line from the first date.

    The line and those of both ends of the interval meet at `middle`: the median of the dates, in
    years after the first, and the median of the means.
    """

    waves: int
    first_on: date
    slope: Slope
    kendall: Kendall
    sentence: str
    last_on: date = date.min
    middle: tuple[float, float] = (0.0, 0.0)

    def line_on(self, on: date) -> tuple[float, float, float]:
        """Return the lowest, middle and highest the line can be on a day, in scale points."""
        years, mean = self.middle
        apart = (on - self.first_on).days / _DAYS_IN_A_YEAR - years
        low, high = sorted((mean + self.slope.low * apart, mean + self.slope.high * apart))
        return low, mean + self.slope.value * apart, high


@dataclass(frozen=True, slots=True)
class TrendReading:
    """A trend, or why there is none yet."""

    trend: Trend | None
    reason: str = ""


def trend_of(points: Sequence[TrendPoint], closed: int | None = None) -> TrendReading:
    """Return the trend of the waves with enough answers, oldest first, or the reason for none.

    `closed` counts all closed waves, where some are not among the points because they are hidden
    or their key is in question.
    """
    waves = len(points) if closed is None else closed
    if waves < 2:
        return TrendReading(None, "A trend needs two waves, and a trend test five.")
    used = usable(points)
    if len(used) < ENOUGH_WAVES:
        return TrendReading(None, too_few_words(waves, len(points), len(used)))
    if len({point.on for point in used}) < len(used):
        return TrendReading(None, "Two waves closed on the same day, so no trend is worked out.")
    return TrendReading(_trend(used, waves - len(used)))


def usable(points: Sequence[TrendPoint]) -> list[TrendPoint]:
    """Return the points with enough answers for a trend, oldest first."""
    return sorted((point for point in points if point.n >= ENOUGH_ANSWERS), key=lambda p: p.on)


def _trend(used: Sequence[TrendPoint], left_out: int) -> Trend:
    first, last = used[0].on, used[-1].on
    years = [(point.on - first).days / _DAYS_IN_A_YEAR for point in used]
    means = [round(point.mean, _ALIKE) for point in used]
    slope, kendall = theil_sen(years, means), mann_kendall(means)
    days = (last - first).days
    # below a year a slope a year would go beyond what was seen
    seen = 1.0 if days >= 365 else days / _DAYS_IN_A_YEAR
    size = (seen * slope.value, seen * slope.low, seen * slope.high)
    sentence = trend_words(len(used), size, days, kendall.p, left_out)
    middle = (median(years), median(means))
    return Trend(len(used), first, slope, kendall, sentence, last, middle)


def theil_sen(x: Sequence[float], y: Sequence[float]) -> Slope:
    """Return the median slope with Sen's 95% interval; x must not repeat, at least two points."""
    slopes = sorted(
        (y_2 - y_1) / (x_2 - x_1)
        for (x_1, y_1), (x_2, y_2) in combinations(zip(x, y, strict=True), 2)
    )
    reach = NormalDist().inv_cdf(0.975) * math.sqrt(_variance_of_s(y))
    lowest = max(round((len(slopes) - reach) / 2) - 1, 0)
    highest = min(round((len(slopes) + reach) / 2), len(slopes) - 1)
    value = median(slopes)
    return Slope(value, slopes[lowest], slopes[highest], median(y) - value * median(x))


def mann_kendall(y: Sequence[float]) -> Kendall:
    """Test whether values in time order rise or fall; exact up to 7 of them, else normal."""
    s, pairs = _s(y), len(y) * (len(y) - 1) // 2
    exact = len(y) <= _MOST_FOR_EXACT
    return Kendall(s, s / pairs, _exact_p(_ranks(y), s) if exact else _normal_p(y, s), exact)


def _s(y: Sequence[float]) -> int:
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(y, 2))


def _ranks(y: Sequence[float]) -> tuple[int, ...]:
    levels = sorted(set(y))
    return tuple(sorted(levels.index(value) for value in y))


@lru_cache(maxsize=64)
def _exact_p(ranks: tuple[int, ...], s: int) -> float:
    """Return the share of all orders at least as far from level; slow, so it is kept."""
    orders = list(permutations(ranks))
    return sum(abs(_s(order)) >= abs(s) for order in orders) / len(orders)


def _normal_p(y: Sequence[float], s: int) -> float:
    variance = _variance_of_s(y)
    if s == 0 or variance == 0:
        return 1.0
    return 2 * normal_tail((abs(s) - 1) / math.sqrt(variance))


def _variance_of_s(y: Sequence[float]) -> float:
    tied = sum(_pairs_weight(size) for size in Counter(y).values())
    return (_pairs_weight(len(y)) - tied) / 18


def _pairs_weight(size: int) -> int:
    return size * (size - 1) * (2 * size + 5)
