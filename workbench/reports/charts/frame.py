"""What every panel has: grid and ticks, pauses, events, and the latest value at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.reports.charts.plot import BAND, DATED, GRID, Plot, Words
from workbench.reports.charts.specs import ChartEvent, Pause

LABEL_GAP = 10.0
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
    chart = plot.style.palette.chart
    axes = plot.axes
    axes.set_xlim(*plot.days)
    axes.set_ylim(plot.values.low, plot.values.high)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.patch.set_visible(False)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    plot.across_line(plot.values.low, chart.grid, GRID)
    for tick in plot.values.ticks:
        plot.across_line(tick, chart.grid, GRID)
        words = Words(plot.values.tick_text(tick), plot.style.size("caption"), chart.tick)
        plot.write((-7.0, plot.up(tick)), words, across="right")


def draw_dates(plot: Plot, events: Sequence[ChartEvent], pauses: Sequence[Pause]) -> None:
    """Draw the pale bands of pauses and the dotted lines of events, without their names."""
    for pause in pauses:
        start, end = pause.start.toordinal() - 0.5, pause.end.toordinal() + 0.5
        plot.axes.axvspan(start, end, color=plot.style.pause, linewidth=0, zorder=BAND)
    for event in events:
        plot.axes.axvline(
            event.on.toordinal(),
            color=plot.style.palette.chart.event,
            linewidth=plot.style.stroke(1.2),
            linestyle=(0, (1, 2.5)),
            zorder=DATED,
        )


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
    """Return the upper edges in pixels; the first label keeps its place, others make way."""
    placed: list[tuple[float, float]] = []
    tops = []
    for label in labels:
        half = label.lines[0].size * 1.25 / 2
        top = plot.up(label.value) + half
        for other_top, other_bottom in sorted(placed, reverse=True):
            if top > other_bottom and top - label.height < other_top:
                top = other_bottom
        placed.append((top, top - label.height))
        tops.append(top)
    return tops
