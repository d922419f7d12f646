"""Departments that never met: no small session with both, no help logged between them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from workbench.foundation.text import counted
from workbench.insights.copresence import LARGEST_ROOM

FEWEST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class NeverMet:
    """Pairs of departments that never met out of all pairs; small departments are only counted."""

    pairs: tuple[tuple[str, str], ...]
    unnamed: int
    of: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same in words."""
        if not self.of:
            return ("Everybody is in one department, so there is nobody else to meet.",)
        never = len(self.pairs) + self.unnamed
        if not never:
            return (f"All {self.of} pairs of departments have met.",)
        pairs = f"{never} of {counted(self.of, 'pair', 'pairs')} of departments never met"
        why = f"no session of up to {LARGEST_ROOM} people had both, no help is logged between them"
        said = [f"{pairs}: {why}."]
        said += [f"{one} and {other}" for one, other in self.pairs]
        if self.unnamed:
            small = f"departments of fewer than {FEWEST_NAMED} people"
            said.append(f"{counted(self.unnamed, 'pair', 'pairs')} with {small}, not named.")
        return tuple(said)


def never_met(
    sizes: Mapping[str, int],
    rooms: Iterable[Collection[str]],
    helped: Iterable[tuple[str, str]],
) -> NeverMet:
    """Return which of the departments never shared a room nor helped each other.

    `sizes` are members by department, `rooms` the departments in each session small enough to
    meet in, `helped` both departments of each act of help.
    """
    met = {frozenset(pair) for room in rooms for pair in combinations(set(room), 2)}
    met |= {frozenset(pair) for pair in helped}
    names = sorted(sizes, key=str.casefold)
    never = [pair for pair in combinations(names, 2) if frozenset(pair) not in met]
    named = [pair for pair in never if min(sizes[name] for name in pair) >= FEWEST_NAMED]
    every = len(names) * (len(names) - 1) // 2
    return NeverMet(tuple(named), len(never) - len(named), every)


def department_sizes(departments: Iterable[str]) -> dict[str, int]:
    """Return how many members each department has; people without one are left out."""
    return dict(Counter(name for name in departments if name))
