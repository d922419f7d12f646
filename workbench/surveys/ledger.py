"""What follows from all figures ever shown together: nobody in a set below the minimum.

Every figure shown is a sum over a set of answers, a cut. Cuts are held against each other by exact
linear algebra (confidentiality 3.2, 4.2 and 4.3): whoever has all of them can work out every sum in
the row space of the cuts and no other one. It is done modulo a large prime: what follows in
fractions follows there too.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Table = np.ndarray[Any, np.dtype[np.int64]]

Cut = frozenset[int]

_PRIME = 2**31 - 1
_MOST_TRIED = 600_000
_MOST_NUMBERS = 60_000_000
_AT_ONCE = 20_000


class TooMuchToTry(Exception):  # noqa: N818 - not a fault: whoever asks shows less then
    """So many cuts cross that what follows from them cannot be searched to the end."""


def determined(cuts: Sequence[Cut], minimum: int) -> frozenset[Cut]:
    """Return every set of fewer than `minimum` people whose sum follows from the cuts.

    Raises TooMuchToTry where the search would not end in time.
    """
    return _few(cuts, minimum, (1,))


def told_apart(cuts: Sequence[Cut], minimum: int) -> frozenset[Cut]:
    """Return every set of fewer than `minimum` people whose sum or difference follows.

    Two cuts that differ by one person for another tell how far the two lie apart. Raises
    TooMuchToTry as `determined` does.
    """
    return _few(cuts, minimum, (1, -1))


def _few(cuts: Sequence[Cut], minimum: int, signs: tuple[int, ...]) -> frozenset[Cut]:
    """Try every sum of few rows of the reduced cuts: its value at a pivot is the row's factor.

    Cells of at least `minimum` people come first: a row with its pivot behind them is 0 in all of
    them, and no other row can take part in a small sum. So mostly few rows are left, or none.
    """
    import numpy as np

    cells = sorted(_cells(cuts), key=lambda cell: (-len(cell), sorted(cell)))
    large = sum(len(cell) >= minimum for cell in cells)
    small = cells[large:]
    if not small:
        return frozenset()
    if len(cells) * len(cuts) > _MOST_NUMBERS:
        raise TooMuchToTry
    rows, pivots = _reduced(_table(cells, cuts), large)
    sizes = np.array([len(cell) for cell in small])
    found: set[Cut] = set()
    for places, factors in _choices([int(sizes[at]) for at in pivots], minimum, signs):
        sums = np.zeros((len(places), len(small)), dtype=np.int64)
        for at, factor in enumerate(factors):
            sums += rows[places[:, at]] * factor
        sums %= _PRIME
        held = sums != 0
        plain = ~held | (sums == 1)
        if len(signs) > 1:
            plain |= sums == _PRIME - 1
        for place in np.flatnonzero(plain.all(axis=1) & (held @ sizes < minimum)):
            found.add(frozenset().union(*(small[at] for at in np.flatnonzero(held[place]))))
    return frozenset(found)


def _choices(
    sizes: Sequence[int], minimum: int, signs: tuple[int, ...]
) -> "Iterator[tuple[Table, tuple[int, ...]]]":
    """Yield rows to add up with their factors, where their pivots hold fewer than `minimum`."""
    import numpy as np

    tried = 0
    order = sorted((size, place) for place, size in enumerate(sizes))
    for many in range(1, min(minimum - 1, len(sizes)) + 1):
        some = _fitting(order, many, minimum - 1)
        while chosen := list(islice(some, _AT_ONCE)):
            tried += len(chosen) * len(signs) ** (many - 1)
            if tried > _MOST_TRIED:
                raise TooMuchToTry
            places = np.array(chosen)
            for more in product(signs, repeat=many - 1):
                yield places, (1, *more)


def _fitting(order: Sequence[tuple[int, int]], many: int, room: int) -> Iterator[tuple[int, ...]]:
    """Yield the places of so many rows, given as (size, place) by size, that fit in the room."""
    if not many:
        yield ()
        return
    for at, (size, place) in enumerate(order):
        if size * many > room:
            return
        for rest in _fitting(order[at + 1 :], many - 1, room - size):
            yield (place, *rest)


def _cells(cuts: Sequence[Cut]) -> list[Cut]:
    """Return the sets of people that no cut tells apart, those in no cut left out."""
    sides: dict[int, list[int]] = {}
    for number, cut in enumerate(cuts):
        for person in cut:
            sides.setdefault(person, []).append(number)
    cells: dict[tuple[int, ...], list[int]] = {}
    for person, inside in sides.items():
        cells.setdefault(tuple(inside), []).append(person)
    return [frozenset(cell) for cell in cells.values()]


def _table(cells: Sequence[Cut], cuts: Sequence[Cut]) -> "Table":
    import numpy as np

    one_of_each = [next(iter(cell)) for cell in cells]
    return np.array([[person in cut for person in one_of_each] for cut in cuts], dtype=np.int64)


def _reduced(table: "Table", large: int) -> "tuple[Table, list[int]]":
    """Return the rows that are 0 in the first `large` columns, reduced, and their pivots.

    They come without those columns; the places of the pivots count from there.
    """
    import numpy as np

    pivots: list[int] = []
    lead = 0
    for column in range(table.shape[1]):
        below = np.flatnonzero(table[lead:, column])
        if not len(below):
            continue
        table[[lead, lead + below[0]]] = table[[lead + below[0], lead]]
        table[lead] = table[lead] * pow(int(table[lead, column]), -1, _PRIME) % _PRIME
        others = np.flatnonzero(table[:, column])
        others = others[others != lead] if column >= large else others[others > lead]
        table[others] = (table[others] - table[others, column, None] * table[lead]) % _PRIME
        lead += 1
        if column >= large:
            pivots.append(column - large)
    return table[lead - len(pivots) : lead, large:], pivots
