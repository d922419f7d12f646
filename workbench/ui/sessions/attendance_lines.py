"""What of the attendance grid shows: lines by department, columns by filter, where to begin."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.foundation.dates import WEEKDAYS, short_day
from workbench.foundation.text import counted, fold
from workbench.foundation.words import SessionState
from workbench.sessions.grid_rules import Grid, GridColumn, GridRow

NEWEST = "newest"
TO_COME_TOO = "all"
_NEWEST_COUNT = 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A department between the people: its name, how many, its place in the order of colours."""

    name: str
    count: int
    place: int | None
    folded: bool


Line = Heading | int
"""A heading, or the number of a row of the grid."""


def lines_of(
    grid: Grid, department: str, folded: Collection[str], *, by_last_name: bool = True
) -> list[Line]:
    """Return headings and rows as they show; an empty department shows all."""
    groups: dict[str, list[int]] = {}
    key = last_name_first if by_last_name else first_name_first
    departments = dict.fromkeys(row.department for row in grid.rows)
    order = {department: place for place, department in enumerate(departments)}
    for number, row in sorted(
        enumerate(grid.rows), key=lambda pair: (order[pair[1].department], key(pair[1]), pair[0])
    ):
        name = row.department.name if row.department else ""
        if not department or name == department:
            groups.setdefault(name, []).append(number)
    lines: list[Line] = []
    for name, numbers in groups.items():
        title = name or "No department"
        hidden = title in folded
        if name or len(groups) > 1:
            own = grid.rows[numbers[0]].department
            lines.append(Heading(title, len(numbers), own.position if own else None, hidden))
        if not hidden:
            lines.extend(numbers)
    return lines


def last_name_first(row: GridRow) -> str:
    """Return what a person is sorted by: the last name, or the last word of the one name."""
    last = row.last_name or row.name.rpartition(" ")[2]
    return fold(f"{last} {row.name}")


def first_name_first(row: GridRow) -> str:
    """Return the name as it is said, for sorting."""
    return fold(row.name)


def columns_of(grid: Grid, chosen: str, today: date, *, narrow: bool) -> list[int]:
    """Return the sessions that show: all up to the next one, unless `chosen` says otherwise.

    `chosen` is empty, NEWEST, TO_COME_TOO or a year; narrow windows begin with the newest.
    """
    every = list(range(len(grid.columns)))
    if chosen == TO_COME_TOO:
        return every
    if chosen.isdecimal():
        return [n for n in every if grid.columns[n].on.year == int(chosen)]
    to_come = [n for n in every if grid.columns[n].on > today]
    shown = [n for n in every if n not in to_come[1:]]
    if chosen == NEWEST or (narrow and not chosen):
        return shown[-_NEWEST_COUNT - len(to_come[:1]) :]
    return shown


def session_choices(grid: Grid) -> list[tuple[str, str]]:
    """Return what the menu of sessions offers besides all of them."""
    years = sorted({column.on.year for column in grid.columns}, reverse=True)
    named = [(str(year), str(year)) for year in years] if len(years) > 1 else []
    newest = (NEWEST, f"Last {_NEWEST_COUNT} sessions")
    return [newest, *named, (TO_COME_TOO, "With all to come")]


def department_choices(grid: Grid) -> list[tuple[str, str]]:
    """Return the departments there are, by their names."""
    names = dict.fromkeys(row.department.name for row in grid.rows if row.department)
    return [(name, name) for name in names]


def column_to_mark(
    grid: Grid, columns: Sequence[int], wanted_session: int | None, today: date
) -> int | None:
    """Return the column to mark: the session asked for, today's, or the last that is over."""
    heads = [(number, grid.columns[number]) for number in columns]
    asked = [number for number, head in heads if head.session_id == wanted_session]
    over = [
        number
        for number, head in heads
        if head.on <= today and head.state is not SessionState.CANCELLED
    ]
    return asked[0] if asked else over[-1] if over else None


def row_to_mark(grid: Grid, lines: Sequence[Line], column: int) -> int:
    """Return the first row without a mark in a column, the first row where all have one, or -1."""
    rows = [line for line in lines if isinstance(line, int)]
    unmarked = (n for n in rows if column >= 0 and grid.rows[n].cells[column] == "?")
    return next(unmarked, rows[0] if rows else -1)


def named_so(grid: Grid, lines: Sequence[Line], typed: str) -> int | None:
    """Return the first row whose name has a word that begins as typed, accents ignored."""
    wanted = fold(typed)
    for line in lines:
        if wanted and isinstance(line, int) and f" {wanted}" in f" {fold(grid.rows[line].name)}":
            return line
    return None


def people_by_name(grid: Grid) -> dict[int, str]:
    """Return everybody in the grid by their name as it is said."""
    return {row.person_id: row.name for row in sorted(grid.rows, key=first_name_first)}


def same_place(before: Grid, now: Grid, at: tuple[int, int]) -> tuple[int, int] | None:
    """Return where a cell is after the grid was read again, None where it is gone."""
    row, column = at
    if row >= len(before.rows) or column >= len(before.columns):
        return None
    person, session = before.rows[row].person_id, before.columns[column].session_id
    rows = {r.person_id: n for n, r in enumerate(now.rows)}
    columns = {c.session_id: n for n, c in enumerate(now.columns)}
    if person not in rows or session not in columns:
        return None
    return rows[person], columns[session]


def title_words(grid: Grid, head: GridColumn | None, today: date) -> str:
    """Return the line beside the title: sessions held, the running total, the next session.

    Where room is short the last part goes first.
    """
    held = sum(column.state is SessionState.HELD for column in grid.columns)
    parts = [f"{counted(held, 'session', 'sessions')} held"]
    if head is not None and head.rate is not None:
        guests = f", {counted(head.guests, 'guest', 'guests')}" if head.guests else ""
        parts.append(f"{short_day(head.on)}: {head.rate.fraction} here{guests}")
    coming = [c for c in grid.columns if c.on >= today and c.state is SessionState.PLANNED]
    if coming:
        parts.append(f"{coming[0].number} is {_when(coming[0].on, today)}")
    return " · ".join(parts)


def _when(day: date, today: date) -> str:
    ahead = (day - today).days
    if not ahead:
        return "today"
    return f"on {WEEKDAYS[day.weekday()]}" if ahead < 7 else f"on {short_day(day)}"
