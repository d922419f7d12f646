"""Dates in words, in one wording everywhere."""

from datetime import date

import pytest

from workbench.foundation import dates


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 1, 22), date(2026, 10, 1), "22 January to 1 October 2026"),
        (date(2025, 12, 1), date(2026, 1, 31), "1 December 2025 to 31 January 2026"),
        (date(2026, 5, 3), date(2026, 5, 3), "3 May 2026"),
    ],
)
def test_a_period_names_each_year_once(start: date, end: date, words: str) -> None:
    assert dates.period(start, end) == words


def test_the_short_forms() -> None:
    day = date(2026, 10, 15)
    assert dates.weekday_and_day(day) == "Thu 15 Oct"
    assert dates.full_date(day) == "15 October 2026"
    assert dates.short_month(date(2026, 9, 1)) == "Sep"


def test_the_year_is_said_unless_it_is_todays() -> None:
    today = date(2026, 10, 13)
    assert dates.with_year("14 May", date(2026, 5, 14), today) == "14 May"
    assert dates.with_year("14 May", date(2024, 5, 14), today) == "14 May 2024"
