"""Marks copied from a spreadsheet: which cells are names, days and marks, in what words."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.foundation.dates import day_and_month, short_day
from workbench.foundation.text import clean, fold
from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import MARK_WORDS
from workbench.sessions.grid_rules import LETTERS, GridColumn

_WORDS: Final = {
    Mark.PRESENT: "x p y yes 1 here present true attended ok ja j da anwesend sim oui si ✓ ✔ ☑ ● •",
    Mark.PART: "l late part partly delayed left-early verspätet spät teilweise atrasado",
    Mark.EXCUSED: "e ex exc excused apologies apology sorry sick holiday leave entschuldigt krank",
    Mark.ABSENT: "a n no 0 missed absent away false no-show nein fehlt abwesend não non - – ✗ ✘ ☐",
    Mark.UNKNOWN: "? unknown",
}  # fmt: skip
_MARKS: Final = {
    **{fold(word) or word: mark for mark, words in _WORDS.items() for word in words.split()},
    **{fold(words): mark for mark, words in MARK_WORDS.items()},
    **{fold(letter) or letter: mark for mark, letter in LETTERS.items()},
}
_NAME_WORDS: Final = (
    "name names person people member members participant participants attendee who nome nom "
    "teilnehmer mitglied"
)
_NAME_HEADS: Final = frozenset(fold(word) for word in _NAME_WORDS.split())


@dataclass(frozen=True, slots=True)
class Pasted:
    """A block: `names` down (empty: in the order of the grid), `heads` across, marks between.

    A mark is None where the cell was empty: nothing changes there. `problems` are cells whose word
    is no mark.
    """

    names: tuple[str, ...]
    heads: tuple[str, ...]
    marks: tuple[tuple[Mark | None, ...], ...]
    problems: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many sessions it covers."""
        return max((len(row) for row in self.marks), default=0)


def read_block(text: str) -> Pasted:
    """Read what a spreadsheet put on the clipboard.

    A column of marks, several of them, names with marks, or names alone (all of them here); a
    first row of days or titles is known by not being marks.
    """
    rows = _rows(text)
    if not rows:
        return Pasted((), (), ())
    first = [read_mark(row[0]) is None for row in rows[1:] or rows if row[0]]
    named = 2 * sum(first) > len(first)  # one word that is no mark does not make a name
    head = _head(rows, named=named)
    body = rows[1:] if head else rows
    if named:
        body = [row for row in body if row[0]]
    cells = [row[1:] if named else row for row in body]
    names = tuple(row[0] for row in body) if named else ()
    if named and not any(any(row) for row in cells):
        return Pasted(names, tuple(head[1:2]), ((Mark.PRESENT,),) * len(names))
    return Pasted(
        names,
        tuple(head[1:] if named else head),
        tuple(tuple(read_mark(cell) for cell in row) for row in cells),
        tuple(_problems(cells, names, len(rows) - len(body))),
    )


def read_mark(cell: str) -> Mark | None:
    """Return the mark a word, letter or sign means, None where it is none or empty."""
    return _MARKS.get(fold(cell) or cell)


def columns_for(heads: Sequence[str], columns: Sequence[GridColumn]) -> list[int | None]:
    """Return which session each head means, by day or title; None where none or several fit."""
    named = [_names_of(column) for column in columns]
    found = []
    for head in heads:
        fitting = [number for number, names in enumerate(named) if fold(head) in names]
        found.append(fitting[0] if len(fitting) == 1 else None)
    return found


def _names_of(column: GridColumn) -> frozenset[str]:
    on = column.on
    month, year = f"{on:%b}", f"{on:%Y}"
    written = (
        f"{on:%Y-%m-%d} {on:%d.%m.%Y} {on:%d/%m/%Y} {on:%m/%d/%Y} {on:%d.%m.%y} {on:%d.%m.} "
        f"{on.day}.{on.month}.{year} {on.day}.{on.month}. {on.day}/{on.month}/{year} "
        f"{on.month}/{on.day}/{year} {on.day}-{month} {on.day}-{month}-{on:%y} "
        f"{on.day:02}-{month} {on.day:02}-{month}-{on:%y} {on:%Y-%m-%d}T00:00:00"
    ).split()
    spoken = [
        column.title, day_and_month(on), f"{day_and_month(on)} {year}", short_day(on),
        f"{on.day} {month} {year}", f"{on.day} {month}", f"{month} {on.day}",
        f"{on:%Y-%m-%d} 00:00:00", f"session {column.number}",
    ]  # fmt: skip
    return frozenset(fold(each) for each in (*written, *spoken))


def _rows(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    tab = "\t" in lines or not all(";" in line for line in lines.split("\n") if line.strip())
    by = "\t" if tab else ";"
    try:
        # spreadsheets quote a cell that has a line break or a quotation mark in it
        found = list(csv.reader(io.StringIO(lines), delimiter=by, strict=True))
    except csv.Error:
        found = [line.split(by) for line in lines.split("\n")]
    rows = [[clean(cell) for cell in row] or [""] for row in found]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _head(rows: Sequence[list[str]], *, named: bool) -> list[str]:
    first = rows[0]
    if named and fold(first[0]) in _NAME_HEADS:
        return first
    heads = [cell for cell in (first[1:] if named else first) if cell]
    if len(rows) > 1 and heads and all(read_mark(cell) is None for cell in heads):
        return first
    return []


def _problems(cells: Sequence[Sequence[str]], names: Sequence[str], above: int) -> list[str]:
    found = []
    for number, row in enumerate(cells):
        of = f" ({names[number]})" if names else ""
        found += [
            f"Row {number + above + 1}{of}: “{cell}” is no mark."
            for cell in row
            if cell and read_mark(cell) is None
        ]
    return found
