"""What a session may be, how far its agenda got, and how it stands in lists and months."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold

LONGEST_SESSION: Final = 24 * 60
FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2100
_TIME = re.compile(r"(\d{1,2})[:.h]?(\d{2})?(?: ?(am|pm|a\.m\.|p\.m\.))?")
_SEQUEL = re.compile(r"[\s,:(]+(?:[ivx]+|\d+|part (?:[ivx]+|\d+))\)?$")


@dataclass(frozen=True, slots=True)
class AgendaState:
    """How far an agenda fills its slot, in minutes; `end` is that of its end marker."""

    end: int
    slot: int
    blocks: int

    @property
    def over(self) -> int:
        """Minutes too many, or 0."""
        return max(0, self.end - self.slot)

    @property
    def open(self) -> int:
        """Minutes that hold nothing yet, or 0."""
        return max(0, self.slot - self.end)

    @property
    def words(self) -> str:
        """The state in a list: "95 of 90 min", "No agenda yet"."""
        return f"{self.end} of {self.slot} min" if self.blocks else "No agenda yet"

    @property
    def remark(self) -> str:
        """What is left to do: "5 min over", "50 min open", or nothing."""
        if self.over:
            return f"{self.over} min over"
        return f"{self.open} min open" if self.open and self.blocks else ""


def checked_title(title: str) -> str:
    """Return the title cleaned; raises BadInput where nothing is left."""
    cleaned = clean(title)
    if not cleaned:
        raise BadInput(
            "A session needs a title.", "Type what it is about in a few words.", field="title"
        )
    return cleaned


def checked_start(starts: datetime) -> datetime:
    """Return the wall time to the minute; raises BadInput outside the years 1970 to 2100."""
    if not FIRST_YEAR <= starts.year <= LAST_YEAR:
        raise BadInput(
            f"{starts.year} cannot be the year of a session.",
            f"Type a year from {FIRST_YEAR} to {LAST_YEAR}.",
            field="starts",
        )
    return starts.replace(second=0, microsecond=0, tzinfo=None)


def checked_slot(minutes: int) -> int:
    """Return the length of a session in minutes; raises BadInput outside 1 to 1440."""
    if not 1 <= minutes <= LONGEST_SESSION:
        raise BadInput(
            f"A session cannot last {minutes:,} minutes.",
            f"Type a number from 1 to {LONGEST_SESSION:,}.",
            field="minutes",
        )
    return minutes


def checked_head_count(count: int | None) -> int | None:
    """Return the number counted in the room, None for not counted; raises BadInput below 0."""
    if count is not None and not 0 <= count <= 100_000:
        raise BadInput(
            f"{count:,} people cannot have been in the room.",
            "Type the number you counted, or leave it empty.",
            field="head_count",
        )
    return count


def read_time(text: str) -> time:
    """Return a time on the wall typed as 14:00, 14.00, 1400, 14, 9:30 or 2 pm; raises BadInput."""
    found = _TIME.fullmatch(clean(text).casefold())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    half = (found[3] or "")[:1] if found else ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise BadInput(
            f"{clean(text) or 'Nothing'} is not a time of day.", "Type it as 14:00.", field="time"
        )
    return time(hour, minute)


def month_weeks(year: int, month: int) -> list[list[date]]:
    """Return the weeks of a month, Monday first, filled up with days of its neighbours."""
    return calendar.Calendar().monthdatescalendar(year, month)


def earlier_of_the_name(title: str, earlier: Iterable[tuple[int, str]]) -> int | None:
    """Return the number of the latest earlier session that this one continues, or None.

    "Troika consulting II" continues "Troika consulting"; `earlier` holds numbers and titles.
    """
    own = _stem(title)
    found = [number for number, name in earlier if own and _stem(name) == own]
    return max(found, default=None)


def _stem(title: str) -> str:
    return _SEQUEL.sub("", fold(title))
