"""Rules of repetition as RFC 5545 writes them, for whole days: read, checked, worked out."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from workbench.foundation.errors import BadInput
from workbench.foundation.typed_days import FIRST_YEAR, LAST_YEAR

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_LARGEST_INTERVAL: Final = 1000
_WEEKS_OF_MONTH: Final = 5
_BY: Final = {  # the largest number that each list may hold, with either sign
    "BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366,
}  # fmt: skip
_OWN_FIELD: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")
_FITS: Final = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?")
_BEGINS = re.compile(r"DTSTART[^:\n]*:(\d{8})(?:T\d{6}Z?)?\s+")
_EXAMPLE = "Write it as FREQ=WEEKLY;INTERVAL=2;BYDAY=TH."


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One rule: `numbers` holds its lists of numbers by their RFC names, `days` (ordinal, weekday).

    `until` is naive wall time unless it was given in UTC; `begins` counts the interval.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    days: tuple[tuple[int, int], ...] = ()
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    week_start: int = 0
    begins: date | None = None


def read_rule(text: str) -> Recurrence:
    """Return the rule of an RRULE, with or without that word and a DTSTART; raises BadInput."""
    wanted = text.strip().upper()
    begins = _BEGINS.match(wanted)
    wanted = (wanted[begins.end() :] if begins else wanted).removeprefix("RRULE:")
    parts = _parts("".join(wanted.split()))
    frequency = parts.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise _wrong(
            "A rhythm repeats by day, week, month or year"
            + (f", not {frequency.lower()}." if frequency else "."),
            _EXAMPLE,
        )
    begins_on = _day(begins[1]) if begins else None
    if begins_on is not None and not FIRST_YEAR <= begins_on.year <= LAST_YEAR:
        raise _wrong(f"A rhythm cannot begin in {begins_on.year}.", "Leave DTSTART out.")
    rule = Recurrence(
        frequency,
        _whole(parts.pop("INTERVAL", "1"), "INTERVAL", _LARGEST_INTERVAL),
        _whole(parts.pop("COUNT"), "COUNT", 100_000) if "COUNT" in parts else None,
        _until(parts.pop("UNTIL")) if "UNTIL" in parts else None,
        _weekdays(parts.pop("BYDAY")) if "BYDAY" in parts else (),
        {name: _numbers(name, parts.pop(name)) for name in _BY if name in parts},
        _week_start(parts.pop("WKST", "MO")),
        begins_on,
    )
    _check_left_over(parts)
    _check_fit(rule)
    return rule


def checked_rule(text: str) -> str:
    """Return the rule as it is stored, cleaned of blanks and case; raises BadInput."""
    rule = read_rule(text)
    wanted = "".join(_BEGINS.sub("", text.strip().upper() + " ").removeprefix("RRULE:").split())
    begins = f"DTSTART:{rule.begins:%Y%m%d}\nRRULE:" if rule.begins else ""
    return begins + wanted.strip(";")


def begun(text: str, begins: date) -> str:
    """Return the rule with the day from which its interval counts."""
    bare = checked_rule(text).rpartition("RRULE:")[2]
    return f"DTSTART:{begins:%Y%m%d}\nRRULE:{bare}"


def days_of(
    rule: Recurrence, first: date, last: date, starts: time, zone: ZoneInfo, most: int
) -> list[date]:
    """Return at most `most` days of a rule from `first` to `last`, both included.

    Without a day of its own to begin with, "every 2nd" counts from its first day in the span.
    """
    if not _may_fall(rule, first, last):
        return []
    begins = rule.begins or _first_day(rule, first, last)
    if begins is None:
        return []
    days = _days(rule, begins, last)
    if rule.count is not None:
        days = islice(days, rule.count)
    kept = (day for day in days if day >= first and _by_then(rule.until, day, starts, zone))
    return list(islice(kept, most))


def _days(
    rule: Recurrence, begins: date, last: date, interval: int | None = None
) -> Iterator[date]:
    from dateutil import rrule

    if begins > last:
        return iter(())
    weekdays = [
        rrule.weekday(day, ordinal) if ordinal else rrule.weekday(day) for ordinal, day in rule.days
    ]
    numbers = {name.lower(): list(values) for name, values in rule.numbers.items()}
    found = rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=datetime.combine(begins, time()),
        until=datetime.combine(last, time()),
        interval=interval or rule.interval,
        wkst=rule.week_start,
        byweekday=weekdays or None,
        **numbers,  # type: ignore[arg-type] # lists of numbers by their names
    )
    return (moment.date() for moment in found)


def _may_fall(rule: Recurrence, first: date, last: date) -> bool:
    """Whether a day of the span has the month, number and weekday of the rule.

    dateutil would look for the first such day up to the year 9999, for seconds.
    """
    months, numbers = rule.numbers.get("BYMONTH"), rule.numbers.get("BYMONTHDAY")
    weekdays = {day for _, day in rule.days}
    span = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return any(
        (not months or day.month in months)
        and (not weekdays or day.weekday() in weekdays)
        and (
            not numbers
            or day.day in numbers
            or day.day - monthrange(day.year, day.month)[1] - 1 in numbers
        )
        for day in span
    )


def _first_day(rule: Recurrence, first: date, last: date) -> date | None:
    return next(_days(rule, first, last, interval=1), None)


def _by_then(until: datetime | None, day: date, starts: time, zone: ZoneInfo) -> bool:
    if until is None:
        return True
    at = datetime.combine(day, starts)
    return at.replace(tzinfo=zone) <= until if until.tzinfo else at <= until


def _parts(text: str) -> dict[str, str]:
    if not text:
        raise _wrong("A rhythm needs a rule.", _EXAMPLE)
    parts: dict[str, str] = {}
    for part in filter(None, text.split(";")):
        name, equals, value = part.partition("=")
        if not equals or not value:
            raise _wrong(f'"{part}" is no part of a rule.', _EXAMPLE)
        if name in parts:
            raise _wrong(f"{name} stands in the rule twice.", "Keep one of the two.")
        parts[name] = value
    return parts


def _whole(value: str, name: str, largest: int) -> int:
    if not re.fullmatch(r"\d{1,9}", value) or not 1 <= int(value) <= largest:
        raise _wrong(f"{name} cannot be {value}.", f"Write a number from 1 to {largest:,}.")
    return int(value)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    largest, found = _BY[name], []
    for part in text.split(","):
        good = re.fullmatch(r"[+-]?\d{1,3}", part) and 1 <= abs(int(part)) <= largest
        if not good or (name == "BYMONTH" and int(part) < 0):
            raise _wrong(f"{name} cannot be {part or 'empty'}.", f"Write numbers up to {largest}.")
        found.append(int(part))
    return tuple(dict.fromkeys(found))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for part in text.split(","):
        match = _DAY.fullmatch(part)
        ordinal = int(match[1] or 0) if match else 99
        if match is None or abs(ordinal) > 53 or (match[1] and ordinal == 0):
            raise _wrong(f'"{part}" is no day of the week.', "Write days as MO, TU or -1FR.")
        found.append((ordinal, DAYS.index(match[2])))
    return tuple(dict.fromkeys(found))


def _week_start(text: str) -> int:
    if text not in DAYS:
        raise _wrong(f'"{text}" is no day for a week to start on.', "Write MO or SU.")
    return DAYS.index(text)


def _until(text: str) -> datetime:
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise _wrong(f"The rule cannot end on {text}.", "Write the day as UNTIL=20270331.")
    day = _day(found[1])
    if not found[2]:
        return datetime.combine(day, time(23, 59, 59))
    try:
        moment = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - wall time
    except ValueError as error:
        raise _wrong(f"The rule cannot end at {text}.", "Write UNTIL=20270331.") from error
    return moment.replace(tzinfo=UTC) if found[3] else moment


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day on the wall
    except ValueError as error:
        raise _wrong(f"{text} is no day.", "Write it as 20270331.") from error


def _check_left_over(parts: dict[str, str]) -> None:
    for name in parts:
        if name in _OWN_FIELD:
            raise _wrong(f"{name} cannot stand in the rule.", "The time has a field of its own.")
        raise _wrong(f"{name} is no part of a rule that can be used here.", "Leave it out.")


def _check_fit(rule: Recurrence) -> None:
    for name, frequencies in _FITS.items():
        if name in rule.numbers and rule.frequency not in frequencies:
            raise _wrong(f"{name} does not go with {rule.frequency}.", "Leave one of them out.")
    _check_ordinals(rule)
    _check_places(rule)
    if rule.count is not None and rule.until is not None:
        raise _wrong("A rule has COUNT or UNTIL, never both.", "Leave one of them out.")


def _check_ordinals(rule: Recurrence) -> None:
    largest = max((abs(ordinal) for ordinal, _ in rule.days), default=0)
    if largest and (rule.frequency in ("DAILY", "WEEKLY") or "BYWEEKNO" in rule.numbers):
        raise _wrong(
            f"Days such as 2TU do not go with {rule.frequency}.",
            "They need FREQ=MONTHLY or FREQ=YEARLY.",
        )
    in_months = rule.frequency == "MONTHLY" or "BYMONTH" in rule.numbers
    if in_months and largest > _WEEKS_OF_MONTH:
        raise _wrong(f"No month has {largest} of a weekday.", "Write 1 to 5, or -1 for the last.")


def _check_places(rule: Recurrence) -> None:
    places = rule.numbers.get("BYSETPOS")
    if places is None:
        return
    if rule.frequency == "DAILY" or (not rule.days and len(rule.numbers) == 1):
        raise _wrong("BYSETPOS needs something to choose from.", "Add BYDAY to a longer stretch.")
    if rule.frequency == "WEEKLY" and max(map(abs, places)) > len(rule.days):
        raise _wrong("BYSETPOS is larger than the number of days.", "Write a smaller one.")


def _wrong(sentence: str, next_step: str) -> BadInput:
    return BadInput(sentence, next_step, field="rule")
