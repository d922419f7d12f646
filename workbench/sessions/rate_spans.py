"""The stretches of time that rates can be of: everything, a year, a quarter, days of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.sessions.rate_rules import QuarterRate

EVERYTHING = ""
OWN = "own"


@dataclass(frozen=True, slots=True)
class RateSpan:
    """First and last day, both included; None is open. `key` and `label` as a menu offers it."""

    key: str = EVERYTHING
    label: str = "All sessions"
    since: date | None = None
    until: date | None = None


def spans(quarters: Sequence[QuarterRate]) -> list[RateSpan]:
    """Return what can be chosen besides own days: everything, years, quarters, newest first.

    Only years and quarters with sessions that count are there; a single year is everything.
    """
    years = sorted({one.year for one in quarters}, reverse=True)
    found = [RateSpan()]
    if len(years) > 1:
        found += [RateSpan(str(y), str(y), date(y, 1, 1), date(y, 12, 31)) for y in years]
    return found + [_quarter(one) for one in reversed(quarters)]


def own_span(first: date | None, last: date | None) -> RateSpan:
    """Return days of one's own; two that stand the wrong way round are turned."""
    if first and last and first > last:
        first, last = last, first
    return RateSpan(OWN, "Own days", first, last)


def _quarter(one: QuarterRate) -> RateSpan:
    first = date(one.year, 3 * one.quarter - 2, 1)
    after = date(one.year + one.quarter // 4, 3 * one.quarter % 12 + 1, 1)
    return RateSpan(f"{one.year}-{one.quarter}", one.label, first, after - timedelta(days=1))
