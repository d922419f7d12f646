"""The sample to try: a scratch file that is made anew each time, on the day the sample stands."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.foundation.paths import cache_folder


@dataclass(frozen=True)
class ShiftedClock:
    """A clock that was set to `start` (wall time) when it was made, and goes on from there."""

    start: datetime
    _made: datetime = field(default_factory=lambda: datetime.now(UTC))

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return self.local().astimezone(UTC)

    def today(self) -> date:
        """The date of the sample."""
        return self.local().date()

    def local(self) -> datetime:
        """The wall time of the sample, naive."""
        return self.start + self._gone()

    def _gone(self) -> timedelta:
        return datetime.now(UTC) - self._made


def fresh_sample_path() -> Path:
    """Return where the sample is made, with nothing there; the last one and its traces are gone."""
    folder = cache_folder() / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bridges.fwb"
    for old in folder.glob("bridges.fwb*"):
        old.unlink(missing_ok=True)
    return path
