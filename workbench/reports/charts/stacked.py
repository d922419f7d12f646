"""Drawing a page: panels one above the other on one axis of time, events named once at the top."""

from typing import TYPE_CHECKING

from workbench.reports.charts.event_names import event_names, rows_height, write_names
from workbench.reports.charts.frame import (
    begin_panel,
    draw_grid,
    draw_pauses,
    draw_side_labels,
    side_width,
)
from workbench.reports.charts.layout import Box, PageLook, page_days, panel_boxes
from workbench.reports.charts.note_marks import draw_notes
from workbench.reports.charts.panels import draw_panel, panel_note, panel_side, panel_values
from workbench.reports.charts.plot import Plot, Words
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.specs import ChartPage, Panel
from workbench.reports.charts.spots import Placed
from workbench.reports.charts.style import ChartStyle
from workbench.reports.charts.time_axis import axis_height, draw_axis
from workbench.reports.charts.titles import TitleBlock, title_block, write_title

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MENU = 30.0  # kept free at the right of a title, where a screen has the panel's menu
_ROW_NAME = "n/N"
_A_HEIGHT = 100.0  # stands in for a panel's height before the page is shared out


def draw_page(
    figure: "Figure",
    page: ChartPage,
    style: ChartStyle,
    look: PageLook,
    size: tuple[float, float],
    foot: float = 0.0,
) -> list[Placed]:
    """Draw the page, which has at least one panel, into a figure of `size` pixels.

    The lowest `foot` pixels stay free for a note. Returns where each panel was drawn.
    """
    days = page_days(page)
    area = _area(page, style, look, (size[0], size[1] - foot))
    names = event_names(page, style, area, days) if look.titles else []
    above = rows_height(names, style)
    inner = Box(area.left, area.top + above, area.width, area.height - above)
    titles = [_title(panel, style, look, size[0]) for panel in page.panels]
    heights = [title.height for title in titles]
    boxes = panel_boxes(page.panels, inner, heights, style.size("caption") * 1.1)
    placed = []
    for panel, box, title in zip(page.panels, boxes, titles, strict=True):
        plot = _plot(figure, box, size, panel_values(panel, box.height, style, look), style, days)
        _fill(plot, page, panel, look)
        write_title(plot, title, box.left)
        placed.append(Placed(panel, box, title.height, plot))
    write_names(placed[0].plot, names, style, heights[0])
    draw_axis(placed[-1].plot, page, look)
    return placed


def _fill(plot: Plot, page: ChartPage, panel: Panel, look: PageLook) -> None:
    begin_panel(plot)
    draw_pauses(plot, page.pauses)
    draw_panel(plot, panel, page.pauses, look)
    draw_side_labels(plot, panel_side(panel, plot.style, look))
    draw_notes(plot, panel)
    draw_grid(plot, page.events)


def _area(page: ChartPage, style: ChartStyle, look: PageLook, size: tuple[float, float]) -> Box:
    """Return where plots may lie: ticks fit at the left, latest values right, months below."""
    caption = style.size("caption")
    heights = (_A_HEIGHT, size[1] / 2, size[1])
    left = max(_left_of(panel, style, look, heights) for panel in page.panels) + 10
    right = max(side_width(panel_side(panel, style, look)) for panel in page.panels)
    below = axis_height(page, look, caption)
    top = caption * 0.6
    return Box(left, top, max(size[0] - left - right, 40.0), max(size[1] - top - below, 20.0))


def _left_of(panel: Panel, style: ChartStyle, look: PageLook, heights: tuple[float, ...]) -> float:
    """Return the width of the widest words left of a panel, whichever of these heights it gets."""
    caption, colour = style.size("caption"), style.palette.chart.tick
    values = [panel_values(panel, height, style, look) for height in heights]
    ticks = {one.tick_text(tick) for one in values for tick in one.ticks}
    return max(Words(text, caption, colour).width for text in (_ROW_NAME, *ticks))


def _title(panel: Panel, style: ChartStyle, look: PageLook, width: float) -> TitleBlock:
    if not look.titles:
        return TitleBlock(())
    note = panel_note(panel, panel_values(panel, _A_HEIGHT, style, look))
    caption = style.size("caption")
    return title_block(
        Words(panel.title, style.size("strong"), style.palette.text, 600),
        tuple(Words(part, caption, style.palette.text_3) for part in note),
        width - _MENU * style.text_scale,
    )


def _plot(
    figure: "Figure",
    box: Box,
    size: tuple[float, float],
    values: ValueAxis,
    style: ChartStyle,
    days: tuple[float, float],
) -> Plot:
    bottom = size[1] - box.top - box.height
    axes = figure.add_axes(
        (box.left / size[0], bottom / size[1], box.width / size[0], box.height / size[1])
    )
    return Plot(axes, style, box.width, box.height, values, days)
