"""An exact check of two waves by frozen score counts: all ways to deal the scores out to them.

It needs no curve, so it holds where scores crowd at an end of the scale and t is too narrow.
"""

from functools import lru_cache
from math import comb

Counts = tuple[tuple[int, int], ...]

FEW = 20


@lru_cache(maxsize=64)
def dealt_out_p(earlier: Counts, later: Counts) -> float | None:
    """Return the exact two-sided p of the difference of means; None above 20 in the smaller wave.

    Both count people per score and hold at least one person; a score may be missing in either.
    """
    first, second = dict(earlier), dict(later)
    sizes = sum(first.values()), sum(second.values())
    drawn, small = min((sizes[0], first), (sizes[1], second), key=lambda side: side[0])
    if drawn > FEW:
        return None
    both = {score: first.get(score, 0) + second.get(score, 0) for score in {*first, *second}}
    ways = _ways(both, drawn)
    everybody = sum(sizes)
    total = sum(score * many for score, many in both.items())
    # times the number of people, so that all stays whole
    found = abs(everybody * sum(score * many for score, many in small.items()) - drawn * total)
    as_far = sum(
        many for held, many in ways.items() if abs(everybody * held - drawn * total) >= found
    )
    return as_far / sum(ways.values())


def _ways(people: dict[int, int], drawn: int) -> dict[int, int]:
    """Return in how many ways so many people can be drawn with each sum of scores."""
    table: dict[tuple[int, int], int] = {(0, 0): 1}
    for score, many in people.items():
        grown: dict[tuple[int, int], int] = {}
        for (taken, held), ways in table.items():
            for more in range(min(many, drawn - taken) + 1):
                place = taken + more, held + more * score
                grown[place] = grown.get(place, 0) + ways * comb(many, more)
        table = grown
    return {held: ways for (taken, held), ways in table.items() if taken == drawn}
