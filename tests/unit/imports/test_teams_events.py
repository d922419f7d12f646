"""Teams' lists of 2020, a row per "joined" or "left": open ends, and which meeting is meant."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.imports.reports import asked, joins, minutes, report
from workbench.imports.meeting import MeetingReport

TITLES = "Full Name\tUser Action\tTimestamp\n"
FIRST = """Ann Lee\tJoined before\t11/26/2020, 4:17:00 PM
Bo Li\tJoined\t11/26/2020, 4:27:00 PM
Bo Li\tLeft\t11/26/2020, 4:37:00 PM
"""
ENDED = FIRST + "Ann Lee\tLeft\t11/26/2020, 5:00:00 PM\n"
EVENING = """Ann Lee\tJoined\t11/26/2020, 8:00:00 PM
Ann Lee\tLeft\t11/26/2020, 8:30:00 PM
"""


def events(text: str, known: date | datetime | None = None) -> MeetingReport:
    return report(TITLES + text, "utf-16", known=known)


def test_who_is_still_in_when_the_list_ends_was_there_at_least_until_then() -> None:
    found = events(FIRST)
    assert minutes(found) == {"Ann Lee": 20.0, "Bo Li": 10.0}
    (warning,) = found.warnings
    assert warning.startswith("Ann Lee was still in when the list ends")


def test_who_joins_last_was_there_for_an_unknown_time_not_for_none() -> None:
    found = events(ENDED + "Cy Marsh\tJoined\t11/26/2020, 5:00:00 PM\n")
    assert minutes(found)["Cy Marsh"] is None
    assert "Cy Marsh was still in" in found.warnings[0]


def test_a_list_of_joins_alone_tells_no_time() -> None:
    found = events("\n".join(line for line in FIRST.splitlines() if "Joined" in line))
    assert minutes(found) == {"Ann Lee": None, "Bo Li": None}
    assert found.warnings[0].startswith("Ann Lee and Bo Li were still in")
    assert found.warnings[1] == "The file says who came, not for how long."


def test_two_meetings_of_a_day_are_asked_about_with_their_starts() -> None:
    found = events(ENDED + EVENING)
    assert asked(found) == ["meeting"]
    assert "26 November 2020 at 16:17 and 26 November 2020 at 20:00" in str(found.questions[0])
    assert asked(events(ENDED + EVENING, known=date(2020, 11, 26))) == ["meeting"]


@pytest.mark.parametrize(
    ("hour", "expected"), [(16, {"Ann Lee": 43.0, "Bo Li": 10.0}), (20, {"Ann Lee": 30.0})]
)
def test_the_start_of_the_session_chooses_between_two_meetings(
    hour: int, expected: dict[str, float]
) -> None:
    found = events(ENDED + EVENING, known=datetime(2020, 11, 26, hour, 0))
    assert (minutes(found), asked(found)) == (expected, [])


def test_a_session_of_another_day_chooses_no_meeting() -> None:
    assert asked(events(ENDED + EVENING, known=datetime(2020, 12, 3, 16, 0))) == ["meeting"]


def test_a_pause_with_somebody_in_does_not_end_a_meeting() -> None:
    found = events(ENDED.replace("5:00:00", "9:00:00"))
    assert (asked(found), minutes(found)["Ann Lee"]) == ([], 283.0)


@given(st.lists(st.integers(1, 30), min_size=2, max_size=12))
def test_minutes_are_the_sum_of_stays_that_ended(lengths: list[int]) -> None:
    lines, at, inside = [], 0, 0
    for index, length in enumerate(lengths):
        action = "Left" if index % 2 else "Joined"
        lines.append(f"Ann\t{action}\t11/26/2020, {10 + at // 60}:{at % 60:02}:00 AM")
        inside += length if index % 2 == 0 and index + 1 < len(lengths) else 0
        at += length
    found = report(TITLES + "\n".join(lines).replace("AM", ""))
    assert minutes(found) == {"Ann": float(inside)}
    assert joins(found) == [(len(lengths) + 1) // 2]
