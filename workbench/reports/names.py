"""Names of people in a text that is to leave the house without any."""

import re
from collections.abc import Iterable

from workbench.foundation.dates import MONTHS
from workbench.foundation.text import clean

_SHORTEST = 3
_ORDINARY = """
Art Bill Black Brown Case Dawn Day Del Drew Faith Field Grace Grant Green Guy Hope Jack Joy King
Long Mark Page Price Rich Rivers Rose Short Sky Summer Van Von White Will Young
"""
_ALSO_WORDS = frozenset(_ORDINARY.split()) | {m[:few] for m in MONTHS for few in (3, len(m))}


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the people of `names` whom the text names, whole or by one part of their name.

    A part counts as it is written, with its capital, and not where it is an ordinary word too.
    """
    words = _without_endings(set(re.findall(r"[^\W\d_][\w'’-]*", clean(text))))
    found = set(whole_names_in(text, names))
    for name in names:
        if any(part in words for part in re.split(r"[\s,]+", clean(name)) if _tells(part)):
            found.add(clean(name))
    return tuple(sorted(found, key=str.casefold))


def whole_names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the people of `names` whose whole name, of two words or more, stands in the text."""
    folded = clean(text).casefold()
    wholes = {clean(name) for name in names}
    found = (one for one in wholes if " " in one and _stands_in(one.casefold(), folded))
    return tuple(sorted(found, key=str.casefold))


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST and part[:1].isupper() and part not in _ALSO_WORDS


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _without_endings(words: set[str]) -> set[str]:
    return words | {re.sub(r"['’]s?$", "", word) for word in words}
