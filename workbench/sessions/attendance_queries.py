"""Reading attendance: records for rates, the series of sessions, standings, who to mark."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import ExcusedRule, Mark, Role, SessionState
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.queries import DepartmentRow, departments_of
from workbench.sessions.attendance_rules import (
    HERE,
    HeadCount,
    Rate,
    SessionRecord,
    Stay,
    expected_on,
    guests_here,
    is_expected,
    rate_of,
    reconciled,
    session_rate,
)
from workbench.sessions.engagement import Chip, Thresholds, chip
from workbench.sessions.grid_rules import MARKS
from workbench.sessions.packed_queries import Packed, packed_attendance
from workbench.sessions.queries import titles
from workbench.sessions.row_queries import community_row, session_row
from workbench.sessions.threshold_queries import engagement_thresholds

_FEW = 50


@dataclass(frozen=True, slots=True)
class AttendancePoint:
    """One session of the series for charts; `rate` is None where the session has none."""

    session_id: int
    number: int
    on: date
    title: str
    cancelled: bool
    rate: Rate | None
    guests: int
    head_count: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person's coming looks: chip, the last marks (None = not a member), rate, last here.

    `strip` and `rate` are over the last sessions looked back on, `overall` over all.
    """

    person_id: int
    chip: Chip
    strip: tuple[Mark | None, ...]
    rate: Rate
    overall: Rate
    last_here: date | None


@dataclass(frozen=True, slots=True)
class MarkingRow:
    """One line to mark: an expected person, or a guest who may be."""

    person_id: int
    name: str
    first_name: str
    last_name: str
    department: DepartmentRow | None
    mark: Mark
    arrived_at: time | None
    minutes: float | None
    is_expected: bool


@dataclass(frozen=True, slots=True)
class Marking:
    """One session being marked: its lines by name, and the head-count beside the names."""

    session_id: int
    rows: tuple[MarkingRow, ...]
    rate: Rate
    guests: int
    head_count: HeadCount | None


def records(
    connection: Connection, community_id: int, since: date | None = None, until: date | None = None
) -> list[SessionRecord]:
    """Return every session of a community as rates see it, by date; or those between two days."""
    rows = connection.execute(
        select(Session.id, Session.starts_at, Session.state, Session.head_count)
        .where(Session.community_id == community_id)
        .order_by(Session.starts_at, Session.id)
    )
    packed = packed_attendance(connection, community_id, since, until)
    people = _People()
    return [
        SessionRecord(
            session=row.id,
            on=row.starts_at.date(),
            expected=people.listed(own.expected),
            marks=people.marked(own),
            cancelled=row.state is SessionState.CANCELLED,
            head_count=row.head_count,
        )
        for row in rows
        if (since is None or row.starts_at.date() >= since)
        and (until is None or row.starts_at.date() <= until)
        for own in (packed.get(row.id, Packed()),)
    ]


class _People(dict[str, int]):
    """The numbers of people by how they are written, each made once for all sessions."""

    def __init__(self) -> None:
        self._last: tuple[str, frozenset[int]] = "", frozenset()

    def __missing__(self, written: str) -> int:
        self[written] = number = int(written)
        return number

    def listed(self, people: str) -> frozenset[int]:
        """Return the people of a packed list; the same list as the last one is not made again."""
        if people != self._last[0]:
            self._last = people, frozenset(self._numbers(people))
        return self._last[1]

    def marked(self, packed: Packed) -> dict[int, Mark]:
        """Return the marks of a session by person."""
        marks = map(MARKS.__getitem__, packed.letters)
        return dict(zip(self._numbers(packed.marked), marks, strict=True))

    def _numbers(self, people: str) -> Iterable[int]:
        return map(self.__getitem__, people.split(",")) if people else ()


def marks_of(
    connection: Connection, community_id: int, since: date | None = None, until: date | None = None
) -> dict[int, dict[int, Mark]]:
    """Return the marks of all sessions of a community, or of those between two days.

    Session, then person, to mark; sessions without any mark are left out.
    """
    people = _People()
    packed = packed_attendance(connection, community_id, since, until)
    return {session: people.marked(each) for session, each in packed.items() if each.marked}


