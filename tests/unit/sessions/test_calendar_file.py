"""The calendar file: read back to the same sessions, the same bytes each time, clocks right."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from workbench.foundation.errors import BadInput
from workbench.sessions.calendar_file import CalendarEntry, calendar_file

wall = datetime.fromisoformat
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def read_back(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).events)


def entry(key: str, starts: datetime, zone: str = "Europe/London", **more: object) -> CalendarEntry:
    return CalendarEntry(key, f"Session {key}", starts, zone, 90, STAMP, **more)  # type: ignore[arg-type] # keywords of the test


def test_two_in_the_afternoon_stays_two_in_the_afternoon() -> None:
    starts = [wall("2026-03-19T14:00") + timedelta(weeks=2 * week) for week in range(18)]
    content = calendar_file("Bridges", [entry(str(s), s) for s in starts])
    events = read_back(content)
    assert [event.start.replace(tzinfo=None) for event in events] == starts
    assert {event.start.utcoffset() for event in events} == {timedelta(0), timedelta(hours=1)}
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/London" in content


def test_a_session_over_the_change_of_clocks_keeps_its_length() -> None:
    night = entry("night", wall("2026-10-25T00:30"))
    content = calendar_file("Bridges", [night])
    (event,) = read_back(content)
    assert event["DURATION"].dt == timedelta(minutes=90)


def test_the_same_sessions_give_the_same_bytes_in_any_order() -> None:
    entries = [entry("b", wall("2026-02-05T14:00")), entry("a", wall("2026-01-22T14:00"))]
    assert calendar_file("B", entries) == calendar_file("B", entries[::-1])


def test_identity_state_and_revision_travel() -> None:
    called_off = entry("k", wall("2026-02-05T14:00"), cancelled=True, revision=3)
    (event,) = read_back(calendar_file("B", [called_off]))
    assert (event["UID"], event["STATUS"], event["SEQUENCE"]) == (
        "k@facilitator-workbench",
        "CANCELLED",
        3,
    )


def test_no_sessions_is_an_empty_calendar() -> None:
    assert not read_back(calendar_file("B", []))


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "Europe/London\0"])
def test_an_unknown_zone_is_said(zone: str) -> None:
    with pytest.raises(BadInput, match="no time zone named"):
        calendar_file("B", [entry("k", wall("2026-02-05T14:00"), zone)])


lines = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=90)


@settings(max_examples=30, deadline=None)
@given(
    lines,
    lines,
    st.datetimes(wall("1990-01-01T00:00"), wall("2060-01-01T00:00")),
    st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata", "UTC"]),
)
def test_read_back_to_the_same(title: str, place: str, starts: datetime, zone: str) -> None:
    starts = starts.replace(second=0, microsecond=0, fold=0)
    sent = CalendarEntry("key", title, starts, zone, 45, STAMP, place, "Line one\nline; two, three")
    (event,) = read_back(calendar_file("Ünïted", [sent]))
    assert str(event["SUMMARY"]) == title
    assert str(event.get("LOCATION", "")) == place
    assert str(event["DESCRIPTION"]) == "Line one\nline; two, three"
    instant = starts.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert event.start.astimezone(UTC) == instant
    assert event.end.astimezone(UTC) - instant == timedelta(minutes=45)


odd = st.text(st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=60, deadline=None)
@given(odd, odd, odd)
def test_odd_titles_neither_break_the_file_nor_add_to_it(title: str, place: str, note: str) -> None:
    sent = CalendarEntry("k", title, wall("2027-01-07T14:00"), "UTC", 45, STAMP, place, note)
    content = calendar_file(title, [sent])
    (event,) = read_back(content)
    assert {"UID", "SUMMARY", "DTSTART", "DTEND"} <= set(event)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(mark < 32 and mark != 9 for line in lines for mark in line)


def test_a_title_that_would_end_the_event_stays_words() -> None:
    nasty = "Ends, here; now\r\nEND:VEVENT\nBEGIN:VALARM \\n"
    sent = CalendarEntry("k", nasty, wall("2027-01-07T14:00"), "UTC", 45, STAMP)
    (event,) = read_back(calendar_file("B", [sent]))
    assert str(event["SUMMARY"]) == nasty.replace("\r", "")
    assert not event.subcomponents


def test_the_kind_is_a_category() -> None:
    (event,) = read_back(
        calendar_file("B", [entry("k", wall("2027-01-07T14:00"), kind="Deep, dive")])
    )
    assert event["CATEGORIES"].cats == ["Deep, dive"]
