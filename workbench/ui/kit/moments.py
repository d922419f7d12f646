"""Moments and sizes as the window writes them."""

from datetime import date, datetime

from workbench.foundation.dates import short_day, weekday_and_day
from workbench.foundation.text import number


def moment(when: datetime) -> str:
    """Return "Thu 15 Oct 14:00" (the year is in the file's name)."""
    return f"{weekday_and_day(when.date())} {when:%H:%M}"


def moment_near(when: datetime, today: date) -> str:
    """Return "08:12" for today, "yesterday 17:40", else "1 Oct"."""
    days = (today - when.date()).days
    if days == 0:
        return f"{when:%H:%M}"
    if days == 1:
        return f"yesterday {when:%H:%M}"
    return short_day(when.date())


def size_words(size: int) -> str:
    """Return a file size such as "2.1 MB" or "640 KB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{number(size / 1_000_000)} MB"
