"""What follows from all figures ever shown together: nobody in a set below the minimum.

Every figure shown is a sum over a set of answers, a cut. Cuts are held against each other by exact
linear algebra (confidentiality 3.2, 4.2 and 4.3): whoever has all of them can work out every sum in
the row space of the cuts and no other one.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb

Cut = frozenset[int]

_MOST_TRIED = 600_000
_NONE = 1e-9
_AT_ONCE = 20_000


def determined(cuts: Sequence[Cut], minimum: int) -> frozenset[Cut]:
    """Return every set of fewer than `minimum` people whose sum follows from the cuts."""
    return _few(cuts, minimum, (1,))


def told_apart(cuts: Sequence[Cut], minimum: int) -> frozenset[Cut]:
    """Return every set of fewer than `minimum` people whose sum or difference follows.

    Two cuts that differ by one person for another tell how far the two lie apart.
    """
    return _few(cuts, minimum, (1, -1))


def _few(cuts: Sequence[Cut], minimum: int, signs: tuple[int, ...]) -> frozenset[Cut]:
    """Try every sum of few rows of the reduced cuts: its value at a pivot is the row's factor.

    A sum over fewer than `minimum` people takes in fewer than `minimum` pivots, so none is missed
    unless there are far too many sums; those of fewest rows come first.
    """
    cells = _cells(cuts)
    sizes = [len(cell) for cell in cells]
    table = [[Fraction(cell <= cut) for cell in cells] for cut in cuts]
    rows = [row for row, at in _reduced(table) if sizes[at] < minimum]
    found: set[Cut] = set()
    tried = 0
    for many in range(1, min(minimum - 1, len(rows)) + 1):
        tried += comb(len(rows), many) * len(signs) ** (many - 1)
        if tried > _MOST_TRIED:
            break
        for places, factors in _small_sums(rows, sizes, minimum, many, signs):
            held = _held([rows[at] for at in places], factors, {*signs, 0})
            if held and sum(sizes[at] for at in held) < minimum:
                found.add(frozenset().union(*(cells[at] for at in held)))
    return frozenset(found)


def _small_sums(
    rows: Sequence[Sequence[Fraction]],
    sizes: Sequence[int],
    minimum: int,
    many: int,
    signs: tuple[int, ...],
) -> Iterator[tuple[Sequence[int], tuple[int, ...]]]:
    """Yield which rows, with which factors, add up to something over fewer than `minimum` people.

    This is worked out in floating point, to be proved exactly by whoever asks.
    """
    import numpy as np

    table = np.array(rows, dtype=float)
    some = np.array(list(combinations(range(len(rows)), many)))
    for more in product(signs, repeat=many - 1):
        factors = (1, *more)
        for start in range(0, len(some), _AT_ONCE):
            chosen = some[start : start + _AT_ONCE]
            sums = sum(table[chosen[:, at]] * factor for at, factor in enumerate(factors))
            people = (np.abs(sums) > _NONE) @ np.array(sizes)
            for place in np.flatnonzero(people < minimum):
                yield chosen[place].tolist(), factors


def _cells(cuts: Sequence[Cut]) -> list[Cut]:
    """Return the sets of people that no cut tells apart, those in no cut left out."""
    by_sides: dict[tuple[bool, ...], set[int]] = {}
    for person in sorted(frozenset().union(*cuts)):
        by_sides.setdefault(tuple(person in cut for cut in cuts), set()).add(person)
    return [frozenset(cell) for cell in by_sides.values()]


def _held(
    rows: Sequence[Sequence[Fraction]], factors: Sequence[int], allowed: set[int]
) -> list[int]:
    """Return the places where the sum of rows is not 0, none where a value is not allowed."""
    places = []
    for at, values in enumerate(zip(*rows, strict=True)):
        value = sum(factor * one for factor, one in zip(factors, values, strict=True))
        if value not in allowed:
            return []
        if value:
            places.append(at)
    return places


def _reduced(table: list[list[Fraction]]) -> list[tuple[list[Fraction], int]]:
    """Return the rows in reduced echelon form, each with the place of its pivot."""
    pivots: list[int] = []
    for column in range(len(table[0]) if table else 0):
        lead = len(pivots)
        pivot = next((at for at in range(lead, len(table)) if table[at][column]), None)
        if pivot is None:
            continue
        table[lead], table[pivot] = table[pivot], table[lead]
        head = table[lead][column]
        table[lead] = [value / head for value in table[lead]]
        for at, row in enumerate(table):
            times = row[column]
            if at != lead and times:
                table[at] = [a - times * b for a, b in zip(row, table[lead], strict=True)]
        pivots.append(column)
    return list(zip(table, pivots, strict=False))
