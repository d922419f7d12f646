"""The chance that a random later answer is higher than a random earlier one (common language).

Exact where both waves froze how many people have each score, else estimated from means and spreads.
"""

import math
from dataclasses import dataclass

from workbench.insights.change import WaveFigures, all_alike, crowded

Counts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class HigherAnswer:
    """The chance from 0 to 1, ties counted half; `exact` tells it from an estimate."""

    chance: float
    exact: bool


def higher_answer(earlier: WaveFigures, later: WaveFigures) -> HigherAnswer | None:
    """Return the chance for two waves; None where it cannot be told or would be far off.

    Normal curves are far off where a wave crowds at an end: one SD from its mean leaves the scale.
    """
    known = chance_of_higher(earlier.counts, later.counts)
    if known is not None:
        return HigherAnswer(known, exact=True)
    estimate = None if crowded(earlier) or crowded(later) else _estimated(earlier, later)
    return None if estimate is None else HigherAnswer(estimate, exact=False)


def chance_of_higher(earlier: Counts, later: Counts) -> float | None:
    """Return the exact chance from (score, people) of both waves; None where either is missing."""
    pairs = sum(many for _, many in earlier) * sum(many for _, many in later)
    if not pairs:
        return None
    won = sum(
        one * other * ((after > before) + 0.5 * (after == before))
        for before, one in earlier
        for after, other in later
    )
    return won / pairs


def _estimated(earlier: WaveFigures, later: WaveFigures) -> float | None:
    if all_alike(earlier) and all_alike(later):
        return None
    spread = math.hypot(earlier.sd or 0.0, later.sd or 0.0)
    difference = (later.mean or 0.0) - (earlier.mean or 0.0)
    return 0.5 * math.erfc(-difference / spread / math.sqrt(2))
