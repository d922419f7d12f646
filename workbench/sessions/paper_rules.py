"""A sign-in sheet typed back: row numbers, ranges, exceptions and guests into people."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.text import clean, counted, fold, listed
from workbench.sessions.sign_in_rules import SignInRow, list_code

_SPACED: Final = re.compile(
    r"(\d)\s*[-\u2010-\u2015\u2212]\s+(?=\d)|(\d)[\u2010-\u2015\u2212](?=\d)"
)
_RANGE: Final = re.compile(r"(\d+)(?:-|\.\.+|:)(\d+)\.?")
_NUMBER: Final = re.compile(r"#?(\d+)[.)]?")
_NOT: Final = re.compile(r"[-\u2010-\u2015\u2212!](.+)")
_ENTRY: Final = re.compile(r"[-\u2010-\u2015\u2212!#]?\d[\d.:)-]*")
_BREAK: Final = re.compile(r"[,;\n\r\t]+")
_LONGEST: Final = 9


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What was typed: lines of the sheet, guests by name, and what could not be taken.

    `repeated` are numbers typed more than once; they count once. `note` is not a problem but says
    something to look at, as a sheet printed from another list.
    """

    rows: tuple[SignInRow, ...]
    guests: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    repeated: tuple[int, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """How many are here: "5 people and 1 guest"."""
        people = counted(len(self.rows), "person", "people")
        guests = counted(len(self.guests), "guest", "guests")
        return listed([people, guests]) if self.guests else people


class _Reader:
    """Takes one entry after the other."""

    def __init__(self, rows: Sequence[SignInRow]) -> None:
        self.most = len(rows)
        self.taken: dict[int, int] = {}
        self.left_out: set[int] = set()
        self.guests: dict[str, str] = {}
        self.problems: list[str] = []

    def entry(self, word: str) -> None:
        """Take a number, a range, or either with a minus before it."""
        without = _NOT.fullmatch(word)
        numbers = self._numbers(without[1] if without else word)
        if without:
            self.left_out.update(numbers)
            return
        for number in numbers:
            self.taken[number] = self.taken.get(number, 0) + 1

    def guest(self, name: str) -> None:
        """Take the name of a guest."""
        if clean(name):
            self.guests.setdefault(fold(name), clean(name))
        else:
            self.problems.append("A + stands alone: type the guest's name after it.")

    def _numbers(self, word: str) -> Iterable[int]:
        span, single = _RANGE.fullmatch(word), _NUMBER.fullmatch(word)
        if not (span or single):
            self.problems.append(f"“{word}” is no row number. A guest has a + before the name.")
            return ()
        found = span.groups() if span else (single[1], single[1]) if single else ()
        first, last = sorted(int(digits[-_LONGEST:]) for digits in found)
        if any(len(digits.lstrip("0")) >= _LONGEST for digits in found):
            first, last = self.most + 1, self.most + 1
        if first < 1 or last > self.most:
            self.problems.append(self._outside(word))
        return range(max(first, 1), min(last, self.most) + 1)

    def _outside(self, word: str) -> str:
        if not self.most:
            return f"There is no row {word}: nobody is expected at this session."
        return f"There is no row {word}: the sheet has rows 1 to {self.most}."


def read_numbers(text: str, rows: Sequence[SignInRow], code: str = "") -> PaperReading:
    """Read "3 7 9-12 +Kim Novak, 14" against the numbered lines of a sheet.

    Ranges run either way; "-3" takes row 3 out, and exceptions alone mean everybody else. A guest's
    name ends at a comma, a new line, another + or the next number. `code` is the list code printed
    on the sheet, if known: another one than the list has now is said in `note`. Nothing that was
    typed is dropped without a word.
    """
    reader = _Reader(rows)
    for part in _BREAK.split(_plain(text)):
        _read_part(reader, part.split())
    wanted = reader.taken or (dict.fromkeys(range(1, len(rows) + 1), 1) if reader.left_out else {})
    return PaperReading(
        rows=tuple(row for row in rows if row.number in wanted.keys() - reader.left_out),
        guests=tuple(reader.guests.values()),
        problems=tuple(dict.fromkeys(reader.problems)),
        repeated=tuple(sorted(number for number, times in reader.taken.items() if times > 1)),
        note=_code_note(code, rows),
    )


def _read_part(reader: _Reader, words: Sequence[str]) -> None:
    """Read what stands between two commas."""
    name: list[str] | None = None
    for word in words:
        if word.startswith("+"):
            if name is not None:
                reader.guest(" ".join(name))
            name = [word[1:]] if word[1:] else []
        elif name is None or (name and _ENTRY.fullmatch(word)):
            if name is not None:
                reader.guest(" ".join(name))
                name = None
            reader.entry(word)
        else:
            name.append(word)
    if name is not None:
        reader.guest(" ".join(name))


def _plain(text: str) -> str:
    """Return digits of any script and width as 0 to 9, and spaced ranges drawn together."""
    digits = "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )
    digits = digits.replace("\uff0b", "+").replace("\u3001", ",").replace("\uff0c", ",")
    return _SPACED.sub(lambda found: f"{found[1] or found[2]}-", digits)


def _code_note(code: str, rows: Sequence[SignInRow]) -> str:
    typed = clean(code).upper()
    now = list_code(rows)
    if not typed or typed == now:
        return ""
    return (
        f"The sheet says list {typed}, the list is {now} now: somebody joined or left it since, or "
        "it was printed in the other order. Compare the names before you mark."
    )
