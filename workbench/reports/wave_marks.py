"""What stands on the chart of a measure: its waves, breaks, trend line and usual limits.

All values are in one unit: scale points of the newest version, or percent of maximum where the
versions shown stand on different scales.
"""

from datetime import date, timedelta
from itertools import pairwise

from workbench.insights.baseline_words import baseline_words
from workbench.insights.measures import Measure, closed
from workbench.insights.segments import on_one_scale, what_changed
from workbench.insights.trend import Trend
from workbench.reports.charts import Break, TrendLine, UsualLimits, WavePoint
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import WaveResult
from workbench.surveys.scoring import percent_of_maximum

IN_QUESTION = "key in question"
NO_INTERVAL = "no interval"


def in_percent(measure: Measure) -> bool:
    """Whether versions on different scales meet, so that only percent of maximum compares."""
    return not on_one_scale([segment.instrument for segment in measure.segments])


def wave_points(measure: Measure) -> tuple[WavePoint, ...]:
    """Return the waves of all segments in order of time; hidden ones are gaps."""
    percent = in_percent(measure)
    return tuple(
        _point(result, place, percent=percent)
        for place, result in _placed(measure)
        if result.wave.closed_on
    )


def breaks(measure: Measure) -> tuple[Break, ...]:
    """Return where the questionnaire changed: half way between the waves on either side."""
    return tuple(
        Break(_half_way(closed(one), closed(other)), what_changed(one.instrument, other.instrument))
        for (before, one), (after, other) in pairwise(_placed(measure))
        if before != after
    )


def trend_line(measure: Measure) -> TrendLine | None:
    """Return the line of the trend from its first wave to its last, None without a trend."""
    trend = measure.trend.trend
    if trend is None:
        return None
    ends = (_end(measure, trend, day) for day in (trend.first_on, trend.last_on))
    return TrendLine(trend.first_on, trend.last_on, *ends)


def usual_limits(measure: Measure) -> UsualLimits | None:
    """Return the usual range of the waves with what it comes from, None without one."""
    limits = measure.limits
    if limits is None:
        return None
    return UsualLimits(
        _turned(measure, limits.centre),
        _turned(measure, limits.low),
        _turned(measure, limits.high),
        baseline_words(limits.baseline),
    )


def sources(measure: Measure) -> str:
    """Return which questionnaire the waves come from, and which those before a break."""
    named = [_named(segment.instrument) for segment in measure.segments]
    earlier = ", ".join(dict.fromkeys(named[:-1]))
    return f"{named[-1]}; before: {earlier}" if earlier else named[-1]


def _placed(measure: Measure) -> list[tuple[int, WaveResult]]:
    """Return the waves in order of time, each with the number of its segment."""
    placed = [
        (place, result)
        for place, segment in enumerate(measure.segments)
        for result in segment.waves
    ]
    return sorted(placed, key=lambda one: closed(one[1]))


def _point(result: WaveResult, segment: int, *, percent: bool) -> WavePoint:
    figures, wave = result.figures, result.wave
    on = closed(result)
    if figures.suppressed or figures.mean is None:
        return WavePoint(
            on,
            wave.label,
            invited=wave.invited,
            hidden=f"Not shown: {figures.short_reason}" if figures.reason else "Not shown",
            segment=segment,
        )
    values = (figures.mean, figures.ci_low, figures.ci_high)
    if figures.ci_low is None or figures.ci_high is None:
        values = (figures.mean, None, None)
    mean, low, high = (_scaled(result.instrument, value, percent=percent) for value in values)
    return WavePoint(
        on,
        wave.label,
        figures.scored,
        mean,
        low,
        high,
        figures.invited,
        hollow=IN_QUESTION if result.open_alarms else NO_INTERVAL if low is None else "",
        segment=segment,
        drawn_anew=_bootstrap(result, percent=percent),
    )


def _bootstrap(result: WaveResult, *, percent: bool) -> tuple[float, float] | None:
    """Return the bootstrap interval frozen for a shown wave, None where it has none."""
    low, high = (
        _scaled(result.instrument, value, percent=percent)
        for value in (result.figures.bootstrap_low, result.figures.bootstrap_high)
    )
    return None if low is None or high is None or result.figures.ci_low is None else (low, high)


def _scaled(instrument: Instrument, value: float | None, *, percent: bool) -> float | None:
    if value is None or not percent:
        return value
    return percent_of_maximum(instrument, value)


def _turned(measure: Measure, value: float) -> float:
    return percent_of_maximum(measure.instrument, value) if in_percent(measure) else value


def _end(measure: Measure, trend: Trend, on: date) -> tuple[float, float, float]:
    low, middle, high = trend.line_on(on)
    return _turned(measure, low), _turned(measure, middle), _turned(measure, high)


def _half_way(earlier: date, later: date) -> date:
    return earlier + timedelta(days=(later - earlier).days // 2)


def _named(instrument: Instrument) -> str:
    return f"{instrument.title}, version {instrument.version}"
