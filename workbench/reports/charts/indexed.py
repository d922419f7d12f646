"""Measures of different units on one axis: each is 100 in the same month, then its ratio to it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import month_name
from workbench.foundation.text import listed, number
from workbench.reports.charts.specs import (
    ChartPage,
    IndexLine,
    IndexPanel,
    IndexPoint,
    Measure,
    MonthlyPanel,
    Panel,
    SessionPanel,
    SurveyPanel,
)

_NO_INTERVALS = "intervals stand in the single charts"


@dataclass(frozen=True, slots=True)
class _Value:
    """A measured value on a day, its words, and the version it was measured with."""

    on: date
    value: float | None
    words: str
    version: int = 0


def index_month(page: ChartPage) -> date | None:
    """Return the first of the month in which most panels have a value, the earliest of those."""
    months: Counter[date] = Counter()
    for panel in page.panels:
        months.update({_first(v.on) for v in _values(panel) if v.value})
    most = max(months.values(), default=0)
    return min((month for month, count in months.items() if count == most), default=None)


def indexed(page: ChartPage, month: date) -> ChartPage:
    """Return the page as one panel in which every measure is 100 in a month.

    Sessions count as the average of their month. What has no value then, or 0, is left out and
    named; of a questionnaire only the waves of that month's version are there.
    """
    first = _first(month)
    lines, left_out = [], []
    for panel in page.panels:
        line = _line(panel, first)
        if line is not None:
            lines.append(line)
        elif not isinstance(panel, IndexPanel):
            left_out.append(panel.title)
    name = f"{month_name(first)} {first.year}"
    missing = f"left out, without a value then: {listed(left_out)}" if left_out else ""
    note = " · ".join(part for part in (missing, _NO_INTERVALS) if part)
    panel = IndexPanel(f"Index, {name} = 100", tuple(lines), note)
    return ChartPage((panel,), page.start, page.end, page.events, page.pauses)


def _line(panel: Panel, first: date) -> IndexLine | None:
    values = _values(panel)
    then = [v for v in values if _first(v.on) == first and v.value is not None]
    if not then or isinstance(panel, IndexPanel):
        return None
    same = [v.value for v in then if v.value is not None and v.version == then[-1].version]
    base = sum(same) / len(same)
    if base <= 0:
        return None
    points = tuple(
        IndexPoint(v.on, None if v.value is None else 100 * v.value / base, v.words)
        for v in values
        if v.version == then[-1].version
    )
    measure: Measure = panel.measure
    return IndexLine(panel.title, measure, points)


def _values(panel: Panel) -> list[_Value]:
    """Return what a panel measured in order of time; None where a line is parted."""
    if isinstance(panel, SurveyPanel):
        return [
            _Value(
                wave.on,
                wave.mean,
                "" if wave.mean is None else number(wave.mean, panel.decimals),
                0 if panel.percent else wave.segment,
            )
            for wave in panel.waves
        ]
    if isinstance(panel, SessionPanel):
        return _by_month(panel)
    if isinstance(panel, MonthlyPanel):
        return [
            _Value(
                point.drawn_on,
                point.value,
                ""
                if point.value is None
                else f"{number(point.value, panel.decimals)}{panel.suffix}",
            )
            for point in panel.points
        ]
    return []


def _by_month(panel: SessionPanel) -> list[_Value]:
    """Return the average of each month's sessions; a month without any parts the line."""
    months: defaultdict[date, list[float]] = defaultdict(list)
    for point in panel.points:
        if point.value is not None:
            months[_first(point.on)].append(point.value)
    found: list[_Value] = []
    for month in sorted(months):
        middle = month.replace(day=15)
        if found and _months_between(found[-1].on, middle) > 1:
            found.append(_Value(_next_month(found[-1].on), None, ""))
        value = sum(months[month]) / len(months[month])
        words = f"{number(value, panel.decimals)}{panel.suffix} on average"
        found.append(_Value(middle, value, words))
    return found


def _first(day: date) -> date:
    return day.replace(day=1)


def _months_between(one: date, other: date) -> int:
    return (other.year - one.year) * 12 + other.month - one.month


def _next_month(day: date) -> date:
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, day.day)
