"""The People page read in one go: roster, attendance strip, engagement and gifts of each member."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.contributions.kind_queries import kind_book
from workbench.foundation.words import ContributionKind, Mark, PromiseState, Role
from workbench.insights.person_queries import sessions_of
from workbench.models.contributions import Contribution, ContributionReceiver, Promise
from workbench.models.sessions import Session as Meeting
from workbench.rosters.queries import PersonDetail, RosterRow, person, roster
from workbench.sessions.attendance_queries import records as session_records
from workbench.sessions.attendance_rules import HERE, SessionRecord
from workbench.sessions.engagement import Chip, Thresholds, chips
from workbench.sessions.threshold_queries import engagement_thresholds


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member: roster row, the chip with its reason, marks of the last sessions (None: not yet).

    `here` of `expected` counts those sessions; `last_here` is the day they last came.
    """

    roster: RosterRow
    chip: Chip | None
    strip: tuple[Mark | None, ...]
    here: int
    expected: int
    contributions: int
    last_here: date | None


@dataclass(frozen=True, slots=True)
class SessionMark:
    """How somebody stands in one session; None: not yet or no longer a member."""

    session_id: int
    on: date
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Gift:
    """A contribution of somebody, as its kind is called here, with where it was given."""

    kind: ContributionKind
    kind_name: str
    text: str
    given_on: date
    session_title: str


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise of somebody."""

    id: int
    text: str
    made_on: date
    due_on: date | None
    state: PromiseState
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class MemberDetail:
    """What the panel beside the list shows of one person; for the facilitator's screen only."""

    person: PersonDetail
    membership: RosterRow | None
    sessions: tuple[SessionMark, ...]
    given: tuple[Gift, ...]
    received: int
    promises: tuple[PromiseRow, ...]


def members(
    session: Session,
    community_id: int,
    today: date,
    thresholds: Thresholds | None = None,
    every: Sequence[SessionRecord] | None = None,
) -> list[MemberRow]:
    """Return everyone who belongs today, guests included, by name.

    Chips follow the thresholds of this file unless others are given; `every` are the records of
    the community where they were read already.
    """
    thresholds = thresholds or engagement_thresholds(session)
    rows = _once(roster(session, community_id, today))
    records = _counting(session_records(session, community_id) if every is None else every)
    of_members = [row.person_id for row in rows if row.role is not Role.GUEST]
    chip_of = chips(of_members, records, thresholds)
    last_here = _last_here(records, {row.person_id for row in rows})
    gifts = _gifts_given(session, community_id)
    recent = records[-thresholds.look_back :]
    return [
        MemberRow(
            roster=row,
            chip=chip_of.get(row.person_id),
            strip=(strip := tuple(_mark(record, row.person_id) for record in recent)),
            here=sum(mark in HERE for mark in strip if mark),
            expected=sum(row.person_id in record.expected for record in recent),
            contributions=gifts.get(row.person_id, 0),
            last_here=last_here.get(row.person_id),
        )
        for row in rows
    ]


def member(session: Session, community_id: int, person_id: int, today: date) -> MemberDetail:
    """Return what the panel shows of one person; raises NotFound."""
    rows = [row for row in roster(session, community_id) if row.person_id == person_id]
    marks = tuple(
        SessionMark(
            one.session_id,
            one.on,
            one.mark if one.is_expected or one.mark is not Mark.UNKNOWN else None,
        )
        for one in sessions_of(session, community_id, person_id)
    )
    return MemberDetail(
        person=person(session, person_id, today),
        membership=rows[-1] if rows else None,
        sessions=marks,
        given=_gifts_of(session, community_id, person_id),
        received=_received(session, community_id, person_id),
        promises=_promises(session, community_id, person_id),
    )


def _once(rows: Sequence[RosterRow]) -> list[RosterRow]:
    """Return one row of each person, the membership rather than time as a guest."""
    found: dict[int, RosterRow] = {}
    for row in rows:
        if row.person_id not in found or row.role is not Role.GUEST:
            found[row.person_id] = row
    return list(found.values())


def _counting(records: Sequence[SessionRecord]) -> list[SessionRecord]:
    return sorted((record for record in records if record.counts), key=lambda r: (r.on, r.session))


def _mark(record: SessionRecord, person_id: int) -> Mark | None:
    known = record.mark(person_id)
    return known if person_id in record.expected or known is not Mark.UNKNOWN else None


def _last_here(records: Sequence[SessionRecord], people: set[int]) -> dict[int, date]:
    """Return the day each of the people came last; those who never came are left out."""
    found: dict[int, date] = {}
    for record in reversed(records):
        missing = people - found.keys()
        if not missing:
            break
        came = ((person, record.mark(person)) for person in missing)
        found.update((person, record.on) for person, mark in came if mark in HERE)
    return found


def _gifts_given(session: Session, community_id: int) -> dict[int, int]:
    counts = (
        select(Contribution.giver_id, func.count().label("gifts"))
        .where(Contribution.community_id == community_id)
        .group_by(Contribution.giver_id)
    )
    return {row.giver_id: row.gifts for row in session.execute(counts)}


def _gifts_of(session: Session, community_id: int, person_id: int) -> tuple[Gift, ...]:
    statement = (
        select(
            Contribution.kind,
            Contribution.own_kind_id,
            Contribution.text,
            Contribution.given_on,
            Meeting.title,
        )
        .outerjoin(Meeting, Meeting.id == Contribution.session_id)
        .where(Contribution.community_id == community_id, Contribution.giver_id == person_id)
        .order_by(Contribution.given_on.desc(), Contribution.id.desc())
    )
    book = kind_book(session)
    return tuple(
        Gift(kind, book.of(kind, own_kind).name, text, given_on, title or "")
        for kind, own_kind, text, given_on, title in session.execute(statement)
    )


def _received(session: Session, community_id: int, person_id: int) -> int:
    statement = (
        select(func.count())
        .select_from(ContributionReceiver)
        .join(Contribution, Contribution.id == ContributionReceiver.contribution_id)
        .where(
            Contribution.community_id == community_id, ContributionReceiver.person_id == person_id
        )
    )
    return session.scalar(statement) or 0


def _promises(session: Session, community_id: int, person_id: int) -> tuple[PromiseRow, ...]:
    statement = (
        select(Promise)
        .where(Promise.community_id == community_id, Promise.person_id == person_id)
        .order_by(Promise.made_on.desc(), Promise.id.desc())
    )
    return tuple(
        PromiseRow(row.id, row.text, row.made_on, row.due_on, row.state, row.settled_on)
        for row in session.scalars(statement)
    )
