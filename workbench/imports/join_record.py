"""One row of a meeting report: who, from when to when, and how long the file says it was."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.imports.intervals import Interval

_ROUNDING = 90
_ONE_STAMP = 150


@dataclass(frozen=True, slots=True)
class JoinRecord:
    """One row of a report: who (`login` is the tool's own account name), when, how long.

    `stated` is the length in seconds the file gives, None where it gives none; `row` its number.
    `still_in` says that the list ended before they left.
    """

    row: int
    name: str
    email: str = ""
    login: str = ""
    start: datetime | None = None
    end: datetime | None = None
    stated: int | None = None
    still_in: bool = False

    @property
    def span(self) -> Interval | None:
        """From first in to last out, however often they left between; None where an end lacks."""
        if self.start is None or self.end is None or self.end < self.start:
            return None
        return Interval(self.start, self.end)

    @property
    def stay(self) -> Interval | None:
        """The time in the meeting, None where the row sums up several joins or lacks an end.

        The same stamp twice says nothing of a length, which was less than the stamps can show.
        """
        span = self.span
        if span is None:
            return None
        length = (span.end - span.start).total_seconds()
        if not length:
            return self._within_one_stamp(span.start)
        if self.stated and length - self.stated > _ROUNDING:
            return None
        return span

    def _within_one_stamp(self, start: datetime) -> Interval | None:
        if self.stated is None or self.stated > _ONE_STAMP:
            return None
        return Interval(start, start + timedelta(seconds=self.stated))
