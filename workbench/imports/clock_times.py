"""Times of day as files write them: 16:16:54, 4:16 PM, 18.01, 10h30, with words of any side."""

import re
from datetime import time

from workbench.foundation.text import fold

_TIME = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h]|\s?h\s?)(\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?(?!\d)")
_HOUR_ONLY = re.compile(r"(?<!\d)(\d{1,2})\s?(?:h|uhr)?(?!\d)")
_AFTER_NOON = re.compile(
    r"(?<![^\W\d_])p\.?\s?m\b\.?|下午|午後|오후|(?<![^\W\d_])μμ|(?<![^\W\d_])μ\.μ|\bos\b|\bdu\b\.?"
    r"|(?<![^\W\d_])م(?![^\W\d_])"
)
_BEFORE_NOON = re.compile(
    r"(?<![^\W\d_])a\.?\s?m\b\.?|上午|午前|오전|(?<![^\W\d_])πμ|(?<![^\W\d_])π\.μ|\boo\b|\bde\b\.?"
    r"|(?<![^\W\d_])ص(?![^\W\d_])"
)
_MARKS = re.compile(rf"(?:{_AFTER_NOON.pattern}|{_BEFORE_NOON.pattern}|uhr|klo|(?<=\d)h)")


def read_time(text: str, *, alone: bool = False) -> time | None:
    """Return the time of day in what is left of a text without its date, or None.

    `alone` says that there was no date: then any word but a mark of time makes it something else
    ("Room 3.14").
    """
    folded = fold(text)
    half = _half_of_day(folded)
    if alone and re.search(r"[^\W\d_]", _MARKS.sub("", folded)):
        return None
    found = _TIME.search(folded)
    if found is None and half is not None:
        found = _HOUR_ONLY.search(folded)
    if found is None:
        return None
    hour, *rest = (int(part) if part else 0 for part in found.groups())
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "after" else 0)
    minute, second = [*rest, 0, 0][:2]
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second)


def _half_of_day(folded: str) -> str | None:
    if _AFTER_NOON.search(folded):
        return "after"
    return "before" if _BEFORE_NOON.search(folded) else None
