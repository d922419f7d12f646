"""Student's t distribution in plain Python: Home needs it at the start, where scipy costs a second.

The regularised incomplete beta function by Lentz's continued fraction (Numerical Recipes, 6.4);
tests hold it to scipy within 1e-10.
"""

import math

_TINY = 1e-300
_CLOSE = 1e-15
_MOST_TERMS = 2000


def cumulative(t: float, freedom: float) -> float:
    """Return P(T <= t) for `freedom` degrees of freedom, which need not be whole; nan for nan."""
    if math.isnan(t) or not freedom > 0:
        return math.nan
    if math.isinf(t):
        return 1.0 if t > 0 else 0.0
    whole = freedom + t * t
    tail = 0.5 * _beta_share(freedom / 2, 0.5, freedom / whole, t * t / whole)
    return tail if t < 0 else 1.0 - tail


def quantile(share: float, freedom: float) -> float:
    """Return the t below which `share` (0 to 1) of the distribution lies; nan outside of it."""
    if not 0 <= share <= 1 or not freedom > 0:
        return math.nan
    if share in (0.0, 1.0):
        return math.inf if share else -math.inf
    if share > 0.5:
        return -quantile(1 - share, freedom)
    high = -1.0
    while cumulative(high, freedom) > share:
        high *= 2
    low, high = high, 0.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if cumulative(middle, freedom) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_share(a: float, b: float, x: float, rest: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b); `rest` is 1 - x, exactly."""
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    log_x = math.log(x) if x < 0.5 else math.log1p(-rest)
    log_rest = math.log(rest) if rest < 0.5 else math.log1p(-x)
    constant = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(constant + a * log_x + b * log_rest)
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1.0 - front * _fraction(b, a, rest) / b


def _fraction(a: float, b: float, x: float) -> float:
    upper, lower = 1.0, 1.0 - (a + b) * x / (a + 1)
    lower = 1.0 / (lower if abs(lower) > _TINY else _TINY)
    value = lower
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            lower = 1.0 + term * lower
            lower = 1.0 / (lower if abs(lower) > _TINY else _TINY)
            upper = 1.0 + term / upper
            upper = upper if abs(upper) > _TINY else _TINY
            value *= lower * upper
        if abs(lower * upper - 1.0) < _CLOSE:
            break
    return value
