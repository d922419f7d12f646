"""Months as goals and business figures count them: each is known by its first day."""

from datetime import date

from workbench.foundation.dates import month_name
from workbench.foundation.text import listed


def month_of(on: date) -> date:
    """Return the first day of the month."""
    return on.replace(day=1)


def next_month(month: date) -> date:
    """Return the first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def months_after(last: date, today: date) -> tuple[date, ...]:
    """Return the months after `last` that are over, the running month left out."""
    months = []
    month = next_month(month_of(last))
    while month < month_of(today):
        months.append(month)
        month = next_month(month)
    return tuple(months)


def named(months: tuple[date, ...]) -> str:
    """Return months in words: "August and September", or "April to September" from four on."""
    if len(months) > 3:
        return f"{month_name(months[0])} to {month_name(months[-1])}"
    return listed([month_name(month) for month in months])
