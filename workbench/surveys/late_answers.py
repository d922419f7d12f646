"""A closed wave taken in again with a few answers more or fewer: who they are would be told.

Two such waves side by side give the few away by subtraction (worked example T-33).
"""

import random
from collections import Counter
from collections.abc import Sequence

from workbench.foundation.errors import BadInput
from workbench.surveys.scoring import Codes
from workbench.surveys.suppression import waves_nearly_alike

_Sheet = tuple[int | None, ...]

_DRAWS = 500
_LIKELY = 0.01


def refuse_late_answers(
    sheets: Sequence[Codes],
    closed: Sequence[Codes],
    closed_label: str,
    minimum_group: int,
    *,
    neighbours: bool = True,
) -> None:
    """Raise BadInput where the sheets are those of a closed wave and fewer than the minimum others.

    Short questionnaires have so few different sheets that honest waves look like that by chance;
    then only `neighbours`, waves that follow each other, are held to it, and for 1 or 2 answers.
    """
    new, old = Counter(map(tuple, sheets)), Counter(map(tuple, closed))
    same_people = new <= old or old <= new
    if not same_people or not 0 < abs(new.total() - old.total()) < minimum_group:
        return
    nearly_alike = neighbours and waves_nearly_alike(old.total(), new.total())
    if nearly_alike or chance_of_containing(new, old) < _LIKELY:
        raise BadInput(
            f"These are the answers of the closed wave {closed_label}, but for fewer than "
            f"{minimum_group} of them, who could be found out by comparing the two.",
            "A late answer goes into the next wave.",
        )


def chance_of_containing(first: Counter[_Sheet], second: Counter[_Sheet]) -> float:
    """Return how often one of two waves contains the other when their sheets are dealt anew."""
    pool = sorted((first + second).elements(), key=repr)
    deal = random.Random(0)  # noqa: S311 - the same waves must get the same verdict each time
    many, hits = first.total(), 0
    for _ in range(_DRAWS):
        deal.shuffle(pool)
        one, other = Counter(pool[:many]), Counter(pool[many:])
        hits += one <= other or other <= one
    return hits / _DRAWS
