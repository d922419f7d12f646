"""One panel's drawing area: days across, values up, texts placed in pixels beside them."""

import math
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

from workbench.reports.charts.rules import Edges, Rule, parted
from workbench.reports.charts.scale import ValueAxis
from workbench.reports.charts.style import ChartStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg

Weight = Literal[400, 600]
Run = list[tuple[date, float]]

_MANY = 120  # from here on points would hide the line
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
    """The axes of one panel, `width` by `height` pixels, with its value axis and style.

    `written` holds the boxes of the words in it (left, bottom, right, top), so that no line of
    `rules` runs through them.
    """

    axes: "Axes"
    style: ChartStyle
    width: float
    height: float
    values: ValueAxis
    days: tuple[float, float]
    written: list[Edges] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

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
        """Draw a thin level line over the whole width, dashed where asked, whatever it crosses."""
        self.axes.axhline(
            value,
            color=colour,
            linewidth=self.style.stroke(1.2 if dashes else 1.0),
            linestyle=(0, dashes) if dashes else "solid",
            zorder=order,
            clip_on=False,
        )

    def level(
        self,
        value: float,
        colour: str,
        order: float,
        dashes: tuple[float, ...] | None = None,
        since: "date | None" = None,
    ) -> None:
        """Have a thin level line, from a day on or over the whole width; `rule` draws it."""
        start = self.across(since) if since else 0.0
        self.rules.append(Rule(self.up(value), colour, order, dashes, level=True, start=start))

    def upright(
        self, day: date, colour: str, order: float, dashes: tuple[float, ...] | None = None
    ) -> None:
        """Have a line over the whole height at a day of the panel; `rule` draws it."""
        place = self.across(day)
        if 0 <= place <= self.width:
            self.rules.append(Rule(place, colour, order, dashes, level=False))

    def rule(self) -> None:
        """Draw the level and upright lines, those of one look as one, parted where words stand.

        It comes last, when all words of the panel are written.
        """
        looks: dict[tuple[str, float, tuple[float, ...] | None], list[Rule]] = {}
        for rule in self.rules:
            looks.setdefault((rule.colour, rule.order, rule.dashes), []).append(rule)
        for (colour, order, dashes), rules in looks.items():
            size = (self.width, self.height)
            pieces = [piece for rule in rules for piece in parted(rule, self.written, size)]
            self.segments(pieces, colour, 1.2 if dashes else 1.0, order, dashes, in_pixels=True)

    def lines(
        self,
        runs: "Sequence[Run]",
        colour: str,
        width: float,
        dashes: tuple[float, ...] | None = None,
    ) -> None:
        """Draw unbroken lines that do not touch each other as one, `width` pixels at 100 %."""
        days: list[float] = []
        values: list[float] = []
        for run in runs:
            days += [day.toordinal() for day, _ in run] + [math.nan]
            values += [value for _, value in run] + [math.nan]
        if days:
            self.axes.plot(
                days,
                values,
                color=colour,
                linewidth=self.style.stroke(width),
                linestyle=(0, dashes) if dashes else "solid",
                solid_capstyle="round",
                solid_joinstyle="round",
                zorder=LINE,
            )

    def dots(
        self,
        days: "Sequence[date]",
        values: "Sequence[float]",
        radius: float,
        colour: str,
        marker: str = "o",
        *,
        hollow: bool = False,
    ) -> None:
        """Draw points with a rim of the ground's colour, or hollow ones with a rim of their own."""
        if not days:
            return
        self.axes.plot(
            [day.toordinal() for day in days],
            values,
            linestyle="none",
            marker=marker,
            markersize=2 * radius,
            markerfacecolor=self.ground if hollow else colour,
            markeredgecolor=colour if hollow else self.ground,
            markeredgewidth=self.style.stroke(1.6 if hollow else 1.0),
            zorder=POINT,
            clip_on=False,
        )

    def series(self, runs: "Sequence[Run]", colour: str, marker: str = "o") -> None:
        """Draw a series as a line with its points; many points are a line alone.

        A point that nothing joins is always seen.
        """
        many = sum(len(run) for run in runs) > _MANY
        self.lines(runs, colour, 1.2 if many else 1.6)
        seen = [point for run in runs if not many or len(run) == 1 for point in run]
        radius = (1.6 if many else 2.6) * self.style.text_scale
        days, values = [day for day, _ in seen], [value for _, value in seen]
        self.dots(days, values, radius, colour, marker)

    def bars(self, ends: "Sequence[tuple[date, float, float]]", colour: str) -> None:
        """Draw upright bars (day, low, high), all as one."""
        if ends:
            self.segments([((d.toordinal(), lo), (d.toordinal(), hi)) for d, lo, hi in ends],
                          colour, 1.6, BAR)  # fmt: skip

    def segments(
        self,
        pieces: "Sequence[tuple[tuple[float, float], tuple[float, float]]]",
        colour: str,
        width: float,
        order: float,
        dashes: tuple[float, ...] | None = None,
        *,
        in_pixels: bool = False,
    ) -> None:
        """Draw straight pieces as one, between places in days and values or in pixels."""
        from matplotlib.collections import LineCollection

        if in_pixels:
            w, h = self.width, self.height
            pieces = [((a / w, b / h), (c / w, d / h)) for (a, b), (c, d) in pieces]
        drawn = LineCollection(
            list(pieces),
            colors=colour,
            linewidths=self.style.stroke(width),
            linestyles=(0, dashes) if dashes else "solid",
            zorder=order,
            clip_on=False,
        )
        if in_pixels:
            drawn.set_transform(self.axes.transAxes)
        self.axes.add_collection(drawn, autolim=False)

    def areas(
        self,
        shapes: "Sequence[Sequence[tuple[float, float]]]",
        fill: str,
        order: float,
        hatch: str = "",
    ) -> None:
        """Fill shapes, given by corners in days and values, as one; or hatch them in the colour."""
        from matplotlib.collections import PolyCollection

        if not shapes:
            return
        drawn = PolyCollection(
            [list(shape) for shape in shapes],
            facecolors="none" if hatch else fill,
            edgecolors=fill if hatch else "none",
            linewidths=0,
            zorder=order,
        )
        if hatch:
            drawn.set_hatch(hatch)
        self.axes.add_collection(drawn, autolim=False)

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
        self.written.append(edges_of(at, words, across, upright))
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

    def is_free(self, edges: Edges) -> bool:
        """Return whether no words stand there yet."""
        left, bottom, right, top = edges
        return not any(
            left < other[2] and other[0] < right and bottom < other[3] and other[1] < top
            for other in self.written
        )


def edges_of(at: tuple[float, float], words: Words, across: str, upright: str) -> Edges:
    """Return the box of words written at a place: left, bottom, right, top in pixels."""
    left = at[0] - words.width * {"left": 0.0, "center": 0.5}.get(across, 1.0)
    below = {"bottom": 0.0, "center": 0.5, "baseline": 0.22}.get(upright, 1.0)
    bottom = at[1] - words.size * below
    return (left, bottom, left + words.width, bottom + words.size)


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
