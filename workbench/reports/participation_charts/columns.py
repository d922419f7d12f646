"""Stacked columns by month, told apart by place and by words as well as by colour."""

from datetime import date

from workbench.foundation.text import number
from workbench.reports.charts.calendar_axis import calendar_ticks
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import AREA, LINE, Plot, Words
from workbench.reports.charts.scale import ValueAxis, count_axis
from workbench.reports.charts.style import ChartStyle
from workbench.reports.participation_charts.specs import Columns

_BAR_DAYS = 22.0
_MIDDLE = 15
_AT_HEIGHT = 3  # more names than these would not fit beside a low column


def column_axis(drawn: Columns) -> ValueAxis:
    """Return an axis of counts that holds the highest column, and what hangs below."""
    tops = [sum(column.parts) for column in drawn.columns]
    axis = count_axis([max(tops, default=0.0) * 1.08])
    deepest = max(drawn.below, default=0)
    low = -max(deepest, axis.high * 0.08) if drawn.below_name else 0.0
    return ValueAxis(low, axis.high, axis.ticks, axis.zoomed)


def column_days(drawn: Columns) -> tuple[float, float]:
    """Return the days across, with half a month of room on both sides."""
    first, last = drawn.columns[0].month, drawn.columns[-1].month
    return float(first.toordinal() - 2), float(last.toordinal() + 33)


def column_labels(drawn: Columns, style: ChartStyle) -> tuple[SideLabel, ...]:
    """Return the name and count of each part of the last column, many of them from the top down."""
    newest = drawn.columns[-1]
    size, labels, floor = style.size("caption"), [], 0.0
    for place, (name, part) in enumerate(zip(drawn.names, newest.parts, strict=True)):
        words = Words(f"{name} {number(part, 0)}", size, colour_of(style, place), 600)
        middle = floor + part / 2 if len(drawn.names) <= _AT_HEIGHT else column_axis(drawn).high
        labels.append(SideLabel(middle, (words,)))
        floor += part
    labels.reverse()  # the upper one keeps its place, the others make way downwards
    if drawn.below_name:
        words = Words(f"{drawn.below_name} {drawn.below[-1]}", size, style.palette.text_2, 600)
        labels.append(SideLabel(-drawn.below[-1] / 2, (words,)))
    return tuple(labels)


def colour_of(style: ChartStyle, place: int) -> str:
    """Return the colour of the part at a place from the bottom."""
    return style.palette.category[f"c{place % 6 + 1}"]


def draw_columns(plot: Plot, drawn: Columns) -> None:
    """Draw the columns, what stands above and hangs below them, and the months."""
    days = [column.month.toordinal() + _MIDDLE for column in drawn.columns]
    floors = [0.0] * len(days)
    for place in range(len(drawn.names)):
        parts = [column.parts[place] for column in drawn.columns]
        plot.axes.bar(
            days,
            parts,
            _BAR_DAYS,
            bottom=floors,
            color=colour_of(plot.style, place),
            edgecolor=plot.ground,
            linewidth=plot.style.stroke(0.8),
            zorder=AREA,
        )
        floors = [floor + part for floor, part in zip(floors, parts, strict=True)]
    if drawn.below_name:
        depths = [-count for count in drawn.below]
        plot.axes.bar(days, depths, _BAR_DAYS, color=plot.style.palette.text_3, zorder=AREA)
        plot.across_line(0, plot.style.palette.chart.axis, LINE)
    _write_above(plot, drawn, floors)
    _write_months(plot, drawn)


def _write_above(plot: Plot, drawn: Columns, tops: list[float]) -> None:
    size = plot.style.size("caption")
    each = plot.width / max(len(drawn.columns), 1)
    for column, top in zip(drawn.columns, tops, strict=True):
        words = Words(column.above, size, plot.style.palette.text_2)
        if column.above and words.width <= each:
            middle = date.fromordinal(column.month.toordinal() + _MIDDLE)
            at = (plot.across(middle), plot.up(top) + size * 0.8)
            plot.write(at, words, across="center")


def _write_months(plot: Plot, drawn: Columns) -> None:
    size, tick = plot.style.size("caption"), plot.style.palette.chart.tick
    first, last = drawn.columns[0].month, drawn.columns[-1].month
    for mark in calendar_ticks(first, last, max(int(plot.width // (size * 4.2)), 2)):
        middle = date.fromordinal(mark.on.toordinal() + _MIDDLE)
        at = (plot.across(middle), -size * 1.25)
        plot.write(at, Words(mark.text, size, tick), across="center")
