"""Text with delimiters to rows: finds the delimiter, and no open quotation mark eats a line."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.foundation.errors import UnreadableFile

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CHARACTERS = 100_000
_LINES_OF_ONE_CELL = 300
_DELIMITERS = ("\t", ";", "|", ",")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SEPARATOR_LINE = re.compile(r"^\"?sep=(.)\"?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Delimited:
    """Rows of a text table, in file order with blank lines as empty rows, and what was odd."""

    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    warnings: tuple[str, ...]


def read_delimited(text: str, name: str) -> Delimited:
    """Return the rows of `text`; raises UnreadableFile for a table beyond the limits."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    stated = _SEPARATOR_LINE.match(lines[0].strip()) if lines else None
    delimiter = stated.group(1) if stated else find_delimiter(lines)
    reader = _Reader(lines, delimiter, name)
    rows = list(reader.rows())
    if stated:
        rows[0] = ()
    return Delimited(tuple(rows), delimiter, tuple(reader.warnings))


def find_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter of these lines, "" where each line is one cell.

    Counts outside quotation marks; a comma before a blank is punctuation ("Doe, Jane") unless
    nothing else divides the lines.
    """
    bare = [_QUOTED.sub("", line) for line in lines[:400] if line.strip()][:100]
    counts = {
        mark: [_count(line, mark) for line in bare]
        for mark in _DELIMITERS
        if any(mark in line for line in bare)
    }
    usable = {mark: found for mark, found in counts.items() if _coverage(found) >= 0.3}
    if not usable:
        return _comma_with_blanks(bare)
    if "\t" in usable:
        return "\t"
    first = min(_first(found) for found in usable.values())
    return max(usable, key=lambda mark: _rank(usable[mark], first))


def _count(line: str, mark: str) -> int:
    return line.count(mark) - (len(re.findall(r", ", line)) if mark == "," else 0)


def _coverage(found: Sequence[int]) -> float:
    return sum(count > 0 for count in found) / len(found)


def _first(found: Sequence[int]) -> int:
    return next(index for index, count in enumerate(found) if count)


def _rank(found: Sequence[int], first: int) -> tuple[float, int]:
    in_header = 1.0 if _first(found) == first else 0.5
    repeated = Counter(count for count in found if count)
    agreeing = sum(count * times for count, times in repeated.items() if times > 1)
    return round(_coverage(found) * in_header, 1), agreeing


def _comma_with_blanks(bare: Sequence[str]) -> str:
    counts = Counter(line.count(",") for line in bare if "," in line)
    if not counts or sum(counts.values()) < len(bare) * 0.6:
        return ""
    if counts.most_common(1)[0][0] >= 2:
        return ","
    second = [line.split(",", 1)[1] for line in bare if "," in line]
    data_like = sum(bool(re.search(r"[@\d]", part)) for part in second)
    return "," if data_like * 2 >= len(second) else ""


class _Reader:
    """Turns lines into rows; keeps a warning for each quotation mark that never closes."""

    def __init__(self, lines: Sequence[str], delimiter: str, name: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._name = name
        self._width = 0
        self.warnings: list[str] = []

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows from first to last."""
        at = count = 0
        while at < len(self._lines):
            row, used = self._row_at(at)
            at += used
            count += 1
            if count > MOST_ROWS:
                raise too_large(self._name, f"more than {MOST_ROWS:,} rows")
            if len(row) > MOST_COLUMNS:
                raise too_large(self._name, f"more than {MOST_COLUMNS:,} columns")
            self._width = max(self._width, len(row))
            yield row

    def _row_at(self, at: int) -> tuple[tuple[str, ...], int]:
        line = self._lines[at]
        if len(line) > MOST_CHARACTERS * 10:
            raise too_large(self._name, f"more than {MOST_CHARACTERS * 10:,} characters in a line")
        if '"' not in line:
            return self._split(line), 1
        row = self._parsed(line)
        if row is not None:
            return row, 1
        if not self._leaves_open(line):
            return self._leniently(line, at), 1
        joined = self._closed_later(at)
        if joined is not None:
            return joined
        self._warn(at, "opens a quotation mark that is never closed; it was read as text")
        return self._literally(line), 1

    def _warn(self, at: int, what: str) -> None:
        self.warnings.append(f"Line {at + 1} of {self._name} {what}.")

    def _split(self, line: str) -> tuple[str, ...]:
        if not line:
            return ()
        return tuple(line.split(self._delimiter)) if self._delimiter else (line,)

    def _parsed(self, text: str) -> tuple[str, ...] | None:
        """Return the cells where every quotation mark is where the rules want it, else None."""
        try:
            rows = list(csv.reader([text], delimiter=self._delimiter or "\x1f", strict=True))
        except csv.Error:
            return None
        return tuple(rows[0]) if rows else ()

    def _leniently(self, text: str, at: int) -> tuple[str, ...]:
        """Return the cells of a line whose quotation marks stand where they should not."""
        row = tuple(next(csv.reader([text], delimiter=self._delimiter or "\x1f")))
        if self._width and len(row) != self._width:
            self._warn(at, "has quotation marks that do not match, so its cells may be off")
        return row

    def _literally(self, line: str) -> tuple[str, ...]:
        return tuple(cell.strip('"') for cell in self._split(line))

    def _leaves_open(self, line: str) -> bool:
        """Return whether the line ends inside a quoted cell."""
        inside, at_start, at = False, True, 0
        while at < len(line):
            mark = line[at]
            if inside and mark == '"':
                doubled = line[at + 1 : at + 2] == '"'
                inside, at = doubled, at + doubled
            elif mark == '"' and at_start:
                inside = True
            at_start = not inside and mark == self._delimiter
            at += 1
        return inside

    def _closed_later(self, at: int) -> tuple[tuple[str, ...], int] | None:
        """Return the row whose cell holds line breaks, or None where the quote stays open."""
        text = self._lines[at]
        for used in range(2, _LINES_OF_ONE_CELL):
            if at + used > len(self._lines) or len(text) > MOST_CHARACTERS:
                return None
            line = self._lines[at + used - 1]
            text = f"{text}\n{line}"
            if '"' not in line:
                continue
            row = self._parsed_lines(text)
            if row is not None:
                return None if self._swallowed(row, at, used) else (row, used)
        return None

    def _parsed_lines(self, text: str) -> tuple[str, ...] | None:
        """Return the one record that the lines make up together, or None."""
        lines = [f"{line}\n" for line in text.split("\n")]
        lines[-1] = lines[-1][:-1]
        try:
            rows = list(csv.reader(lines, delimiter=self._delimiter or "\x1f", strict=True))
        except csv.Error:
            return None
        return tuple(rows[0]) if len(rows) == 1 else None

    def _swallowed(self, row: tuple[str, ...], at: int, used: int) -> bool:
        """Return whether the joined lines were rows of their own, as the table's width tells."""
        if len(row) == self._width or self._width < 2:
            return False
        alone = [self._split(line) for line in self._lines[at + 1 : at + used]]
        return any(len(cells) >= self._width for cells in alone)


def too_large(name: str, how: str) -> UnreadableFile:
    """Return the sentence for a table beyond what a roster, a meeting or a survey can be."""
    return UnreadableFile(
        f"{name} has {how}, which no roster, meeting or survey needs.",
        "Delete what is not part of the table, save it again, and import that.",
    )
