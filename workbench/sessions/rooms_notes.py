"""Whether keep-apart notes, pins and screens can all hold at once: searched, not guessed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from workbench.sessions.rooms_sizes import Layout

_STEPS: Final = 8000
_MOST_PEOPLE: Final = 400


class Fit(Enum):
    """What the search found: seats that fit, that none can, or nothing within its patience."""

    FITS = "fits"
    NEVER = "never"
    NOT_FOUND = "not found"


@dataclass(slots=True)
class _Board:
    """Where people with notes sit so far, and the seats that are left."""

    layout: Layout
    foes: dict[int, set[int]]
    seats: dict[int, int] = field(default_factory=dict)
    free: list[int] = field(default_factory=list)
    remote_left: int = 0
    steps: int = 0

    def may_sit(self, person: int, room: int) -> bool:
        """Whether nothing forbids this seat now."""
        return (
            self.free[room] > 0
            and self.layout.may_sit(person, room)
            and all(self.seats.get(foe) != room for foe in self.foes[person])
        )

    def sit(self, person: int, room: int) -> None:
        self.seats[person] = room
        self.free[room] -= 1
        self.remote_left -= self.layout.wanted[person]

    def rise(self, person: int) -> None:
        self.free[self.seats.pop(person)] += 1
        self.remote_left += self.layout.wanted[person]

    def screens_suffice(self) -> bool:
        """Whether those on screen who sit nowhere yet still find seats in rooms on screen."""
        if not self.layout.strict:
            return True
        pairs = zip(self.free, self.layout.screens, strict=True)
        return sum(free for free, on_screen in pairs if on_screen) >= self.remote_left


def place_noted(layout: Layout, apart: Sequence[tuple[int, int]]) -> tuple[Fit, dict[int, int]]:
    """Return whether all can hold, and seats (person to room) of those pinned or kept apart.

    Where nothing fits the seats hold the pins alone.
    """
    board = _Board(layout, defaultdict(set), free=list(layout.sizes))
    board.remote_left = sum(layout.wanted)
    for one, other in apart:
        board.foes[one].add(other)
        board.foes[other].add(one)
    for person, room in layout.pins.items():
        board.sit(person, room)
    pinned = dict(board.seats)
    if any(a in pinned and pinned[a] == pinned.get(b) for a, b in apart):
        return Fit.NEVER, pinned
    waiting = {person for person in board.foes if person not in pinned}
    if len(waiting) > _MOST_PEOPLE:
        return Fit.NOT_FOUND, pinned
    if _seat(board, waiting):
        return Fit.FITS, dict(board.seats)
    return (Fit.NOT_FOUND if board.steps > _STEPS else Fit.NEVER), pinned


def _seat(board: _Board, waiting: set[int]) -> bool:
    """Seat everybody who waits, the one with the fewest rooms left first; False if it fails."""
    if not board.screens_suffice():
        return False
    if not waiting:
        return True
    board.steps += 1
    if board.steps > _STEPS:
        return False
    options = {person: _rooms_for(board, person) for person in waiting}
    person = min(waiting, key=lambda p: (len(options[p]), -len(board.foes[p]), p))
    waiting.remove(person)
    for room in options[person]:
        board.sit(person, room)
        if _seat(board, waiting):
            return True
        board.rise(person)
        if board.steps > _STEPS:
            break
    waiting.add(person)
    return False


def _rooms_for(board: _Board, person: int) -> list[int]:
    """Return the rooms a person may take; of untouched rooms that are alike only the first."""
    taken = set(board.seats.values())
    found, alike = [], set()
    for room, free in enumerate(board.free):
        if not board.may_sit(person, room):
            continue
        kind = (free, board.layout.screens[room])
        if room not in taken:
            if kind in alike:
                continue
            alike.add(kind)
        found.append(room)
    return found
