"""The debrief: three answers in the facilitator's own words, and what goes into the next plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.foundation.dates import short_day
from workbench.foundation.text import kept

OPEN_FOR_DAYS: Final = 28
QUESTIONS: Final = {
    "worked": "What worked, and how do you know?",
    "differently": "What would you do differently?",
    "carry_over": "What do you carry into the next session?",
}
"""The three questions by the answer they ask for."""


@dataclass(frozen=True, slots=True)
class DebriefText:
    """The answers to the three questions; empty where nothing was written yet."""

    worked: str = ""
    differently: str = ""
    carry_over: str = ""

    @property
    def is_written(self) -> bool:
        """Whether there is a word of it."""
        return any(text.strip() for text in (self.worked, self.differently, self.carry_over))


@dataclass(frozen=True, slots=True)
class OpenDebrief:
    """A session that was held and of which nothing is written down yet."""

    session_id: int
    title: str
    on: date

    @property
    def line(self) -> str:
        """One line, such as "Debrief of 1 Oct is still open"."""
        return f"Debrief of {short_day(self.on)} is still open"


def carried_note(note: str, carry_over: str, on: date) -> str:
    """Return the note of the next session with what is carried over, once, however often asked."""
    words = kept(carry_over).replace("\n\n", "\n")
    if not words:
        return note
    mark = f"From {short_day(on)}: "
    others = [part for part in note.split("\n\n") if part and not part.startswith(mark)]
    return "\n\n".join([*others, f"{mark}{words}"])


def is_carried(note: str, carry_over: str, on: date) -> bool:
    """Whether the note of the next session holds what is carried over already."""
    return bool(carry_over.strip()) and carried_note(note, carry_over, on) == note


def open_ones(
    held: Sequence[OpenDebrief], written: Sequence[int], today: date
) -> list[OpenDebrief]:
    """Return the sessions of the last four weeks without a word written, the latest first."""
    fresh = (s for s in held if 0 <= (today - s.on).days <= OPEN_FOR_DAYS)
    left = [s for s in fresh if s.session_id not in written]
    return sorted(left, key=lambda s: s.on, reverse=True)
