"""Rooms: who sits together, what a draw is asked to respect, and the draw that comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.sessions.rooms_notes import Fit, place_noted
from workbench.sessions.rooms_sizes import Layout, laid_out

SMALLEST: Final = 2
LARGEST: Final = 12
DEPARTMENTS_WANTED: Final = 3


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody to seat; `department` is None where unknown, `tenure` counts days of membership."""

    person: int
    department: int | None = None
    newcomer: bool = False
    regular: bool = False
    tenure: int = 0
    on_screen: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """How often two people shared a room this season, when last, and how many draws ago (1 up)."""

    times: int
    last: date
    ago: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a draw respects beside pins and keep-apart notes, which always hold."""

    mix_departments: bool = True
    avoid_met: bool = True
    seat_newcomers: bool = True
    screens_together: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a draw is made from; pairs of people have the lower number first.

    `size` is people in a room, `sizes` the rooms one by one where they are not to be alike; `pins`
    leads from a person to a room counted from 0. The same seed gives the same draw.
    """

    sitters: tuple[Sitter, ...]
    size: int = 4
    larger: bool = False
    sizes: tuple[int, ...] = ()
    met: Mapping[tuple[int, int], Met] = field(default_factory=dict)
    apart: frozenset[tuple[int, int]] = frozenset()
    pins: Mapping[int, int] = field(default_factory=dict)
    wishes: Wishes = Wishes()
    seed: int = 1


class Honour(Enum):
    """Whether the keep-apart notes hold in a draw."""

    HELD = "Honoured"
    IMPOSSIBLE = "No draw can honour every note"
    NOT_FOUND = "No draw was found that honours every note"


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """The people of one room by their numbers, and whether it meets on screen."""

    people: tuple[int, ...]
    on_screen: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rooms, whether the notes hold, and whether people on screen had to be spread."""

    rooms: tuple[RoomPlan, ...]
    honour: Honour = Honour.HELD
    screens_spread: bool = False


def pair(one: int, other: int) -> tuple[int, int]:
    """Return two people as a pair, the lower number first."""
    return (one, other) if one < other else (other, one)


def compose(asked: Asked, stopped: Callable[[], bool] | None = None) -> Drawn:
    """Return a good draw; raises BadInput where there are not two people or the sizes do not fit.

    Keep-apart notes come first, then pins, then people on screen; the search weighs the rest and
    gives the best so far when `stopped` says so.
    """
    from workbench.sessions.rooms_search import improved

    check(asked)
    layout = layout_of(asked)
    fit, seats = place_noted(layout, _numbered(asked))
    if fit is not Fit.FITS and any(layout.screens) and not all(layout.screens):
        loose = replace(layout, strict=False)
        second, loosely = place_noted(loose, _numbered(asked))
        if second is Fit.FITS:
            fit, seats, layout = second, loosely, loose
    room_of = improved(asked, layout, seats, stopped)
    rooms = tuple(
        RoomPlan(
            tuple(s.person for s, at in zip(asked.sitters, room_of, strict=True) if at == room),
            layout.screens[room],
        )
        for room in range(len(layout.sizes))
    )
    spread = any(
        wanted and not layout.screens[room]
        for wanted, room in zip(layout.wanted, room_of, strict=True)
    )
    return Drawn(rooms, _honour(asked, rooms, fit), spread)


def check(asked: Asked) -> None:
    """Raise BadInput where there is nothing to draw."""
    if len(asked.sitters) < SMALLEST:
        raise BadInput(
            "Rooms need at least two people.", "Say how many you expect, or add guests.",
            field="people",
        )  # fmt: skip
    if asked.sizes:
        if sum(asked.sizes) != len(asked.sitters) or min(asked.sizes) < SMALLEST:
            raise BadInput(
                f"The rooms seat {sum(asked.sizes)} people, and {len(asked.sitters)} are there.",
                "Change the sizes so that everybody has a seat and nobody sits alone.",
                field="size",
            )
    elif not SMALLEST <= asked.size <= LARGEST:
        raise BadInput(
            f"Rooms hold {SMALLEST} to {LARGEST} people, not {asked.size}.",
            "Choose another number.",
            field="size",
        )


def layout_of(asked: Asked) -> Layout:
    """Return the rooms with their sizes, which of them are on screen, and where pins lie."""
    screens = [s.on_screen and asked.wishes.screens_together for s in asked.sitters]
    places = {sitter.person: place for place, sitter in enumerate(asked.sitters)}
    pins = {places[person]: room for person, room in asked.pins.items() if person in places}
    return laid_out(screens, asked.size, pins, larger=asked.larger, sizes=asked.sizes)


def _numbered(asked: Asked) -> list[tuple[int, int]]:
    places = {sitter.person: place for place, sitter in enumerate(asked.sitters)}
    return sorted((places[a], places[b]) for a, b in asked.apart if a in places and b in places)


def _honour(asked: Asked, rooms: tuple[RoomPlan, ...], fit: Fit) -> Honour:
    if notes_hold(rooms, asked.apart):
        return Honour.HELD
    return Honour.IMPOSSIBLE if fit is Fit.NEVER else Honour.NOT_FOUND


def notes_hold(rooms: tuple[RoomPlan, ...], apart: frozenset[tuple[int, int]]) -> bool:
    """Whether no two people of a keep-apart note share a room."""
    at = {person: number for number, room in enumerate(rooms) for person in room.people}
    return all(at.get(a, -1) != at.get(b, -2) for a, b in apart)
