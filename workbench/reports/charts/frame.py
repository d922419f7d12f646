"""What every panel has: grid and ticks, pauses, events, and the latest value at the right."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.reports.charts.plot import BAND, DATED, GRID, Plot, Words
from workbench.reports.charts.specs import ChartEvent, Pause

LABEL_GAP = 10.0
_BETWEEN = 3.0
_SPARE = 3.0  # other programs set the same letters a little wider


@dataclass(frozen=True, slots=True)
class SideLabel:
    """Words at the right end at the height of `value`, one line below the other."""

    value: float
    lines: tuple[Words, ...]

    @property
    def height(self) -> float:
        """How high the words stand together, in pixels."""
        return sum(line.size * 1.25 for line in self.lines)

    @property
    def width(self) -> float:
        """The width of the widest line, in pixels."""
        return max(line.width for line in self.lines)


def draw_frame(plot: Plot) -> None:
    """Draw the horizontal grid with its values at the left, and the lower edge."""
    begin_panel(plot)
    draw_grid(plot, ())


def begin_panel(plot: Plot) -> None:
    """Set the panel's ends and write the values of its grid at the left."""
    axes = plot.axes
    axes.set_xlim(*plot.days)
    axes.set_ylim(plot.values.low, plot.values.high)
    axes.set_axis_off()
    for tick in plot.values.ticks:
        words = Words(
            plot.values.tick_text(tick), plot.style.size("caption"), plot.style.palette.chart.tick
        )
        plot.write((-7.0, plot.up(tick)), words, across="right")


def draw_pauses(plot: Plot, pauses: Sequence[Pause]) -> None:
    """Draw the pale bands of pauses, without their names."""
    low, high = plot.values.low, plot.values.high
    shapes = []
    for pause in pauses:
        start, end = pause.start.toordinal() - 0.5, pause.end.toordinal() + 0.5
        shapes.append([(start, low), (end, low), (end, high), (start, high)])
    plot.areas(shapes, plot.style.pause, BAND)


def draw_grid(plot: Plot, events: Sequence[ChartEvent]) -> None:
    """Draw the level grid and the dotted lines of events, without their names."""
    chart = plot.style.palette.chart
    for value in (plot.values.low, *plot.values.ticks):
        plot.level(value, chart.grid, GRID)
    for event in events:
        plot.upright(event.on, chart.event, DATED, (1, 2.5))
    plot.rule()


def draw_side_labels(plot: Plot, labels: Sequence[SideLabel]) -> None:
    """Write the labels right of the panel near their values, moved apart where they would touch."""
    for label, top in zip(labels, _tops(plot, labels), strict=True):
        cursor = top
        for line in label.lines:
            cursor -= line.size * 1.25
            at = (plot.width + LABEL_GAP, cursor + line.size * 0.3)
            plot.write(at, line, upright="baseline")


def side_width(labels: Sequence[SideLabel]) -> float:
    """Return how many pixels the labels need right of the panel."""
    return max((label.width for label in labels), default=0.0) + LABEL_GAP + _SPARE


def _tops(plot: Plot, labels: Sequence[SideLabel]) -> list[float]:
    """Return the upper edges in pixels: near the values, in their order, none over another.

    What would leave the panel below is pushed up, with all that stands above it.
    """
    order = sorted(range(len(labels)), key=lambda place: -labels[place].value)
    tops = [0.0] * len(labels)
    free = math.inf
    for place in order:
        wish = plot.up(labels[place].value) + labels[place].lines[0].size * 1.25 / 2
        tops[place] = min(wish, free)
        free = tops[place] - labels[place].height - _BETWEEN
    floor = -labels[order[-1]].lines[0].size * 0.6 if order else 0.0
    for place in reversed(order):
        tops[place] = max(tops[place], floor + labels[place].height)
        floor = tops[place] + _BETWEEN
    return tops
