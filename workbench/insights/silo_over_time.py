"""Help across departments over time: quarter by quarter, each beside what chance gives."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.contributions.link_queries import HelpRow
from workbench.insights.silo import HelpAcross, HelpLink, help_across

_MONTHS = 3


@dataclass(frozen=True, slots=True)
class SiloPoint:
    """One quarter, or what has passed of it: its first and last day, and help across in it."""

    start: date
    end: date
    help: HelpAcross

    @property
    def label(self) -> str:
        """The quarter in words: "Q3 2026"."""
        return f"Q{(self.start.month - 1) // _MONTHS + 1} {self.start.year}"


def silo_over_time(
    rows: Sequence[HelpRow], departments_on: Callable[[date], Mapping[Hashable, str]], today: date
) -> tuple[SiloPoint, ...]:
    """Return each quarter from that of the first row, oldest first, to that of today.

    `rows` are in order of days; `departments_on` gives the departments of the members of a day, by
    which chance is worked out.
    """
    if not rows:
        return ()
    found = []
    start = _quarter(rows[0].on)
    while start <= today:
        following = _quarter(start + timedelta(days=31 * _MONTHS))
        end = min(following - timedelta(days=1), today)
        links = [
            HelpLink(row.giver_id, row.receiver_id, row.giver_department, row.receiver_department)
            for row in rows
            if start <= row.on <= end
        ]
        departments = departments_on(end) if links else {}
        found.append(SiloPoint(start, end, help_across(links, departments)))
        start = following
    return tuple(found)


def _quarter(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % _MONTHS, 1)
