"""A clock that a test moves; wall time and UTC are the same."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime


@dataclass
class Ticking:
    """A clock the test moves; wall time and UTC are the same here."""

    at: datetime = field(default=datetime(2026, 10, 15, 13, 58, tzinfo=UTC))

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()

    def local(self) -> datetime:
        return self.at.replace(tzinfo=None)
