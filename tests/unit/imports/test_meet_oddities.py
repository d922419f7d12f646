"""Meet reports with everything that is odd about them: whose rows, how long, what is asked."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.imports.reports import asked, minutes, report
from workbench.imports.clock_circle import began_at, earliest, on_or_after

APART = "First name,Last name,Email,Duration,Time joined,Time exited\n"
DAY = date(2026, 9, 26)


def test_somebody_who_joins_after_midnight_is_there_on_the_next_day() -> None:
    rows = "Ann,Lee,a@x.example,58 min,23:30,00:28\nBo,Li,,20 min,00:05,00:25\n"
    found = report(APART + rows, known=DAY)
    assert minutes(found) == {"Ann Lee": 58.0, "Bo Li": 20.0}
    assert found.people[1].first_in == datetime(2026, 9, 27, 0, 5)
    assert (found.start, found.end) == (
        datetime(2026, 9, 26, 23, 30),
        datetime(2026, 9, 27, 0, 28),
    )


@pytest.mark.parametrize("known", [datetime(2026, 9, 26, 23, 30), datetime(2026, 9, 27, 0, 0)])
def test_the_start_of_the_session_tells_the_day_of_each_clock(known: datetime) -> None:
    found = report(APART + "Bo,Li,,20 min,00:05,00:25\n", known=known)
    assert found.people[0].first_in == datetime(2026, 9, 27, 0, 5)


def test_the_block_above_tells_the_day_of_each_clock() -> None:
    text = """Meeting title,Date,Start time,End time
Circle,2025-10-25,23:30,00:30

Name,Email,Duration,Time joined,Time exited
Bo Li,,20 min,00:05,00:25
"""
    found = report(text)
    assert found.people[0].first_in == datetime(2025, 10, 26, 0, 5)
    assert (found.title, asked(found)) == ("Circle", [])


def test_two_numbers_with_a_colon_are_read_as_joining_and_leaving_bear_out() -> None:
    text = """Name,Email,Duration,Time joined,Time exited
Ann Ek,ann@x.example,1:00:00,23:30,00:30
Bo Li,,32:14,11:40 PM,12:12 AM
Cy Oak,,0:35,23:40,00:15
Di Ash,,0:10,23:40,00:20
"""
    found = report(text, known=DAY)
    assert [person.minutes for person in found.people] == [60.0, 32.0, 35.0, 40.0]
    assert [person.stated_seconds for person in found.people[:3]] == [3600, 1934, 2100]


@pytest.mark.parametrize(("stated", "expected"), [("0:35", 2100), ("35:10", 2110), ("0:20", None)])
def test_a_stated_length_that_fits_no_reading_is_unknown(stated: str, expected: int | None) -> None:
    found = report(APART + f"Ann,Lee,,{stated},18:00,18:35\n", known=DAY)
    assert found.people[0].stated_seconds == expected
    assert minutes(found) == {"Ann Lee": 35.0}


def test_the_old_list_of_participation() -> None:
    found = report("Name,Email,Duration\nAnn,a@x.example,58 min\nBo,,1 hr 2 min\nCy,,0:35\n")
    assert found.recognised_as == "Google Meet attendance report"
    assert minutes(found) == {"Ann": 58.0, "Bo": 62.0, "Cy": None}


def test_a_list_with_bare_numbers_is_not_taken_for_meet() -> None:
    found = report("Name,Email,Minutes\nAnn,a@x.example,58\nBo,,62\n")
    assert found.recognised_as == "List of attendance"


def test_rows_of_one_person_are_united_and_the_stated_length_is_shown_too() -> None:
    rows = "Ann,Lee,a@x.example,20 min,18:00,18:20\nAnn,Lee,a@x.example,20 min,18:10,18:30\n"
    found = report(APART + rows, known=DAY)
    assert minutes(found) == {"Ann Lee": 30.0}
    assert "Ann Lee 30 minutes, 40 stated" in found.warnings[0]


def test_no_break_space_before_the_half_of_the_day() -> None:
    text = "Name,Email,Duration,Time joined,Time exited\nAna,,32:14,10:00\u202fAM,10:32\u202fAM\n"
    found = report(text, known=DAY)
    assert minutes(found) == {"Ana": 32.0}
    assert found.start == datetime(2026, 9, 26, 10, 0)


@pytest.mark.parametrize(
    ("stays", "began"),
    [
        ([], "00:00"),
        ([("14:00", "15:00")], "14:00"),
        ([("23:30", "00:28"), ("00:05", "00:25")], "23:30"),
        ([("08:00", "21:00")], "08:00"),
        ([("18:02", None)], "18:02"),
        ([("09:00", "10:00"), ("14:00", "15:00")], "09:00"),
    ],
)
def test_a_meeting_began_after_the_longest_stretch_with_nobody_in(
    stays: list[tuple[str, str | None]], began: str
) -> None:
    times = [
        (time.fromisoformat(joined), time.fromisoformat(left) if left else None)
        for joined, left in stays
    ]
    assert began_at(times) == time.fromisoformat(began)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)), st.integers(-5, 17))
def test_a_clock_near_a_session_is_put_on_its_own_day(start: datetime, hours: int) -> None:
    start = start.replace(microsecond=0)
    at = start + timedelta(hours=hours)
    assert on_or_after(earliest(start, ()), at.time()) == at


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 90)), min_size=1, max_size=8),
)
def test_joins_within_a_meeting_of_a_known_day_are_all_found_again(
    start: datetime, offsets: list[tuple[int, int]]
) -> None:
    start = start.replace(second=0, microsecond=0)
    first = min(offset for offset, _ in offsets)
    moments = [start + timedelta(minutes=offset - first) for offset, _ in offsets]
    lefts = [at + timedelta(minutes=offset[1]) for at, offset in zip(moments, offsets, strict=True)]
    begins = earliest(
        start.date(), [(at.time(), left.time()) for at, left in zip(moments, lefts, strict=True)]
    )
    assert [on_or_after(begins, at.time()) for at in moments] == moments
