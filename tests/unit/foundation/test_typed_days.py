"""Days as people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.dates import full_date, short_day
from workbench.foundation.errors import BadInput
from workbench.foundation.typed_days import read_day

TUESDAY = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 Oct 2026", date(2026, 10, 15)),
        ("15 oct", date(2026, 10, 15)),
        ("15oct", date(2026, 10, 15)),
        ("Thu 15 October 2026", date(2026, 10, 15)),
        ("October 15, 2026", date(2026, 10, 15)),
        ("15th Oct", date(2026, 10, 15)),
        ("15.12.2026", date(2026, 12, 15)),
        ("15.12.", date(2026, 12, 15)),
        ("15/12/26", date(2026, 12, 15)),
        ("5 2", date(2027, 2, 5)),
        ("5 5", date(2026, 5, 5)),
        ("2026-12-15", date(2026, 12, 15)),
        ("15", date(2026, 10, 15)),
        ("30", date(2026, 9, 30)),
        ("31", date(2026, 10, 31)),
        ("29 feb", date(2028, 2, 29)),
        ("thu", date(2026, 10, 15)),
        ("tuesday", date(2026, 10, 20)),
        ("today", TUESDAY),
        ("Tomorrow", date(2026, 10, 14)),
        ("  15  Oct  ", date(2026, 10, 15)),
    ],
)
def test_what_is_plain_may_be_left_out(typed: str, day: date) -> None:
    assert read_day(typed, TUESDAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", " ", "31 Feb 2026", "15 Foo", "32", "0", "1.13.2026", "15 Oct 1899", "15 Oct 2201", "x",
     "15 Oct 2026 at 3", "9999-12-31", "99999", "mo tu"],
)  # fmt: skip
def test_no_day_is_said_so(typed: str) -> None:
    with pytest.raises(BadInput, match="Type one such as 15 Oct 2026"):
        read_day(typed, TUESDAY)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.dates(date(1990, 1, 1)))
def test_what_the_program_writes_is_read_back(day: date, today: date) -> None:
    assert read_day(full_date(day), today) == day
    assert read_day(f"{short_day(day)} {day.year}", today) == day
    assert read_day(day.isoformat(), today) == day


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(-180, 180))
def test_a_day_without_its_year_lies_within_half_a_year(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    if (day.month, day.day) != (2, 29):
        assert read_day(short_day(day), today) == day


@given(st.text(max_size=20))
def test_anything_is_a_day_or_refused_with_a_sentence(typed: str) -> None:
    with suppress(BadInput):
        assert isinstance(read_day(typed, TUESDAY), date)
