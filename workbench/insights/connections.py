"""The graph of who helped whom: how much is returned, what hangs together, who stands alone.

Figures are checked against the worked examples of twelve people in the reference. They are said of
a community, never of a person: a missing link is a missing record.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.insights.shares import Share

Person = Hashable
Pair = tuple[Person, Person]


@dataclass(frozen=True, slots=True)
class Graph:
    """People in a fixed order, and for each (giver, receiver) how many acts were logged."""

    people: tuple[Person, ...]
    acts: Mapping[Pair, int]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair linked in at least one direction, once, in the order of people."""
        place = {who: position for position, who in enumerate(self.people)}
        found = {(a, b) if place[a] < place[b] else (b, a) for a, b in self.acts}
        return tuple(sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])))


@dataclass(frozen=True, slots=True)
class Crossing:
    """How many links stay inside departments and how many leave them."""

    inside: float
    across: float

    @property
    def ei(self) -> float | None:
        """The E-I index from -1 (all inside) to 1 (all across), None without links."""
        whole = self.inside + self.across
        return (self.across - self.inside) / whole if whole else None


def graph_of(people: Iterable[Person], acts: Iterable[Pair]) -> Graph:
    """Return the graph of acts given one by one; nobody helps themselves, other ends are added."""
    counts = Counter(pair for pair in acts if pair[0] != pair[1])
    ends = (end for pair in counts for end in pair)
    return Graph(tuple(dict.fromkeys([*people, *ends])), counts)


def density(graph: Graph) -> float | None:
    """Return which share of all possible directed links there are, None for fewer than two."""
    people = len(graph.people)
    return len(graph.acts) / (people * (people - 1)) if people > 1 else None


def pair_density(graph: Graph) -> float | None:
    """Return which share of all possible pairs are linked, None for fewer than two people."""
    people = len(graph.people)
    return 2 * len(graph.pairs) / (people * (people - 1)) if people > 1 else None


def returned(graph: Graph) -> Share:
    """Return how many of the directed links run the other way too (reciprocity)."""
    both = sum((receiver, giver) in graph.acts for giver, receiver in graph.acts)
    return Share(both, len(graph.acts))


def isolates(graph: Graph) -> tuple[Person, ...]:
    """Return who neither gave nor received, in the order of people."""
    linked = {end for pair in graph.acts for end in pair}
    return tuple(who for who in graph.people if who not in linked)


def components(graph: Graph) -> tuple[tuple[Person, ...], ...]:
    """Return the groups that hang together whatever the direction, the largest first."""
    beside = neighbours(graph)
    left = dict.fromkeys(graph.people)
    groups = []
    while left:
        group = _reached(next(iter(left)), beside)
        for who in group:
            del left[who]
        groups.append(tuple(who for who in graph.people if who in group))
    return tuple(sorted(groups, key=len, reverse=True))


def neighbours(graph: Graph) -> dict[Person, set[Person]]:
    """Return for everybody whom they are linked with in either direction."""
    beside: dict[Person, set[Person]] = {who: set() for who in graph.people}
    for giver, receiver in graph.acts:
        beside[giver].add(receiver)
        beside[receiver].add(giver)
    return beside


def crossing(links: Iterable[tuple[Pair, float]], departments: Mapping[Person, str]) -> Crossing:
    """Return what of the weighted links stays inside departments; who has none is left out."""
    weight: dict[bool, float] = defaultdict(float)
    for (one, other), acts in links:
        here, there = departments.get(one, ""), departments.get(other, "")
        if here and there:
            weight[here != there] += acts
    return Crossing(weight[False], weight[True])


def directed_crossing(graph: Graph, departments: Mapping[Person, str]) -> Crossing:
    """Return the crossing of directed links, each counted once."""
    return crossing([(pair, 1) for pair in graph.acts], departments)


def pair_crossing(graph: Graph, departments: Mapping[Person, str]) -> Crossing:
    """Return the crossing of linked pairs, whatever the direction."""
    return crossing([(pair, 1) for pair in graph.pairs], departments)


def weighted_crossing(graph: Graph, departments: Mapping[Person, str]) -> Crossing:
    """Return the crossing of every act."""
    return crossing(graph.acts.items(), departments)


def crossing_by_department(graph: Graph, departments: Mapping[Person, str]) -> dict[str, Crossing]:
    """Return for each department the crossing of the pairs that touch it.

    A pair across counts for both departments, so each may read 0 though the whole is siloed.
    """
    names = dict.fromkeys(departments[who] for who in graph.people if departments.get(who))
    return {
        name: crossing([(pair, 1) for pair in _touching(graph.pairs, departments, name)],
                       departments)
        for name in names
    }  # fmt: skip


def _touching(pairs: Sequence[Pair], departments: Mapping[Person, str], name: str) -> list[Pair]:
    return [pair for pair in pairs if name in (departments.get(pair[0]), departments.get(pair[1]))]


def _reached(start: Person, beside: Mapping[Person, set[Person]]) -> set[Person]:
    reached, waiting = {start}, [start]
    while waiting:
        new = beside[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached
