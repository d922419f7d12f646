"""The same people asked twice: what changed in them, by the paired t test and by exact checks.

Scores come as two lists in which each place is one person. After survey science 3.3.
"""

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.student_t import cumulative, quantile

Pairs = Sequence[tuple[float, float]]

_MOST_SUMS = 200_000
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean change in scale points with its 95% interval and p; the three are None without spread.

    `error` is the standard error of the mean change.
    """

    value: float
    error: float
    low: float | None = None
    high: float | None = None
    p: float | None = None


def paired_t(pairs: Pairs) -> Difference:
    """Return the mean change of at least 2 people, later minus earlier."""
    changes = [later - earlier for earlier, later in pairs]
    value = statistics.fmean(changes)
    if all_alike(changes):
        return Difference(value, 0.0)
    error = statistics.stdev(changes) / math.sqrt(len(changes))
    freedom = len(changes) - 1
    reach = quantile(0.975, freedom) * error
    return Difference(
        value, error, value - reach, value + reach, 2 * cumulative(-abs(value) / error, freedom)
    )


def all_alike(values: Sequence[float]) -> bool:
    """Whether the values differ by no more than rounding of the arithmetic."""
    return max(values) - min(values) < 10.0**-_DIGITS


def sign_flip_p(changes: Sequence[float]) -> float | None:
    """Return the exact two-sided p over all ways to turn the signs of the changes round.

    None where they are so many and so uneven that all ways cannot be counted.
    """
    sums: dict[float, int] = {0.0: 1}
    for change in changes:
        ways: dict[float, int] = {}
        for total, many in sums.items():
            for turned in (round(total + change, _DIGITS), round(total - change, _DIGITS)):
                ways[turned] = ways.get(turned, 0) + many
        if len(ways) > _MOST_SUMS:
            return None
        sums = ways
    found = abs(math.fsum(changes)) - len(changes) * 10.0**-_DIGITS
    as_far = sum(many for total, many in sums.items() if abs(total) >= found)
    return as_far / (1 << len(changes))


def mcnemar_p(up: int, down: int) -> float:
    """Return the exact p that as many people cross a cut upwards as downwards (McNemar)."""
    moved = up + down
    ways = sum(math.comb(moved, k) for k in range(min(up, down) + 1))
    return min(1.0, 2 * ways / (1 << moved))


def effect_on_average_spread(difference: float, sds: tuple[float, float], n: int) -> float | None:
    """Return the change in units of the average SD of both waves, corrected for small n (g_av).

    It compares with Hedges g of unlinked waves, which the change over its own SD does not.
    """
    spread = math.sqrt((sds[0] ** 2 + sds[1] ** 2) / 2)
    if spread == 0:
        return None
    return difference / spread * small_sample(n - 1)


def small_sample(freedom: int) -> float:
    """Return Hedges' correction J for so many degrees of freedom."""
    return 1 - 3 / (4 * freedom - 1)


def crossings(pairs: Pairs, cut: float) -> tuple[int, int]:
    """Return how many people rose to the cut or above it, and how many fell below it."""
    sides = Counter((earlier >= cut, later >= cut) for earlier, later in pairs)
    return sides[False, True], sides[True, False]
