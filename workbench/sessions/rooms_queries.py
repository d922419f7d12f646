"""Reading what rooms are drawn from: people, blocks, draws of the season, private notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import workspace_setting
from workbench.foundation.words import BlockKind, Mark, Role
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import (
    AttendanceMark,
    KeepApart,
    OnScreen,
    Session,
)
from workbench.rosters.queries import DepartmentRow, RosterRow, departments, roster
from workbench.sessions.agenda import place
from workbench.sessions.attendance_queries import records
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.engagement import Chip, Engagement, chips, shares_to_come
from workbench.sessions.rooms import Sitter
from workbench.sessions.rooms_draw_queries import season_draws
from workbench.sessions.rooms_season import UsedDraw, leads, size_for
from workbench.sessions.row_queries import agenda_blocks, session_row
from workbench.sessions.threshold_queries import engagement_thresholds

ON_SCREEN_SAID: Final = "on screen:{}"


@dataclass(frozen=True, slots=True)
class RoomPerson:
    """Somebody who may be seated; `tenure` counts days of membership on the day."""

    id: int
    name: str
    department: DepartmentRow | None
    newcomer: bool
    regular: bool
    tenure: int
    email: str
    guest: bool


@dataclass(frozen=True, slots=True)
class BlockChoice:
    """A block that rooms may be drawn for; `size` is how many its agenda puts together."""

    id: int
    starts: time
    title: str
    minutes: int
    size: int
    in_rooms: bool


@dataclass(frozen=True, slots=True)
class RoomsFacts:
    """All that rooms of a session are drawn from; private notes appear as pairs of people only.

    `likely` and `could` hold people in the order of how likely they come, `here` those marked so;
    `draws` are those of the season, oldest first, those of this session included.
    """

    session: int
    title: str
    starts: datetime
    blocks: tuple[BlockChoice, ...]
    people: dict[int, RoomPerson]
    likely: tuple[int, ...]
    could: tuple[int, ...]
    here: tuple[int, ...]
    draws: tuple[UsedDraw, ...]
    apart: frozenset[tuple[int, int]]
    on_screen: frozenset[int]
    leads: tuple[int, ...]
    departments: tuple[DepartmentRow, ...]

    def sitters(self, people: Iterable[int]) -> tuple[Sitter, ...]:
        """Return people as those to seat, by name."""
        wanted = set(people)
        return tuple(
            Sitter(
                one.id,
                one.department.id if one.department else None,
                newcomer=one.newcomer,
                regular=one.regular,
                tenure=one.tenure,
                on_screen=one.id in self.on_screen,
            )
            for one in self.people.values()
            if one.id in wanted
        )

    def used(self, block: int | None) -> UsedDraw | None:
        """Return the rooms in use for a block of this session."""
        own = [d for d in self.draws if (d.session, d.block) == (self.session, block)]
        return own[-1] if own else None

    @property
    def first_block(self) -> int | None:
        """The block to begin with: one with rooms in use, else the first that is done together."""
        used = [block.id for block in self.blocks if self.used(block.id)]
        together = [block.id for block in self.blocks if block.in_rooms]
        return next(iter([*used, *together]), None)


@dataclass(frozen=True, slots=True)
class ApartNote:
    """A private note: two people never share a room, and why; for the facilitator's eyes only."""

    person: int
    other: int
    name: str
    other_name: str
    note: str


def rooms_facts(connection: Connection, session_id: int) -> RoomsFacts:
    """Return what the rooms of a session are drawn from; raises NotFound."""
    row = session_row(connection, session_id)
    on = row.starts_at.date()
    every = roster(connection, row.community_id, on)
    marks = _marks(connection, session_id)
    past = records(connection, row.community_id, until=on - timedelta(days=1))
    members = [one.person_id for one in every if one.role is not Role.GUEST]
    counting = [record for record in past if record.counts]
    standing = chips(members, counting, engagement_thresholds(connection))
    people = {
        one.person_id: _person(one, standing.get(one.person_id), on) for one in _each_once(every)
    }
    excused = frozenset(person for person, mark in marks.items() if mark is Mark.EXCUSED)
    shares = shares_to_come(members, past, excused)
    could = tuple(shares)
    plan = place(row.starts_at.time(), row.minutes, agenda_blocks(connection, session_id))
    names = {one.id: one.name for one in people.values()}
    return RoomsFacts(
        session=session_id,
        title=row.title,
        starts=row.starts_at,
        blocks=tuple(
            BlockChoice(
                placed.block.key,
                plan.wall(placed.start),
                placed.block.title,
                placed.block.minutes,
                size_for(placed.block.grouping),
                placed.block.kind in (BlockKind.EXCHANGE, BlockKind.PRACTISE),
            )
            for placed in plan.everything
        ),
        people=people,
        likely=could[: round(sum(shares.values()))],
        could=could,
        here=tuple(person for person in people if marks.get(person) in HERE),
        draws=tuple(season_draws(connection, session_id)),
        apart=apart_pairs(connection, set(people)),
        on_screen=on_screen(connection, session_id),
        leads=tuple(leads([placed.block.lead for placed in plan.blocks], names)),
        departments=tuple(departments(connection)),
    )


