"""Further figures of a graph: how central, how clustered, how much like itself, and by chance.

Kept apart from what a screen says, because a central person is easily mistaken for a good one: only
figures of the whole are ever shown, beside what chance gives.
"""

from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from workbench.insights.connections import (
    Crossing,
    Graph,
    Pair,
    Person,
    neighbours,
    pair_crossing,
)

SHUFFLES = 9_999
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class ShuffledEi:
    """The E-I index of linked pairs beside that of shuffled labels.

    `expected` is worked out, `mean` comes from the shuffles, `at_most` is the share of shuffles
    (the data counted as one of them) with an index at most as high.
    """

    observed: float
    expected: float
    mean: float
    at_most: float


def shuffled_ei(
    graph: Graph, departments: Mapping[Person, str], *, shuffles: int = SHUFFLES, seed: int = 1
) -> ShuffledEi | None:
    """Return the E-I index of pairs against shuffles of the labels; None without a link.

    Only people with a department take part; one seed gives one result.
    """
    import numpy as np

    observed = pair_crossing(graph, departments).ei
    if observed is None:
        return None
    known = [who for who in graph.people if departments.get(who)]
    row = {who: place for place, who in enumerate(known)}
    ends = np.array([(row[a], row[b]) for a, b in graph.pairs if a in row and b in row])
    codes = np.unique([departments[who] for who in known], return_inverse=True)[1]
    random = np.random.default_rng(seed)
    found = np.empty(shuffles)
    for turn in range(shuffles):
        labels = random.permutation(codes)
        found[turn] = 1 - 2 * (labels[ends[:, 0]] == labels[ends[:, 1]]).mean()
    below = int((found <= observed + _TINY).sum())
    expected = expected_ei([departments[who] for who in known])
    return ShuffledEi(observed, expected, float(found.mean()), (below + 1) / (shuffles + 1))


def expected_ei(labels: Sequence[str]) -> float:
    """Return the E-I index that chance gives among people with these departments."""
    sizes, people = Counter(labels).values(), len(labels)
    inside = sum(size * (size - 1) for size in sizes)
    everybody = people * (people - 1)
    return (everybody - 2 * inside) / everybody


def in_degrees(graph: Graph) -> dict[Person, int]:
    """Return from how many people each person had help."""
    counts = Counter(receiver for _, receiver in graph.acts)
    return {who: counts[who] for who in graph.people}


def in_degree_centralisation(graph: Graph) -> float | None:
    """Return from 0 (all alike) to 1 (one takes all) how far help goes to one person."""
    others = len(graph.people) - 1
    if others < 1:
        return None
    degrees = in_degrees(graph).values()
    most = max(degrees)
    return sum(most - degree for degree in degrees) / others**2


def transitivity(graph: Graph) -> float:
    """Return how many of the pairs with a common neighbour are linked themselves, 0 without."""
    beside = neighbours(graph)
    triads = sum(len(near) * (len(near) - 1) for near in beside.values())
    closed = sum(len(beside[a] & beside[b]) for a, b in graph.pairs)
    return 2 * closed / triads if triads else 0.0


def betweenness(graph: Graph) -> dict[Person, float]:
    """Return on which share of shortest ways between two others each person stands (Brandes).

    Ways run along linked pairs whatever the direction.
    """
    beside = neighbours(graph)
    between = dict.fromkeys(graph.people, 0.0)
    for start in graph.people:
        for who, share in _ways_through(start, beside).items():
            if who != start:
                between[who] += share
    others = (len(graph.people) - 1) * (len(graph.people) - 2)
    return {who: share / others if others else 0.0 for who, share in between.items()}


def _ways_through(
    start: Person, beside: Mapping[Person, Collection[Person]]
) -> dict[Person, float]:
    """Return what each person adds to the shortest ways that begin at one person."""
    far, ways = {start: 0}, Counter({start: 1})
    before: dict[Person, list[Person]] = {start: []}
    order, waiting = [], deque([start])
    while waiting:
        here = waiting.popleft()
        order.append(here)
        for there in beside[here]:
            if there not in far:
                far[there], before[there] = far[here] + 1, []
                waiting.append(there)
            if far[there] == far[here] + 1:
                ways[there] += ways[here]
                before[there].append(here)
    through = dict.fromkeys(order, 0.0)
    for there in reversed(order):
        for here in before[there]:
            through[here] += ways[here] / ways[there] * (1 + through[there])
    return through


def modularity(graph: Graph, departments: Mapping[Person, str]) -> float | None:
    """Return how far pairs stay inside departments beyond their people's links; None without."""
    shares = _mixing(graph.pairs + tuple((b, a) for a, b in graph.pairs), departments)
    return shares[0] - shares[1] if shares else None


def assortativity(
    graph: Graph, departments: Mapping[Person, str], *, directed: bool
) -> float | None:
    """Return from about -1 to 1 how far links join people alike; None where nothing can differ."""
    links = tuple(graph.acts) if directed else graph.pairs + tuple((b, a) for a, b in graph.pairs)
    shares = _mixing(links, departments)
    if not shares or shares[1] > 1 - _TINY:
        return None
    return (shares[0] - shares[1]) / (1 - shares[1])


def _mixing(links: Sequence[Pair], departments: Mapping[Person, str]) -> tuple[float, float] | None:
    """Return the share of links inside departments, and the one their ends alone would give."""
    named = [(departments.get(a, ""), departments.get(b, "")) for a, b in links]
    known = [(here, there) for here, there in named if here and there]
    if not known:
        return None
    crossed = Crossing(
        sum(here == there for here, there in known), sum(here != there for here, there in known)
    )
    givers, receivers = Counter(a for a, _ in known), Counter(b for _, b in known)
    by_ends = sum(givers[name] * receivers[name] for name in givers) / len(known) ** 2
    return crossed.inside / len(known), by_ends
