"""Which cells of a survey file may be said aloud: short codes and words of many, never a person's.

A column that was named by mistake holds names and comments; a message must not repeat them.
"""

import re
from collections import Counter
from collections.abc import Sequence

from workbench.foundation.text import clean
from workbench.imports.cells import is_dated
from workbench.imports.month_names import month_of
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell

NO_ANSWER = frozenset((-99, 99, 999, -999))
"""Numbers that survey tools write where somebody saw a question and did not answer it."""
A_TEXT = "text"
A_DATE = "a date"
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]0+)?")
_WORD = re.compile(r"[^\W_]{1,12}")
_SEEN = 3
_SERIALS = range(36_000, 60_000)
_DAY_MONTH = re.compile(r"(?:\d{1,2}\.?[-/ ]?(\D{3,9}?)\.?|(\D{3,9}?)\.?[-/ ]\d{1,4})")


def told(cells: Sequence[Cell]) -> list[str]:
    """Return the cells as they may be said: short numbers, words that several people gave."""
    texts = [clean(as_text(cell)) for cell in cells]
    seen = Counter(texts)
    return [_told(text, seen[text]) for text in texts]


def values_told(cells: Sequence[Cell]) -> list[str]:
    """Return each value that may be said once, those held back as one."""
    return sorted(set(told([cell for cell in cells if clean(as_text(cell))])))


def is_damaged_date(cell: Cell) -> bool:
    """Return whether a cell is a date, as a spreadsheet program makes one from "1-5" or "5/7"."""
    text = clean(as_text(cell))
    if is_dated(cell):
        return True
    if text.isdecimal():
        return int(text) in _SERIALS
    found = _DAY_MONTH.fullmatch(text)
    return found is not None and month_of(found[1] or found[2]) is not None


def _told(text: str, seen: int) -> str:
    if _NUMBER.fullmatch(text) or (_WORD.fullmatch(text) and seen >= _SEEN):
        return text
    return A_DATE if is_damaged_date(text) else A_TEXT
