"""The figures of a group inside a wave, its spread only where it tells of nobody."""

import statistics
from collections.abc import Sequence

from workbench.surveys.figures import GroupFigures
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.intervals import t_interval
from workbench.surveys.spread_rules import ends_of, spread_tells, step_of


def spread_tells_of(instrument: Instrument, values: Sequence[float], items: int) -> bool:
    """Whether mean and spread of scores over so many items would tell single ones."""
    return spread_tells(values, *ends_of(instrument, items), step_of(instrument, items))


def group_figures(
    instrument: Instrument, name: str, values: Sequence[float], items: int
) -> GroupFigures:
    """Return a group's figures over so many items, the spread only where it tells of nobody.

    No spread at all would tell the score of each, which the mean alone does not.
    """
    if min(values) == max(values) or spread_tells_of(instrument, values, items):
        return GroupFigures(name=name, n=len(values), mean=statistics.fmean(values))
    low, high = t_interval(values) or (None, None)
    return GroupFigures(
        name=name,
        n=len(values),
        mean=statistics.fmean(values),
        sd=statistics.stdev(values),
        ci_low=low,
        ci_high=high,
    )
