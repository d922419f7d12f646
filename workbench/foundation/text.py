"""Reading and comparing what people write: spaces, accents, case, names, counts in words."""

import re
import unicodedata
from collections.abc import Sequence

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_DIRECTIONS = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae",
     "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i"}
)  # fmt: skip


def clean(text: str) -> str:
    """Return the text in NFC with every run of white space, no-break ones too, as one blank.

    Marks of writing direction go: they show nothing, and can turn round what stands after them.
    """
    if text.isascii():  # the common case, at a fraction of the cost
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", text).translate(_DIRECTIONS)
    return _SPACES.sub(" ", plain).strip()


def kept(text: str) -> str:
    """Return the text as it was written, less control characters and blanks round it."""
    return "".join(mark for mark in text if mark in "\n\t" or mark >= " ").strip()


def fold(text: str) -> str:
    """Return the text for comparing: cleaned, without accents, case-folded."""
    if text.isascii():
        return clean(text).casefold()
    folded, before = clean(text), ""
    while folded != before:  # a folded letter may bring new marks with it, as İ does
        before = folded
        plain = unicodedata.normalize("NFKD", folded.translate(_LETTERS_WITHOUT_DECOMPOSITION))
        bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
        folded = clean(bare.casefold())
    return folded


def initials(name: str) -> str:
    """Return one or two capital letters for an avatar: first letters of the first and last word."""
    words = [word for word in clean(name).split(" ") if word and word[0].isalpha()]
    letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    return "".join(letters).upper() or "?"


def counted(number: int, one: str, many: str) -> str:
    """Return the number with the word that fits, such as "1 person" or "2 people"."""
    return f"{number:,} {one if number == 1 else many}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return words as a list a person reads: "a", "a and b", "a, b and c"; or with "or"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def number(value: float, decimals: int = 1) -> str:
    """Return a number as the screens write it, with a true minus sign: -0.34 is "−0.3"."""
    rounded = round(value, decimals) + 0.0
    return f"{rounded:.{decimals}f}".replace("-", "−")
