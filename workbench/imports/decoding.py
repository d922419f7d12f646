"""Bytes to text: by byte-order marks, where the zero bytes stand, UTF-8, then by the letters."""

import codecs
import re
from dataclasses import dataclass, replace

from workbench.foundation.errors import UnreadableFile
from workbench.imports.scripts import script_of
from workbench.imports.wide_letters import lost_byte, refuse_lost_byte, whole_units

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOK_AT = 20_000
_BEGINNING = 200
_FEW = 3
_APOSTROPHES = "’‘´ʼ·–—"
_ONE_BYTE = {
    "cp1252": "",
    "cp1250": "Central European (Windows-1250)",
    "mac_roman": "Western (old Macintosh)",
}
_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f](?=[^\W\d_]|[^\x00-\x7f])")
_CAPITAL_AFTER_SMALL = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]")
_FOREIGN_RUN = re.compile(r"[\u0080-\u024f]{4}")
_POLISH_AS_WESTERN = re.compile(
    r"¯[a-zà-ÿ]|£(?!mil|tho|hun|bil|per|eac)[a-zà-ÿ]{3}"
    r"|[^\W\d_]{3}[³¿](?!\w)|[^\W\d_]œ(?!\w)|[œŒ][wlc]"
)
_CZECH_AS_WESTERN = re.compile(
    r"ø[^\W\d_]*[áíýšž]|[áíýšžŠŽ][^\W\d_]*ø|[ìèùòï][^\W\d_]*[šžý]|[šžýŠŽ][^\W\d_]*[ìèùòï]|iæ(?!\w)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, without a byte-order mark, and the encoding it was read with.

    `guess` names the encoding for people where only the look of the letters speaks for it;
    `broken_lines` numbers the lines in which letters were damaged and stand as U+FFFD.
    `cut_in_line` is the line in which the file ends in the middle of a letter.
    """

    text: str
    encoding: str
    guess: str = ""
    broken_lines: tuple[int, ...] = ()
    cut_in_line: int | None = None


def decode(data: bytes, name: str) -> Decoded:
    """Return the text in `data`; raises UnreadableFile when the bytes are no text (`name` says)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = data[len(mark) :]
            return _checked(_wide(marked, encoding, name) or _one_byte(marked), name)
    zeros = _utf16_by_zeros(data[:_LOOK_AT]) or _utf16_by_zeros(data[:_BEGINNING])
    found = _wide(data, zeros, name) if zeros else None
    if found:
        return _checked(found, name)
    return _checked(_strictly(_whole_letters(data), "utf-8") or _by_letters(data), name)


def _wide(data: bytes, encoding: str, name: str) -> Decoded | None:
    """Return the text of a sure encoding, its end left out where it is cut; None where it is not.

    Raises UnreadableFile where a byte is missing in the middle.
    """
    whole = whole_units(data, encoding)
    if data and not whole:
        raise lost_byte(name, "")
    refuse_lost_byte(whole.decode(encoding, errors="replace"), encoding, name)
    found = _strictly(whole, encoding) or _with_damage(whole, encoding)
    if found is None or len(whole) == len(data):
        return found
    return replace(found, cut_in_line=found.text.count("\n") + 1)


def _by_letters(data: bytes) -> Decoded:
    script = script_of(data)
    if script is None:
        return _one_byte(data)
    text = data.decode(script.encoding, errors="replace")
    return Decoded(text, script.encoding, script.words)


def _whole_letters(data: bytes) -> bytes:
    """Return the data without the beginning of a letter at the end of a cut-off UTF-8 file."""
    for length in range(1, min(4, len(data))):
        first = data[-length]
        if first >= 0xC0:
            wanted = 2 + (first >= 0xE0) + (first >= 0xF0)
            return data[:-length] if length < wanted and _has_letters(data[:-length]) else data
        if first < 0x80:
            break
    return data


def _has_letters(data: bytes) -> bool:
    """Return whether bytes hold letters of UTF-8 beyond ASCII, which prove it."""
    return not data.isascii()


def _with_damage(data: bytes, encoding: str) -> Decoded | None:
    """Return the text of a file whose encoding is sure although a few letters are damaged."""
    text = data.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    if damaged > max(_FEW, len(text) // 200):
        return None
    lines = [at for at, line in enumerate(text.splitlines(), 1) if "\ufffd" in line]
    return Decoded(text, encoding, broken_lines=tuple(lines))


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _utf16_by_zeros(start: bytes) -> str | None:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    units = max(len(start) // 2, 1)
    if max(even, odd) < units * 0.1 or min(even, odd) > max(_FEW, units * 0.01):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _one_byte(data: bytes) -> Decoded:
    """Return the text by the code page whose letters look least strange inside words."""
    best: tuple[int, Decoded] | None = None
    for encoding, words in _ONE_BYTE.items():
        found = _strictly(data, encoding)
        if found is None:
            continue
        found = replace(found, guess=words)
        strange = _strangeness(found.text)
        if strange == 0:
            return found
        if best is None or strange < best[0]:
            best = (strange, found)
    return best[1] if best else Decoded(data.decode("cp1252", errors="replace"), "cp1252")


def _strangeness(text: str) -> int:
    signs = [
        sign for sign in _IN_WORD.findall(text) if not (sign.isalpha() or sign in _APOSTROPHES)
    ]
    patterns = (_CAPITAL_AFTER_SMALL, _FOREIGN_RUN, _POLISH_AS_WESTERN, _CZECH_AS_WESTERN)
    return len(signs) + sum(len(pattern.findall(text)) for pattern in patterns)


def _checked(found: Decoded, name: str) -> Decoded:
    """Return what was read, unless it holds the control characters of a binary file."""
    text = found.text.lstrip("\ufeff")
    start = text[:_LOOK_AT]
    if len(_CONTROL.findall(start)) > max(2, len(start) // 500):
        raise UnreadableFile(
            f"{name} is not a table: it holds data for another program.",
            "Choose the .csv or .xlsx file that the meeting or survey tool exported.",
        )
    if not text.strip():
        raise UnreadableFile(f"{name} is empty.", "Choose another file.")
    return replace(found, text=text)
