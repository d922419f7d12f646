"""Reading the attendance grid: members by department, sessions across, one letter a cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ExcusedRule, Mark
from workbench.models.rosters import Person
from workbench.models.sessions import Session
from workbench.rosters.queries import DepartmentRow, departments_of
from workbench.sessions.attendance_queries import records, stays
from workbench.sessions.attendance_rules import (
    SessionRecord,
    Stay,
    expected_on,
    pooled_rate,
    rate_of,
    session_rate,
)
from workbench.sessions.grid_rules import (
    LETTERS,
    MARKS,
    NOT_A_MEMBER,
    TO_COME,
    Grid,
    GridColumn,
    GridRow,
)
from workbench.sessions.row_queries import community_row


def attendance_grid(connection: Connection, community_id: int, today: date) -> Grid:
    """Return the grid of everybody a member today, or expected or marked at any session."""
    community = community_row(connection, community_id)
    every = records(connection, community_id)
    known = stays(connection, community_id)
    sessions = {
        row.id: row
        for row in connection.scalars(select(Session).where(Session.community_id == community_id))
    }
    columns = tuple(
        _column(number, record, sessions[record.session], community.excused_rule)
        for number, record in enumerate(every, 1)
    )
    cells = _cells(every, sessions, known, today)
    people = set(cells) | expected_on(known, today)
    blank = NOT_A_MEMBER * len(every)
    rows = _rows(
        connection,
        {person: "".join(cells.get(person, blank)) for person in people},
        [record.expected if record.counts else None for record in every],
        community.excused_rule,
    )
    return Grid(columns, rows, pooled_rate(every, community.excused_rule), community.excused_rule)


def _column(number: int, record: SessionRecord, row: Session, rule: ExcusedRule) -> GridColumn:
    return GridColumn(
        session_id=row.id,
        number=number,
        title=row.title,
        on=record.on,
        state=row.state,
        rate=session_rate(record, rule) if record.counts else None,
        head_count=row.head_count,
    )


def _cells(
    every: Sequence[SessionRecord],
    sessions: Mapping[int, Session],
    known: Sequence[Stay],
    today: date,
) -> dict[int, list[str]]:
    width = len(every)
    cells: dict[int, list[str]] = defaultdict(lambda: [NOT_A_MEMBER] * width)
    for index, record in enumerate(every):
        frozen = sessions[record.session].marking_started_at is not None
        there = record.expected if frozen else expected_on(known, record.on)
        letter = TO_COME if record.on > today and not frozen else LETTERS[Mark.UNKNOWN]
        for person in there:
            cells[person][index] = letter
        for person, mark in (record.marks or {}).items():
            cells[person][index] = LETTERS[mark]
    return cells


def _rows(
    connection: Connection,
    cells: Mapping[int, str],
    counted: Sequence[frozenset[int] | None],
    rule: ExcusedRule,
) -> tuple[GridRow, ...]:
    departments = departments_of(connection, cells)
    names = connection.execute(
        select(Person.id, Person.name, Person.first_name, Person.last_name, Person.folded_name)
    )
    people = sorted(
        (row for row in names if row.id in cells),
        key=lambda row: (_place(departments.get(row.id)), row.folded_name, row.id),
    )
    return tuple(_row(row, cells[row.id], departments.get(row.id), counted, rule) for row in people)


def _row(
    person: Row[int, str, str, str, str],
    cells: str,
    department: DepartmentRow | None,
    counted: Sequence[frozenset[int] | None],
    rule: ExcusedRule,
) -> GridRow:
    expected = [there is not None and person.id in there for there in counted]
    marks = [MARKS[letter] for letter, there in zip(cells, expected, strict=True) if there]
    return GridRow(
        person_id=person.id,
        name=person.name,
        first_name=person.first_name,
        last_name=person.last_name,
        department=department,
        cells=cells,
        rate=rate_of(marks, rule),
        off_list=frozenset(
            index
            for index, there in enumerate(counted)
            if there is not None and not expected[index] and cells[index] in MARKS
        ),
    )


def _place(department: DepartmentRow | None) -> tuple[bool, int]:
    return (department is None, department.position if department else 0)
