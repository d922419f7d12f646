"""What those who did not answer could change: worst cases, and how far a guess about them carries.

After survey science 3.11 (T-30): nobody is weighted, which would need to know who answered.
"""

Interval = tuple[float, float]


def mean_bounds(mean: float, n: int, invited: int, scale: Interval) -> Interval:
    """Return the mean over all invited if everybody silent were at the lowest or highest score."""
    silent = max(invited - n, 0)
    low, high = ((n * mean + silent * end) / (n + silent) for end in scale)
    return (low, high)


def share_bounds(count: int, n: int, invited: int) -> Interval:
    """Return the share over all invited if nobody silent, or everybody silent, were counted."""
    silent = max(invited - n, 0)
    return (count / (n + silent), (count + silent) / (n + silent))


def mean_if_silent_differ(mean: float, n: int, invited: int, by: float) -> float:
    """Return the mean over all invited if the silent ones lie `by` scale points from the others."""
    return mean + by * max(invited - n, 0) / max(invited, n)
