"""Which days a usual range can be fixed on: those of the points that would make it."""

from dataclasses import dataclass
from datetime import date

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.foundation.words import ChartSeries
from workbench.insights.control import ENOUGH_SESSIONS
from workbench.insights.measures import Measure, usable_days
from workbench.insights.queries import Insights
from workbench.insights.wave_limits import ENOUGH_FOR_BASELINE


@dataclass(frozen=True, slots=True)
class UsualDays:
    """The days of the waves or sessions that count, and how many of them a range needs."""

    days: tuple[date, ...]
    needed: int
    one: str
    many: str

    @property
    def first_stretch(self) -> tuple[date, date] | None:
        """The first and last day of all of them, None where there are too few for a range."""
        return (self.days[0], self.days[-1]) if len(self.days) >= self.needed else None

    def check(self, first_on: date, last_on: date) -> None:
        """Raise BadInput where too few lie in these days."""
        inside = sum(first_on <= day <= last_on for day in self.days)
        if inside < self.needed:
            there = counted(inside, self.one, self.many)
            raise BadInput(
                f"There {'is' if inside == 1 else 'are'} {there} in these days that can be used; a "
                f"usual range needs {self.needed}.",
                "Choose more days.",
                field="last_on",
            )


def usual_days(found: Insights, series: ChartSeries) -> UsualDays:
    """Return the days for the chart of a series; none for a figure, which has no usual range."""
    sessions = {
        ChartSeries.ATTENDANCE: found.attendance,
        ChartSeries.CONTRIBUTIONS: found.contributions,
    }.get(series)
    if sessions is not None:
        days = tuple(point.on for point in sessions.chart.points)
        return UsualDays(days, ENOUGH_SESSIONS, "session", "sessions")
    own = [one for one in found.measures if one.instrument.construct == series.value]
    return UsualDays(_waves(own), ENOUGH_FOR_BASELINE, "wave", "waves")


def _waves(measures: list[Measure]) -> tuple[date, ...]:
    return usable_days(measures[0]) if measures else ()
