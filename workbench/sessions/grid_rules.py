"""The attendance grid as plain values: one letter a cell, rates that follow each stroke."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workbench.foundation.words import ExcusedRule, Mark, SessionState
from workbench.rosters.queries import DepartmentRow
from workbench.sessions.attendance_rules import (
    HERE,
    TOOK_PLACE,
    HeadCount,
    Rate,
    Stay,
    no_place,
    rate_of,
)

LETTERS: Final = {
    Mark.PRESENT: "P",
    Mark.PART: "L",
    Mark.EXCUSED: "E",
    Mark.ABSENT: "A",
    Mark.UNKNOWN: "?",
}
MARKS: Final = {letter: mark for mark, letter in LETTERS.items()}
NOT_A_MEMBER: Final = " "
TO_COME: Final = "."


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One session of the grid; `rate` is None where it has none, as one to come or cancelled.

    `guests` are those who were here without having been expected, where the session counts.
    """

    session_id: int
    number: int
    title: str
    on: date
    state: SessionState
    rate: Rate | None
    head_count: int | None
    guests: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """One member: a letter for each column (P L E A, ? not known, . to come, blank no member).

    `off_list` are the columns where the person has a mark without having been expected; `stays`
    are their times in the community.
    """

    person_id: int
    name: str
    first_name: str
    last_name: str
    department: DepartmentRow | None
    cells: str
    rate: Rate
    off_list: frozenset[int] = frozenset()
    stays: tuple[Stay, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Members by department and name, sessions by date, and the rate of all together."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    overall: Rate
    rule: ExcusedRule


def mark_in(row: GridRow, column: int) -> Mark | None:
    """Return the mark of a cell, None where the person was no member then."""
    letter = row.cells[column]
    return None if letter == NOT_A_MEMBER else MARKS.get(letter, Mark.UNKNOWN)


def why_blank(grid: Grid, line: int, column: int) -> str:
    """Return why a cell takes no mark, such as "joined 3 May"; empty where it takes one.

    A mark that is there can always be changed.
    """
    row = grid.rows[line]
    if row.cells[column] != NOT_A_MEMBER:
        return ""
    return no_place(row.stays, grid.columns[column].on)


def head_count_in(grid: Grid, column: int) -> HeadCount | None:
    """Return the head-count of a session beside the names marked here, guests too, or None."""
    found = grid.columns[column].head_count
    if found is None:
        return None
    letters = (row.cells[column] for row in grid.rows)
    return HeadCount(found, sum(MARKS.get(letter) in HERE for letter in letters))


def with_mark(grid: Grid, line: int, column: int, mark: Mark) -> Grid | None:
    """Return the grid after one stroke, rates included; None where it must be read again.

    That is so where the stroke starts or ends a session's counting, or concerns somebody who was
    not expected there.
    """
    row, head = grid.rows[line], grid.columns[column]
    before = mark_in(row, column)
    if head.rate is None or before is None or column in row.off_list:
        return None
    letter = LETTERS[mark]
    cells = row.cells[:column] + letter + row.cells[column + 1 :]
    counts = [c.rate is not None and i not in row.off_list for i, c in enumerate(grid.columns)]
    marks = [MARKS[c] for c, there in zip(cells, counts, strict=True) if there and c in MARKS]
    column_rate = _changed(head.rate, before, mark)
    if not _still_counts(grid, line, column, mark):
        return None
    columns = list(grid.columns)
    columns[column] = replace(head, rate=column_rate)
    rows = list(grid.rows)
    rows[line] = replace(row, cells=cells, rate=rate_of(marks, grid.rule))
    return replace(
        grid,
        columns=tuple(columns),
        rows=tuple(rows),
        overall=_changed(grid.overall, before, mark),
    )


def _changed(rate: Rate, before: Mark, now: Mark) -> Rate:
    old, new = rate_of([before]), rate_of([now])
    return replace(
        rate,
        here=rate.here - old.here + new.here,
        excused=rate.excused - old.excused + new.excused,
        unknown=rate.unknown - old.unknown + new.unknown,
    )


def _still_counts(grid: Grid, line: int, column: int, mark: Mark) -> bool:
    if mark in TOOK_PLACE:
        return True
    others = (row.cells[column] for index, row in enumerate(grid.rows) if index != line)
    return any(MARKS.get(letter) in TOOK_PLACE for letter in others)
