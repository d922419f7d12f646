"""Who is meant by a few typed letters: beginnings of names, accents and case ignored."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workbench.foundation.text import clean, fold

_PARTS_NAMES: Final = re.compile(r"[^\w\s'’.-]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as capture knows them."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What was typed for a name, and everybody it may mean, the likeliest first.

    `person` is set where only one is meant: the sole candidate, or the sole exact match.
    """

    typed: str
    candidates: tuple[Somebody, ...]
    person: Somebody | None


def meant(typed: str, people: Sequence[Somebody]) -> Meant:
    """Return whom the words may mean: each is, or begins, a word of the name, in their order."""
    shown, words = clean(typed), _words(typed)
    if not words:
        return Meant(shown, (), None)
    begun = [one for one in people if _fits(words, one.name, exact=False)]
    exact = [one for one in begun if _fits(words, one.name, exact=True)]
    whole = [one for one in exact if _words(one.name) == words]
    candidates = tuple(dict.fromkeys([*whole, *exact, *begun]))
    surest = whole or exact or begun
    return Meant(shown, candidates, surest[0] if len(surest) == 1 else None)


def told_apart(people: Sequence[Somebody], departments: Mapping[int, str]) -> list[Somebody]:
    """Return people so that no two have one name: twins get their department, or else a number."""
    same = Counter(fold(one.name) for one in people)
    used: Counter[str] = Counter()
    found = []
    for one in people:
        name = one.name
        if same[fold(name)] > 1:
            beside = _typeable(departments.get(one.id, "")) or "no department"
            used[fold(f"{name} {beside}")] += 1
            number = used[fold(f"{name} {beside}")]
            name = f"{name} ({beside} {number})" if number > 1 else f"{name} ({beside})"
        found.append(Somebody(one.id, name))
    return found


def _typeable(department: str) -> str:
    """Return a department without what parts names and fields in a line."""
    return clean(_PARTS_NAMES.sub(" ", department))


def is_whole_name(typed: str, people: Sequence[Somebody]) -> bool:
    """Whether the typed words are whole words of somebody's name."""
    words = _words(typed)
    return bool(words) and any(_fits(words, one.name, exact=True) for one in people)


def _fits(words: list[str], name: str, *, exact: bool) -> bool:
    rest = iter(_parts(name))
    return all(
        any(part == word if exact else part.startswith(word) for part in rest) for word in words
    )


@lru_cache(maxsize=16_384)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name; "Jean-Luc" is found by "jean-luc" and by "luc"."""
    words = _words(name)
    return tuple(piece for word in words for piece in (word, *word.split("-")[1:]) if piece)


def _words(text: str) -> list[str]:
    """Return the words to compare; brackets round a department are left out."""
    return fold(text).replace("(", " ").replace(")", " ").split()
