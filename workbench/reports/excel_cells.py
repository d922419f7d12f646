"""Values as a workbook can hold them: text that stays text, dates Excel knows, nothing that breaks.

What cannot be kept exactly is counted, so that the read-me sheet can say so.
"""

import math
import re
from collections import Counter
from datetime import date, datetime

Cell = str | int | float | date | datetime | None

LONGEST_TEXT = 32_767  # letters in a cell, by Excel's specification
_FIRST_DAY = date(1900, 3, 1)  # before it, Excel and others count days differently
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_READ_AS_A_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as the letter A
_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@")

LEFT_OUT = "control characters that Excel refuses were left out"
SHORTENED = f"text beyond {LONGEST_TEXT:,} letters was left out"
EARLY = "dates before 1 March 1900 stand as text, because Excel does not know them"
NO_NUMBER = "numbers that are infinite or not a number stand as text"


def storable(value: Cell, remarks: Counter[str]) -> Cell:
    """Return the value as a cell can hold it; each kind of change is counted in `remarks`."""
    if isinstance(value, str):
        return _text(value, remarks)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if day < _FIRST_DAY:
            remarks[EARLY] += 1
            return value.isoformat()
        return value
    if isinstance(value, float) and not math.isfinite(value):
        remarks[NO_NUMBER] += 1
        return str(value)
    return value


def must_be_quoted(text: str) -> bool:
    """Whether Excel would take the text for a formula once somebody edits the cell."""
    return text.startswith(_LOOKS_LIKE_A_FORMULA)


def _text(value: str, remarks: Counter[str]) -> str:
    kept = _REFUSED.sub("", value)
    if kept != value:
        remarks[LEFT_OUT] += 1
    lines = kept.replace("\r\n", "\n").replace("\r", "\n")
    lines = _READ_AS_A_CODE.sub("_x005F_", lines)
    if len(lines.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return lines
    remarks[SHORTENED] += 1
    units = lines.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)]
    return units.decode("utf-16-le", "ignore") + "…"
