"""Where points and panels stand on a drawn page, so that they can be pointed at and read out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.reports.charts.point_words import panel_points
from workbench.reports.charts.specs import Panel, Spot

if TYPE_CHECKING:
    from workbench.reports.charts.layout import Box
    from workbench.reports.charts.plot import Plot


@dataclass(frozen=True, slots=True)
class Area:
    """One panel with its title on a drawn page, in logical pixels from the upper left corner."""

    title: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as a PNG file, every point that can be read out, and where each panel lies."""

    png: bytes
    spots: tuple[Spot, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel as it was drawn: its box without the title, and how high the title is."""

    panel: Panel
    box: "Box"
    title_height: float
    plot: "Plot"


def spots_of(placed: Sequence[Placed]) -> tuple[Spot, ...]:
    """Return every point of the panels; one that is not shown stands in the middle of its panel.

    Each line of an indexed panel counts as a panel, so that keys go from line to line.
    """
    spots = []
    for place, one in enumerate(placed):
        for point in panel_points(one.panel):
            across = one.plot.across(point.on)
            up = one.plot.height / 2 if point.value is None else one.plot.up(point.value)
            x, y = one.box.left + across, one.box.top + one.box.height - up
            spots.append(Spot(place + point.row, point.place, x, y, point.words))
    return tuple(spots)


def areas_of(placed: Sequence[Placed], width: float) -> tuple[Area, ...]:
    """Return the whole row of each panel on a page of `width` pixels, title included."""
    return tuple(
        Area(
            one.panel.title,
            0.0,
            one.box.top - one.title_height,
            width,
            one.box.height + one.title_height,
        )
        for one in placed
    )
