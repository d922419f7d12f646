"""The axis of time below the last panel: months, or the points of a chart in a brief."""

from collections.abc import Sequence
from datetime import date

from workbench.reports.charts.calendar_axis import DayTick, calendar_ticks, point_ticks
from workbench.reports.charts.layout import PageLook, days_on
from workbench.reports.charts.plot import LINE, Plot, Words, apart
from workbench.reports.charts.specs import ChartPage, SurveyPanel, panel_days

_LINE = 1.25


def axis_height(page: ChartPage, look: PageLook, size: float) -> float:
    """Return how many pixels the axis takes below the panels at a text size."""
    return size * ((2.0 + _LINE) if _n_below(page, look) else 2.0)


def draw_axis(plot: Plot, page: ChartPage, look: PageLook) -> None:
    """Write the months below the panel, and n below them where the panel has no words."""
    if look.months_at_points:
        _write_points(plot, page, look)
        return
    chart = plot.style.palette.chart
    ticks = _ticks(plot)
    marks = [((plot.across(tick.on), 0.0), (plot.across(tick.on), -4.0)) for tick in ticks]
    edge = ((0.0, 0.0), (plot.width, 0.0))
    plot.segments([edge, *marks], chart.axis, 1.0, LINE, in_pixels=True)
    for tick in ticks:
        _write_below(plot, tick, 0, tick.text)


def _write_points(plot: Plot, page: ChartPage, look: PageLook) -> None:
    counts = _counts(page) if _n_below(page, look) else {}
    for tick in _that_fit(plot, panel_days(page.panels[0]), counts):
        _write_below(plot, tick, 0, tick.text)
        if tick.on in counts:
            _write_below(plot, tick, 1, counts[tick.on])


def _that_fit(plot: Plot, days: Sequence[date], counts: dict[date, str]) -> Sequence[DayTick]:
    """Return the marks whose words do not touch; the latest are kept first."""
    size, colour = plot.style.size("caption"), plot.style.palette.chart.tick
    places = []
    for tick in point_ticks(days):
        texts = (tick.text, counts.get(tick.on, ""))
        width = max(Words(text, size, colour).width for text in texts)
        places.append((plot.across(tick.on), width))
    kept = [day for day, fits in zip(days, apart(places, size), strict=True) if fits]
    return point_ticks(kept)


def _write_below(plot: Plot, tick: DayTick, row: int, text: str) -> None:
    size = plot.style.size("caption")
    words = Words(text, size, plot.style.palette.chart.tick)
    at = (plot.across(tick.on), -size * (_LINE + row * _LINE))
    plot.write(at, words, across="center")


def _ticks(plot: Plot) -> Sequence[DayTick]:
    """Return as many marks as there is room for without their words touching."""
    size, colour = plot.style.size("caption"), plot.style.palette.chart.tick
    first, last = days_on(plot.days)
    most = max(int(plot.width // (size * 3.4)), 2)
    while True:
        ticks = calendar_ticks(first, last, most)
        places = [(plot.across(tick.on), Words(tick.text, size, colour).width) for tick in ticks]
        if most <= 2 or all(apart(places, size / 2)):
            return ticks
        most = min(most, len(ticks)) - 1


def _n_below(page: ChartPage, look: PageLook) -> bool:
    first: Sequence[object] = page.panels[:1]
    return look.months_at_points and not look.worded and isinstance(first[0], SurveyPanel)


def _counts(page: ChartPage) -> dict[date, str]:
    panel = page.panels[0]
    if not isinstance(panel, SurveyPanel):
        return {}
    return {wave.on: f"n {wave.n}" for wave in panel.waves if wave.n and wave.mean is not None}
