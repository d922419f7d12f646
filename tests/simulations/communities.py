"""Invented communities whose true means are known, and waves of answers drawn from them.

Everybody has a level of their own; an answer is that level with noise, put on the nearest step of
the scale. Seeds are fixed, so that a run can be repeated to the digit.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.insights.change import Change, WaveFigures, change_between
from workbench.surveys.linked_change import (
    OVERLAPPING,
    LinkedChange,
    LinkedWave,
    linked_change,
)
from workbench.surveys.overlap import overlapping_t

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.floating[Any]]

_PEOPLE_FOR_THE_TRUTH = 1_000_000
_CODE = 16


@dataclass(frozen=True, slots=True)
class Community:
    """People answering `items` items from 1 to `steps`; a score is their mean or their sum."""

    name: str
    items: int
    steps: int
    summed: bool
    level: float
    spread: float
    noise: float

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and highest possible score."""
        times = self.items if self.summed else 1
        return times, times * self.steps

    def levels(self, many: int, draw: "np.random.Generator") -> "Array":
        """Return the levels of so many people."""
        return draw.normal(self.level, self.spread, many)

    def scores(self, levels: "Array", draw: "np.random.Generator") -> "Array":
        """Return what people of these levels score when asked once."""
        import numpy as np

        noise = draw.normal(0, self.noise, (len(levels), self.items))
        answers: Array = np.clip(np.round(levels[:, None] + noise), 1, self.steps)
        scores: Array = answers.sum(axis=1) if self.summed else answers.mean(axis=1)
        return scores

    def moved(self, by: float) -> "Community":
        """Return the community after everybody's level rose by so much."""
        return replace(self, level=self.level + by)

    @property
    def truth(self) -> float:
        """The true mean score, over a million people."""
        return _truth(self)


SAFETY = Community("seven items 1 to 7, mean 5", 7, 7, False, 5.0, 0.8, 1.1)
LONELINESS = Community("three items 1 to 3, mean 4.4 of 3 to 9", 3, 3, True, 1.3, 0.5, 0.6)
FLOOR = Community("three items 1 to 3, near the floor", 3, 3, True, 0.9, 0.6, 0.5)


@cache
def _truth(one: Community) -> float:
    import numpy as np

    draw = np.random.default_rng(1)
    return float(one.scores(one.levels(_PEOPLE_FOR_THE_TRUTH, draw), draw).mean())


def unlinked(one: Community, other: Community, sizes: tuple[int, int], seed: int) -> Change:
    """Return the change between a wave of either community, nobody linked."""
    import numpy as np

    draw = np.random.default_rng(seed)
    waves = [
        community.scores(community.levels(many, draw), draw)
        for community, many in zip((one, other), sizes, strict=True)
    ]
    return change_between(*_figures(one, waves))


def linked(
    one: Community, counts: tuple[int, int, int], seed: int, *, by: float = 0.0, fall_back: bool
) -> Change:
    """Return the change where so many are linked, left and came, all levels risen `by` so much.

    `fall_back` takes Derrick's test at once, as if the model had not settled.
    """
    import numpy as np

    stay, left, new = counts
    draw = np.random.default_rng(seed)
    levels = one.levels(stay + left + new, draw)
    here, there = levels[: stay + left], np.r_[levels[:stay], levels[stay + left :]]
    waves = [one.scores(here, draw), one.scores(there + by, draw)]
    found = _derrick(waves, counts) if fall_back else _by_product(waves, counts)
    return change_between(*_figures(one, waves), found)


def _by_product(waves: Sequence["Array"], counts: tuple[int, int, int]) -> LinkedChange | None:
    stay, left, new = counts
    codes = [number.to_bytes(_CODE, "big") for number in range(1, sum(counts) + 1)]
    earlier = LinkedWave(tuple(map(float, waves[0])), tuple(codes[: stay + left]), ())
    links = (*codes[:stay], *codes[stay + left :])
    later = LinkedWave(tuple(map(float, waves[1])), links, ())
    assert len(later.links) == stay + new
    return linked_change(earlier, later, 5)


def _derrick(waves: Sequence["Array"], counts: tuple[int, int, int]) -> LinkedChange:
    stay, left, new = counts
    before, after = ([float(score) for score in wave] for wave in waves)
    pairs = list(zip(before[:stay], after[:stay], strict=True))
    found = overlapping_t(pairs, before[stay:], after[stay:])
    return LinkedChange(
        method=OVERLAPPING,
        difference=found.value,
        ci_low=found.low,
        ci_high=found.high,
        p=found.p,
        effect=None,
        linked=stay,
        left=left,
        new=new,
    )


def _figures(one: Community, waves: Sequence["Array"]) -> tuple[WaveFigures, WaveFigures]:
    low, high = one.range
    first, second = (
        WaveFigures(
            name,
            len(wave),
            float(wave.mean()),
            float(wave.std(ddof=1)),
            low,
            high,
            version="1",
            counts=_counts(wave) if one.summed else (),
        )
        for name, wave in zip(("Spring", "Autumn"), waves, strict=True)
    )
    return first, second


def _counts(wave: "Array") -> tuple[tuple[int, int], ...]:
    """Return how many people have each score, which short scales freeze from 10 answers on."""
    return tuple(sorted(Counter(map(int, wave)).items()))
