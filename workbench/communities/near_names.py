"""Whether a community's name is another one's, mistyped."""

from collections.abc import Iterable

from workbench.foundation.text import fold

_SHORT = 4
_SLIPS = 2


def near_name(name: str, names: Iterable[str]) -> str | None:
    """Return the name that this one is most likely a slip of, None where it is like none.

    A slip is a letter too many, too few, another or exchanged with its neighbour, in a word of at
    least four letters, or a blank that is there or not. Numbers and short words tell names apart:
    "Cohort 2" is no slip of "Cohort 1".
    """
    found = [(slips, other) for other in names if (slips := _slips(fold(name), fold(other)))]
    return min(found)[1] if found else None


def _slips(name: str, other: str) -> int | None:
    """Return how many slips make one name the other; None for too many, or none."""
    if name == other:
        return None
    if _letters(name) == _letters(other):
        return 1
    ours, theirs = name.split(), other.split()
    if len(ours) != len(theirs):
        return None
    slips = [_in_word(*pair) for pair in zip(ours, theirs, strict=True)]
    known = [each for each in slips if each is not None]
    return sum(known) if len(known) == len(slips) and sum(known) <= _SLIPS else None


def _in_word(one: str, two: str) -> int | None:
    from rapidfuzz.distance import OSA

    if one == two:
        return 0
    if max(len(one), len(two)) < _SHORT or not (one + two).isalpha():
        return None
    return 1 if OSA.distance(one, two) == 1 else None


def _letters(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum())
