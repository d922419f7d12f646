"""Files of two or four bytes to a letter that are cut off, or have lost a byte on the way."""

import re
from typing import Final

from workbench.foundation.errors import UnreadableFile

_RUN = 6
_SHIFTED = re.compile(
    "["
    + "".join(chr(high << 8) for high in range(1, 256) if not 0xD8 <= high <= 0xDF)
    + f"]{{{_RUN}}}"
)
_EXPORT_AGAIN: Final = "Export it again, or copy it once more from where it came."


def whole_units(data: bytes, encoding: str) -> bytes:
    """Return the data without the part of a letter at the end that a cut-off file carries."""
    unit = {"utf-16": 2, "utf-32": 4}.get(encoding[:6], 1)
    data = data[: len(data) - len(data) % unit]
    if unit == 2 and len(data) > unit:
        last = int.from_bytes(data[-2:], "little" if encoding.endswith("le") else "big")
        if 0xD800 <= last < 0xDC00:  # the first half of a pair
            return data[:-2]
    return data


def refuse_lost_byte(text: str, encoding: str, name: str) -> None:
    """Raise UnreadableFile where the bytes of a file stand one off, so that letters are wrong.

    Letters of Latin scripts read one byte off all end in a zero byte, which text never does for
    long.
    """
    if not encoding.startswith("utf-16"):
        return
    found = _SHIFTED.search(text)
    if found is not None:
        raise lost_byte(name, text[: found.start()])


def lost_byte(name: str, text: str) -> UnreadableFile:
    """Return the sentence for a file whose letters can be read up to the end of `text` only."""
    row = text.count("\n") + 1
    byte = len(text.encode("utf-16-le", errors="replace")) + 2
    return UnreadableFile(
        f"{name} is cut off or damaged in the middle: at row {row:,}, byte {byte:,}, a byte is "
        "missing or one too many, and the letters after it cannot be read.",
        _EXPORT_AGAIN,
    )
