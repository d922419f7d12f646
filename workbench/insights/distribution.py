"""Student's t and the normal distribution, from scipy's small part: scipy.stats takes a second."""

from statistics import NormalDist


def t_quantile(share: float, df: float) -> float:
    """Return the value that `share` of Student's t with `df` degrees of freedom lies below."""
    from scipy.special import stdtrit

    return float(stdtrit(df, share))


def t_tail(value: float, df: float) -> float:
    """Return the share of Student's t with `df` degrees of freedom above `value`."""
    from scipy.special import stdtr

    return float(stdtr(df, -value))


def normal_tail(value: float) -> float:
    """Return the share of the standard normal distribution above `value`."""
    return 1.0 - NormalDist().cdf(value)
