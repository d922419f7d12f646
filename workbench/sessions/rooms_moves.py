"""Changing a draw by hand: moving, swapping, and where whoever comes late sits."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from workbench.sessions.rooms import Met, RoomPlan, pair

Rooms = tuple[RoomPlan, ...]


def room_of(rooms: Sequence[RoomPlan], person: int) -> int | None:
    """Return the room somebody sits in, counted from 0, or None."""
    return next((n for n, room in enumerate(rooms) if person in room.people), None)


def moved(rooms: Rooms, person: int, to: int) -> Rooms:
    """Return the rooms with somebody in another one; also seats who sat nowhere."""
    return tuple(
        replace(
            room,
            people=(*(p for p in room.people if p != person), *([person] if n == to else [])),
        )
        for n, room in enumerate(rooms)
    )


def swapped(rooms: Rooms, one: int, other: int) -> Rooms:
    """Return the rooms with two people in each other's seats."""
    seats = {one: other, other: one}
    return tuple(
        replace(room, people=tuple(seats.get(person, person) for person in room.people))
        for room in rooms
    )


def without(rooms: Rooms, gone: Container[int]) -> Rooms:
    """Return the rooms without some people."""
    return tuple(
        replace(room, people=tuple(person for person in room.people if person not in gone))
        for room in rooms
    )


def room_for(
    rooms: Sequence[RoomPlan],
    person: int,
    *,
    on_screen: bool = False,
    apart: Container[tuple[int, int]] = (),
    met: Mapping[tuple[int, int], Met] | None = None,
) -> int:
    """Return the smallest room that fits whoever comes late; there must be one room at least.

    A room against a private note comes last, then one of the other kind; equals by fewest met.
    """
    known = met or {}

    def weight(number: int) -> tuple[bool, bool, int, int, int]:
        room = rooms[number]
        others = [pair(person, other) for other in room.people]
        return (
            any(two in apart for two in others),
            room.on_screen != on_screen and any(one.on_screen == on_screen for one in rooms),
            len(room.people),
            sum(two in known for two in others),
            number,
        )

    return min(range(len(rooms)), key=weight)
