"""One wave's columns found among another's: in another order, some turned round, or only a part.

Figures per question let a short form taken out of a long one be subtracted from it. Columns that
can be chosen in many ways fit by chance, so they count only where chance hardly gives such a fit.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from workbench.surveys.ledger import Cut
from workbench.surveys.shown_waves import NEAR_DAYS, Sheet, Shown
from workbench.surveys.suppression import tells_about_few

_LIKELY_NEAR = 0.05
_LIKELY = 1e-6
_FEWEST_ITEMS = 2
_MOST_STEPS = 2_000

Column = tuple[int | None, ...]


def told_by_columns(new: Shown, shown: Sequence[Shown]) -> str:
    """Return the label of a wave whose columns hold all of `new` but for a few people, or "".

    Or all of whose columns `new` holds. One question alone fits by chance and is never found.
    """
    for other in shown:
        minimum = max(new.minimum, other.minimum)
        if other.scale != new.scale or min(new.items, other.items) < _FEWEST_ITEMS:
            continue
        for cut, held in _pairs(new, other):
            sizes = sorted((len(cut), len(held)))
            if tells_about_few(sizes[1], sizes[0], minimum) and _fit(new, cut, other, held):
                return other.label
    return ""


def _pairs(new: Shown, other: Shown) -> Iterator[tuple[Cut, Cut]]:
    """Yield the two whole waves, and where they are near in time every cut with every other."""
    if other.apart <= NEAR_DAYS:
        yield from product(new.cuts, other.cuts)
    else:
        yield frozenset(range(len(new.sheets))), frozenset(range(len(other.sheets)))


def _fit(new: Shown, cut: Cut, other: Shown, held: Cut) -> bool:
    narrow, wide = _columns(new, cut), _columns(other, held)
    if len(narrow) > len(wide):
        narrow, wide = wide, narrow
    ways = math.perm(len(wide), len(narrow)) * 2 ** len(narrow)
    fit = _found(narrow, wide, sum(new.scale))
    if not fit:
        return False
    smaller, larger = sorted((narrow, fit), key=lambda columns: len(columns[0]))
    chance = math.log(ways) + _chance(larger, len(smaller[0]))
    near = other.apart <= NEAR_DAYS
    return chance < math.log(_LIKELY_NEAR if near else _LIKELY)


def _chance(columns: Sequence[Column], few: int) -> float:
    """Return the logarithm of the chance that so `few` strangers' sheets all lie among these.

    Somebody new answers like one of these as often as these are alike (Good-Turing), or, where no
    two are, as if the columns had nothing to do with each other.
    """
    many, counts = len(columns[0]), _sheets(columns).values()
    alike = (sum(count**2 for count in Counter(one).values()) / many**2 for one in columns)
    met = max(1 - sum(count == 1 for count in counts) / many, min(1, many * math.prod(alike)))
    orders = math.lgamma(many + 1) - math.lgamma(many - few + 1)
    copies = sum(count * math.log(count) - math.lgamma(count + 1) for count in counts)
    return orders + copies + few * math.log(met / many)


def _columns(wave: Shown, cut: Cut) -> list[Column]:
    return list(zip(*(wave.sheets[place] for place in sorted(cut)), strict=True))


def _found(narrow: Sequence[Column], wide: Sequence[Column], turn: int) -> tuple[Column, ...]:
    """Return the wide wave's columns that hold the narrow one's sheets or lie in them, or ()."""
    turned = [tuple(None if code is None else turn - code for code in one) for one in wide]
    ways = [*enumerate(wide), *enumerate(turned)]
    steps = 0
    waiting: list[tuple[tuple[Column, ...], frozenset[int]]] = [((), frozenset())]
    if not all(any(_lies([own], [one]) for _, one in ways) for own in narrow):
        return ()
    while waiting and steps < _MOST_STEPS:
        chosen, taken = waiting.pop()
        if len(chosen) == len(narrow):
            return chosen
        steps += len(ways)
        waiting += [
            ((*chosen, one), taken | {at})
            for at, one in ways
            if at not in taken and _lies(narrow[: len(chosen) + 1], (*chosen, one))
        ]
    return ()


def _lies(first: Sequence[Column], second: Sequence[Column]) -> bool:
    own, sheets = _sheets(first), _sheets(second)
    return own <= sheets or sheets <= own


def _sheets(columns: Sequence[Column]) -> Counter[Sheet]:
    return Counter(zip(*columns, strict=True))
