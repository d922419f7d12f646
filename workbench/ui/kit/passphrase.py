"""How hard a passphrase is to guess, in words; and five words to take instead. Without Qt."""

import math
import secrets
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from workbench.foundation.assets import asset
from workbench.foundation.text import fold

_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
         "qwertzuiop", "azertyuiop")  # fmt: skip
_WORD_BITS = 9.0
_OFTEN_BITS = 2.0


@dataclass(frozen=True, slots=True)
class Strength:
    """How a passphrase stands: steps filled from 0 to 4, the word, what it means."""

    steps: int
    word: str
    meaning: str

    @property
    def weak(self) -> bool:
        """Whether it is allowed but should be longer."""
        return self.steps <= 2


_LEVELS = (
    (45.0, Strength(4, "Strong.", "A stolen copy would take longer than a lifetime to guess.")),
    (36.0, Strength(3, "Good.", "Two more words would make it strong.")),
    (25.0, Strength(2, "Fair.", "Somebody patient could guess it. Longer is better.")),
    (0.01, Strength(1, "Weak.", "A stolen copy could be opened in a day. You may still use it.")),
)


def strength(passphrase: str) -> Strength:
    """Return how hard the passphrase is to guess for somebody who knows how people choose."""
    bits = _bits(passphrase)
    for least, level in _LEVELS:
        if bits >= least:
            return level
    return Strength(0, "", "Five words are easy to remember and hard to guess.")


def five_words() -> str:
    """Return five words drawn by chance from the list that comes with the program."""
    return " ".join(secrets.choice(_words("short")) for _ in range(5))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(asset("words", f"{name}.txt").read_text(encoding="utf-8").split())


def _bits(passphrase: str) -> float:
    parts = passphrase.replace("-", " ").replace("_", " ").replace(".", " ").split()
    seen: set[str] = set()
    total = 0.0
    for part in parts:
        plain = fold(part)
        if plain not in seen:
            seen.add(plain)
            total += _part_bits(part, plain)
    return total


def _part_bits(part: str, plain: str) -> float:
    letters = plain.strip("0123456789!?.,;:")
    if letters in _words("often") or plain in _words("often"):
        return _OFTEN_BITS + 2.0 * (len(plain) - len(letters))
    if plain.isalpha() and len(plain) <= 12:
        return min(_WORD_BITS, _letter_bits(part))
    return _letter_bits(part)


def _letter_bits(part: str) -> float:
    pool = _pool(part)
    fresh = 1
    for before, letter in pairwise(part):
        if not _follows(fold(before), fold(letter)):
            fresh += 1
    return fresh * math.log2(pool)


def _pool(part: str) -> int:
    pool = 0
    pool += 26 if any(letter.islower() for letter in part) else 0
    pool += 26 if any(letter.isupper() for letter in part[1:]) else 0
    pool += 10 if any(letter.isdigit() for letter in part) else 0
    pool += 20 if any(not letter.isalnum() for letter in part) else 0
    return max(pool, 10)


def _follows(before: str, letter: str) -> bool:
    """Whether a letter repeats the one before or stands beside it in the alphabet or on keys."""
    if before == letter:
        return True
    pair = before + letter
    return any(pair in row or pair[::-1] in row for row in _ROWS)
