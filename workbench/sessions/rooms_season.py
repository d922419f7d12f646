"""Earlier draws of a season: who met whom, who may sit where by default, names of rooms kept."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from workbench.foundation.text import fold
from workbench.sessions.rooms import Met, RoomPlan, pair

_USUAL_SIZE: Final = 4
_SIZES: Final = {
    "pairs": 2, "pair": 2, "twos": 2, "threes": 3, "trios": 3, "triads": 3, "troika": 3,
    "fours": 4, "quads": 4, "fives": 5, "sixes": 6,
}  # fmt: skip
_NOT_A_LEAD: Final = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class UsedRoom:
    """A room that was used, the people in it in the order of their seats."""

    id: int
    name: str
    place: str
    on_screen: bool
    people: tuple[int, ...]
    pinned: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class UsedDraw:
    """Rooms that were used for a block, or with no block for a whole session, on a day."""

    id: int
    session: int
    block: int | None
    on: date
    size: int
    rooms: tuple[UsedRoom, ...]


def met_before(
    draws: Sequence[UsedDraw], leaving_out: tuple[int, int | None] | None = None
) -> dict[tuple[int, int], Met]:
    """Return the pairs who shared a room in draws given oldest first.

    `leaving_out` is the session and block that are being drawn again.
    """
    counted = [draw for draw in draws if (draw.session, draw.block) != leaving_out]
    met: dict[tuple[int, int], Met] = {}
    for place, draw in enumerate(counted):
        ago = len(counted) - place
        for room in draw.rooms:
            for one, other in combinations(room.people, 2):
                key = pair(one, other)
                before = met.get(key)
                met[key] = Met(before.times + 1 if before else 1, draw.on, ago)
    return met


def known_places(draws: Sequence[UsedDraw], *, on_screen: bool) -> list[str]:
    """Return the places of rooms of one kind as they were last called, first room first."""
    places: list[str] = []
    for draw in reversed(draws):
        rooms = [room.place for room in draw.rooms if room.on_screen is on_screen]
        places += rooms[len(places) :]
    return places


def names_of(
    draws: Sequence[UsedDraw],
    rooms: Sequence[RoomPlan],
    called: Mapping[tuple[bool, int], tuple[str, str]],
) -> list[tuple[str, str]]:
    """Return name and place of each room: as called by hand, else with the places of last time."""
    places = {kind: known_places(draws, on_screen=kind) for kind in (False, True)}
    named = []
    for number in range(len(rooms)):
        kind, count = ordinal(rooms, number)
        known = places[kind][count] if count < len(places[kind]) else ""
        name, place = called.get((kind, count), ("", known))
        named.append((name or f"Room {number + 1}", place))
    return named


def ordinal(rooms: Sequence[RoomPlan], number: int) -> tuple[bool, int]:
    """Return whether a room is on screen and its place among the rooms of its kind, from 0."""
    kind = rooms[number].on_screen
    return kind, sum(room.on_screen == kind for room in rooms[:number])


def size_for(grouping: str) -> int:
    """Return how many sit in a room by what a block says ("Threes", "Rooms of 5"), usually 4."""
    words = fold(grouping).split()
    for word in words:
        if word.isdecimal() and 2 <= int(word) <= 12:
            return int(word)
        if word.strip(".,") in _SIZES:
            return _SIZES[word.strip(".,")]
    return _USUAL_SIZE


def leads(said: Iterable[str], names: Mapping[int, str]) -> list[int]:
    """Return who of the people named leads a block, by name: whole names, or clear first names."""
    by_name: dict[str, list[int]] = {}
    for person, name in names.items():
        for known in {fold(name), fold(name).split(" ")[0]}:
            by_name.setdefault(known, []).append(person)
    found = {
        by_name[word][0]
        for text in said
        for word in _NOT_A_LEAD.split(fold(text))
        if len(by_name.get(word, ())) == 1
    }
    return sorted(found, key=lambda person: (fold(names[person]), person))