def apart_pairs(connection: Connection, people: set[int]) -> frozenset[tuple[int, int]]:
    """Return the pairs of these people who are kept apart."""
    rows = connection.execute(select(KeepApart.person_id, KeepApart.other_id))
    return frozenset((a, b) for a, b in rows if a in people and b in people)


def apart_notes(connection: Connection, community_id: int) -> list[ApartNote]:
    """Return the private notes on people who ever belonged to a community, by name."""
    people = set(
        connection.scalars(
            select(Membership.person_id).where(Membership.community_id == community_id)
        )
    )
    names = {row.id: row.name for row in connection.execute(select(Person.id, Person.name))}
    found = [
        ApartNote(row.person_id, row.other_id, names[row.person_id], names[row.other_id], row.note)
        for row in connection.scalars(select(KeepApart))
        if row.person_id in people or row.other_id in people
    ]
    return sorted(found, key=lambda note: (note.name.casefold(), note.other_name.casefold()))


def on_screen(connection: Connection, session_id: int) -> frozenset[int]:
    """Return who joins a session on screen: as said for it, else by how people last came.

    Whoever was last found in the file of an online meeting is taken to join on screen again.
    """
    said = connection.scalars(select(OnScreen.person_id).where(OnScreen.session_id == session_id))
    found = frozenset(said)
    if found or workspace_setting(connection, ON_SCREEN_SAID.format(session_id)):
        return found
    row = session_row(connection, session_id)
    earlier = (
        select(Session.id)
        .where(Session.community_id == row.community_id, Session.starts_at < row.starts_at)
        .order_by(Session.starts_at.desc(), Session.id.desc())
    )
    return _last_on_screen(connection, earlier)


def _last_on_screen(connection: Connection, earlier: Select[int]) -> frozenset[int]:
    """Return who was in an online meeting when they last came; the latest session stands first.

    Nearly everybody who ever was in one came lately, so few sessions are looked at.
    """
    came = AttendanceMark.mark.in_(sorted(HERE))
    ever = select(AttendanceMark.person_id).where(
        AttendanceMark.source != "", came, AttendanceMark.session_id.in_(earlier.order_by(None))
    )
    waiting = set(connection.scalars(ever.distinct()))
    found: set[int] = set()
    for session in connection.scalars(earlier).all():
        if not waiting:
            break
        rows = connection.execute(
            select(AttendanceMark.person_id, AttendanceMark.source).where(
                AttendanceMark.session_id == session, came
            )
        ).all()
        found.update(row.person_id for row in rows if row.source and row.person_id in waiting)
        waiting.difference_update(row.person_id for row in rows)
    return frozenset(found)


def _marks(connection: Connection, session_id: int) -> dict[int, Mark]:
    statement = select(AttendanceMark.person_id, AttendanceMark.mark)
    rows = connection.execute(statement.where(AttendanceMark.session_id == session_id))
    return {row.person_id: row.mark for row in rows}


def _each_once(every: list[RosterRow]) -> list[RosterRow]:
    """Return one row for a person, that of a member before that of a guest, by name."""
    found: dict[int, RosterRow] = {}
    for one in every:
        known = found.get(one.person_id)
        if known is None or known.role is Role.GUEST:
            found[one.person_id] = one
    return list(found.values())


def _person(one: RosterRow, chip: Chip | None, on: date) -> RoomPerson:
    engagement = chip.engagement if chip else None
    return RoomPerson(
        one.person_id,
        one.name,
        one.department,
        engagement is Engagement.NEW,
        engagement is Engagement.REGULAR,
        (on - one.joined_on).days if one.joined_on else 36_500,
        one.email,
        one.role is Role.GUEST,
    )
