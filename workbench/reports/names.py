"""Names of people in a text that is to leave the house without any."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.foundation.dates import MONTHS
from workbench.foundation.text import clean

_SHORTEST = 3
_ORDINARY = """
Art Bill Black Brown Case Dawn Day Del Drew Faith Field Grace Grant Green Guy Hope Jack Joy King
Long Mark Page Price Rich Rivers Rose Short Sky Summer Van Von White Will Young
"""
_ALSO_WORDS = frozenset(_ORDINARY.split()) | {m[:few] for m in MONTHS for few in (3, len(m))}


@dataclass(frozen=True, slots=True)
class _Index:
    """Names by what a text must hold for them: a telling part, or their first word, folded."""

    parts: dict[str, set[str]]
    wholes: dict[str, set[str]]


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the people of `names` whom the text names, whole or by one part of their name.

    A part counts as it is written, with its capital, and not where it is an ordinary word too.
    """
    words = _without_endings(set(re.findall(r"[^\W\d_][\w'’-]*", clean(text))))
    index = _index(tuple(names))
    found = set(_wholes(text, index))
    for word in words:
        found |= index.parts.get(word, set())
    return tuple(sorted(found, key=str.casefold))


def whole_names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the people of `names` whose whole name, of two words or more, stands in the text."""
    return tuple(sorted(_wholes(text, _index(tuple(names))), key=str.casefold))


def _wholes(text: str, index: _Index) -> Iterator[str]:
    folded = clean(text).casefold()
    for first, wholes in index.wholes.items():
        if first in folded:
            yield from (one for one in wholes if _stands_in(one.casefold(), folded))


@lru_cache(maxsize=4)
def _index(names: tuple[str, ...]) -> _Index:
    """Sort names once for all texts of a brief: thousands of people, dozens of texts."""
    parts: dict[str, set[str]] = {}
    wholes: dict[str, set[str]] = {}
    for name in map(clean, names):
        for part in filter(_tells, re.split(r"[\s,]+", name)):
            parts.setdefault(part, set()).add(name)
        if " " in name:
            wholes.setdefault(name.casefold().split(" ")[0], set()).add(name)
    return _Index(parts, wholes)


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST and part[:1].isupper() and part not in _ALSO_WORDS


def _stands_in(name: str, text: str) -> bool:
    """Whether the name stands there as words; the quick look first spares a pattern for each."""
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _without_endings(words: set[str]) -> set[str]:
    return words | {re.sub(r"['’]s?$", "", word) for word in words}
