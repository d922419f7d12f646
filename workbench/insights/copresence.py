"""Who was in a room together: a weak tie, weaker the larger the session.

Being at one session links everybody there, so a session's weight is shared among the others in it,
or large sessions are left out altogether.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations

LARGEST_ROOM = 12


@dataclass(frozen=True, slots=True)
class Together:
    """Sessions two people shared; `weight` adds 1 / (people there - 1) for each."""

    sessions: int
    weight: float


def together(
    sessions: Iterable[Collection[Hashable]], *, largest: int = LARGEST_ROOM
) -> dict[frozenset[Hashable], Together]:
    """Return for every two people who met what they shared; rooms over `largest` are left out.

    Each session is who was there.
    """
    shared: dict[frozenset[Hashable], int] = defaultdict(int)
    weight: dict[frozenset[Hashable], float] = defaultdict(float)
    for there in (set(people) for people in sessions):
        if len(there) > largest:
            continue
        for pair in combinations(there, 2):
            shared[frozenset(pair)] += 1
            weight[frozenset(pair)] += 1 / (len(there) - 1)
    return {pair: Together(count, weight[pair]) for pair, count in shared.items()}


def overlap(first: Collection[object], second: Collection[object]) -> float | None:
    """Return which share of the sessions of either two people shared (Jaccard); None for none."""
    either = set(first) | set(second)
    return len(set(first) & set(second)) / len(either) if either else None
