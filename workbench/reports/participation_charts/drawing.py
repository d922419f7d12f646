"""Drawing one chart of participation: its frame, its title, and what it holds."""

import io
from typing import TYPE_CHECKING

from workbench.reports.charts.frame import SideLabel, draw_frame, draw_side_labels, side_width
from workbench.reports.charts.output import Canvas, figure_on, figure_png
from workbench.reports.charts.plot import Plot, Words
from workbench.reports.charts.saving import no_such_ending
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.style import ChartStyle, ChartTheme
from workbench.reports.charts.titles import TitleBlock, title_block, write_title
from workbench.reports.participation_charts.across import across_axis, draw_across, quarter_days
from workbench.reports.participation_charts.columns import (
    column_axis,
    column_days,
    column_labels,
    draw_columns,
)
from workbench.reports.participation_charts.curves import (
    curve_axis,
    curve_labels,
    curve_months,
    draw_curves,
)
from workbench.reports.participation_charts.specs import Chart, Columns, Curves, Drawn

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_WIDTH, _HEIGHT, _SHARPNESS = 900.0, 380.0, 2.0


def chart_png(chart: Chart, canvas: Canvas) -> bytes:
    """Return the chart as a PNG file of width times scale pixels."""
    return figure_png(_figure(chart, canvas), canvas)


def chart_file(chart: Chart, ending: str, theme: ChartTheme = "light") -> bytes:
    """Return the chart as the file its ending asks for; raises BadInput for others."""
    canvas = Canvas(_WIDTH, _HEIGHT, _SHARPNESS, theme)
    match ending.casefold():
        case ".svg":
            return chart_svg(chart, canvas).encode()
        case ".png":
            return chart_png(chart, canvas)
    raise no_such_ending(ending)


def chart_svg(chart: Chart, canvas: Canvas) -> str:
    """Return the chart as SVG whose text is left as text."""
    stream = io.StringIO()
    _figure(chart, canvas).savefig(
        stream, format="svg", transparent=canvas.theme == "print", metadata={"Date": None}
    )
    return stream.getvalue()


def _figure(chart: Chart, canvas: Canvas) -> "Figure":
    size = (canvas.width, canvas.height)
    return figure_on(canvas, lambda figure, style: _draw(figure, style, chart.drawn, size))


def _draw(figure: "Figure", style: ChartStyle, drawn: Drawn, size: tuple[float, float]) -> None:
    caption = style.size("caption")
    values, across = _values(drawn), _across(drawn)
    labels = _labels(drawn, style)
    ticks = [Words(values.tick_text(tick), caption, "").width for tick in values.ticks]
    left = max(ticks, default=0.0) + 10
    right = side_width(labels) if labels else caption
    title = _title(drawn, style, size[0])
    above, below = title.height + caption * 0.8, caption * 2
    width, height = max(size[0] - left - right, 40.0), max(size[1] - above - below, 20.0)
    axes = figure.add_axes((left / size[0], below / size[1], width / size[0], height / size[1]))
    plot = Plot(axes, style, width, height, values, across)
    draw_frame(plot)
    if isinstance(drawn, Columns):
        draw_columns(plot, drawn)
    elif isinstance(drawn, Curves):
        draw_curves(plot, drawn)
    else:
        draw_across(plot, drawn)
    draw_side_labels(plot, labels)
    write_title(plot, title, left)


def _values(drawn: Drawn) -> ValueAxis:
    if isinstance(drawn, Columns):
        return column_axis(drawn)
    return curve_axis() if isinstance(drawn, Curves) else across_axis()


def _across(drawn: Drawn) -> tuple[float, float]:
    if isinstance(drawn, Columns):
        return column_days(drawn)
    return curve_months(drawn) if isinstance(drawn, Curves) else quarter_days(drawn)


def _labels(drawn: Drawn, style: ChartStyle) -> tuple[SideLabel, ...]:
    if isinstance(drawn, Columns):
        return column_labels(drawn, style)
    return curve_labels(drawn, style) if isinstance(drawn, Curves) else ()


def _title(drawn: Drawn, style: ChartStyle, width: float) -> TitleBlock:
    return title_block(
        Words(drawn.title, style.size("strong"), style.palette.text, 600),
        (Words(drawn.note, style.size("caption"), style.palette.text_3),) if drawn.note else (),
        width,
    )
