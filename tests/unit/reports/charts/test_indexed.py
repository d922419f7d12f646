"""Measures as an index: all 100 in one month, in proportion after, nothing invented."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.reports.charts.samples import ATTENDANCE, PAGE, SAFETY, TICKETS
from workbench.reports.charts import (
    ChartPage,
    IndexPanel,
    MonthPoint,
    index_month,
    indexed,
    panel_reading,
    panel_table,
)

JANUARY = date(2026, 1, 1)


def panel_of(page: ChartPage) -> IndexPanel:
    panel = page.panels[0]
    assert isinstance(panel, IndexPanel)
    return panel


def test_every_measure_is_100_in_the_month_and_in_proportion_after() -> None:
    panel = panel_of(indexed(PAGE, date(2026, 1, 27)))
    assert panel.title == "Index, January 2026 = 100"
    first = {line.title: line.points[0].value for line in panel.lines}
    assert set(first.values()) == {100.0}
    safety = panel.lines[0]
    assert safety.points[-1].value == pytest.approx(100 * 5.34 / 4.79)
    assert panel.lines[2].points[-1].value == pytest.approx(100 * 10.8 / 14.2)
    assert "Psychological safety: 111 in September 2026 (5.3)" in panel_reading(panel)
    assert panel_table(panel).rows[0] == (safety.title, safety.points[0].on, 100.0, "4.8")


def test_sessions_count_as_the_average_of_their_month_and_months_without_part_the_line() -> None:
    line = panel_of(indexed(replace(PAGE, panels=(ATTENDANCE,)), JANUARY)).lines[0]
    february = next(point for point in line.points if point.on == date(2026, 2, 15))
    assert february.value == pytest.approx(100 * 75 / 79)
    assert next(point for point in line.points if point.on.month == 7).value is None


def test_what_has_no_value_then_is_left_out_and_named() -> None:
    late = replace(TICKETS, title="Late", points=(MonthPoint(date(2026, 3, 1), 4.0),))
    nothing = replace(TICKETS, title="Nothing", points=(MonthPoint(JANUARY, 0.0),))
    panel = panel_of(indexed(replace(PAGE, panels=(SAFETY, late, nothing)), JANUARY))
    assert [line.title for line in panel.lines] == ["Psychological safety"]
    assert "left out, without a value then: Late and Nothing" in panel.note


def test_only_waves_of_the_months_version_are_compared() -> None:
    waves = tuple(replace(wave, segment=int(place > 1)) for place, wave in enumerate(SAFETY.waves))
    parted = replace(SAFETY, waves=waves)
    line = panel_of(indexed(replace(PAGE, panels=(parted,)), JANUARY)).lines[0]
    assert [point.on for point in line.points] == [wave.on for wave in waves[:2]]


def test_the_month_offered_is_the_earliest_that_most_measures_have() -> None:
    assert index_month(PAGE) == JANUARY
    later = replace(TICKETS, points=TICKETS.points[2:])
    assert index_month(replace(PAGE, panels=(SAFETY, ATTENDANCE, later))) == date(2026, 3, 1)
    assert index_month(replace(PAGE, panels=())) is None
