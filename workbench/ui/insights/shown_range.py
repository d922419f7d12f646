"""Which days the Insights page shows: the choices of range and what they mean today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.foundation.dates import short_day, short_month
from workbench.foundation.errors import BadInput
from workbench.insights.queries import Insights
from workbench.insights.spans import Span

HALF_YEAR, THIS_YEAR, ALL, OWN = "6 months", "This year", "All", "Own dates"
CHOICES = (HALF_YEAR, THIS_YEAR, ALL, OWN)
_SIX_MONTHS = timedelta(days=182)
_QUARTERS_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year, such as "Jul to Sep 2026"."""

    name: str
    span: Span


def span_of(found: Insights, choice: str, today: date, own: Span | None = None) -> Span | None:
    """Return the days to show for a choice of range, or None where nothing lies in it.

    The presets begin and end where something stands; own dates are shown as they were typed.
    """
    if choice == OWN and own is not None:
        return own if any(own.holds(day) for day in found.days) else None
    earliest = {HALF_YEAR: today - _SIX_MONTHS, THIS_YEAR: date(today.year, 1, 1)}
    start = earliest.get(choice, date.min)
    dated = [day for day in _dated(found) if start <= day <= today]
    days = dated or [day for day in found.days if start <= day <= today]
    return Span(days[0], days[-1]) if days else None


def checked_span(start: date | None, end: date | None) -> Span:
    """Return the days from one to the other; raises BadInput where one is missing or they cross."""
    if start is None:
        raise BadInput("The first day is missing.", "Type a day.", field="start")
    if end is None:
        raise BadInput("The last day is missing.", "Type a day.", field="end")
    if end < start:
        raise BadInput(
            "The last day is before the first.", "Change one of the two days.", field="end"
        )
    return Span(start, end)


def quarters_before(
    today: date, *, there: Sequence[date] = (), most: int = _QUARTERS_OFFERED
) -> list[Quarter]:
    """Return this quarter and those before it back to the first day of `there`, newest first."""
    found: list[Quarter] = []
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    earliest = min(there, default=first)
    while len(found) < most and (not found or found[-1].span.start > earliest):
        found.append(_quarter(first))
        first = (first - timedelta(days=1)).replace(day=1)
        first = date(first.year, first.month - 2, 1)
    return found


def short_period(span: Span) -> str:
    """Return "1 Mar to 30 Jun 2026", with the first year only where the two differ."""
    year = "" if span.start.year == span.end.year else f" {span.start.year}"
    return f"{short_day(span.start)}{year} to {short_day(span.end)} {span.end.year}"


def _quarter(first: date) -> Quarter:
    following = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    last = following - timedelta(days=1)
    return Quarter(f"{short_month(first)} to {short_month(last)} {first.year}", Span(first, last))


def _dated(found: Insights) -> list[date]:
    """Return the days of sessions and waves; months alone do not open or close a period."""
    days = [point.on for point in found.attendance.chart.points]
    days += [point.on for point in found.contributions.chart.points]
    for measure in found.measures:
        days += [one.wave.closed_on for one in measure.results if one.wave.closed_on]
    return sorted(days)
