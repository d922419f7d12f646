"""One panel's drawing area: days across, values up, texts placed in pixels beside them."""

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.style import ChartStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg

Weight = Literal[400, 600]

_FINER = 8.0  # texts are measured larger, where letters are not yet fitted to whole pixels

BAND, GRID, DATED, AREA, LINE, BAR, POINT, RING, TEXT = range(1, 10)  # what lies over what


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its size in pixels, colour and weight."""

    text: str
    size: float
    colour: str
    weight: Weight = 400

    @property
    def width(self) -> float:
        """How wide the text is drawn, in pixels."""
        return text_width(self.text, self.size, self.weight)


@dataclass(frozen=True, slots=True)
class Plot:
    """The axes of one panel, `width` by `height` pixels, with its value axis and style."""

    axes: "Axes"
    style: ChartStyle
    width: float
    height: float
    values: ValueAxis
    days: tuple[float, float]

    def across(self, day: date) -> float:
        """Return the day as pixels from the left edge of the panel."""
        left, right = self.days
        return (day.toordinal() - left) / (right - left) * self.width

    def up(self, value: float) -> float:
        """Return the value as pixels from the lower edge of the panel."""
        low, high = self.values.low, self.values.high
        return (value - low) / (high - low) * self.height

    def across_line(
        self, value: float, colour: str, order: float, dashes: tuple[float, float] | None = None
    ) -> None:
        """Draw a thin level line over the whole width, dashed where asked."""
        self.axes.axhline(
            value,
            color=colour,
            linewidth=self.style.stroke(1.2 if dashes else 1.0),
            linestyle=(0, dashes) if dashes else "solid",
            zorder=order,
            clip_on=False,
        )

    def line(
        self, days: "Sequence[date]", values: "Sequence[float]", colour: str, width: float
    ) -> None:
        """Draw one unbroken line, `width` pixels at 100 %."""
        self.axes.plot(
            [day.toordinal() for day in days],
            values,
            color=colour,
            linewidth=self.style.stroke(width),
            solid_capstyle="round",
            solid_joinstyle="round",
            zorder=LINE,
        )

    def dots(
        self, days: "Sequence[date]", values: "Sequence[float]", radius: float, colour: str
    ) -> None:
        """Draw round points with a rim of the ground's colour."""
        self.axes.plot(
            [day.toordinal() for day in days],
            values,
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markerfacecolor=colour,
            markeredgecolor=self.ground,
            markeredgewidth=self.style.stroke(1.0),
            zorder=POINT,
            clip_on=False,
        )

    @property
    def ground(self) -> str:
        """The colour behind the panel, white on paper."""
        return self.style.palette.chart.bg

    def write(
        self,
        at: tuple[float, float],
        words: Words,
        *,
        across: Literal["left", "center", "right"] = "left",
        upright: Literal["bottom", "center", "top", "baseline"] = "center",
    ) -> None:
        """Write the words at a place in pixels from the lower left corner of the panel."""
        baseline = at[1] - words.size * 0.36 if upright == "center" else at[1]
        self.axes.text(
            at[0] / self.width,
            baseline / self.height,
            words.text,
            transform=self.axes.transAxes,
            fontsize=words.size,
            color=words.colour,
            fontweight=words.weight,
            horizontalalignment=across,
            verticalalignment="baseline" if upright == "center" else upright,
            zorder=TEXT,
            parse_math=False,
            clip_on=False,
        )


@cache
def text_width(text: str, size: float, weight: Weight) -> float:
    """Return the width of a text in pixels as it will be drawn."""
    from matplotlib.font_manager import FontProperties

    properties = FontProperties(size=size * _FINER, weight=weight)
    measured = _measuring().get_text_width_height_descent(  # type: ignore[no-untyped-call]
        text, properties, False
    )
    return float(measured[0]) / _FINER


def apart(places: "Sequence[tuple[float, float]]", gap: float = 4.0) -> list[bool]:
    """Return which words may be written so that none touch, the last ones first.

    `places` are middles and widths in pixels, from left to right.
    """
    kept: list[bool] = []
    free_until = math.inf
    for middle, width in reversed(places):
        fits = middle + width / 2 + gap <= free_until
        kept.append(fits)
        if fits:
            free_until = middle - width / 2
    return kept[::-1]


def shortened(text: str, size: float, weight: Weight, width: float) -> str:
    """Return the text, or as much of it as fits `width` pixels with an ellipsis."""
    if text_width(text, size, weight) <= width:
        return text
    kept = text
    while kept and text_width(f"{kept}…", size, weight) > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


@cache
def _measuring() -> "RendererAgg":
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, 72)  # type: ignore[no-untyped-call]  # matplotlib leaves it untyped
