"""Help across departments by quarter: a point, and the band that chance alone gives."""

from datetime import date

from workbench.foundation.text import number
from workbench.reports.charts.plot import AREA, LINE, POINT, Plot, Words, apart
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.participation_charts.specs import AcrossChart, QuarterPoint

_NONE = "too few to say"
_QUARTER = 91


def across_axis() -> ValueAxis:
    """Return the whole axis of the index, from all inside to all across."""
    return ValueAxis(-1.0, 1.0, (-1.0, -0.5, 0.0, 0.5, 1.0), zoomed=False)


def quarter_days(drawn: AcrossChart) -> tuple[float, float]:
    """Return the days of all quarters."""
    first, last = drawn.quarters[0], drawn.quarters[-1]
    return float(first.start.toordinal()), float(last.start.toordinal() + _QUARTER)


def draw_across(plot: Plot, drawn: AcrossChart) -> None:
    """Draw for each quarter the band of chance, what is expected, and the index."""
    chart = plot.style.palette.chart
    plot.across_line(0, chart.axis, LINE)
    shown = [one for one in drawn.quarters if one.index is not None]
    for one in shown:
        _draw_chance(plot, one)
    days = [_middle(one) for one in shown]
    values = [one.index for one in shown if one.index is not None]
    colour = plot.style.line("contributions")
    plot.dots(days, values, 4.5 * plot.style.text_scale, colour)
    size = plot.style.size("caption")
    for day, value in zip(days, values, strict=True):
        at = (plot.across(day) + size * 0.7, plot.up(value))
        plot.write(at, Words(number(value, 2), size, colour, 600))
    _write_quarters(plot, drawn)


def _draw_chance(plot: Plot, one: QuarterPoint) -> None:
    if one.chance_low is None or one.chance_high is None or one.expected is None:
        return
    start, end = one.start.toordinal() + 6, one.start.toordinal() + _QUARTER - 6
    plot.axes.fill_between(
        [start, end],
        [one.chance_low] * 2,
        [one.chance_high] * 2,
        color=plot.style.usual_range,
        linewidth=0,
        zorder=AREA,
    )
    plot.axes.plot(
        [start, end],
        [one.expected] * 2,
        color=plot.style.palette.chart.limit,
        linewidth=plot.style.stroke(1.2),
        linestyle=(0, (3, 2)),
        zorder=POINT - 0.5,
    )


def _write_quarters(plot: Plot, drawn: AcrossChart) -> None:
    size, chart = plot.style.size("caption"), plot.style.palette.chart
    marks = [
        (plot.across(_middle(one)), Words(one.label, size, chart.tick)) for one in drawn.quarters
    ]
    kept = apart([(at, words.width) for at, words in marks], size)
    for (at, words), fits in zip(marks, kept, strict=True):
        if fits:
            plot.write((at, -size * 1.25), words, across="center")
    for one in (one for one in drawn.quarters if one.index is None):
        words = Words(_NONE, size, plot.style.palette.text_3)
        if words.width < plot.width / max(len(drawn.quarters), 1):
            plot.write((plot.across(_middle(one)), plot.up(0.12)), words, across="center")


def _middle(one: QuarterPoint) -> date:
    return date.fromordinal(one.start.toordinal() + _QUARTER // 2)
