"""An independent referee of what figures tell: it tries every small set against the null space.

A set's sum follows from the figures exactly where nothing that the figures leave open can move it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np

Row = Mapping[int, float]
"""One figure that went out, as the sum of answers by number, each with its factor."""

Floats = np.ndarray[Any, np.dtype[np.float64]]


def told(rows: Sequence[Row], minimum: int = 5) -> list[frozenset[int]]:
    """Return the sets of fewer than `minimum` answers whose sum follows from the rows."""
    if not rows:
        return []
    used = sorted({number for row in rows for number in row})
    table = np.array([[row.get(number, 0.0) for number in used] for row in rows])
    left_open = null_space(table)
    found = []
    for places in small_sets(len(used), minimum):
        moved = np.abs(left_open[places].sum(axis=1)).max(axis=1, initial=0.0)
        hits = places[moved < 1e-7]
        found += [frozenset(used[place] for place in hit) for hit in hits]
    return found


def null_space(table: Floats) -> Floats:
    """Return what the rows leave open: by answer, one column per free direction."""
    _, sizes, turned = np.linalg.svd(table)
    rank = int((sizes > 1e-8).sum())
    return np.asarray(turned[rank:].T)


@cache
def small_sets(many: int, minimum: int) -> list["np.ndarray[Any, np.dtype[np.int64]]"]:
    """Return every set of 1, 2, ... places, one array for each size."""
    sizes = range(1, min(minimum, many + 1))
    return [np.array(list(combinations(range(many), size))) for size in sizes]
