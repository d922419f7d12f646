"""Pre-work: what somebody does before a session; its minutes never count in the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean, counted, kept

LONGEST: Final = 10_000
EARLIEST: Final = 365


@dataclass(frozen=True, slots=True)
class PreWorkItem:
    """What to do, for whom, how many minutes it takes, how many days before, and with what.

    `key` stays the same over edits; `minutes` is None where nobody said.
    """

    key: int
    text: str
    who: str = ""
    minutes: int | None = None
    days_before: int = 1
    material: str = ""

    @property
    def length(self) -> str:
        """The minutes in words, or nothing."""
        return f"{self.minutes:,} min" if self.minutes else ""


def due_on(starts: datetime, item: PreWorkItem) -> date:
    """Return the day by which it is to be done, for a session that starts at this wall time."""
    return starts.date() - timedelta(days=item.days_before)


def due_words(starts: datetime, item: PreWorkItem) -> str:
    """Return "by Mon 12 Oct", or "on the day"."""
    return f"by {weekday_and_day(due_on(starts, item))}" if item.days_before else "on the day"


def pre_work_line(starts: datetime, item: PreWorkItem) -> str:
    """Return the item on one line: what, who, how long, by when."""
    parts = (item.who, item.length, due_words(starts, item))
    return f"{item.text}: {', '.join(part for part in parts if part)}"


def days_words(days: int) -> str:
    """Return "on the day", "1 day before" or "3 days before"."""
    return f"{counted(days, 'day', 'days')} before" if days else "on the day"


def checked_item(item: PreWorkItem) -> PreWorkItem:
    """Return the item as it may be kept, tidied; raises BadInput at the field."""
    text = clean(item.text)
    if not text:
        raise BadInput("Pre-work needs to say what to do.", "Type it in a few words.", field="text")
    if item.minutes is not None and not 1 <= item.minutes <= LONGEST:
        raise BadInput(
            f"Pre-work cannot take {item.minutes:,} minutes.",
            f"Type a number from 1 to {LONGEST:,}, or leave it empty.",
            field="minutes",
        )
    if not 0 <= item.days_before <= EARLIEST:
        raise BadInput(
            f"Pre-work cannot be due {item.days_before:,} days before.",
            f"Type a number from 0 to {EARLIEST}.",
            field="days_before",
        )
    return replace(item, text=text, who=clean(item.who), material=kept(item.material))


def reordered(items: Sequence[PreWorkItem], key: int, to: int) -> list[PreWorkItem]:
    """Return the items with one standing at place `to`, kept inside the list; raises NotFound."""
    rest = [item for item in items if item.key != key]
    if len(rest) == len(items):
        raise NotFound("This pre-work is not there any more.", "Undo may bring it back.")
    mine = next(item for item in items if item.key == key)
    rest.insert(max(0, min(to, len(rest))), mine)
    return rest
