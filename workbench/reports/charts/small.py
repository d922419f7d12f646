"""Small charts that stand beside a number or a sentence: the sparkline and the change strip."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.reports.charts.output import Canvas, Pixels, figure_on, figure_pixels
from workbench.reports.charts.specs import ChangeStrip, Sparkline
from workbench.reports.charts.style import ChartStyle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARGIN = 5.0


def sparkline_pixels(line: Sparkline, canvas: Canvas) -> Pixels:
    """Return a line without an axis, open at gaps, with a dot on its latest value."""
    return figure_pixels(
        figure_on(canvas, lambda figure, style: _draw_sparkline(figure, style, line, canvas))
    )


def change_pixels(change: ChangeStrip, canvas: Canvas) -> Pixels:
    """Return the change as a dot, its interval as a bar, and a mark that stands for no change."""
    return figure_pixels(
        figure_on(canvas, lambda figure, style: _draw_change(figure, style, change, canvas))
    )


def _bare_axes(figure: "Figure", canvas: Canvas) -> "Axes":
    across, up = _MARGIN / max(canvas.width, 12.0), _MARGIN / max(canvas.height, 12.0)
    axes = figure.add_axes((across, up, 1 - 2 * across, 1 - 2 * up))
    axes.set_axis_off()
    return axes


def _draw_sparkline(figure: "Figure", style: ChartStyle, line: Sparkline, canvas: Canvas) -> None:
    axes = _bare_axes(figure, canvas)
    colour = style.line(line.measure)
    stretches = list(_stretches(line.values))
    for stretch in stretches:
        places, values = zip(*stretch, strict=True)
        axes.plot(places, values, color=colour, linewidth=style.stroke(1.6), clip_on=False)
    if stretches:
        place, value = stretches[-1][-1]
        size = 5.0 * style.text_scale
        axes.plot([place], [value], marker="o", markersize=size, color=colour, clip_on=False)
    axes.set_xlim(0, max(len(line.values) - 1, 1))


def _stretches(values: tuple[float | None, ...]) -> Iterator[list[tuple[int, float]]]:
    run: list[tuple[int, float]] = []
    for place, value in enumerate(values):
        if value is None:
            if run:
                yield run
            run = []
        else:
            run.append((place, value))
    if run:
        yield run


def _draw_change(figure: "Figure", style: ChartStyle, change: ChangeStrip, canvas: Canvas) -> None:
    axes = _bare_axes(figure, canvas)
    palette = style.palette
    colour = style.line(change.measure)
    reach = 1.1 * max(abs(change.low), abs(change.high), abs(change.difference), 1e-9)
    axes.set_xlim(-reach, reach)
    axes.set_ylim(-1, 1)
    axes.plot([-reach, reach], [0, 0], color=palette.border, linewidth=style.stroke(1.5))
    axes.plot([0, 0], [-0.9, 0.9], color=palette.border_control, linewidth=style.stroke(1.5))
    axes.plot([change.low, change.high], [0, 0], color=colour, linewidth=style.stroke(3.0))
    axes.plot(
        [change.difference],
        [0],
        marker="o",
        markersize=8.0 * style.text_scale,
        markerfacecolor=colour,
        markeredgecolor=palette.chart.bg,
        markeredgewidth=style.stroke(1.5),
        clip_on=False,
    )
