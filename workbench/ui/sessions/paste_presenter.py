"""A pasted block against the grid, without Qt: whose marks, of which sessions, what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.foundation.text import counted, listed
from workbench.foundation.words import Mark
from workbench.sessions.grid_rules import Grid, why_blank
from workbench.sessions.paste_rules import Pasted, columns_for
from workbench.ui.sessions.attendance_lines import Line


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that is nobody's for certain: its marks per session, and who it may be, likeliest."""

    name: str
    marks: Mapping[int, Mark]
    may_be: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class PasteReading:
    """What a block would do: marks per session and person, names to decide, what is left out."""

    block: dict[int, dict[int, Mark]] = field(default_factory=dict)
    unknown: list[OpenName] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many marks it holds without the names to decide."""
        return sum(len(marks) for marks in self.block.values())


@dataclass(frozen=True, slots=True)
class Decided:
    """A whole block after the review: marks per session and person, guests with theirs."""

    block: Mapping[int, Mapping[int, Mark]]
    guests: Sequence[tuple[str, Mapping[int, Mark]]]


def place_block(
    grid: Grid,
    pasted: Pasted,
    lines: Sequence[Line],
    columns: Sequence[int],
    at: tuple[int, int],
) -> PasteReading:
    """Lay a block onto the grid from the cursor (row, column) on; names and days go before it."""
    found = PasteReading(problems=list(pasted.problems))
    sessions = _sessions(grid, pasted, columns, at[1], found)
    rows = [line for line in lines if isinstance(line, int)]
    start = rows.index(at[0]) if at[0] in rows else 0
    people: list[int | None] = [grid.rows[row].person_id for row in rows[start:]]
    if pasted.names:
        matches = _matched(grid, pasted.names)
        people = [person for person, _ in matches]
    over = len(pasted.marks) - len(people)
    if over > 0:
        found.problems.append(
            f"{counted(over, 'row', 'rows')} below the last person in view left out."
        )
    for number, (person, marks) in enumerate(zip(people, pasted.marks, strict=False)):
        own = {
            session: mark
            for session, mark in zip(sessions, marks, strict=False)
            if session is not None and mark is not None
        }
        if person is not None:
            for session, mark in own.items():
                found.block.setdefault(session, {})[person] = mark
        elif own:
            found.unknown.append(OpenName(pasted.names[number], own, matches[number][1]))
    found.block, left = with_place(grid, found.block)
    found.problems += left
    return found


def with_place(
    grid: Grid, block: Mapping[int, Mapping[int, Mark]]
) -> tuple[dict[int, dict[int, Mark]], list[str]]:
    """Return a block without the marks of people who were no members then, and a word on each."""
    rows = {row.person_id: number for number, row in enumerate(grid.rows)}
    places = {column.session_id: number for number, column in enumerate(grid.columns)}
    kept: dict[int, dict[int, Mark]] = {}
    left: dict[tuple[str, str], int] = {}
    for session, marks in block.items():
        for person, mark in marks.items():
            why = why_blank(grid, rows[person], places[session])
            if not why:
                kept.setdefault(session, {})[person] = mark
            elif mark is not Mark.UNKNOWN:
                key = grid.rows[rows[person]].name, why
                left[key] = left.get(key, 0) + 1
    return kept, [
        f"{name} {why}: {counted(count, 'mark', 'marks')} left out."
        for (name, why), count in left.items()
    ]


def _sessions(
    grid: Grid, pasted: Pasted, columns: Sequence[int], column: int, found: PasteReading
) -> list[int | None]:
    """Return the session of each column of the block, None for one that is left out."""
    if any(pasted.heads):
        numbers = columns_for(pasted.heads, grid.columns)
        strange = [
            f"“{head}”"
            for head, number in zip(pasted.heads, numbers, strict=True)
            if head and number is None
        ]
        if strange:
            found.problems.append(f"No session is meant by {listed(strange)}: left out.")
        return [None if n is None else grid.columns[n].session_id for n in numbers]
    start = columns.index(column) if column in columns else 0
    sessions = [grid.columns[n].session_id for n in columns[start:]]
    over = pasted.width - len(sessions)
    if over > 0:
        found.problems.append(
            f"{counted(over, 'column', 'columns')} after the last session in view left out."
        )
    return list(sessions)


def _matched(
    grid: Grid, names: Sequence[str]
) -> list[tuple[int | None, tuple[tuple[int, str], ...]]]:
    """Return for each name the person it is for certain, or who it may be with the reason."""
    from workbench.imports.matching import Asked, Known, match_people

    known = [Known(row.person_id, row.name) for row in grid.rows]
    by_person = {row.person_id: row.name for row in grid.rows}
    return [
        (
            match.person,
            tuple(
                (each.person, f"{by_person[each.person]}: {each.reason}")
                for each in match.proposals
            ),
        )
        for match in match_people([Asked(name) for name in names], known)
    ]
