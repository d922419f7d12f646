"""Rounds of a block, where the plan says so: "three rounds", or a turn for each of a group."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from workbench.foundation.text import fold
from workbench.sessions.agenda import AgendaBlock

_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_GROUPS: Final = {"pairs": 2, "threes": 3, "trios": 3, "fours": 4, "fives": 5, "sixes": 6}
_MOST: Final = 12
_ROUNDS: Final = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)}) rounds\b")
_EACH: Final = re.compile(r"\b(\d{1,3}) ?(?:min|minutes) each\b")
_TURNS: Final = ("troika", "trojka")


@dataclass(frozen=True, slots=True)
class Rounds:
    """Where a block stands in its rounds: which of how many, and the time until the next.

    `until_next` is None in the last round; `share` is the part of the block a round takes.
    """

    now: int
    count: int
    until_next: timedelta | None
    share: float

    @property
    def words(self) -> str:
        """Such as "round 2 of 3"."""
        return f"round {self.now} of {self.count}"


def rounds_of(block: AgendaBlock) -> int:
    """Return how many rounds the plan gives a block, 0 where it does not say.

    It says so with "three rounds", with minutes for each of a small group, or with a method in
    which everybody of the group has a turn.
    """
    for text in (block.title, block.grouping, block.method, block.to_say):
        said = _ROUNDS.search(fold(text))
        if said:
            number = _NUMBERS.get(said[1]) or int(said[1])
            return number if 2 <= number <= min(_MOST, block.minutes) else 0
    group = next((n for word, n in _GROUPS.items() if word in fold(block.grouping).split()), 0)
    each = _EACH.search(fold(block.to_say))
    takes_turns = any(word in fold(block.method) for word in _TURNS)
    if takes_turns or (each and int(each[1]) * group <= block.minutes):
        return group if group <= block.minutes else 0
    return 0


def rounds_now(
    rounds: int, began_with: int, minutes: int, allowed: timedelta, elapsed: timedelta
) -> Rounds | None:
    """Return where a block stands; None where the plan says nothing of rounds.

    The length of a round is that of the block when it began: a block shortened by a round has one
    less, and time added belongs to the last one. `minutes` are those planned now, `allowed` the
    time with what was added.
    """
    if rounds < 2 or began_with < rounds or allowed <= timedelta(0):
        return None
    length = timedelta(minutes=began_with / rounds)
    count = max(1, round(timedelta(minutes=minutes) / length))
    now = min(count, int(elapsed / length) + 1)
    until = now * length - elapsed if now < count else None
    return Rounds(now, count, until, min(1.0, length / allowed))
