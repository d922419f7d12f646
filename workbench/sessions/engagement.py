"""Runs of sessions, the engagement chip and who is likely to come: never a verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import HERE, MISSED, SessionRecord, histories


class Engagement(StrEnum):
    """The four chips."""

    REGULAR = "Regular"
    OCCASIONAL = "Occasional"
    DRIFTING = "Drifting"
    NEW = "New"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a chip applies: sessions looked back, sessions a newcomer is new, missed to drift."""

    look_back: int = 8
    new_within: int = 3
    missed_to_drift: int = 3
    regular_from: float = 0.75


USUAL: Final = Thresholds()
LIMITS: Final = {
    "look_back": (3, 30),
    "new_within": (0, 12),
    "missed_to_drift": (2, 12),
    "regular_percent": (50, 100),
}
_ABOUT: Final = {
    "look_back": "Sessions looked back",
    "new_within": "Sessions somebody is new",
    "missed_to_drift": "Missed sessions in a row",
    "regular_percent": "The share of a regular",
}


def checked_thresholds(thresholds: Thresholds) -> Thresholds:
    """Return the thresholds; raises BadInput for one out of its limits."""
    given = {
        "look_back": thresholds.look_back,
        "new_within": thresholds.new_within,
        "missed_to_drift": thresholds.missed_to_drift,
        "regular_percent": round(thresholds.regular_from * 100),
    }
    for name, (least, most) in LIMITS.items():
        if not least <= given[name] <= most:
            raise BadInput(
                f"{_ABOUT[name]} cannot be {given[name]}.",
                f"Choose {least} to {most}.",
                field=name,
            )
    return thresholds


@dataclass(frozen=True, slots=True)
class Chip:
    """The chip of one person with the reason its tooltip gives."""

    engagement: Engagement
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """The longest and the current run of sessions a person came to."""

    longest: int
    current: int


def runs(marks: Iterable[Mark]) -> Run:
    """Return the runs in marks, oldest first: apologies and not-knowns neither break nor add."""
    longest = current = 0
    for mark in marks:
        if mark in HERE:
            current += 1
            longest = max(longest, current)
        elif mark is Mark.ABSENT:
            current = 0
    return Run(longest, current)


def chip(marks: Sequence[Mark], thresholds: Thresholds = USUAL) -> Chip:
    """Return the chip for all marks of a person since joining, oldest first (design, section 5).

    Not known counts as expected in the share but never as missed: it alone makes nobody drift.
    """
    if len(marks) <= thresholds.new_within:
        return Chip(Engagement.NEW, _new_reason(len(marks)))
    recent = marks[-thresholds.look_back :]
    here = sum(mark in HERE for mark in recent)
    seen = f"Here at {here} of the last {len(recent)}"
    missed = missed_lately(marks)
    if any(mark in HERE for mark in marks) and missed >= thresholds.missed_to_drift:
        before = seen if here else "Came before"
        away = "not at" if Mark.EXCUSED in marks[_last_here(marks) + 1 :] else "missed"
        return Chip(Engagement.DRIFTING, f"{before}, but {away} the last {missed}{_known(recent)}")
    if here >= thresholds.regular_from * len(recent):
        return Chip(Engagement.REGULAR, f"{seen}{_known(recent)}")
    return Chip(Engagement.OCCASIONAL, f"{seen}{_known(recent)}")


def missed_lately(marks: Sequence[Mark]) -> int:
    """Return how many known sessions were missed or excused since the person last came."""
    count = 0
    for mark in reversed(marks):
        if mark in HERE:
            break
        count += mark in MISSED
    return count


def _last_here(marks: Sequence[Mark]) -> int:
    """Return the place of the last mark of somebody here, −1 for none."""
    return max((place for place, mark in enumerate(marks) if mark in HERE), default=-1)


def active(marks: Sequence[Mark], within: int = 3) -> bool:
    """Whether the person came to one of the last sessions; not active is not the same as left."""
    return any(mark in HERE for mark in marks[-within:])


def shares_to_come(
    people: Iterable[int],
    records: Sequence[SessionRecord],
    apologies: frozenset[int] = frozenset(),
    look_back: int = 6,
) -> dict[int, float]:
    """Return for each person who sent no apologies how often they came lately, from 0 to 1.

    Those likeliest to come stand first; equals by who came more lately, then in the given order.
    """
    every = histories(records)
    found = []
    for person in people:
        if person not in apologies:
            recent = [mark in HERE for mark in every.get(person, [])[-look_back:]]
            share = sum(recent) / len(recent) if recent else 0.5
            found.append((share, recent[::-1], person))
    found.sort(key=lambda one: (one[0], one[1]), reverse=True)  # stable, so equals keep their order
    return {person: share for share, _, person in found}


def chips(
    people: Iterable[int], records: Sequence[SessionRecord], thresholds: Thresholds = USUAL
) -> Mapping[int, Chip]:
    """Return the chip of each person."""
    every = histories(records)
    return {person: chip(every.get(person, []), thresholds) for person in people}


def _new_reason(sessions: int) -> str:
    if not sessions:
        return "Joined, no session since"
    return f"Joined {'one session' if sessions == 1 else f'{sessions} sessions'} ago"


def _known(marks: Sequence[Mark]) -> str:
    unknown = marks.count(Mark.UNKNOWN)
    return f" ({unknown} not known)" if unknown else ""