def stays(
    connection: Connection, community_id: int, people: Collection[int] | None = None
) -> list[Stay]:
    """Return the memberships of a community as the expected list sees them; of all, or of some."""
    statement = select(
        Membership.person_id, Membership.joined_on, Membership.left_on, Membership.role
    ).where(Membership.community_id == community_id)
    if people is not None and len(people) <= _FEW:
        statement = statement.where(Membership.person_id.in_(people))
    rows = [Stay(*row) for row in connection.execute(statement)]
    return rows if people is None else [stay for stay in rows if stay.person in people]


def attendance_series(connection: Connection, community_id: int) -> list[AttendancePoint]:
    """Return each session with its rate by the community's rule, by date, for charts."""
    rule = community_row(connection, community_id).excused_rule
    named = titles(connection, community_id)
    return [
        AttendancePoint(
            session_id=record.session,
            number=number,
            on=record.on,
            title=named[record.session],
            cancelled=record.cancelled,
            rate=session_rate(record, rule) if record.counts else None,
            guests=guests_here(record),
            head_count=record.head_count,
        )
        for number, record in enumerate(records(connection, community_id), 1)
    ]


def standings(
    connection: Connection,
    community_id: int,
    today: date,
    thresholds: Thresholds | None = None,
) -> dict[int, Standing]:
    """Return how the coming of each member of today looks; for the facilitator's screen only.

    Chips follow the thresholds of this file unless others are given.
    """
    thresholds = thresholds or engagement_thresholds(connection)
    rule = community_row(connection, community_id).excused_rule
    members = expected_on(stays(connection, community_id), today)
    counting = [record for record in records(connection, community_id) if record.counts]
    return {person: _standing(person, counting, rule, thresholds) for person in sorted(members)}


def marking(connection: Connection, session_id: int) -> Marking:
    """Return the lines to mark of one session: the frozen list, or who will be on it, and guests.

    Guests of the community and everybody marked off the list follow after those expected.
    """
    row = session_row(connection, session_id)
    on = row.starts_at.date()
    known = stays(connection, row.community_id)
    frozen = set(
        connection.scalars(select(Expected.person_id).where(Expected.session_id == session_id))
    )
    expected = frozenset(frozen) if row.marking_started_at else expected_on(known, on)
    details = {
        mark.person_id: mark
        for mark in connection.scalars(
            select(AttendanceMark).where(AttendanceMark.session_id == session_id)
        )
    }
    guests = {s.person for s in known if s.role is Role.GUEST and not is_expected(s, on)}
    people = expected | set(details) | guests
    record = SessionRecord(
        session_id,
        on,
        expected,
        {person: mark.mark for person, mark in details.items()},
        row.state is SessionState.CANCELLED,
        row.head_count,
    )
    rule = community_row(connection, row.community_id).excused_rule
    return Marking(
        session_id,
        tuple(_marking_rows(connection, people, details, expected, on)),
        session_rate(record, rule),
        guests_here(record),
        reconciled(record),
    )


def _marking_rows(
    connection: Connection,
    people: Iterable[int],
    details: dict[int, AttendanceMark],
    expected: frozenset[int],
    on: date,
) -> list[MarkingRow]:
    wanted = set(people)
    departments = departments_of(connection, wanted, on)
    every = connection.execute(
        select(Person.id, Person.name, Person.first_name, Person.last_name, Person.folded_name)
    )
    names = sorted(
        (row for row in every if row.id in wanted),
        key=lambda row: (row.id not in expected, row.folded_name, row.id),
    )
    return [
        MarkingRow(
            person_id=row.id,
            name=row.name,
            first_name=row.first_name,
            last_name=row.last_name,
            department=departments.get(row.id),
            mark=details[row.id].mark if row.id in details else Mark.UNKNOWN,
            arrived_at=details[row.id].arrived_at if row.id in details else None,
            minutes=details[row.id].minutes if row.id in details else None,
            is_expected=row.id in expected,
        )
        for row in names
    ]


def _standing(
    person: int, counting: list[SessionRecord], rule: ExcusedRule, thresholds: Thresholds
) -> Standing:
    cells = [r.mark(person) if person in r.expected else None for r in counting]
    marks = [cell for cell in cells if cell is not None]
    here = [r.on for r, cell in zip(counting, cells, strict=True) if cell in HERE]
    return Standing(
        person_id=person,
        chip=chip(marks, thresholds),
        strip=tuple(cells[-thresholds.look_back :]),
        rate=rate_of([c for c in cells[-thresholds.look_back :] if c is not None], rule),
        overall=rate_of(marks, rule),
        last_here=max(here, default=None),
    )
