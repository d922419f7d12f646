"""Lines to rows of cells; a quotation mark that is never closed takes no line with it."""

import csv
from collections.abc import Iterator, Sequence

from workbench.imports.table_limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, too_large

_LINES_OF_ONE_CELL = 300
_PATIENCE = 4
_LEAST_PATIENCE = 1_000_000
_MOST_WARNINGS = 20
_MOST_MARKS = 40
_ONE_TOO_MANY = "has a quotation mark too many, which was left out"


class RowReader:
    """Turns lines into rows; keeps a warning for each quotation mark that never closes.

    `unsure` numbers the rows, from 1, whose quotation marks do not match.
    """

    def __init__(self, lines: Sequence[str], delimiter: str, name: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._name = name
        self._width = 0
        self._before = 0
        self._patience = _PATIENCE * sum(map(len, lines)) + _LEAST_PATIENCE
        self._unsaid = 0
        self._warnings: list[str] = []
        self.unsure: list[int] = []

    @property
    def warnings(self) -> list[str]:
        """A sentence per line that was odd, the first ones and how many more there were."""
        if not self._unsaid:
            return self._warnings
        more = (
            f"{self._unsaid:,} more lines of {self._name} have quotation marks that do not match."
        )
        return [*self._warnings, more]

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows from first to last."""
        at = count = 0
        while at < len(self._lines):
            count += 1
            if count > MOST_ROWS:
                raise too_large(self._name, f"more than {MOST_ROWS:,} rows")
            row, used = self._row_at(at, count)
            at += used
            if len(row) > MOST_COLUMNS:
                raise too_large(self._name, f"{len(row):,} columns in row {count:,}")
            self._width = max(self._width, len(row))
            self._before = len(row) or self._before
            yield row

    def _row_at(self, at: int, number: int) -> tuple[tuple[str, ...], int]:
        line = self._lines[at]
        if len(line) > MOST_CHARACTERS * 10:
            many = f"more than {MOST_CHARACTERS * 10:,} characters in row {number:,}"
            raise too_large(self._name, many)
        if '"' not in line:
            return self._split(line), 1
        row = self._parsed(line)
        if row is not None:
            return self._as_wide_as_the_table(row, line, at), 1
        column = self._left_open_in(line)
        joined = self._closed_later(at) if column else None
        return joined or (self._mended(line, at, number, column), 1)

    def _split(self, line: str) -> tuple[str, ...]:
        if not line:
            return ()
        return tuple(line.split(self._delimiter)) if self._delimiter else (line,)

    def _parsed(self, text: str) -> tuple[str, ...] | None:
        """Return the cells where every quotation mark is where the rules want it, else None."""
        lines = [f"{line}\n" for line in text.split("\n")]
        lines[-1] = lines[-1][:-1]
        try:
            rows = list(csv.reader(lines, delimiter=self._delimiter or "\x1f", strict=True))
        except csv.Error:
            return None
        return tuple(rows[0]) if len(rows) == 1 else None

    def _left_open_in(self, line: str) -> int:
        """Return the column, from 1, whose quotation mark is open at the end of a line, or 0."""
        inside, at_start, at, column = False, True, 0, 1
        while at < len(line):
            mark = line[at]
            if inside and mark == '"':
                doubled = line[at + 1 : at + 2] == '"'
                inside, at = doubled, at + doubled
            elif mark == '"' and at_start:
                inside = True
            at_start = not inside and mark == self._delimiter
            column += at_start
            at += 1
        return column if inside else 0

    def _closed_later(self, at: int) -> tuple[tuple[str, ...], int] | None:
        """Return the row whose cell holds line breaks, or None where the quote stays open.

        Looking ahead costs patience, which a file of stray quotation marks uses up.
        """
        marks = length = 0
        for used, line in enumerate(self._lines[at : at + _LINES_OF_ONE_CELL], 1):
            marks += line.count('"')
            length += len(line)
            self._patience -= len(line)
            if length > MOST_CHARACTERS or self._patience < 0:
                return None
            if used == 1 or '"' not in line or marks % 2:
                continue
            self._patience -= length
            row = self._parsed("\n".join(self._lines[at : at + used]))
            if row is not None:
                return None if self._swallowed(row, at, used) else (row, used)
        return None

    def _swallowed(self, row: tuple[str, ...], at: int, used: int) -> bool:
        """Return whether the joined lines were rows of their own, as the table's width tells."""
        if len(row) == self._width or self._width < 2:
            return False
        alone = [self._split(line) for line in self._lines[at + 1 : at + used]]
        return any(len(cells) >= self._width for cells in alone)

    def _as_wide_as_the_table(self, row: tuple[str, ...], line: str, at: int) -> tuple[str, ...]:
        """Return the cells with one mark taken out where only then they fit the table."""
        if len(row) in (self._width, self._before) or not any('"' in cell for cell in row):
            return row
        better = self._without_one_mark(line)
        if better is None:
            return row
        self._warn(at, _ONE_TOO_MANY)
        return better

    def _mended(self, line: str, at: int, number: int, column: int) -> tuple[str, ...]:
        """Return the cells of a line with a quotation mark too many, told with its place."""
        if column:
            self._warn(
                at,
                f"opens a quotation mark in column {column:,} that is never closed; "
                "it was read as text",
            )
        row = self._without_one_mark(line)
        if row is not None:
            if not column:
                self._warn(at, _ONE_TOO_MANY)
            return row
        row = self._leniently(line) if not column else self._literally(line)
        if self._looks_off(row):
            self.unsure.append(number)
            if not column:
                self._warn(at, "has quotation marks that do not match, so its cells may be off")
        return row

    def _looks_off(self, row: tuple[str, ...]) -> bool:
        """Return whether a row does not fit the table, or holds two cells in one."""
        if self._width and len(row) not in (self._width, self._before):
            return True
        return bool(self._delimiter) and any(
            '"' in cell and self._delimiter in cell for cell in row
        )

    def _without_one_mark(self, line: str) -> tuple[str, ...] | None:
        """Return the cells with one quotation mark taken out, where just one way fits the table."""
        places = [at for at, mark in enumerate(line) if mark == '"']
        if len(places) > _MOST_MARKS:
            return None
        tried = (self._parsed(line[:at] + line[at + 1 :]) for at in places)
        fitting = {row for row in tried if row and len(row) in (self._width, self._before)}
        return fitting.pop() if len(fitting) == 1 else None

    def _leniently(self, line: str) -> tuple[str, ...]:
        """Return the cells of a line whose quotation marks stand where they should not."""
        return tuple(next(csv.reader([line], delimiter=self._delimiter or "\x1f")))

    def _literally(self, line: str) -> tuple[str, ...]:
        return tuple(cell.strip('"') for cell in self._split(line))

    def _warn(self, at: int, what: str) -> None:
        if len(self._warnings) < _MOST_WARNINGS:
            self._warnings.append(f"Line {at + 1} of {self._name} {what}.")
        else:
            self._unsaid += 1
