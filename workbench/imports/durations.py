"""Lengths of time as meeting tools write them, in seconds; unreadable is unknown, never zero."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from workbench.foundation.text import fold
from workbench.imports.dates import plain
from workbench.imports.workbooks import Cell

Unit = Literal["minutes", "seconds", "hours"]
TwoParts = Literal["h:mm", "m:ss"]

_PIECE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?(?:[.,]\d+)?")
_ISO = re.compile(r"pt(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)(?:[.,]\d+)?s)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WORDS = (
    (3600, ("h", "std", "stunde", "st", "heure", "hora", "ora", "ore", "uur", "u", "godz", "g",
            "tim", "t", "saat", "sa", "hod", "ór", "時間", "时", "小时", "小時", "시간")),
    (1, ("s", "sec", "sek", "seg", "sn", "saniye", "mp", "masodperc", "秒", "초")),
    (60, ("m", "min", "perc", "p", "dk", "dakika", "分", "分钟", "分鐘", "분")),
    (86_400, ("d", "day", "tag", "jour", "dia", "giorn", "dag", "日", "天")),
)  # fmt: skip


def seconds_of(
    cell: Cell, unit: Unit | None = None, two_parts: TwoParts | None = None
) -> int | None:
    """Return a duration cell in whole seconds, or None where it cannot be known.

    A bare number needs `unit` (from the column's title); "0:35" needs `two_parts`.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, timedelta):
        return _whole(cell.total_seconds())
    if isinstance(cell, time):
        return cell.hour * 3600 + cell.minute * 60 + cell.second
    if isinstance(cell, int | float):
        return _in_unit(float(cell), unit)
    return None if not isinstance(cell, str) else _from_text(cell, unit, two_parts)


@lru_cache(maxsize=20_000)
def _from_text(text: str, unit: Unit | None, two_parts: TwoParts | None) -> int | None:
    folded = fold(plain(text))
    if _NUMBER.fullmatch(folded):
        return _in_unit(float(folded.replace(",", ".")), unit)
    clock = _CLOCK.fullmatch(folded)
    if clock:
        return _from_clock(clock, two_parts)
    iso = _ISO.fullmatch(folded)
    if iso and any(iso.groups()):
        hours, minutes, seconds = (int(part or 0) for part in iso.groups())
        return hours * 3600 + minutes * 60 + seconds
    return _from_words(folded)


def _from_clock(clock: re.Match[str], two_parts: TwoParts | None) -> int | None:
    first, second, third = (int(part) if part else None for part in clock.groups())
    if first is None or second is None:
        return None
    if third is not None:
        return first * 3600 + second * 60 + third
    if two_parts is None:
        return None
    return first * 3600 + second * 60 if two_parts == "h:mm" else first * 60 + second


def _from_words(folded: str) -> int | None:
    total = 0.0
    pieces = _PIECE.findall(folded)
    if not pieces or _rest(folded):
        return None
    for number, word in pieces:
        size = _size_of(word)
        if size is None:
            return None
        total += float(number.replace(",", ".")) * size
    return _whole(total)


def _rest(folded: str) -> str:
    """Return what is left of a duration's text when its numbers and units are taken out."""
    return re.sub(r"\b(?:and|und|et|e|y|en|og|och|i)\b|[\s,.]", "", _PIECE.sub(" ", folded))


def _size_of(word: str) -> int | None:
    for size, words in _WORDS:
        if word in words:
            return size
    starts = [
        (len(start), size)
        for size, words in _WORDS
        for start in words
        if len(start) > 1 and word.startswith(start)
    ]
    whole = {"hour": 3600, "hr": 3600, "hrs": 3600, "hours": 3600}
    return whole.get(word) or (max(starts)[1] if starts else None)


def _in_unit(number: float, unit: Unit | None) -> int | None:
    if unit is None or number < 0:
        return None
    return _whole(number * {"seconds": 1, "minutes": 60, "hours": 3600}[unit])


def _whole(seconds: float) -> int | None:
    return round(seconds) if 0 <= seconds < 100 * 86_400 else None


def unit_in_title(title: str) -> Unit | None:
    """Return the unit that a column's title names, such as "Duration (Minutes)"."""
    folded = fold(title)
    if re.search(r"\bsec|\bsek|\bseg|秒", folded):
        return "seconds"
    if re.search(r"\bmin|\bperc|\bdakika|分", folded):
        return "minutes"
    return "hours" if re.search(r"\bhours?\b|\bhrs?\b|\bstunden?\b", folded) else None


def is_two_parts(cell: Cell) -> bool:
    """Return whether a cell is two numbers with a colon, hours and minutes or minutes and seconds.

    Both are possible where nothing beside them tells.
    """
    if not isinstance(cell, str) or ":" not in cell:
        return False
    clock = _CLOCK.fullmatch(fold(plain(cell)))
    return clock is not None and clock.group(3) is None


def two_parts_of(column: Sequence[Cell]) -> TwoParts | None:
    """Return how to read "32:14" in this column: beside h:mm:ss, or above 24, it is m:ss."""
    clocks = [_CLOCK.fullmatch(fold(plain(cell))) for cell in column if isinstance(cell, str)]
    found = [clock.groups() for clock in clocks if clock]
    if any(third for _, _, third in found) or any(int(first) > 24 for first, _, _ in found):
        return "m:ss"
    return None


def minutes(seconds: int | None) -> float | None:
    """Return seconds as minutes with their fraction, unknown staying unknown."""
    return None if seconds is None else seconds / 60


def between(start: datetime, end: datetime) -> int | None:
    """Return the seconds from start to end, None where the end comes first."""
    length = round((end - start).total_seconds())
    return length if length >= 0 else None
