"""Which answers of two waves are one person's: by the sheets alone, as there are no names.

Equal sheets of a long questionnaire are one person's; those of a short one may be two people's, so
waves count as asked of the same people only where they share more than chance would give them.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.surveys.ledger import Cut, determined, told_apart
from workbench.surveys.same_columns import told_by_columns
from workbench.surveys.scoring import Codes
from workbench.surveys.shown_waves import Sheet, Shown, by_people, met_before
from workbench.surveys.suppression import waves_nearly_alike
from workbench.surveys.taken_again import told_if_taken_again

_DRAWS = 500
_LIKELY = 0.01
_WIDE = 800
_ENOUGH_OF_IT = 0.4
_HARDLY_MET = 0.25


@dataclass(frozen=True, slots=True)
class _Likeness:
    """When two sheets are one person's, what must not follow then, and whether chance is rare.

    Waves count as asked of the same people from `least` of the smaller one on, as a share.
    """

    of: Callable[[Codes, tuple[int, int]], Sheet]
    few: Callable[[Sequence[Cut], int], frozenset[Cut]]
    rare: bool
    least: float = 0.0


def found_out_beside(new: Shown, shown: Sequence[Shown]) -> str:
    """Return the label of a wave beside which `new` tells of a few, "" for none.

    Too few is fewer than the largest of the smallest groups that the waves promised. Raises
    TooMuchToTry where so many cuts cross that it cannot be searched to the end.
    """
    for other in shown:
        if other.neighbour and _nearly_contains(new, other):
            return other.label
    if label := told_if_taken_again(new, shown) or told_by_columns(new, shown):
        return label
    alike = [one for one in shown if len(one.sheets[0]) == len(new.sheets[0])]
    items, codes = len(new.sheets[0]), new.scale[1] - new.scale[0] + 1
    if is_long(items, codes):
        label = _told(new, alike, _Likeness(_as_ticked, told_apart, rare=True))
    else:
        label = _told(new, alike, _Likeness(_as_ticked, determined, rare=False))
    if not label and math.comb(items + codes - 1, items) >= _WIDE:
        label = _told(
            new, alike, _Likeness(_in_any_order, told_apart, rare=False, least=_ENOUGH_OF_IT)
        )
    return label


def is_long(items: int, codes: int) -> bool:
    """Whether two people hardly ever answer the whole questionnaire alike."""
    return items * math.log(codes) >= math.log(_WIDE)


def chance_of_sharing(first: Counter[Sheet], second: Counter[Sheet]) -> float:
    """Return how often two waves share as many sheets when their sheets are dealt anew."""
    shared = (first & second).total()
    if not shared:
        return 1.0
    import numpy as np

    pool = first + second
    counts = np.array([pool[sheet] for sheet in sorted(pool, key=repr)])
    deal = np.random.default_rng(0)  # the same waves must get the same verdict each time
    dealt = deal.multivariate_hypergeometric(counts, first.total(), _DRAWS, method="marginals")
    return float((np.minimum(dealt, counts - dealt).sum(axis=1) >= shared).mean())


def _as_ticked(sheet: Codes, _scale: tuple[int, int]) -> Sheet:
    return tuple(sheet)


def _in_any_order(sheet: Codes, scale: tuple[int, int]) -> Sheet:
    """Return a sheet so that another order of its columns or a turned scale changes nothing."""
    answered = sorted(code for code in sheet if code is not None)
    turned = sorted(sum(scale) - code for code in answered)
    return tuple(min(answered, turned))


def _nearly_contains(new: Shown, other: Shown) -> bool:
    first, second = Counter(new.sheets), Counter(other.sheets)
    inside = first <= second or second <= first
    return inside and waves_nearly_alike(len(new.sheets), len(other.sheets))


def _told(new: Shown, others: Sequence[Shown], likeness: _Likeness) -> str:
    near = _same_people(new, others, likeness)
    if not near:
        return ""
    minimum = max(one.minimum for one in (new, *near))
    read = [
        replace(one, sheets=tuple(likeness.of(sheet, one.scale) for sheet in one.sheets))
        for one in (*near, new)
    ]
    *earlier, own = by_people(read)
    before = [cut for cuts in earlier for cut in cuts]
    told = likeness.few([*before, *own], minimum)
    return near[0].label if told and told - likeness.few(before, minimum) else ""


def _same_people(new: Shown, others: Sequence[Shown], likeness: _Likeness) -> list[Shown]:
    """Return the waves of the same people, also by way of each other, those most alike first."""
    counted = [Counter(likeness.of(sheet, one.scale) for sheet in one.sheets) for one in others]
    own = Counter(likeness.of(sheet, new.scale) for sheet in new.sheets)
    left = sorted(range(len(others)), key=lambda at: -(counted[at] & own).total())
    near: list[Shown] = []
    waiting = [own]
    while waiting and left:
        base = waiting.pop(0)
        linked = [at for at in left if _linked(base, counted[at], likeness)]
        left = [at for at in left if at not in linked]
        near += [others[at] for at in linked]
        waiting += [counted[at] for at in linked]
    return near


def _linked(first: Counter[Sheet], second: Counter[Sheet], likeness: _Likeness) -> bool:
    """Whether two waves share so many sheets that the same people must have filled them in.

    Where equal sheets are rare, one is enough: strangers who answer alike here and there still let
    nothing follow about a few. In any order of columns they are rare only where hardly two people
    of a wave answer alike.
    """
    shared = (first & second).total()
    smaller, larger = sorted((first, second), key=Counter.total)
    if shared < likeness.least * smaller.total() or not shared:
        return False
    if likeness.rare:
        return True
    met = met_before(larger)
    contained = shared == smaller.total() or (likeness.least and met < _HARDLY_MET)
    if contained and met**shared < _LIKELY:
        return True
    return chance_of_sharing(first, second) < _LIKELY
