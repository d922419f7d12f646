"""Reading sessions: the list with how far each agenda got, one session whole, calendar entries."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import AttendanceMark, Block, Expected, Session
from workbench.sessions.agenda import Agenda, place
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.calendar_file import CalendarEntry, checked_zone
from workbench.sessions.row_queries import agenda_blocks, agendas, community_row, session_row
from workbench.sessions.rules import AgendaState, earlier_of_the_name
from workbench.sessions.session_day import is_over


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One line of the session list; `starts` is wall time, `number` counts in the community.

    `here` and `expected` are None until marking starts; `continues` is the id of the earlier
    session that an empty agenda could start from; `season` is None outside of one.
    """

    id: int
    number: int
    title: str
    kind: str
    starts: datetime
    minutes: int
    place: str
    state: SessionState
    agenda: AgendaState
    kinds: tuple[tuple[str, int], ...]
    here: int | None
    expected: int | None
    head_count: int | None
    continues: int | None
    continues_number: int | None
    season: int | None = None

    @property
    def on(self) -> date:
        """The day it is on."""
        return self.starts.date()


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """One session whole, with its agenda placed on the wall clock."""

    id: int
    community_id: int
    number: int
    title: str
    kind: str
    starts: datetime
    minutes: int
    zone: str
    place: str
    note: str
    state: SessionState
    goal_id: int | None
    marking_started: bool
    head_count: int | None
    agenda: Agenda


def session_rows(connection: Connection, community_id: int) -> list[SessionRow]:
    """Return the sessions of a community by date, numbered from 1."""
    statement = select(Session).where(Session.community_id == community_id)
    rows = connection.scalars(statement.order_by(Session.starts_at, Session.id)).all()
    own = select(Session.id).where(Session.community_id == community_id)
    plans = agendas(connection, Block.session_id.in_(own))
    here, expected = _counts(connection, community_id)
    found: list[SessionRow] = []
    for number, row in enumerate(rows, 1):
        blocks = plans.get(row.id, ())
        agenda = place(row.starts_at.time(), row.minutes, blocks)
        source = None if blocks else _earlier(row.title, found)
        marking = row.marking_started_at is not None
        found.append(
            SessionRow(
                id=row.id,
                number=number,
                title=row.title,
                kind=row.kind,
                starts=row.starts_at,
                minutes=row.minutes,
                place=row.place,
                state=row.state,
                agenda=AgendaState(agenda.end, row.minutes, len(blocks)),
                kinds=tuple((block.kind.value, block.minutes) for block in blocks),
                here=here.get(row.id, 0) if marking else None,
                expected=expected.get(row.id, 0) if marking else None,
                head_count=row.head_count,
                continues=source.id if source else None,
                continues_number=source.number if source else None,
                season=row.season_id,
            )
        )
    return found


def session_detail(connection: Connection, session_id: int) -> SessionDetail:
    """Return one session with its agenda; raises NotFound."""
    row = session_row(connection, session_id)
    blocks = agenda_blocks(connection, session_id)
    return SessionDetail(
        id=row.id,
        community_id=row.community_id,
        number=_number(connection, row),
        title=row.title,
        kind=row.kind,
        starts=row.starts_at,
        minutes=row.minutes,
        zone=row.zone,
        place=row.place,
        note=row.note,
        state=row.state,
        goal_id=row.goal_id,
        marking_started=row.marking_started_at is not None,
        head_count=row.head_count,
        agenda=place(row.starts_at.time(), row.minutes, blocks),
    )


def next_session(connection: Connection, community_id: int, now: datetime) -> int | None:
    """Return the session that runs at `now` or comes next, or None.

    `now` is a wall time, or an aware instant, which is right for sessions in other zones, too.
    """
    midnight_before = datetime.combine(now.date(), time()) - timedelta(days=2)
    rows = connection.execute(
        select(Session.id, Session.starts_at, Session.minutes, Session.zone)
        .where(
            Session.community_id == community_id,
            Session.state != SessionState.CANCELLED,
            Session.starts_at >= midnight_before,
        )
        .order_by(Session.starts_at, Session.id)
    )
    coming = (row.id for row in rows if not is_over(row.starts_at, row.minutes, row.zone, now))
    return next(coming, None)


def session_kinds(connection: Connection, community_id: int) -> list[str]:
    """Return the kinds of session in use, in the order they were first used."""
    rows = connection.execute(
        select(Session.kind, func.min(Session.id))
        .where(Session.community_id == community_id, Session.kind != "")
        .group_by(Session.kind)
    )
    return [kind for kind, _ in sorted(rows, key=lambda row: row[1])]


