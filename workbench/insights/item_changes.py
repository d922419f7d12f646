"""Items compared between two waves: seven tests at once, so each is held to Holm's rule.

One or two of many items move by chance alone; an item is called a hint at most, and only where
the change survives as one of so many looked at.
"""

from collections.abc import Mapping, Sequence

from workbench.insights.change import Comparison

_RARE = 0.05


def holm(chances: Sequence[float]) -> list[float]:
    """Return p values raised for the number of tests (Holm 1979), in the order given."""
    raised, most = [0.0] * len(chances), 0.0
    by_size = sorted(range(len(chances)), key=lambda place: chances[place])
    for rank, place in enumerate(by_size):
        most = max(most, min(1.0, chances[place] * (len(chances) - rank)))
        raised[place] = most
    return raised


def hints(changes: Mapping[str, Comparison]) -> frozenset[str]:
    """Return the items whose change may be called a hint, given all items that were compared."""
    names = list(changes)
    raised = holm([changes[name].p for name in names])
    return frozenset(name for name, p in zip(names, raised, strict=True) if p < _RARE)
