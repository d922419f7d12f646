"""Direction over five or more waves: Theil-Sen's slope and the Mann-Kendall test (T-21).

Both read the wave means against real dates and ignore how many people answered each wave.
"""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations, permutations
from statistics import NormalDist, median

from workbench.foundation.text import counted, number
from workbench.insights.distribution import normal_tail

ENOUGH_WAVES = 5
ENOUGH_ANSWERS = 8
_MOST_FOR_EXACT = 7
_DAYS_IN_A_YEAR = 365.25


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
    """The direction over all waves; slopes in scale points a year, the line from the first date."""

    waves: int
    first_on: date
    slope: Slope
    kendall: Kendall
    sentence: str


@dataclass(frozen=True, slots=True)
class TrendReading:
    """A trend, or why there is none yet."""

    trend: Trend | None
    reason: str = ""


def trend_of(points: list[TrendPoint]) -> TrendReading:
    """Return the trend of the waves with enough answers, oldest first, or the reason for none."""
    if len(points) < 2:
        return TrendReading(None, "A trend needs two waves, and a trend test five.")
    usable = sorted((point for point in points if point.n >= ENOUGH_ANSWERS), key=lambda p: p.on)
    if len(usable) < ENOUGH_WAVES:
        return TrendReading(None, _too_few(len(points), len(usable)))
    if len({point.on for point in usable}) < len(usable):
        return TrendReading(None, "Two waves closed on the same day, so no trend is worked out.")
    years = [(point.on - usable[0].on).days / _DAYS_IN_A_YEAR for point in usable]
    means = [point.mean for point in usable]
    slope, kendall = theil_sen(years, means), mann_kendall(means)
    sentence = _sentence(len(usable), slope, kendall)
    return TrendReading(Trend(len(usable), usable[0].on, slope, kendall, sentence))


def theil_sen(x: list[float], y: list[float]) -> Slope:
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


def mann_kendall(y: list[float]) -> Kendall:
    """Test whether values in time order rise or fall; exact up to 7 of them, else normal."""
    s, pairs = _s(y), len(y) * (len(y) - 1) // 2
    exact = len(y) <= _MOST_FOR_EXACT
    return Kendall(s, s / pairs, _exact_p(y, s) if exact else _normal_p(y, s), exact)


def _s(y: list[float] | tuple[float, ...]) -> int:
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(y, 2))


def _exact_p(y: list[float], s: int) -> float:
    orders = list(permutations(y))
    return sum(abs(_s(order)) >= abs(s) for order in orders) / len(orders)


def _normal_p(y: list[float], s: int) -> float:
    variance = _variance_of_s(y)
    if s == 0 or variance == 0:
        return 1.0
    return 2 * normal_tail((abs(s) - 1) / math.sqrt(variance))


def _variance_of_s(y: list[float]) -> float:
    tied = sum(_pairs_weight(size) for size in Counter(y).values())
    return (_pairs_weight(len(y)) - tied) / 18


def _pairs_weight(size: int) -> int:
    return size * (size - 1) * (2 * size + 5)


def _too_few(waves: int, usable: int) -> str:
    if waves >= ENOUGH_WAVES:
        return (
            f"{counted(usable, 'wave', 'waves')} with {ENOUGH_ANSWERS} or more answers: too few "
            f"for a trend test, which needs {ENOUGH_WAVES}."
        )
    return (
        f"{counted(waves, 'wave', 'waves')}: too few for a trend test, which needs {ENOUGH_WAVES}."
    )


def _sentence(waves: int, slope: Slope, kendall: Kendall) -> str:
    if slope.low == slope.high == 0:
        return f"Flat over {waves} waves."
    size = (
        f"{number(abs(slope.value))} a year, 95% CI {number(slope.low)} to "
        f"{'+' if slope.low < 0 < slope.high else ''}{number(slope.high)}"
    )
    if (slope.low > 0 or slope.high < 0) and kendall.p < 0.05:
        direction = "Rising" if slope.value > 0 else "Falling"
        return f"{direction} over {waves} waves, about {size}: likely a real trend."
    direction = "up" if slope.value > 0 else "down"
    return f"No clear direction over {waves} waves, about {direction} {size}: this could be chance."
