"""When a mean and a spread together tell what single people answered, because they are so few.

From a mean and an SD follow the sum of the scores and the sum of their squares. With few whole
scores, hardly any lists of them fit both; often there is only one.
"""

import math
from collections.abc import Iterator, Sequence

from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.suppression import SMALLEST_FOR_DISTRIBUTION

_SLACK = 1e-6
_MOST_STEPS = 200_000


def spread_tells(values: Sequence[float], low: float, high: float, step: float) -> bool:
    """Whether mean and SD of fewer than 10 values fix the lowest or the highest of them.

    Values stand `step` apart between `low` and `high`. All alike is told by the mean alone.
    """
    if len(values) >= SMALLEST_FOR_DISTRIBUTION or min(values) == max(values):
        return False
    places = [(value - low) / step for value in values]
    whole = [round(place) for place in places]
    if any(abs(place - own) > _SLACK for place, own in zip(places, whole, strict=True)):
        return False
    lowest: set[int] = set()
    highest: set[int] = set()
    squares = sum(place * place for place in whole)
    for first, last in _ends(len(whole), sum(whole), squares, round((high - low) / step)):
        lowest.add(first)
        highest.add(last)
        if len(lowest) > 1 and len(highest) > 1:
            return False
    return True


def step_of(instrument: Instrument, items: int) -> float:
    """Return how far two neighbouring scores over so many answered items lie apart."""
    return 1 / items if instrument.scoring == "mean" else 1.0


def ends_of(instrument: Instrument, items: int) -> tuple[float, float]:
    """Return the lowest and highest score over so many items."""
    if instrument.scoring == "count":
        return (0.0, float(items))
    times = 1 if instrument.scoring == "mean" else items
    return (float(times * instrument.codes[0]), float(times * instrument.codes[-1]))


def _ends(count: int, total: int, squares: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield lowest and highest of each list of whole numbers 0 to `most` with these two sums."""
    steps = [0]

    def search(left: int, total: int, squares: int, top: int, highest: int) -> Iterator[int]:
        """Fill from the highest down; yields the lowest number of each list found."""
        steps[0] += 1
        if left == 0:
            if total == 0 and squares == 0:
                yield top
            return
        if steps[0] > _MOST_STEPS or squares * left < total * total or squares > total * top:
            return
        for value in range(min(top, math.isqrt(squares)), -1, -1):
            if value * left < total:
                return
            yield from search(left - 1, total - value, squares - value * value, value, highest)

    for highest in range(most, -1, -1):
        rest = (total - highest, squares - highest * highest)
        if min(rest) >= 0:
            for lowest in search(count - 1, *rest, highest, highest):
                yield lowest, highest
