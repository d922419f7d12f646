"""The names of events and pauses, written once above all panels in as many rows as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.reports.charts.layout import Box
from workbench.reports.charts.plot import Plot, Words, shortened, text_width
from workbench.reports.charts.specs import ChartPage
from workbench.reports.charts.style import ChartStyle

_LINE = 1.35


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name, its middle in pixels from the panels' left edge, its row (0 nearest to them)."""

    text: str
    middle: float
    row: int


def event_names(
    page: ChartPage, style: ChartStyle, area: Box, days: tuple[float, float]
) -> list[PlacedName]:
    """Return where the names stand above panels that fill the area between two days."""
    named = [(event.name, float(event.on.toordinal())) for event in page.events]
    named += [(p.name, (p.start.toordinal() + p.end.toordinal()) / 2) for p in page.pauses]
    size = style.size("caption")
    span = days[1] - days[0]
    wanted = []
    for name, day in named:
        if name and days[0] <= day <= days[1]:
            text = shortened(name, size, 400, area.width * 0.5)
            middle = (day - days[0]) / span * area.width
            wanted.append((text, middle, text_width(text, size, 400)))
    return in_rows(wanted, (-area.left, area.width))


def in_rows(
    wanted: Sequence[tuple[str, float, float]], bounds: tuple[float, float]
) -> list[PlacedName]:
    """Give each name (text, middle, width) the lowest row where it touches no other.

    All stay within `bounds`, the left and right ends in pixels.
    """
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for text, wish, width in sorted(wanted, key=lambda entry: entry[1]):
        middle = min(max(wish, bounds[0] + width / 2), bounds[1] - width / 2)
        span = (middle - width / 2 - 6, middle + width / 2 + 6)
        row = next((at for at, spans in enumerate(taken) if _free(spans, span)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        placed.append(PlacedName(text, middle, row))
    return placed


def rows_height(names: Sequence[PlacedName], style: ChartStyle) -> float:
    """Return how many pixels the rows of names take above the panels."""
    if not names:
        return 0.0
    rows = 1 + max(name.row for name in names)
    return (rows * _LINE + 0.7) * style.size("caption")


def write_names(
    plot: Plot, names: Sequence[PlacedName], style: ChartStyle, title_height: float
) -> None:
    """Write the names above the first panel and its title."""
    size = style.size("caption")
    for name in names:
        height = plot.height + title_height + (name.row + 0.5) * size * _LINE + size * 0.6
        words = Words(name.text, size, style.palette.text_2)
        plot.write((name.middle, height), words, across="center")


def _free(spans: Sequence[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] <= left or right <= span[0] for left, right in spans)
