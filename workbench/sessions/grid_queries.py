"""Reading the attendance grid: members by department, sessions across, one letter a cell."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Row, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ExcusedRule, Mark, SessionState
from workbench.models.rosters import Person
from workbench.models.sessions import Session
from workbench.rosters.queries import DepartmentRow, departments_of
from workbench.sessions.attendance_queries import stays
from workbench.sessions.attendance_rules import HERE, Rate, Stay, expected_on, together
from workbench.sessions.grid_rules import (
    LETTERS,
    NOT_A_MEMBER,
    TO_COME,
    Grid,
    GridColumn,
    GridRow,
)
from workbench.sessions.packed_queries import Packed, packed_attendance
from workbench.sessions.row_queries import community_row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class _Sheet:
    """Every cell as one byte: a line for each session, people across in the order given.

    `counted` has the letters of cells that enter rates, blank elsewhere.
    """

    def __init__(self, people: Sequence[int], sessions: int) -> None:
        import numpy as np

        blank = ord(NOT_A_MEMBER)
        self._place = np.zeros(max(people, default=0) + 1, dtype=np.int64)
        self._place[list(people)] = np.arange(len(people))
        self.cells = np.full((sessions, len(people)), blank, dtype=np.uint8)
        self.counted = np.full((sessions, len(people)), blank, dtype=np.uint8)
        self.counts: list[bool] = []
        self._known: dict[str, NDArray[np.int64]] = {}  # lists of one session and the next agree

    def fill(self, there: str, letter: str, packed: Packed, *, held: bool) -> None:
        """Fill the next session: who was there to be marked, the marks, what enters rates."""
        import numpy as np

        line = len(self.counts)
        cells = self.cells[line]
        cells[self._places(there)] = ord(letter)
        expected = self._places(packed.expected)
        letters = np.frombuffer(packed.letters.encode(), dtype=np.uint8)
        cells[self._read(packed.marked)] = letters
        counts = held and packed.took_place
        if counts:
            self.counted[line, expected] = cells[expected]
        self.counts.append(counts)

    def _places(self, people: str) -> "NDArray[np.int64]":
        if people not in self._known:
            self._known = {people: self._read(people)}
        return self._known[people]

    def _read(self, people: str) -> "NDArray[np.int64]":
        import numpy as np

        numbers = np.fromstring(people or "0", dtype=np.int64, sep=",")
        return self._place[numbers if people else numbers[:0]]


def _words(lines: "NDArray[np.uint8]") -> list[str]:
    """Return a word for each line, a letter for each byte."""
    return [line.tobytes().decode() for line in lines]


def attendance_grid(connection: Connection, community_id: int, today: date) -> Grid:
    """Return the grid of everybody a member today, or expected or marked at any session.

    One row is read for a session, one for a person and one for a membership, none for a cell.
    """
    rule = community_row(connection, community_id).excused_rule
    known = stays(connection, community_id)
    sessions = connection.scalars(
        select(Session)
        .where(Session.community_id == community_id)
        .order_by(Session.starts_at, Session.id)
    ).all()
    names = connection.execute(
        select(Person.id, Person.name, Person.first_name, Person.last_name, Person.folded_name)
    ).all()
    sheet = _sheet(connection, community_id, sessions, (known, [row.id for row in names], today))
    rates = [_rate(counted, rule) for counted in _words(sheet.counted)]
    columns = tuple(
        _column(number, row, rate if counts else None, own)
        for number, (row, rate, counts, own) in enumerate(
            zip(sessions, rates, sheet.counts, _words(sheet.cells), strict=True), 1
        )
    )
    rows = _rows(connection, names, sheet, (known, today, rule))
    counting = [column.rate for column in columns if column.rate is not None]
    return Grid(columns, rows, together(counting, rule), rule)


def _sheet(
    connection: Connection,
    community_id: int,
    sessions: Sequence[Session],
    people: tuple[Sequence[Stay], Sequence[int], date],
) -> _Sheet:
    known, numbers, today = people
    packed = packed_attendance(connection, community_id)
    sheet = _Sheet(numbers, len(sessions))
    members: dict[date, str] = {}
    for row in sessions:
        own, on = packed.get(row.id, Packed()), row.starts_at.date()
        frozen = row.marking_started_at is not None
        if not frozen and on not in members:
            members[on] = ",".join(map(str, expected_on(known, on)))
        letter = TO_COME if on > today and not frozen else LETTERS[Mark.UNKNOWN]
        held = row.state is not SessionState.CANCELLED
        sheet.fill(own.expected if frozen else members[on], letter, own, held=held)
    return sheet


def _column(number: int, row: Session, rate: Rate | None, cells: str) -> GridColumn:
    here = sum(cells.count(LETTERS[mark]) for mark in HERE)
    return GridColumn(
        session_id=row.id,
        number=number,
        title=row.title,
        on=row.starts_at.date(),
        state=row.state,
        rate=rate,
        head_count=row.head_count,
        guests=here - rate.here if rate else 0,
    )


def _rows(
    connection: Connection,
    names: Sequence[Row[int, str, str, str, str]],
    sheet: _Sheet,
    kept: tuple[Sequence[Stay], date, ExcusedRule],
) -> tuple[GridRow, ...]:
    known, today, rule = kept
    members, times = expected_on(known, today), _by_person(known)
    cells, counted = _words(sheet.cells.T), _words(sheet.counted.T)
    shown = [
        (row, own, among)
        for row, own, among in zip(names, cells, counted, strict=True)
        if own.strip(NOT_A_MEMBER) or row.id in members
    ]
    departments = departments_of(connection, [row.id for row, _, _ in shown])
    shown.sort(
        key=lambda each: (_place(departments.get(each[0].id)), each[0].folded_name, each[0].id)
    )
    return tuple(
        GridRow(
            person_id=row.id,
            name=row.name,
            first_name=row.first_name,
            last_name=row.last_name,
            department=departments.get(row.id),
            cells=own,
            rate=_rate(among, rule),
            off_list=_off_list(own, among, sheet.counts),
            stays=times.get(row.id, ()),
        )
        for row, own, among in shown
    )


def _by_person(known: Iterable[Stay]) -> dict[int, tuple[Stay, ...]]:
    found: dict[int, tuple[Stay, ...]] = {}
    for stay in known:
        found[stay.person] = (*found.get(stay.person, ()), stay)
    return found


def _off_list(cells: str, counted: str, counts: Sequence[bool]) -> frozenset[int]:
    """Return the sessions that count where somebody has a letter without having been expected."""
    if cells == counted:
        return frozenset()
    return frozenset(
        place
        for place, (letter, among) in enumerate(zip(cells, counted, strict=True))
        if counts[place] and letter != among
    )


def _rate(letters: str, rule: ExcusedRule) -> Rate:
    """Return the rate of letters that all count where they are not blank."""
    number = {mark: letters.count(letter) for mark, letter in LETTERS.items()}
    return Rate(
        number[Mark.PRESENT] + number[Mark.PART],
        sum(number.values()),
        number[Mark.EXCUSED],
        number[Mark.UNKNOWN],
        rule,
    )


def _place(department: DepartmentRow | None) -> tuple[bool, int]:
    return (department is None, department.position if department else 0)
