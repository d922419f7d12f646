"""Charts in words and as tables say what the picture says, and hide what it hides."""

from dataclasses import replace
from datetime import date

from tests.unit.reports.charts.samples import ATTENDANCE, PAGE, SAFETY, SUMMER, TICKETS
from workbench.reports.charts import (
    MonthPoint,
    SurveyPanel,
    WavePoint,
    page_reading,
    panel_reading,
    panel_table,
)
from workbench.reports.charts.session_panel import stretches


def test_a_survey_is_read_wave_by_wave() -> None:
    words = panel_reading(SAFETY)
    assert words.startswith("Psychological safety, scale 1 to 7, higher is safer.")
    assert "January 4.8 (95% interval 4.6 to 5.0, n 26 of 34)" in words


def with_hidden_wave() -> SurveyPanel:
    return replace(SAFETY, waves=(*SAFETY.waves[:2], WavePoint(date(2026, 6, 16), "June", n=3)))


def test_a_hidden_wave_gives_neither_mean_nor_count() -> None:
    panel = with_hidden_wave()
    assert "June not shown: fewer than 5 answers" in panel_reading(panel)
    row = panel_table(panel).rows[2]
    assert row[0] == "June"
    assert row[2] is None
    assert row[4:7] == (None, None, None)
    assert "3" not in panel_reading(panel).split("June")[1].replace("fewer than 5", "")


def test_one_wave_says_that_a_trend_needs_two() -> None:
    assert "A trend needs two waves" in panel_reading(replace(SAFETY, waves=SAFETY.waves[:1]))
    assert "No waves yet" in panel_reading(replace(SAFETY, waves=()))


def test_sessions_say_range_latest_average_and_signals() -> None:
    words = panel_reading(ATTENDANCE)
    assert "16 sessions, from 45% to 87%" in words
    assert "the latest, 1 October 2026, 62% (62 of 100)" in words
    assert "20 August 2026: 45%, below the usual range." in words
    calm = replace(ATTENDANCE, points=ATTENDANCE.points[:8])
    assert "Ordinary ups and downs." in panel_reading(calm)


def test_missing_months_are_counted_never_zero() -> None:
    gap = replace(TICKETS, points=(*TICKETS.points, MonthPoint(date(2026, 10, 1), None)))
    words = panel_reading(gap)
    assert "1 month is missing" in words
    assert "Goal 9%" in words
    assert panel_table(gap).rows[-1] == (date(2026, 10, 1), None, 9.0)


def test_the_page_reads_all_panels_events_and_pauses() -> None:
    words = page_reading(PAGE)
    assert "9 March 2026: Shadow days begin." in words
    assert "1 July to 14 August 2026: Summer." in words
    assert words.count("\n") == 4


def test_tables_are_rectangles() -> None:
    for panel in PAGE.panels:
        table = panel_table(panel)
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_sessions_are_never_joined_across_a_pause_or_a_missing_value() -> None:
    runs = list(stretches(ATTENDANCE.points, [SUMMER]))
    assert [len(run) for run in runs] == [12, 4]
    holed = (*ATTENDANCE.points[:3], replace(ATTENDANCE.points[3], value=None))
    assert [len(run) for run in stretches((*holed, ATTENDANCE.points[4]), [])] == [3, 1]
