"""How sure a mean or a share is: t, bootstrap, finite community and Wilson intervals, all 95%.

An interval is (low, high), or None where the answers leave nothing to compute it from.
"""

import math
import statistics
from collections.abc import Sequence

from workbench.foundation.student_t import quantile

Interval = tuple[float, float]

_TAIL = 0.975
_MOST_TO_RESAMPLE = 2000


def t_interval(values: Sequence[float]) -> Interval | None:
    """Return the t interval round the mean; None for fewer than 2 values or all alike."""
    if len(values) < 2 or max(values) == min(values):
        return None
    centre = statistics.fmean(values)
    reach = quantile(_TAIL, len(values) - 1) * _standard_error(values)
    return (centre - reach, centre + reach)


def community_interval(values: Sequence[float], invited: int) -> Interval | None:
    """Return the t interval for exactly this community of `invited` people (finite population).

    It narrows as more of them answer and says nothing of those who did not. None where the plain
    interval is, or where more answered than were invited.
    """
    plain = t_interval(values)
    if plain is None or invited < len(values) or invited < 2:
        return None
    shrink = math.sqrt((invited - len(values)) / (invited - 1))
    centre = statistics.fmean(values)
    reach = (plain[1] - centre) * shrink
    return (centre - reach, centre + reach)


def bootstrap_interval(
    values: Sequence[float], *, seed: int = 20240101, resamples: int = 9999
) -> Interval | None:
    """Return the BCa interval (Efron 1987) round the mean.

    None below 12 values, where it is too narrow, above 2,000, where the t interval says the same,
    and where all values are alike.
    """
    import numpy as np
    from scipy.special import ndtr, ndtri

    if not 12 <= len(values) <= _MOST_TO_RESAMPLE or max(values) == min(values):
        return None
    sample = np.asarray(values, dtype=float)
    many, draw = len(sample), np.random.default_rng(seed)
    means = np.array([sample[draw.integers(0, many, many)].mean() for _ in range(resamples)])
    centre = sample.mean()
    below = ((means < centre).sum() + (means <= centre).sum()) / (2 * resamples)
    bias = ndtri(below)
    left_out = (sample.sum() - sample) / (many - 1)
    lean = left_out.mean() - left_out
    pull = (lean**3).sum() / (6 * (lean**2).sum() ** 1.5)
    tails = ndtri(np.array([1 - _TAIL, _TAIL]))
    shares = ndtr(bias + (bias + tails) / (1 - pull * (bias + tails)))
    if not np.isfinite(shares).all():
        return None
    low, high = np.percentile(means, shares * 100)
    return (float(low), float(high))


def share_interval(count: int, of: int) -> Interval | None:
    """Return the Wilson interval of count / of; None for 0 of 0."""
    if of == 0:
        return None
    z = statistics.NormalDist().inv_cdf(_TAIL)
    share = count / of
    scale = 1 + z * z / of
    centre = (share + z * z / (2 * of)) / scale
    reach = z / scale * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low = 0.0 if count == 0 else centre - reach
    high = 1.0 if count == of else centre + reach
    return (low, high)


def _standard_error(values: Sequence[float]) -> float:
    return statistics.stdev(values) / math.sqrt(len(values))
