"""Codes that people make up to link their own answers over time: kept as keyed hashes alone.

The key lies outside the workspace file, and each questionnaire has a key of its own made from it,
so that the sheets of two questionnaires are never joined. That is pseudonymous, not anonymous:
whoever has file and key can try every code there is (confidentiality 4.4 and 4.6).
"""

import hashlib
import hmac
from collections.abc import Sequence

from workbench.foundation.text import fold

HASH_BYTES = 16


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
