"""Dates as the program writes them, whatever the language of the computer."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_name(day: date) -> str:
    """Return the month in full, such as "October"."""
    return MONTHS[day.month - 1]


def short_month(day: date) -> str:
    """Return the month in three letters, such as "Oct"."""
    return month_name(day)[:3]


def day_and_month(day: date) -> str:
    """Return "15 October"."""
    return f"{day.day} {month_name(day)}"


def short_day(day: date) -> str:
    """Return "15 Oct"."""
    return f"{day.day} {short_month(day)}"


def weekday_and_day(day: date) -> str:
    """Return "Thu 15 Oct"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short_day(day)}"


def full_date(day: date) -> str:
    """Return "15 October 2026"."""
    return f"{day_and_month(day)} {day.year}"


def with_year(words: str, day: date, today: date) -> str:
    """Return words about a day such as "15 Oct", with the year unless it is today's."""
    return words if day.year == today.year else f"{words} {day.year}"


def period(start: date, end: date) -> str:
    """Return "22 January to 1 October 2026", with the first year only where the two differ."""
    if start == end:
        return full_date(start)
    first = day_and_month(start) if start.year == end.year else full_date(start)
    return f"{first} to {full_date(end)}"
