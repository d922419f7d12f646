"""A rule of repetition in plain words: "every 2nd Thursday", "monthly on the last Monday"."""

from datetime import time

from workbench.foundation.dates import MONTHS, WEEKDAYS, full_date
from workbench.foundation.text import listed
from workbench.sessions.recurrence import Recurrence

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_ONCE = {"DAILY": "every day", "WEEKLY": "weekly", "MONTHLY": "monthly", "YEARLY": "yearly"}
_FIRST = ("first", "second", "third", "fourth", "fifth")
_WEEKDAYS = (0, 1, 2, 3, 4)


def rule_words(rule: Recurrence) -> str:
    """Return the rule in words, its end included, its time left out."""
    words = _short(rule) or _long(rule)
    if rule.count is not None:
        words += ", once" if rule.count == 1 else f", {rule.count:,} times"
    if rule.until is not None:
        words += f", until {full_date(rule.until.date())}"
    return words


def length_words(minutes: int) -> str:
    """Return "90 min", "3 h" or "2 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if hours < 2:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def rhythm_words(rule: Recurrence, starts: time, minutes: int) -> str:
    """Return "every 2nd Thursday, 14:00, 90 min"."""
    return f"{rule_words(rule)}, {time_words(starts)}, {length_words(minutes)}"


def time_words(starts: time) -> str:
    """Return a time on the wall as 14:00 or 9:30."""
    return f"{starts.hour}:{starts:%M}"


def ordinal(number: int) -> str:
    """Return "1st", "22nd"; a negative number counts from the end: "last", "2nd last"."""
    if number < 0:
        return "last" if number == -1 else f"{ordinal(-number)} last"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 <= number % 100 <= 20 else ending}"


def _short(rule: Recurrence) -> str:
    """Return the words of the common rhythms, or nothing."""
    names = [WEEKDAYS[day] for _, day in rule.days]
    if rule.numbers or not names:
        return ""
    weekdays = tuple(sorted(day for _, day in rule.days)) == _WEEKDAYS
    if rule.frequency in ("DAILY", "WEEKLY") and weekdays and rule.interval == 1:
        return "every weekday"
    if rule.frequency == "WEEKLY" and rule.interval == 1:
        return f"every {listed(names)}"
    if rule.frequency == "WEEKLY" and len(names) == 1:
        return f"every {ordinal(rule.interval)} {names[0]}"
    several = len(rule.days) > 1 and all(number for number, _ in rule.days)
    if rule.frequency == "MONTHLY" and rule.interval == 1 and several and len(set(names)) == 1:
        return f"every {listed([_place(number) for number, _ in rule.days])} {names[0]}"
    return ""


def _long(rule: Recurrence) -> str:
    words = _ONCE[rule.frequency]
    if rule.interval > 1:
        words = f"every {ordinal(rule.interval)} {_UNITS[rule.frequency]}"
    chosen = _chosen(rule)
    if chosen:
        words += f" on {chosen}"
    months = rule.numbers.get("BYMONTH")
    if months:
        words += f" in {listed([MONTHS[month - 1] for month in months])}"
    weeks = rule.numbers.get("BYWEEKNO")
    if weeks:
        words += f" in week {listed([str(week) for week in weeks])}"
    return words


def _chosen(rule: Recurrence) -> str:
    """Return which days of the stretch: those of the lists, or one of them by its place."""
    found = [*_by_days(rule), *_by_numbers(rule)]
    places = rule.numbers.get("BYSETPOS", ())
    if not places:
        return ", if it is ".join(found)
    which = listed([_place(number) for number in places])
    weekdays = tuple(sorted(day for _, day in rule.days)) == _WEEKDAYS
    if weekdays and len(found) == 1:
        return f"the {which} weekday"
    plain = rule.days and len(found) == 1 and not any(number for number, _ in rule.days)
    names = listed([WEEKDAYS[day] for _, day in rule.days], "or")
    return f"the {which} {names}" if plain else f"the {which} of {', '.join(found)}"


def _by_days(rule: Recurrence) -> list[str]:
    if not rule.days:
        return []
    weekdays = tuple(sorted(day for _, day in rule.days)) == _WEEKDAYS
    if weekdays and not any(number for number, _ in rule.days):
        return ["every weekday" if rule.frequency in ("MONTHLY", "YEARLY") else "weekdays"]
    every = "every " if rule.frequency in ("MONTHLY", "YEARLY") else ""
    names = [
        f"the {_place(number)} {WEEKDAYS[day]}" if number else f"{every}{WEEKDAYS[day]}"
        for number, day in rule.days
    ]
    return [listed(names)]


def _by_numbers(rule: Recurrence) -> list[str]:
    found = []
    days = rule.numbers.get("BYMONTHDAY")
    if days:
        found.append(f"the {listed([_day_of_month(day) for day in days])}")
    days = rule.numbers.get("BYYEARDAY")
    if days:
        found.append(f"the {listed([ordinal(day) for day in days])} day of the year")
    return found


def _day_of_month(day: int) -> str:
    if day < 0:
        return f"{ordinal(day)} day"
    return ordinal(day) if day < 29 else f"{ordinal(day)} where there is one"


def _place(number: int) -> str:
    if 1 <= number <= len(_FIRST):
        return _FIRST[number - 1]
    if number < -1 and -number <= len(_FIRST):
        return f"{_FIRST[-number - 1]} last"
    return ordinal(number)
