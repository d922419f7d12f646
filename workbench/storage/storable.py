"""What the file cannot hold, refused before it is written: half characters, huge numbers."""

import math
from collections.abc import Iterable
from typing import Any

from workbench.foundation.errors import BadInput

_LARGEST = 2**63


def refuse_unstorable(parameters: Iterable[Any]) -> None:
    """Raise BadInput where a value, or a value of a row, would not come back as it was.

    A zero byte ends a text for half of SQLite's functions, half a character (a lone surrogate) has
    no UTF-8, NaN becomes an empty value, and whole numbers end at 64 bits.
    """
    for value in parameters:
        if isinstance(value, str):
            _refuse_text(value)
        elif isinstance(value, float):
            if math.isnan(value):
                raise BadInput("A value that is not a number cannot be kept.", "Leave it empty.")
        elif isinstance(value, int):
            if not -_LARGEST <= value < _LARGEST:
                raise BadInput("A whole number has too many digits to be kept.", "Check it.")
        elif isinstance(value, tuple | list):
            refuse_unstorable(value)


def _refuse_text(text: str) -> None:
    if text.isascii():
        if "\0" not in text:
            return
    elif "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text):
        return
    seen = "".join("\ufffd" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter
                   for letter in text[:60])  # fmt: skip
    raise BadInput(
        f"The text “{seen}” holds a character that no program can show, where the � stands.",
        "Take that character out, then try again.",
    )
