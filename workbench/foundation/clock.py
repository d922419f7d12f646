"""The one source of today and now, so that tests and the sample can stand still in time."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the date on the facilitator's wall and the instant in UTC."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """The date where the facilitator sits."""
        ...

    def local(self) -> datetime:
        """The wall time where the facilitator sits, naive."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The date in this computer's time zone."""
        return self.local().date()

    def local(self) -> datetime:
        """The wall time in this computer's time zone, naive."""
        return datetime.now().astimezone().replace(tzinfo=None)


@dataclass
class FixedClock:
    """A clock that stands at `at` (wall time, naive, in `zone`) until told otherwise."""

    at: datetime
    zone: str = "UTC"

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return self.at.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def today(self) -> date:
        """The date it stands at."""
        return self.at.date()

    def local(self) -> datetime:
        """The wall time it stands at, naive."""
        return self.at


@dataclass(frozen=True)
class ShiftedClock:
    """A clock set to `start` (wall time, naive, in `zone`) when it was made; it goes on from there.

    The sample workspace stands in time, so that its next session is always in two days.
    """

    start: datetime
    zone: str = "UTC"
    made: datetime = field(default_factory=lambda: datetime.now(UTC))

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        began = self.start.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
        return began + (datetime.now(UTC) - self.made)

    def today(self) -> date:
        """The date it has got to."""
        return self.local().date()

    def local(self) -> datetime:
        """The wall time it has got to, naive."""
        return self.now().astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
