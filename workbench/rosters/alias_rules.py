"""Names that files use for somebody: where each was heard, why it is believed, since when."""

from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import full_date, short_day
from workbench.foundation.words import Source

SOURCE_WORDS = {
    Source.TEAMS: "Teams report",
    Source.ZOOM: "Zoom file",
    Source.MEET: "Meet report",
    Source.LIST: "List of attendance",
    Source.ROSTER: "HR roster",
    Source.MERGE: "Merged person",
}
TOOL_WORDS = {
    Source.TEAMS: "Teams",
    Source.ZOOM: "Zoom",
    Source.MEET: "Google Meet",
    Source.LIST: "a list",
    Source.ROSTER: "the HR roster",
    Source.MERGE: "a merged person",
}


@dataclass(frozen=True, slots=True)
class LearnedName:
    """A name or address that a source uses for somebody.

    Without a person it belongs to nobody here; `how` is the reason in words where a sure match
    taught it, and `decided` says that the facilitator said so.
    """

    id: int
    person: int | None
    source: Source
    name: str
    how: str
    decided: bool
    learned_on: date


def reason_of(learned: LearnedName, today: date) -> str:
    """Return why a name is believed: "You said so on 3 May", "Same e-mail, since 5 Mar"."""
    day = day_words(learned.learned_on, today)
    if learned.decided or not learned.how:
        return f"You said so on {day}"
    return f"{learned.how[:1].upper()}{learned.how[1:]}, since {day}"


def elsewhere_words(learned: LearnedName, today: date) -> str:
    """Return that another tool uses a name: "Known by this name in Zoom (12 Mar)"."""
    day = day_words(learned.learned_on, today)
    return f"Known by this name in {TOOL_WORDS[learned.source]} ({day})"


def heard_words(learned: LearnedName) -> str:
    """Return where a name was heard and why it is believed: "Zoom file, you said so"."""
    said = "you said so" if learned.decided or not learned.how else learned.how
    return f"{SOURCE_WORDS[learned.source]}, {said}"


def day_words(day: date, today: date) -> str:
    """Return a day, with its year only where that is not this year."""
    return short_day(day) if day.year == today.year else full_date(day)
