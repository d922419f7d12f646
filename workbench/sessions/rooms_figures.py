"""What a draw adds: new meetings, across departments, repeats, each beside what chance gives."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from workbench.foundation.dates import short_day
from workbench.foundation.text import counted
from workbench.sessions.rooms import Met, RoomPlan, Sitter, pair


@dataclass(frozen=True, slots=True)
class Share:
    """A count in a draw, and about how many a draw by lot of the same sizes would give."""

    count: int
    by_chance: float


@dataclass(frozen=True, slots=True)
class RoomLine:
    """What one room adds: pairs who never met this season, those who did, and when if only one."""

    new: int
    met: int
    last: date | None

    @property
    def words(self) -> str:
        """The line under a room."""
        new = counted(self.new, "new meeting", "new meetings")
        if not self.met:
            return new
        if self.met == 1 and self.last is not None:
            return f"{new} · 1 met {short_day(self.last)}"
        return f"{new} · {self.met} met before"


@dataclass(frozen=True, slots=True)
class Figures:
    """A draw in numbers; `most_times` is the most often that a pair of it has met before."""

    pairs: int
    new: Share
    across: Share
    met: Share
    most_times: int
    lines: tuple[RoomLine, ...]
    least_departments: int
    rooms_with_newcomers: int
    newcomers: int

    @property
    def met_words(self) -> str:
        """How often the pairs of this draw that met before have met."""
        if not self.met.count:
            return ""
        return {1: "each once", 2: "at most twice"}.get(
            self.most_times, f"at most {self.most_times} times"
        )


def figures(
    rooms: Sequence[RoomPlan], sitters: Sequence[Sitter], met: Mapping[tuple[int, int], Met]
) -> Figures:
    """Return the figures of a draw.

    Chance is exact: every pair of people shares a room equally often over all draws by lot, so the
    expected number of pairs of a kind is its share among all pairs, times the pairs in rooms.
    """
    of = {s.person: s.department for s in sitters}
    news = {s.person for s in sitters if s.newcomer}
    inside = [list(combinations(room.people, 2)) for room in rooms]
    drawn = [one for room in inside for one in room]
    seated = {person for room in rooms for person in room.people}
    known = [two for two in met if two[0] in seated and two[1] in seated]
    every = len(seated) * (len(seated) - 1) // 2
    share = len(drawn) / every if every else 0.0
    unmet_across = _possible_across(seated, of) - _across(known, of)
    new = [p for p in drawn if pair(*p) not in met]
    again = [met[pair(*p)] for p in drawn if pair(*p) in met]
    with_people = [room for room in rooms if room.people]
    return Figures(
        pairs=len(drawn),
        new=Share(len(new), (every - len(known)) * share),
        across=Share(_across(new, of), unmet_across * share),
        met=Share(len(again), len(known) * share),
        most_times=max((one.times for one in again), default=0),
        lines=tuple(_line(room, met) for room in inside),
        least_departments=min((departments_in(r, of) for r in with_people), default=0),
        rooms_with_newcomers=sum(any(p in news for p in room.people) for room in rooms),
        newcomers=len(news & seated),
    )


def departments_in(room: RoomPlan, of: Mapping[int, int | None]) -> int:
    """Return how many departments sit in a room, those not known left out."""
    return len({of.get(person) for person in room.people} - {None})


def _across(pairs: Sequence[tuple[int, int]], of: Mapping[int, int | None]) -> int:
    """Return how many pairs are of two departments; where one is not known it does not count."""
    return sum(
        of.get(a) is not None and of.get(b) is not None and of.get(a) != of.get(b) for a, b in pairs
    )


def _possible_across(people: Iterable[int], of: Mapping[int, int | None]) -> int:
    """Return how many pairs of two departments there are among people."""
    counts = Counter(of.get(person) for person in people)
    del counts[None]
    whole = counts.total()
    return (whole * whole - sum(count * count for count in counts.values())) // 2


def _line(room: Sequence[tuple[int, int]], met: Mapping[tuple[int, int], Met]) -> RoomLine:
    again = [met[pair(*p)] for p in room if pair(*p) in met]
    last = again[0].last if len(again) == 1 and again[0].times == 1 else None
    return RoomLine(len(room) - len(again), len(again), last)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Two departments: the share of their possible pairs who shared a room, and if some are new.

    `share` is None where there is no possible pair.
    """

    row: int
    column: int
    share: float | None
    adds: bool


def matrix(
    departments: Sequence[int],
    of: Mapping[int, int | None],
    met: Mapping[tuple[int, int], Met],
    rooms: Sequence[RoomPlan],
) -> list[MatrixCell]:
    """Return the lower half of the matrix of departments, in their order, over the people in `of`.

    A cell adds some when the draw seats a pair of them together who never met this season.
    """
    places = {department: place for place, department in enumerate(departments)}
    at = {p: places[d] for p, d in of.items() if d in places}
    sizes = [sum(1 for place in at.values() if place == n) for n in range(len(departments))]
    shared = {_cell(at[a], at[b]): 0 for a, b in met if a in at and b in at}
    for a, b in met:
        if a in at and b in at:
            shared[_cell(at[a], at[b])] += 1
    adds = {
        _cell(at[a], at[b])
        for room in rooms
        for a, b in combinations(room.people, 2)
        if a in at and b in at and pair(a, b) not in met
    }
    cells = []
    for row, high in enumerate(sizes):
        for column in range(row + 1):
            possible = high * (high - 1) // 2 if row == column else high * sizes[column]
            share = shared.get((row, column), 0) / possible if possible else None
            cells.append(MatrixCell(row, column, share, (row, column) in adds))
    return cells


def _cell(one: int, other: int) -> tuple[int, int]:
    return max(one, other), min(one, other)
