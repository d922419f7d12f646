"""Items compared between two waves: seven tests at once, so each is held to Holm's rule.

One or two of many items move by chance alone: a change that looks sure by itself is a hint, until
it holds as one of so many looked at.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from workbench.insights.change import Comparison

_RARE = 0.05


class ItemReading(StrEnum):
    """What the change of one item among many may be called."""

    TOO_EARLY = "too early"
    HINT = "a hint"
    LIKELY_REAL = "likely real"


def holm(chances: Sequence[float]) -> list[float]:
    """Return p values raised for the number of tests (Holm 1979), in the order given."""
    raised, most = [0.0] * len(chances), 0.0
    by_size = sorted(range(len(chances)), key=lambda place: chances[place])
    for rank, place in enumerate(by_size):
        most = max(most, min(1.0, chances[place] * (len(chances) - rank)))
        raised[place] = most
    return raised


def item_readings(changes: Mapping[str, Comparison]) -> dict[str, ItemReading]:
    """Return what each change may be called, given all items that were compared."""
    raised = holm([change.p for change in changes.values()])
    return {
        name: _reading(change, p) for (name, change), p in zip(changes.items(), raised, strict=True)
    }


def _reading(change: Comparison, raised: float) -> ItemReading:
    if not change.excludes_zero:
        return ItemReading.TOO_EARLY
    return ItemReading.LIKELY_REAL if raised < _RARE else ItemReading.HINT
