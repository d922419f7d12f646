"""What seats cost: pairs who met, few departments, newcomers alone; and notes above all."""

from typing import TYPE_CHECKING, Any, Final, Protocol

from workbench.sessions.rooms_sizes import Layout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.sessions.rooms import Asked

    Floats = NDArray[np.float64]

# What a seat costs: keep-apart above all, then screens, then whatever the switches ask for.
APART: Final = 1000.0
OFF_SCREEN: Final = 60.0
MET, MET_MORE, MET_LATELY = 4.0, 3.0, 1.0
FEW_DEPARTMENTS, SAME_DEPARTMENT = 6.0, 0.7
NEWCOMERS_TOGETHER, NEWCOMER_ALONE = 9.0, 9.0
SAME_TENURE: Final = 0.15
_JITTER: Final = 1e-3


class Group(Protocol):
    """What a room costs as a whole, beside its pairs."""

    def swap(self, one: int, other: int, room: int, next_room: int) -> None:
        """Let two people change rooms."""
        ...

    def change(self, who: "NDArray[np.int64]", rooms: "NDArray[np.int64]") -> Any:  # noqa: ANN401 - an array, or 0 where there is nothing to weigh
        """Return what each room pays more when each other person takes the seat of `who`."""
        ...


class Departments:
    """How many departments sit in each room, and what it costs to fall short of three."""

    def __init__(self, asked: "Asked", layout: Layout, start: "NDArray[np.int64]") -> None:
        import numpy as np

        from workbench.sessions.rooms import DEPARTMENTS_WANTED

        known = sorted({s.department for s in asked.sitters if s.department is not None})
        places = {department: place for place, department in enumerate(known)}
        nobody = len(known)
        self.of = np.array([places.get(s.department, nobody) for s in asked.sitters])  # type: ignore[arg-type]  # None finds nobody
        self.known = self.of < nobody
        wanted = min(DEPARTMENTS_WANTED, nobody)
        self.need = np.minimum(np.array(layout.sizes), wanted)
        self.count = np.zeros((len(layout.sizes), nobody + 1), dtype=np.int64)
        np.add.at(self.count, (start, self.of), 1)

    def swap(self, one: int, other: int, room: int, next_room: int) -> None:
        """Let two people change rooms."""
        mine, theirs = self.of[one], self.of[other]
        self.count[room, mine] -= 1
        self.count[room, theirs] += 1
        self.count[next_room, theirs] -= 1
        self.count[next_room, mine] += 1

    def change(self, who: "NDArray[np.int64]", rooms: "NDArray[np.int64]") -> Any:  # noqa: ANN401 - see Group
        """Return what each room pays more when each other person takes the seat of `who`."""
        import numpy as np

        there = self.count[rooms]
        now = np.count_nonzero(there[:, :-1], axis=1)
        loses = (there[np.arange(len(who)), self.of[who]] == 1) & self.known[who]
        wins = (there[:, self.of] == 0) & self.known[None, :]
        then = now[:, None] - loses[:, None] + wins
        same = self.of[who][:, None] == self.of[None, :]
        then = np.where(same, now[:, None], then)
        need = self.need[rooms]
        short = np.maximum(0, need[:, None] - then) - np.maximum(0, need - now)[:, None]
        return FEW_DEPARTMENTS * short


class Newcomers:
    """Newcomers and regulars in each room, and what a newcomer without a regular costs."""

    def __init__(self, asked: "Asked", rooms: int, start: "NDArray[np.int64]") -> None:
        import numpy as np

        self.new = np.array([s.newcomer for s in asked.sitters], dtype=np.int64)
        self.known = np.array([s.regular for s in asked.sitters], dtype=np.int64)
        self.news = np.bincount(start, weights=self.new, minlength=rooms)
        self.regulars = np.bincount(start, weights=self.known, minlength=rooms)
        self.idle = not (self.new.any() and self.known.any())

    def swap(self, one: int, other: int, room: int, next_room: int) -> None:
        """Let two people change rooms."""
        for count, flags in ((self.news, self.new), (self.regulars, self.known)):
            shift = flags[other] - flags[one]
            count[room] += shift
            count[next_room] -= shift

    def change(self, who: "NDArray[np.int64]", rooms: "NDArray[np.int64]") -> Any:  # noqa: ANN401 - see Group
        """Return what each room pays more when each other person takes the seat of `who`."""
        if self.idle:
            return 0.0
        news, regulars = self.news[rooms], self.regulars[rooms]
        alone = (news > 0) & (regulars == 0)
        then_new = (news - self.new[who])[:, None] + self.new[None, :]
        then_known = (regulars - self.known[who])[:, None] + self.known[None, :]
        then = (then_new > 0) & (then_known == 0)
        return NEWCOMER_ALONE * (then.astype(float) - alone[:, None])


def pair_costs(asked: "Asked", rng: "np.random.Generator | None" = None) -> "Floats":
    """Return what each pair of sitters costs if they share a room; a hair of chance splits ties."""
    import numpy as np

    sitters, wishes = asked.sitters, asked.wishes
    people = len(sitters)
    costs = np.zeros((people, people))
    if wishes.mix_departments:
        of = np.array([-1 - i if s.department is None else s.department
                       for i, s in enumerate(sitters)])  # fmt: skip
        costs += SAME_DEPARTMENT * (of[:, None] == of[None, :])
        bands = _bands([s.tenure for s in sitters])
        costs += SAME_TENURE * (bands[:, None] == bands[None, :])
    if wishes.seat_newcomers:
        new = np.array([s.newcomer for s in sitters], dtype=float)
        costs += NEWCOMERS_TOGETHER * np.outer(new, new)
    places = {s.person: place for place, s in enumerate(sitters)}
    if wishes.avoid_met:
        for (one, other), met in asked.met.items():
            if one in places and other in places:
                cost = MET + MET_MORE * (met.times - 1) + MET_LATELY / met.ago
                costs[places[one], places[other]] += cost
                costs[places[other], places[one]] += cost
    for one, other in asked.apart:
        if one in places and other in places:
            costs[places[one], places[other]] += APART
            costs[places[other], places[one]] += APART
    if rng is not None:
        noise = np.triu(rng.random((people, people)), 1) * _JITTER
        costs += noise + noise.T
    np.fill_diagonal(costs, 0.0)
    return costs


def _bands(tenures: list[int]) -> "NDArray[np.int64]":
    """Return thirds by tenure: those here shortest are 0, longest 2."""
    import numpy as np

    ranks = np.searchsorted(np.sort(tenures), tenures)
    return np.asarray(3 * ranks // max(1, len(tenures)), dtype=np.int64)
