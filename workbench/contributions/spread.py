"""How widely giving is spread: shares of people, never a ranking of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.foundation.text import counted, number

_DRAWS = 4_000
_CELLS = 2_000_000
_SEED = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """How many gave, from how few half of it came, and Gini beside what equal chances give.

    Members who gave nothing count; Gini runs from 0 (all alike) to (n - 1) / n, corrected to 1.
    `of` says what was counted, `gini_givers` is over those alone who gave.
    """

    people: int
    gave: int
    given: int
    half_from: int
    gini: float | None
    chance_gini: float | None
    corrected: float | None = None
    gini_givers: float | None = None
    of: str = "over all kinds"

    @property
    def sentences(self) -> tuple[str, ...]:
        """The spread in words."""
        if not self.given:
            return ("No contributions yet.",)
        said = [
            f"{self.gave} of {self.people} gave something.",
            f"Half of it came from {counted(self.half_from, 'person', 'people')}.",
        ]
        if self.gini is not None and self.chance_gini is not None:
            said.append(
                f"Evenness {self.of} (Gini, 0 is even): {number(self.gini, 2)}; if everybody "
                f"were equally likely to give, about {number(self.chance_gini, 2)}."
            )
        if self.corrected is not None and self.gini_givers is not None:
            said.append(
                f"Corrected for the size of the group {number(self.corrected, 2)}; among those "
                f"who gave {number(self.gini_givers, 2)}."
            )
        return tuple(said)


def spread(counts: Sequence[int], of: str = "over all kinds") -> Spread:
    """Return the spread over how much each member gave, those who gave nothing included."""
    given = sum(counts)
    return Spread(
        people=len(counts),
        gave=sum(count > 0 for count in counts),
        given=given,
        half_from=_half_from(counts),
        gini=gini(counts),
        chance_gini=chance_gini(len(counts), given / len(counts)) if given else None,
        corrected=corrected_gini(counts),
        gini_givers=gini([count for count in counts if count]),
        of=of,
    )


def gini(counts: Sequence[int]) -> float | None:
    """Return Gini's coefficient over all counts (T-37), or None where nothing was given."""
    n, total = len(counts), sum(counts)
    if not total:
        return None
    weighted = sum(place * count for place, count in enumerate(sorted(counts), start=1))
    return 2 * weighted / (n * total) - (n + 1) / n


def corrected_gini(counts: Sequence[int]) -> float | None:
    """Return Gini's coefficient for a small group, n / (n - 1) times the plain one, up to 1."""
    plain, n = gini(counts), len(counts)
    return None if plain is None or n < 2 else plain * n / (n - 1)


def chance_gini(people: int, mean: float) -> float:
    """Return Gini's coefficient to expect if everybody gave alike often by chance (T-38).

    `people` draw from one Poisson distribution with this mean, many times over, always alike.
    """
    import numpy as np

    draws = max(1, min(_DRAWS, _CELLS // people))
    drawn = np.random.default_rng(_SEED).poisson(mean, size=(draws, people))
    ordered = np.sort(drawn[drawn.sum(axis=1) > 0], axis=1)
    if not len(ordered):
        return 0.0
    weighted = (ordered * np.arange(1, people + 1)).sum(axis=1)
    ginis = 2 * weighted / (people * ordered.sum(axis=1)) - (people + 1) / people
    return float(ginis.mean())


def _half_from(counts: Sequence[int]) -> int:
    half, so_far = sum(counts) / 2, 0
    for needed, count in enumerate(sorted(counts, reverse=True), start=1):
        so_far += count
        if so_far >= half and count:
            return needed
    return 0
