"""Drawing a business figure by month with its goal: facts without an interval."""

from collections.abc import Iterator

from workbench.foundation.text import number
from workbench.reports.charts.frame import SideLabel
from workbench.reports.charts.plot import GRID, Plot, Run, Words
from workbench.reports.charts.scale import ValueAxis, figure_axis
from workbench.reports.charts.specs import MonthlyPanel, MonthPoint
from workbench.reports.charts.style import ChartStyle


def monthly_values(panel: MonthlyPanel) -> ValueAxis:
    """Return the value axis that holds the months and the goal."""
    seen = [point.value for point in panel.points if point.value is not None]
    if panel.goal is not None:
        seen.append(panel.goal)
    return figure_axis(seen, (0.12, 0.05))


def monthly_note(panel: MonthlyPanel, values: ValueAxis) -> tuple[str, ...]:
    """Return the unit, and whether the axis is zoomed."""
    return tuple(part for part in (panel.note, "zoomed" if values.zoomed else "") if part)


def monthly_side(panel: MonthlyPanel, style: ChartStyle, size: float) -> tuple[SideLabel, ...]:
    """Return the latest value, and the goal at its own height."""
    labels = []
    latest = next((p.value for p in reversed(panel.points) if p.value is not None), None)
    if latest is not None:
        words = Words(_as_text(panel, latest), size, style.line(panel.measure), 600)
        labels.append(SideLabel(latest, (words,)))
    if panel.goal is not None:
        text = f"goal {_plain(panel, panel.goal)}"
        words = Words(text, style.size("caption"), style.palette.text_2)
        labels.append(SideLabel(panel.goal, (words,)))
    return tuple(labels)


def draw_months(plot: Plot, panel: MonthlyPanel) -> None:
    """Draw the months, open where one is missing, and the goal as a dashed line."""
    colour = plot.style.line(panel.measure)
    if panel.goal is not None:
        plot.level(panel.goal, colour, GRID + 0.5, dashes=(4, 2.5))
    runs: list[Run] = [
        [(point.drawn_on, point.value) for point in stretch if point.value is not None]
        for stretch in _stretches(panel)
    ]
    plot.series(runs, colour, plot.style.marker(panel.measure))


def _stretches(panel: MonthlyPanel) -> Iterator[list[MonthPoint]]:
    run: list[MonthPoint] = []
    for point in panel.points:
        missing = point.value is None or (run and _months_between(run[-1], point) > 1)
        if missing and run:
            yield run
            run = []
        if point.value is not None:
            run.append(point)
    if run:
        yield run


def _months_between(one: MonthPoint, other: MonthPoint) -> int:
    return (other.month.year - one.month.year) * 12 + other.month.month - one.month.month


def _as_text(panel: MonthlyPanel, value: float) -> str:
    return f"{number(value, panel.decimals)}{panel.suffix}"


def _plain(panel: MonthlyPanel, value: float) -> str:
    if value == int(value):
        return f"{number(value, 0)}{panel.suffix}"
    return _as_text(panel, value)