def held_on(connection: Connection, community_id: int) -> list[date]:
    """Return the days of the sessions held, in order."""
    starts = connection.scalars(
        select(Session.starts_at)
        .where(Session.community_id == community_id, Session.state == SessionState.HELD)
        .order_by(Session.starts_at)
    )
    return [one.date() for one in starts]


def states(connection: Connection, community_id: int) -> dict[SessionState, int]:
    """Return how many sessions of a community are in each state."""
    rows = connection.execute(
        select(Session.state, func.count())
        .where(Session.community_id == community_id)
        .group_by(Session.state)
    )
    return dict(rows.all())


def titles(connection: Connection, community_id: int) -> dict[int, str]:
    """Return the titles of the sessions of a community by id."""
    rows = connection.execute(
        select(Session.id, Session.title).where(Session.community_id == community_id)
    )
    return dict(rows.all())


def calendar_entries(
    connection: Connection, community_id: int, today: date
) -> tuple[str, list[CalendarEntry]]:
    """Return the community's name and the entries of sessions planned, or cancelled, from today on.

    Raises NotFound.
    """
    community = community_row(connection, community_id)
    rows = connection.scalars(
        select(Session)
        .where(
            Session.community_id == community_id,
            Session.starts_at >= datetime.combine(today, time()),
        )
        .order_by(Session.starts_at, Session.id)
    )
    return community.name, [_entry(row, community.name) for row in rows]


def calendar_entry(connection: Connection, session_id: int) -> tuple[str, list[CalendarEntry]]:
    """Return the community's name and the entry of one session; raises NotFound."""
    row = session_row(connection, session_id)
    community = community_row(connection, row.community_id)
    return community.name, [_entry(row, community.name)]


def _entry(row: Session, community: str) -> CalendarEntry:
    # what participants may read: never the note, nor anything of the agenda
    starts = row.starts_at.replace(tzinfo=checked_zone(row.zone)).astimezone(UTC)
    return CalendarEntry(
        key=row.uid,
        title=row.title,
        starts=row.starts_at,
        zone=row.zone,
        minutes=row.minutes,
        changed=row.changed_at or starts,
        place=row.place,
        note=f"{row.kind} of {community}" if row.kind else community,
        kind=row.kind,
        cancelled=row.state is SessionState.CANCELLED,
        revision=row.revision,
    )


def _counts(connection: Connection, community_id: int) -> tuple[dict[int, int], dict[int, int]]:
    """Return by session how many of those expected were here, and how many were expected.

    The few who came without being expected are taken off all who came: joining the two tables
    person by person takes three times as long.
    """
    own = select(Session.id).where(Session.community_id == community_id)
    expected = (
        select(Expected.session_id, func.count())
        .where(Expected.session_id.in_(own))
        .group_by(Expected.session_id)
    )
    came = (
        select(AttendanceMark.session_id, func.count())
        .where(AttendanceMark.session_id.in_(own), AttendanceMark.mark.in_(HERE))
        .group_by(AttendanceMark.session_id)
    )
    here = Counter(dict(connection.execute(came).all()))
    here.subtract(_visitors(connection, own))
    return here, dict(connection.execute(expected).all())


def _visitors(connection: Connection, own: Select[int]) -> Counter[int]:
    """Return by session how many were here who had not been expected."""
    cells = [
        select(table.session_id, table.person_id).where(table.session_id.in_(own))
        for table in (AttendanceMark, Expected)
    ]
    off_list = cells[0].except_(cells[1]).subquery()
    return Counter(
        connection.scalars(
            select(off_list.c.session_id)
            .join(
                AttendanceMark,
                (AttendanceMark.session_id == off_list.c.session_id)
                & (AttendanceMark.person_id == off_list.c.person_id),
            )
            .where(AttendanceMark.mark.in_(HERE))
        )
    )


def _earlier(title: str, rows: list[SessionRow]) -> SessionRow | None:
    with_agenda = {row.number: row for row in rows if row.agenda.blocks}
    number = earlier_of_the_name(title, ((n, row.title) for n, row in with_agenda.items()))
    return with_agenda[number] if number is not None else None


def _number(connection: Connection, row: Session) -> int:
    before = select(func.count()).where(
        Session.community_id == row.community_id,
        (Session.starts_at < row.starts_at)
        | ((Session.starts_at == row.starts_at) & (Session.id <= row.id)),
    )
    return connection.scalar(before) or 1
