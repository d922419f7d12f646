"""Tails of Student's t and of the normal distribution, without a heavy library."""

from statistics import NormalDist

from workbench.foundation import student_t


def t_quantile(share: float, df: float) -> float:
    """Return the value that `share` of Student's t with `df` degrees of freedom lies below."""
    return student_t.quantile(share, df)


def t_tail(value: float, df: float) -> float:
    """Return the share of Student's t with `df` degrees of freedom above `value`."""
    return student_t.cumulative(-value, df)


def normal_tail(value: float) -> float:
    """Return the share of the standard normal distribution above `value`."""
    return 1.0 - NormalDist().cdf(value)
