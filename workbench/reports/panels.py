"""From what insights read to what charts show: one panel for each measure, series and figure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.communities.queries import EventRow
from workbench.foundation.text import number
from workbench.impact.queries import FigureRow
from workbench.insights.control import ControlPoint, Signal
from workbench.insights.measures import Measure, seen_between
from workbench.insights.queries import Insights, Series
from workbench.reports.charts import (
    ChartEvent,
    ChartPage,
    MonthlyPanel,
    MonthPoint,
    Panel,
    Pause,
    SessionPanel,
    SessionPoint,
    SurveyPanel,
)
from workbench.reports.charts import Measure as Colour
from workbench.reports.wave_marks import (
    breaks,
    in_percent,
    sources,
    trend_line,
    usual_limits,
    wave_points,
)

_TITLES = {"safety": "Psychological safety", "loneliness": "Loneliness"}
_COLOURS: dict[str, Colour] = {"safety": "safety", "loneliness": "loneliness"}
_OUTSIDE = (Signal.BELOW, Signal.ABOVE)


def insights_page(found: Insights, start: date, end: date) -> ChartPage:
    """Return every panel between two days on one axis, with events and pauses."""
    seen = (seen_between(measure, start, end) for measure in found.measures)
    panels: list[Panel] = [survey_panel(measure) for measure in seen if measure]
    if found.attendance.chart.points:
        panels.append(attendance_panel(found.attendance))
    if found.contributions.chart.points:
        panels.append(contributions_panel(found.contributions))
    panels += [monthly_panel(one.figure) for one in found.figures if one.figure.months]
    kept = tuple(panel for panel in (within(panel, start, end) for panel in panels) if panel)
    events, pauses = chart_events(found.events, start, end)
    return ChartPage(kept, start, end, events, pauses)


def measure_title(measure: Measure) -> str:
    """Return what the measure is called: its construct where that has a name, else its title."""
    return _TITLES.get(measure.instrument.construct, measure.instrument.title)


def survey_panel(measure: Measure) -> SurveyPanel:
    """Return the waves of a measure with every break; hidden ones are gaps.

    Values are scale points, or percent of maximum where versions on different scales meet.
    """
    instrument = measure.instrument
    safety = instrument.construct == "safety"
    percent = in_percent(measure)
    low, high = (0.0, 100.0) if percent else instrument.range
    return SurveyPanel(
        title=measure_title(measure),
        measure=_COLOURS.get(instrument.construct, "other"),
        scale_low=low,
        scale_high=high,
        better="higher is safer" if safety else instrument.direction.value,
        waves=wave_points(measure),
        decimals=0 if percent else 1,
        source=sources(measure),
        percent=percent,
        breaks=breaks(measure),
        line=trend_line(measure),
        limits=usual_limits(measure),
    )


def attendance_panel(series: Series) -> SessionPanel:
    """Return who came as percentages of those expected, with the usual range at each session."""
    chart = series.chart
    points = [
        SessionPoint(
            point.on,
            title,
            100 * point.value,
            100 * point.low if chart.has_limits else None,
            100 * point.high if chart.has_limits else None,
            count.part,
            count.whole,
            _signal(point, f"{number(100 * point.value, 0)}%"),
        )
        for point, count, title in zip(chart.points, series.counts, series.titles, strict=True)
    ]
    return SessionPanel(
        title="Attendance",
        measure="attendance",
        note="% of members, per session",
        points=tuple(points),
        centre=None if chart.centre is None else 100 * chart.centre,
        suffix="%",
        scale_high=100.0,
        limits_note=_as_note(chart.reason),
    )


def contributions_panel(series: Series) -> SessionPanel:
    """Return how much was given by session, with its usual range."""
    chart = series.chart
    points = [
        SessionPoint(
            point.on,
            title,
            point.value,
            point.low if chart.has_limits else None,
            point.high if chart.has_limits else None,
            signal=_signal(point, number(point.value, 0)),
        )
        for point, title in zip(chart.points, series.titles, strict=True)
    ]
    return SessionPanel(
        title="Contributions",
        measure="contributions",
        note="per session",
        points=tuple(points),
        centre=chart.centre,
        limits_note=_as_note(chart.reason),
    )


def monthly_panel(figure: FigureRow) -> MonthlyPanel:
    """Return a business figure by month; a month that is over without a value is a gap."""
    months = [MonthPoint(one.month, one.value) for one in figure.months]
    months += [MonthPoint(month, None) for month in figure.missing]
    percent = figure.unit.startswith("%")
    return MonthlyPanel(
        title=figure.name,
        note=", ".join(part for part in (figure.unit, "per month") if part),
        points=tuple(sorted(months, key=lambda point: point.month)),
        goal=figure.target,
        suffix="%" if percent else "",
        decimals=_decimals([one.value for one in figure.months]),
        source=figure.source,
    )


def chart_events(
    events: Sequence[EventRow], start: date, end: date
) -> tuple[tuple[ChartEvent, ...], tuple[Pause, ...]]:
    """Return what happened between two days: days as events, stretches as pauses."""
    days = tuple(
        ChartEvent(one.starts_on, one.title)
        for one in events
        if one.ends_on is None and start <= one.starts_on <= end
    )
    pauses = tuple(
        Pause(max(one.starts_on, start), min(one.ends_on, end), one.title)
        for one in events
        if one.ends_on is not None and one.starts_on <= end and start <= one.ends_on
    )
    return days, pauses


def within(panel: Panel, start: date, end: date) -> Panel | None:
    """Return the panel with its points between two days, or None where there are none."""
    if isinstance(panel, SurveyPanel):
        return _waves_within(panel, start, end)
    if isinstance(panel, SessionPanel):
        points = tuple(point for point in panel.points if start <= point.on <= end)
        return replace(panel, points=points) if points else None
    if not isinstance(panel, MonthlyPanel):
        return panel
    first = start.replace(day=1)
    months = tuple(point for point in panel.points if first <= point.month <= end)
    return replace(panel, points=months) if months else None


def _waves_within(panel: SurveyPanel, start: date, end: date) -> SurveyPanel | None:
    """Return the waves of these days; a trend over waves that are not all shown is left out."""
    waves = tuple(wave for wave in panel.waves if start <= wave.on <= end)
    if not waves:
        return None
    line = panel.line
    whole = line is not None and start <= line.start and line.end <= end
    return replace(
        panel,
        waves=waves,
        breaks=tuple(one for one in panel.breaks if waves[0].on <= one.on < waves[-1].on),
        line=line if whole else None,
        notes=tuple(note for note in panel.notes if start <= note.on <= end),
    )


def _signal(point: ControlPoint, value: str) -> str | None:
    if point.signal is None:
        return None
    return f"{value}, {point.signal.value}" if point.signal in _OUTSIDE else point.signal.value


def _as_note(reason: str) -> str:
    return (
        reason[:1].lower() + reason[1:].rstrip(".") if reason[:1].isalpha() else reason.rstrip(".")
    )


def _decimals(values: Sequence[float]) -> int:
    """Return the decimals the typed values have, at most two."""
    return next((few for few in (0, 1) if all(round(v, few) == v for v in values)), 2)
