"""What stands beside the reading of a measure: trend, usual range, the same people, breaks."""

from workbench.foundation.dates import month_name
from workbench.foundation.text import counted, listed
from workbench.insights.baseline_words import limits_words
from workbench.insights.growth_words import growth_words
from workbench.insights.measures import Measure
from workbench.insights.segments import on_one_scale


def asides(measure: Measure) -> tuple[str, ...]:
    """Return the sentences about all waves of a measure, those that there are."""
    trend = measure.trend.trend
    found = (
        trend.sentence if trend else "",
        limits_words(measure.limits) if measure.limits else "",
        growth_words(measure.growth) if measure.growth else "",
        break_words(measure),
        _beside(measure),
    )
    return tuple(words for words in found if words)


def break_words(measure: Measure) -> str:
    """Return that the waves before a break are not compared with those after it, or nothing."""
    if not measure.earlier:
        return ""
    waves = counted(measure.earlier_versions, "wave", "waves")
    since = measure.segments[-1].first_on
    return (
        f"{waves} before {month_name(since)} {since.year} asked in another way: nothing is "
        f"compared across the break.{_other_scale(measure)}"
    )


def _other_scale(measure: Measure) -> str:
    if on_one_scale([segment.instrument for segment in measure.segments]):
        return ""
    low, high = (f"{end:g}" for end in measure.instrument.range)
    return (
        " The chart shows percent of maximum, as the scales differ; these sentences count in "
        f"points from {low} to {high}."
    )


def _beside(measure: Measure) -> str:
    if not measure.beside:
        return ""
    stands = "stands" if len(measure.beside) == 1 else "stand"
    return f"{listed(measure.beside)}, asked beside it, {stands} apart: see Surveys."
