"""What a session may be, and how its agenda stands in the list."""

from datetime import UTC, date, datetime

import pytest

from workbench.foundation.errors import BadInput
from workbench.sessions.rules import (
    AgendaState,
    checked_head_count,
    checked_slot,
    checked_start,
    checked_title,
    earlier_of_the_name,
    month_weeks,
    read_time,
)


@pytest.mark.parametrize(
    ("state", "words", "remark"),
    [
        (AgendaState(95, 90, 8), "95 of 90 min", "5 min over"),
        (AgendaState(40, 90, 4), "40 of 90 min", "50 min open"),
        (AgendaState(90, 90, 4), "90 of 90 min", ""),
        (AgendaState(0, 90, 0), "No agenda yet", ""),
    ],
)
def test_agenda_state(state: AgendaState, words: str, remark: str) -> None:
    assert (state.words, state.remark) == (words, remark)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Troika consulting II", 6),
        ("TROIKA CONSULTING (2)", 6),
        ("Troika consulting, part 3", 6),
        ("Troika", None),
        ("Part 2", None),
    ],
)
def test_a_sequel_knows_what_it_continues(title: str, number: int | None) -> None:
    earlier = [(5, "Ask me anything"), (6, "Troika consulting"), (7, "2")]
    assert earlier_of_the_name(title, earlier) == number


def test_titles_starts_and_lengths_are_checked_at_their_field() -> None:
    assert checked_title("  Handovers\u00a0that  hold ") == "Handovers that hold"
    assert checked_slot(90) == 90
    odd = datetime(2026, 10, 15, 14, 0, 30, tzinfo=UTC)
    assert checked_start(odd) == datetime.fromisoformat("2026-10-15T14:00")
    for check, value, field in [
        (checked_title, " \t ", "title"),
        (checked_slot, 0, "minutes"),
        (checked_slot, 1441, "minutes"),
        (checked_start, datetime.fromisoformat("1026-10-15"), "starts"),
        (checked_head_count, -1, "head_count"),
    ]:
        with pytest.raises(BadInput) as caught:
            check(value)  # type: ignore[operator] # each check takes its own kind of value
        assert caught.value.field == field
    assert checked_head_count(None) is None
    assert checked_head_count(0) == 0


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:00", "14:00"),
        ("14.30", "14:30"),
        ("1400", "14:00"),
        ("930", "09:30"),
        (" 9 ", "09:00"),
        ("2 pm", "14:00"),
        ("12am", "00:00"),
        ("12:15 PM", "12:15"),
        ("0:05", "00:05"),
    ],
)
def test_times_as_people_type_them(typed: str, read: str) -> None:
    assert f"{read_time(typed):%H:%M}" == read


@pytest.mark.parametrize("typed", ["", "25:00", "14:60", "noon", "13 pm", "0 pm", "14:0", "-3"])
def test_what_is_no_time_is_said_at_its_field(typed: str) -> None:
    with pytest.raises(BadInput, match="not a time of day") as caught:
        read_time(typed)
    assert caught.value.field == "time"


def test_weeks_begin_on_monday_and_are_filled_up() -> None:
    weeks = month_weeks(2027, 1)
    assert weeks[0][0] == date(2026, 12, 28)
    assert weeks[-1][-1] == date(2027, 1, 31)
    assert all(len(week) == 7 for week in weeks)
