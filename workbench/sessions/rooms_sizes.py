"""How many rooms and how large: as equal as can be, nobody alone, people on screen together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """The rooms before anybody sits in them, people and rooms counted from 0.

    `wanted` says who belongs on screen, `pins` leads from a person to a room. While `strict` a
    person on screen may only sit in a room on screen.
    """

    sizes: tuple[int, ...]
    screens: tuple[bool, ...]
    wanted: tuple[bool, ...]
    pins: Mapping[int, int]
    strict: bool = True

    def may_sit(self, person: int, room: int) -> bool:
        """Whether a person may sit in a room as far as pins and screens go."""
        if person in self.pins:
            return self.pins[person] == room
        return self.screens[room] or not (self.strict and self.wanted[person])


def room_sizes(people: int, size: int, *, larger: bool = False) -> list[int]:
    """Return the sizes of rooms of about `size`, largest first, at most one apart.

    Where people are left over, rooms get one fewer, or with `larger` one more. Nobody sits alone,
    so rooms of 2 may become one of 3.
    """
    if people <= 0:
        return []
    rooms = max(1, people // size if larger else -(-people // size))
    while rooms > 1 and people // rooms < 2:
        rooms -= 1
    least, more = divmod(people, rooms)
    return [least + 1] * more + [least] * (rooms - more)


def laid_out(
    on_screen: Sequence[bool],
    size: int,
    pins: Mapping[int, int],
    *,
    larger: bool = False,
    sizes: Sequence[int] = (),
) -> Layout:
    """Return the layout for people of whom some are on screen; rooms on screen stand last.

    A person pinned to a room counts with that room; a pin to a room that is not there is dropped.
    """
    wanted = list(on_screen)
    for _ in range(len(pins) + 1):
        lengths, screens = _split(wanted, size, larger=larger, sizes=sizes)
        held = {person: room for person, room in pins.items() if room < len(lengths)}
        then = list(on_screen)
        for person, room in held.items():
            then[person] = screens[room]
        if then == wanted:
            break
        wanted = then
    grown = _with_room_for(lengths, screens, held)
    return Layout(tuple(grown), tuple(screens), tuple(wanted), held)


def _split(
    wanted: Sequence[bool], size: int, *, larger: bool, sizes: Sequence[int]
) -> tuple[list[int], list[bool]]:
    remote, whole = sum(wanted), len(wanted)
    if not sizes and remote != 1 and whole - remote != 1:
        here = room_sizes(whole - remote, size, larger=larger)
        there = room_sizes(remote, size, larger=larger)
        return here + there, [False] * len(here) + [True] * len(there)
    lengths = list(sizes) or room_sizes(whole, size, larger=larger)
    screens, seats = [False] * len(lengths), 0
    for room in reversed(range(len(lengths))):
        if seats >= remote:
            break
        screens[room] = True
        seats += lengths[room]
    return lengths, screens


def _with_room_for(
    lengths: Sequence[int], screens: Sequence[bool], pins: Mapping[int, int]
) -> list[int]:
    """Let a room grow to hold all who are pinned to it, at the cost of the largest of its kind."""
    grown, pinned = list(lengths), Counter(pins.values())
    for room, count in pinned.items():
        while grown[room] < count:
            others = [
                other
                for other in range(len(grown))
                if other != room and grown[other] > max(2, pinned[other])
            ]
            if not others:
                others = [o for o in range(len(grown)) if o != room and grown[o] > pinned[o]]
            giver = max(others, key=lambda o: (screens[o] == screens[room], grown[o], o))
            grown[giver] -= 1
            grown[room] += 1
    return grown
