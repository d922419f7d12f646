"""The search for a good draw: always the best swap of two seats, with a short memory (tabu)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workbench.sessions.rooms_costs import (
    OFF_SCREEN,
    Departments,
    Group,
    Newcomers,
    pair_costs,
)
from workbench.sessions.rooms_sizes import Layout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.sessions.rooms import Asked

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_NEVER: Final = 1e9
_MOST_PEOPLE, _GROUP = 800, 400


def improved(
    asked: "Asked",
    layout: Layout,
    seats: dict[int, int],
    stopped: Callable[[], bool] | None = None,
) -> list[int]:
    """Return the room of each sitter: the best draw met on a walk that starts at `seats`.

    The same seed gives the same walk; its length falls with the number of people, so that it takes
    well under a second; it ends early when `stopped` says so.
    """
    import numpy as np

    rng = np.random.default_rng(asked.seed)
    start = _filled(layout, seats, len(asked.sitters), rng)
    for rooms in _groups(layout):
        who = np.flatnonzero(np.isin(start, rooms))
        if len(rooms) > 1:
            part = _part(asked, layout, rooms, who)
            inside = start[who] - rooms[0]
            start[who] = _Walk(*part, inside, rng).best(_steps(len(who)), stopped)
            start[who] += rooms[0]
    return [int(room) for room in start]


def _groups(layout: Layout) -> list[range]:
    """Return all rooms as one group, or in groups of so many people that time stays short."""
    groups, first, people = [], 0, 0
    most = _MOST_PEOPLE if sum(layout.sizes) <= _MOST_PEOPLE else _GROUP
    for room, size in enumerate(layout.sizes):
        if people + size > most:
            groups.append(range(first, room))
            first, people = room, 0
        people += size
    return [*groups, range(first, len(layout.sizes))]


def _part(
    asked: "Asked", layout: Layout, rooms: range, who: "NDArray[np.int64]"
) -> tuple["Asked", Layout]:
    """Return the question and the layout of some rooms that lie together and their people."""
    if len(rooms) == len(layout.sizes):
        return asked, layout
    places = {int(person): place for place, person in enumerate(who)}
    part = Layout(
        layout.sizes[rooms.start : rooms.stop],
        layout.screens[rooms.start : rooms.stop],
        tuple(layout.wanted[person] for person in places),
        {places[p]: room - rooms.start for p, room in layout.pins.items() if p in places},
        layout.strict,
    )
    return replace(asked, sitters=tuple(asked.sitters[person] for person in places)), part


def _steps(people: int) -> int:
    return max(60, min(3000, 60 * people, 400_000 // people))


def _filled(
    layout: Layout, seats: dict[int, int], people: int, rng: "np.random.Generator"
) -> "NDArray[np.int64]":
    """Seat everybody else at random, those on screen first, where they may sit."""
    import numpy as np

    room_of = np.full(people, -1, dtype=np.int64)
    free = list(layout.sizes)
    for person, room in seats.items():
        room_of[person] = room
        free[room] -= 1
    order = [int(person) for person in rng.permutation(people)]
    for person in sorted(order, key=lambda one: not layout.wanted[one]):
        if room_of[person] < 0:
            open_to = [room for room, left in enumerate(free) if left]
            fits = [room for room in open_to if layout.screens[room] == layout.wanted[person]]
            chosen = (fits or open_to)[int(rng.integers(len(fits or open_to)))]
            room_of[person] = chosen
            free[chosen] -= 1
    return room_of


class _Walk:
    """A draw being improved: seats, and what every exchange of two seats would cost."""

    def __init__(
        self, asked: "Asked", layout: Layout, start: "NDArray[np.int64]",
        rng: "np.random.Generator",
    ) -> None:  # fmt: skip
        import numpy as np

        self.rng, self.room = rng, start
        people, rooms = len(start), len(layout.sizes)
        self.pairs = pair_costs(asked, rng)
        self.fixed = np.zeros(people)
        self.fixed[list(layout.pins)] = _NEVER
        self.barred = _barred(layout)
        self.groups: list[Group] = []
        if asked.wishes.mix_departments:
            self.groups.append(Departments(asked, layout, start))
        if asked.wishes.seat_newcomers:
            self.groups.append(Newcomers(asked, rooms, start))
        seated = np.zeros((people, rooms))
        seated[np.arange(people), start] = 1.0
        self.with_room = self.pairs @ seated
        self.change = np.empty((people, people))
        self._renew(np.arange(people))

    def best(self, steps: int, stopped: Callable[[], bool] | None = None) -> "NDArray[np.int64]":
        """Walk and return the cheapest draw passed."""
        import numpy as np

        people = len(self.room)
        until = np.zeros(people, dtype=np.int64)
        cost = lowest = 0.0
        kept = self.room.copy()
        memory = max(1, min(12, people // 5))
        for step in range(steps):
            if stopped is not None and stopped():
                break
            swaps = self.change + self.change.T
            swaps[until > step] = _NEVER
            swaps[:, until > step] = _NEVER
            one, other = divmod(int(np.argmin(swaps)), people)
            gain = float(swaps[one, other])
            if gain >= _NEVER / 2:
                until[:] = 0
                if not step:
                    break
                continue
            self._swap(one, other)
            cost += gain
            until[[one, other]] = step + 1 + memory + self.rng.integers(0, 4, 2)
            if cost < lowest - 1e-6:
                lowest, kept = cost, self.room.copy()
        return kept

    def _swap(self, one: int, other: int) -> None:
        import numpy as np

        room, next_room = int(self.room[one]), int(self.room[other])
        shift = self.pairs[:, other] - self.pairs[:, one]
        self.with_room[:, room] += shift
        self.with_room[:, next_room] -= shift
        for group in self.groups:
            group.swap(one, other, room, next_room)
        self.room[one], self.room[other] = next_room, room
        self._renew(np.flatnonzero((self.room == room) | (self.room == next_room)))

    def _renew(self, who: "NDArray[np.int64]") -> None:
        """Work out again what it costs the rooms of `who` if somebody else sat there instead."""
        rooms = self.room[who]
        change = self.with_room.T[rooms] - self.pairs[who]
        change -= self.with_room[who, rooms][:, None]
        change += self.barred.T[rooms] - self.barred[who, rooms][:, None]
        for group in self.groups:
            change += group.change(who, rooms)
        change += self.fixed[who][:, None] + self.fixed[None, :]
        change[self.room[None, :] == rooms[:, None]] = _NEVER
        self.change[who] = change


def _barred(layout: Layout) -> "Floats":
    """Return people x rooms: what it costs to sit where screens do not allow it."""
    import numpy as np

    wanted = np.array(layout.wanted, dtype=bool)
    screens = np.array(layout.screens, dtype=bool)
    barred: Floats = OFF_SCREEN * (wanted[:, None] & ~screens[None, :]).astype(np.float64)
    return barred
