"""Marks of time: firsts of months, few enough to read, years where there are several."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.charts.calendar_axis import calendar_ticks, point_ticks


def test_months_of_one_year_stand_without_the_year() -> None:
    ticks = calendar_ticks(date(2026, 1, 10), date(2026, 10, 3), 12)
    assert [tick.text for tick in ticks] == ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
                                             "Sep", "Oct"]  # fmt: skip
    assert all(tick.on.day == 1 for tick in ticks)


def test_several_years_say_which() -> None:
    texts = [tick.text for tick in calendar_ticks(date(2024, 11, 1), date(2026, 3, 1), 6)]
    assert texts[0].endswith(("2024", "2025"))
    assert any(text.endswith("2026") for text in texts)


def test_a_fortnight_shows_days() -> None:
    texts = [tick.text for tick in calendar_ticks(date(2026, 3, 3), date(2026, 3, 17), 5)]
    assert texts[0] == "3 Mar"
    assert 2 <= len(texts) <= 5


@given(st.dates(), st.integers(0, 40_000), st.integers(1, 20))
@settings(max_examples=150)
def test_never_more_marks_than_there_is_room_for(start: date, span: int, most: int) -> None:
    end = start + timedelta(days=min(span, (date.max - start).days))
    ticks = calendar_ticks(start, end, most)
    assert len(ticks) <= max(most, 1)
    assert all(start <= tick.on <= end for tick in ticks)


def test_points_are_named_by_month_and_new_years() -> None:
    days = [date(2025, 11, 15), date(2025, 12, 15), date(2026, 1, 15)]
    assert [tick.text for tick in point_ticks(days)] == ["Nov 2025", "Dec", "Jan 2026"]
    assert [tick.text for tick in point_ticks(days[:2])] == ["Nov", "Dec"]
    assert point_ticks([]) == ()
