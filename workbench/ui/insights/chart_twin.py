"""The table that stands for the charts of the Insights page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.foundation.dates import full_date, month_name
from workbench.foundation.text import number

if TYPE_CHECKING:
    from workbench.reports.charts import IndexPanel, MonthlyPanel, Panel, SessionPanel, SurveyPanel

TWIN_TITLES = ("What", "When", "Value", "95% or usual", "Of", "Note")


def twin_rows(panels: Sequence["Panel"]) -> list[tuple[str, ...]]:
    """Return the rows of the table, one for each point."""
    from workbench.reports.charts import MonthlyPanel, SessionPanel, SurveyPanel

    rows: list[tuple[str, ...]] = []
    for panel in panels:
        if isinstance(panel, SurveyPanel):
            rows += _waves(panel)
        elif isinstance(panel, SessionPanel):
            rows += _sessions(panel)
        elif isinstance(panel, MonthlyPanel):
            rows += _months(panel)
    return rows


def _waves(panel: "SurveyPanel") -> list[tuple[str, ...]]:
    return [
        (
            f"{panel.title}, {wave.label}",
            full_date(wave.on),
            _number(wave.mean, 2),
            _range(wave.low, wave.high, 2),
            _of(wave.n, wave.invited),
            wave.hidden if wave.mean is None else wave.hollow,
        )
        for wave in panel.waves
    ]


def _sessions(panel: "SessionPanel") -> list[tuple[str, ...]]:
    return [
        (
            f"{panel.title}, {point.label}",
            full_date(point.on),
            f"{_number(point.value, 0)}{panel.suffix}",
            _range(point.usual_low, point.usual_high, 0),
            _of(point.part, point.whole),
            "signal" if point.signal else "",
        )
        for point in panel.points
    ]


def _months(panel: "MonthlyPanel") -> list[tuple[str, ...]]:
    return [
        (
            panel.title,
            f"{month_name(point.month)} {point.month.year}",
            "" if point.value is None else f"{_number(point.value, panel.decimals)}{panel.suffix}",
            "",
            "",
            "missing" if point.value is None else "",
        )
        for point in panel.points
    ]


def _index(panel: "IndexPanel") -> list[tuple[str, ...]]:
    return [
        (line.title, full_date(point.on), _number(point.value, 0), "", "", point.measured)
        for line in panel.lines
        for point in line.points
        if point.value is not None
    ]


def _number(value: float | None, decimals: int) -> str:
    return "" if value is None else number(value, decimals)


def _range(low: float | None, high: float | None, decimals: int) -> str:
    if low is None or high is None:
        return ""
    return f"{number(low, decimals)} to {number(high, decimals)}"


def _of(part: int | None, whole: int | None) -> str:
    if part is None:
        return ""
    return f"{part} of {whole}" if whole is not None else str(part)
