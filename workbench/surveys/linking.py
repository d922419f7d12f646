"""Codes that people make up to link their own answers over time: kept as keyed hashes alone.

The key lies outside the workspace file, and each questionnaire has a key of its own made from it,
so that the sheets of two questionnaires are never joined. That is pseudonymous, not anonymous:
whoever has file and key can try every code there is (confidentiality 4.4 and 4.6).
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.foundation.text import fold

HASH_BYTES = 16

_FEWEST_PARTS = 4  # of shorter codes, too little is left without one part to tell people apart


def hashed(parts: Sequence[str], key: bytes, instrument: str) -> bytes:
    """Return the hash of a code, then of the code without each part in turn, 16 bytes each.

    Case, accents and blanks do not count. Empty where more than one part was left blank.
    """
    folded = ["".join(fold(part).split()) for part in parts]
    if not folded or folded.count("") > 1:
        return b""
    own = hmac.digest(key, instrument.encode(), hashlib.sha256)
    without = [(place, (*folded[:place], *folded[place + 1 :])) for place in range(len(folded))]
    return b"".join(_hash(own, place, some) for place, some in [(-1, tuple(folded)), *without])


def _hash(key: bytes, place: int, parts: tuple[str, ...]) -> bytes:
    message = "\x1f".join((str(place), *parts)).encode()
    return hmac.digest(key, message, hashlib.sha256)[:HASH_BYTES]


@dataclass(frozen=True, slots=True)
class Matched:
    """Who answered both waves, as places in the two lists, and how many answered one alone."""

    pairs: tuple[tuple[int, int], ...]
    left: int
    new: int


def matched(earlier: Sequence[bytes], later: Sequence[bytes]) -> Matched:
    """Link the sheets of two waves by their hashes, empty ones and doubtful ones to nobody.

    First whole codes that are unique in both waves; then codes that differ in one part, where each
    could be nobody else's. A code that two people of a wave gave links neither.
    """
    pairs = _unique(_wholes(earlier), _wholes(later))
    taken = [frozenset(places) for places in zip(*pairs, strict=True)] or [frozenset()] * 2
    rest = [
        {place: link for place, link in enumerate(links) if link and place not in done}
        for links, done in zip((earlier, later), taken, strict=True)
    ]
    pairs += _one_part_apart(*rest)
    return Matched(tuple(sorted(pairs)), len(earlier) - len(pairs), len(later) - len(pairs))


def _wholes(links: Sequence[bytes]) -> dict[bytes, list[int]]:
    places: dict[bytes, list[int]] = {}
    for place, link in enumerate(links):
        if link:
            places.setdefault(link[:HASH_BYTES], []).append(place)
    return places


def _unique(
    earlier: Mapping[bytes, list[int]], later: Mapping[bytes, list[int]]
) -> list[tuple[int, int]]:
    return [
        (places[0], later[whole][0])
        for whole, places in earlier.items()
        if len(places) == len(later.get(whole, ())) == 1
    ]


def _one_part_apart(
    earlier: Mapping[int, bytes], later: Mapping[int, bytes]
) -> list[tuple[int, int]]:
    """Return the pairs in which each side is the only one of its wave that could be the other."""
    candidates = {
        (one, other)
        for one, link in earlier.items()
        for other, mate in later.items()
        if _nearly_equal(link, mate)
    }
    before = Counter(one for one, _ in candidates)
    after = Counter(other for _, other in candidates)
    return [(one, other) for one, other in candidates if before[one] == after[other] == 1]


def _nearly_equal(one: bytes, other: bytes) -> bool:
    """Whether two codes of as many parts, and of enough, are equal without the same one part."""
    if len(one) != len(other) or len(one) < (1 + _FEWEST_PARTS) * HASH_BYTES:
        return False
    starts = range(HASH_BYTES, len(one), HASH_BYTES)
    return any(one[at : at + HASH_BYTES] == other[at : at + HASH_BYTES] for at in starts)
