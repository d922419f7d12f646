"""Drawing measures as an index: one axis for all, each line named at its end."""

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import GRID, Plot, Run, Words, shortened
from workbench.reports.charts.scale import ValueAxis, figure_axis
from workbench.reports.charts.specs import IndexLine, IndexPanel
from workbench.reports.charts.style import ChartStyle

_WIDEST = 132.0
_DASHES: tuple[tuple[float, ...] | None, ...] = (None, (5, 2), (1.5, 1.5), (6, 2, 1.5, 2))


def index_values(panel: IndexPanel) -> ValueAxis:
    """Return the value axis that holds all lines and 100."""
    seen = [p.value for line in panel.lines for p in line.points if p.value is not None]
    return figure_axis([*seen, 100.0], (0.06, 0.06))


def index_note(panel: IndexPanel, values: ValueAxis) -> tuple[str, ...]:
    """Return what is left out and why, and whether the axis is zoomed."""
    return tuple(part for part in (panel.note, "zoomed" if values.zoomed else "") if part)


def index_side(panel: IndexPanel, style: ChartStyle, size: float) -> tuple[SideLabel, ...]:
    """Return each line's latest index in its colour with its name below."""
    labels = []
    small = style.size("caption")
    for line in panel.lines:
        latest = next((p.value for p in reversed(line.points) if p.value is not None), None)
        if latest is not None:
            name = shortened(line.title, small, 400, _WIDEST * style.text_scale)
            figure = Words(number(latest, 0), size, style.line(line.measure), 600)
            labels.append(SideLabel(latest, (figure, Words(name, small, style.palette.text_2))))
    return tuple(labels)


def draw_index(plot: Plot, panel: IndexPanel) -> None:
    """Draw the lines, told apart by the shape of their points; one measure twice by its dashes."""
    plot.level(100.0, plot.style.palette.chart.limit, GRID + 0.5)
    radius = 3.2 * plot.style.text_scale
    seen: list[str] = []
    for line in panel.lines:
        colour = plot.style.line(line.measure)
        dashes = _DASHES[seen.count(line.measure) % len(_DASHES)]
        seen.append(line.measure)
        runs = _runs(line)
        plot.lines(runs, colour, 1.8, dashes)
        days = [day for run in runs for day, _ in run]
        values = [value for run in runs for _, value in run]
        plot.dots(days, values, radius, colour, plot.style.marker(line.measure, told_apart=True))


def _runs(line: IndexLine) -> list[Run]:
    runs: list[Run] = [[]]
    for point in line.points:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append((point.on, point.value))
    return [run for run in runs if run]
