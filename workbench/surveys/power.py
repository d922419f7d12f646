"""What a wave can find, said before it is asked: the smallest change found 4 times in 5.

Two-sided tests at 5% with 80% power (survey science 3.6), by the noncentral t distribution.
"""

from math import inf, isfinite, isnan, sqrt

from workbench.foundation.text import number

_POWER = 0.8
_TAIL = 0.975


def smallest_found(n: int, sd: float, *, linked: bool = False) -> float:
    """Return the smallest change in scale points that a wave finds 4 times in 5.

    `n` is answers per wave, or pairs if `linked`; `sd` is the SD of the answers, or of the changes
    if `linked`. Infinite for fewer than 2 answers, which find nothing.
    """
    if n < 2 or not isfinite(sd):
        return inf
    return sd * _standardised(n, linked=linked)


def found_sentence(n: int, sd: float, *, decimals: int = 1, linked: bool = False) -> str:
    """Say what so many answers can find; `n` and `sd` as in `smallest_found`."""
    smallest = smallest_found(n, sd, linked=linked)
    if not isfinite(smallest):
        return "So few answers cannot find a change of any size."
    answers = f"{n} people answering twice" if linked else f"{n} answers"
    change = number(smallest, decimals)
    return f"With {answers} you would see a change of {change} or more 4 times in 5."


def _standardised(n: int, *, linked: bool) -> float:
    """Return the standardised change that is found with 80% power."""
    from scipy.optimize import brentq

    freedom = n - 1 if linked else 2 * (n - 1)
    stretch = sqrt(n if linked else n / 2)
    high = 1.0
    while _power(high, freedom) < _POWER:
        high *= 2
    shift = brentq(lambda shift: _power(shift, freedom) - _POWER, 0.0, high)
    return float(shift) / stretch


def _power(shift: float, freedom: int) -> float:
    """Return the chance that a t test finds a true mean `shift` standard errors from 0."""
    from scipy.special import nctdtr, stdtrit

    limit = float(stdtrit(freedom, _TAIL))
    wrong_way = float(nctdtr(freedom, shift, -limit))
    return 1 - float(nctdtr(freedom, shift, limit)) + (0.0 if isnan(wrong_way) else wrong_way)
