"""Going through the points of charts by key or pointer, without Qt."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.reports.charts import Area, Spot

Step = Literal["left", "right", "up", "down", "first", "last"]
_REACH = 28.0


class SpotWalk:
    """Where the reader stands among the points of a drawing; `at` is None before the first step."""

    def __init__(self) -> None:
        self.spots: Sequence[Spot] = ()
        self.areas: Sequence[Area] = ()
        self.at: Spot | None = None

    def show(self, spots: "Sequence[Spot]", areas: "Sequence[Area]") -> None:
        """Take the points of another drawing; the reader keeps the same point where it is there."""
        self.spots, self.areas = spots, areas
        before = self.at
        self.at = next((spot for spot in spots if before and _same(spot, before)), None)

    def step(self, step: Step) -> "Spot | None":
        """Go one step and return where the reader is then; at an end the reader stays.

        The first step goes to the latest point of the first panel.
        """
        if self.at is None:
            row = self._row(self._panels()[0]) if self.spots else []
            self.at = row[-1] if row else None
        elif step in ("up", "down"):
            self.at = self._across(1 if step == "down" else -1)
        else:
            self.at = self._along(step)
        return self.at

    def near(self, x: float, y: float) -> "Spot | None":
        """Return the point a pointer means: in the panel it is over, the nearest in time."""
        panel = self.panel_at(x, y)
        row = [spot for spot in self.spots if self.panel_at(spot.x, spot.y) == panel]
        nearest = min(row, key=lambda spot: (abs(spot.x - x), abs(spot.y - y)), default=None)
        return nearest if nearest is not None and abs(nearest.x - x) <= _REACH else None

    def panel_at(self, x: float, y: float) -> int:
        """Return the panel under a place in pixels, -1 for none."""
        for place, area in enumerate(self.areas):
            inside = area.left <= x <= area.left + area.width
            if inside and area.top <= y <= area.top + area.height:
                return place
        return -1

    def _along(self, step: Step) -> "Spot | None":
        here = self.at
        row = self._row(here.panel) if here else []
        if here is None or here not in row:
            return here
        last = len(row) - 1
        place = row.index(here)
        goes = {"left": place - 1, "right": place + 1, "first": 0, "last": last}
        return row[min(max(goes[step], 0), last)]

    def _across(self, by: int) -> "Spot | None":
        here, panels = self.at, self._panels()
        if here is None or here.panel not in panels:
            return here
        place = min(max(panels.index(here.panel) + by, 0), len(panels) - 1)
        if panels[place] == here.panel:
            return here
        return min(self._row(panels[place]), key=lambda spot: abs(spot.x - here.x))

    def _panels(self) -> list[int]:
        return sorted({spot.panel for spot in self.spots})

    def _row(self, panel: int) -> "list[Spot]":
        return sorted((spot for spot in self.spots if spot.panel == panel), key=lambda one: one.x)


def _same(one: "Spot", other: "Spot") -> bool:
    return (one.panel, one.point) == (other.panel, other.point)
