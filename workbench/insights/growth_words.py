"""How the same people moved, in words: over several waves, each compared with themselves."""

from workbench.foundation.text import counted
from workbench.insights.distribution import t_quantile
from workbench.insights.trend_words import moved_words
from workbench.surveys.growth import Growth

_Z = 1.959963984540054
_DAYS_IN_A_YEAR = 365.25


def growth_words(growth: Growth) -> str:
    """Return what the growth of the same people tells, with its method.

    The interval is the usual one of the model; few people make it too narrow, so that a t interval
    with one degree of freedom less than there are people must leave out "no change" too.
    """
    days = (growth.last_on - growth.first_on).days
    seen = 1.0 if days >= 365 else days / _DAYS_IN_A_YEAR
    size = (seen * growth.slope, seen * growth.ci_low, seen * growth.ci_high)
    verdict = "likely a real change" if is_held(growth) else "this could be chance"
    people = counted(growth.people, "person", "people")
    return (
        f"The same {people} in {growth.waves} waves: {moved_words(size, days)}: {verdict}. Model "
        "with a level of its own for each person; linked by codes they made up."
    )


def is_held(growth: Growth) -> bool:
    """Whether "no change" is left out by the interval and by a stricter one for few people."""
    if growth.ci_low <= 0 <= growth.ci_high:
        return False
    error = (growth.ci_high - growth.ci_low) / (2 * _Z)
    return abs(growth.slope) > t_quantile(0.975, growth.people - 1) * error
