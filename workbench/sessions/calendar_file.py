"""Planned sessions as a calendar file that a calendar takes in again without doubling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//Facilitator Workbench//Sessions//EN"
_HOST = "facilitator-workbench"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One session for the file: wall time `starts` (naive) in `zone`, length, last change in UTC.

    `key` names the session for ever, in every workspace: the same key updates the same entry.
    `note` is what participants may read of it.
    """

    key: str
    title: str
    starts: datetime
    zone: str
    minutes: int
    changed: datetime
    place: str = ""
    note: str = ""
    kind: str = ""
    cancelled: bool = False
    revision: int = 0


def calendar_file(community: str, entries: Sequence[CalendarEntry]) -> bytes:
    """Return the .ics file (RFC 5545, UTF-8); the same sessions give the same bytes.

    Wall times stay wall times across a change of the clocks: the zones travel in the file.
    Raises BadInput where a zone is not a name such as Europe/London.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(clean(_plain(community))))  # else it is not escaped
    for entry in sorted(entries, key=lambda e: (e.starts, e.key)):
        calendar.add_component(_event(entry, checked_zone(entry.zone)))
    if entries:
        _add_zone(calendar, entries)
    return bytes(calendar.to_ical())


def checked_zone(zone: str) -> ZoneInfo:
    """Return the time zone of that name; raises BadInput where there is none."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"There is no time zone named {zone or '(nothing)'}.",
            "Choose one such as Europe/London in Settings.",
            field="zone",
        ) from error


def end_of(starts: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the aware wall time so many real minutes after a wall time (naive) in the zone."""
    instant = starts.replace(tzinfo=zone).astimezone(UTC) + timedelta(minutes=minutes)
    return instant.astimezone(zone)


def _event(entry: CalendarEntry, zone: ZoneInfo) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.key}@{_HOST}")
    event.add("dtstamp", entry.changed.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.revision)
    event.add("summary", _plain(entry.title))
    event.add("dtstart", entry.starts.replace(tzinfo=zone))
    ends = end_of(entry.starts, entry.minutes, zone)
    if ends.fold:  # this wall time comes twice that night: only the length says which is meant
        event.add("duration", timedelta(minutes=entry.minutes))
    else:
        event.add("dtend", ends)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", _plain(entry.place))
    if entry.note:
        event.add("description", _plain(entry.note))
    if entry.kind:
        event.add("categories", [_plain(entry.kind)])
    return event


def _plain(text: str) -> str:
    """Return the text without control characters, which no calendar takes."""
    return "".join(mark for mark in text if mark in "\n\t" or (mark >= " " and mark != "\x7f"))


def _add_zone(calendar: "Calendar", entries: Sequence[CalendarEntry]) -> None:
    # whole years round the sessions, so that one session more seldom changes this part
    years = [entry.starts.year for entry in entries]
    first, last = date(min(years), 1, 1), date(max(years) + 2, 1, 1)
    calendar.add_missing_timezones(first_date=first, last_date=last)
