"""One person's page read in one go: sessions, gifts, promises, stories, reason, times, names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.communities.queries import there
from workbench.contributions.feed_queries import FeedRow, feed_rows
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.contributions.rules import FeedFilter
from workbench.foundation.words import ContributionKind, Mark, Role, SessionState
from workbench.impact.queries import StoryRow, stories
from workbench.models.communities import Community, ReasonTheme
from workbench.models.rosters import Department, DepartmentStay, Membership
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.alias_queries import aliases_of
from workbench.rosters.alias_rules import LearnedName
from workbench.rosters.call_queries import CallNoteRow, call_notes
from workbench.rosters.queries import DepartmentRow, PersonDetail, departments, person
from workbench.sessions.attendance_rules import TOOK_PLACE, Rate, rate_of
from workbench.sessions.engagement import Chip, chip
from workbench.sessions.threshold_queries import engagement_thresholds


@dataclass(frozen=True, slots=True)
class SessionOfPerson:
    """A session that counts and how somebody stood in it; no mark: not expected and not there."""

    session_id: int
    on: date
    title: str
    mark: Mark | None
    is_expected: bool


@dataclass(frozen=True, slots=True)
class MembershipTime:
    """One stretch in a community, this one or another of the file."""

    community_id: int
    community: str
    role: Role
    joined_on: date | None
    left_on: date | None
    reason: str
    theme: str
    why_left: str


@dataclass(frozen=True, slots=True)
class DepartmentTime:
    """A department from a day on (None: from the beginning) to the day before the next one."""

    department: DepartmentRow
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class KindGiven:
    """How often something was given as one kind; `named` is what the facilitator calls it.

    Where they left the kind its usual name, `named` is empty.
    """

    kind: ContributionKind
    named: str
    number: int


@dataclass(frozen=True, slots=True)
class PersonWhole:
    """All that is known of one person in one community; for the facilitator's screen only."""

    person: PersonDetail
    chip: Chip | None
    sessions: tuple[SessionOfPerson, ...]
    next_on: date | None
    rate: Rate
    given: tuple[FeedRow, ...]
    received: tuple[FeedRow, ...]
    promises: tuple[PromiseRow, ...]
    stories: tuple[StoryRow, ...]
    memberships: tuple[MembershipTime, ...]
    departments: tuple[DepartmentTime, ...]
    aliases: tuple[LearnedName, ...]
    calls: tuple[CallNoteRow, ...] = ()
    is_guest: bool = False

    def kinds(self) -> list[KindGiven]:
        """Return how often each kind was given, in the order of the kinds, own ones by name."""
        counts = Counter(
            (row.kind, "" if row.kind_name == row.kind.value else row.kind_name)
            for row in self.given
        )
        order = list(ContributionKind)
        ordered = sorted(counts, key=lambda key: (order.index(key[0]), key[1]))
        return [KindGiven(kind, named, counts[kind, named]) for kind, named in ordered]


def person_whole(
    connection: Connection, community_id: int, person_id: int, today: date
) -> PersonWhole:
    """Return everything of one person in a community; raises NotFound."""
    detail = person(connection, person_id, today)
    rule = there(connection, Community, community_id, "community").excused_rule
    meetings = sessions_of(connection, community_id, person_id)
    expected = [one.mark or Mark.UNKNOWN for one in meetings if one.is_expected]
    gifts = feed_rows(connection, community_id, FeedFilter(person_id=person_id))
    times = _memberships(connection, person_id)
    roles = [t.role for t in times if t.community_id == community_id and _covers(t, today)]
    is_guest = bool(roles) and all(role is Role.GUEST for role in roles)
    thresholds = engagement_thresholds(connection)
    return PersonWhole(
        person=detail,
        chip=chip(expected, thresholds) if roles and not is_guest else None,
        sessions=meetings,
        next_on=_next_session(connection, community_id, today),
        rate=rate_of(expected, rule),
        given=tuple(row for row in gifts if row.giver.id == person_id),
        received=tuple(row for row in gifts if row.giver.id != person_id),
        promises=tuple(promises(connection, community_id, today, person_id=person_id)),
        stories=tuple(
            row for row in stories(connection, community_id) if row.story.person_id == person_id
        ),
        memberships=times,
        departments=_department_times(connection, person_id),
        aliases=tuple(aliases_of(connection, person_id)),
        calls=tuple(call_notes(connection, community_id, person_id)),
        is_guest=is_guest,
    )


def sessions_of(
    connection: Connection, community_id: int, person_id: int
) -> tuple[SessionOfPerson, ...]:
    """Return every session that counts towards rates with somebody's mark in it, by date."""
    any_mark = aliased(AttendanceMark)
    counts = (
        select(any_mark.session_id)
        .where(any_mark.session_id == Session.id, any_mark.mark.in_(TOOK_PLACE))
        .exists()
    )
    rows = connection.execute(
        select(Session.id, Session.starts_at, Session.title, AttendanceMark.mark,
               Expected.person_id.label("expected"))
        .outerjoin(AttendanceMark, (AttendanceMark.session_id == Session.id)
                   & (AttendanceMark.person_id == person_id))
        .outerjoin(Expected, (Expected.session_id == Session.id)
                   & (Expected.person_id == person_id))
        .where(Session.community_id == community_id, counts,
               Session.state != SessionState.CANCELLED)
        .order_by(Session.starts_at, Session.id)
    )  # fmt: skip
    return tuple(
        SessionOfPerson(
            row.id,
            row.starts_at.date(),
            row.title,
            row.mark or (Mark.UNKNOWN if row.expected else None),
            row.expected is not None,
        )
        for row in rows
    )


def _covers(time: MembershipTime, today: date) -> bool:
    return (time.joined_on is None or time.joined_on <= today) and (
        time.left_on is None or today <= time.left_on
    )


def _next_session(connection: Connection, community_id: int, today: date) -> date | None:
    found = connection.scalars(
        select(Session.starts_at)
        .where(Session.community_id == community_id, Session.state == SessionState.PLANNED)
        .order_by(Session.starts_at)
    )
    return next((starts.date() for starts in found if starts.date() >= today), None)


def _memberships(connection: Connection, person_id: int) -> tuple[MembershipTime, ...]:
    rows = connection.execute(
        select(Membership, Community.name, ReasonTheme.name.label("theme"))
        .join(Community, Community.id == Membership.community_id)
        .outerjoin(ReasonTheme, ReasonTheme.id == Membership.reason_theme_id)
        .where(Membership.person_id == person_id)
        .order_by(Membership.joined_on.desc(), Membership.id.desc())
    )
    return tuple(
        MembershipTime(
            row.community_id,
            community,
            row.role,
            row.joined_on,
            row.left_on,
            row.reason_to_join,
            theme or "",
            row.reason_to_leave,
        )
        for row, community, theme in rows
    )


def _department_times(connection: Connection, person_id: int) -> tuple[DepartmentTime, ...]:
    by_id = {row.id: row for row in departments(connection)}
    stays = connection.scalars(
        select(DepartmentStay)
        .join(Department, Department.id == DepartmentStay.department_id)
        .where(DepartmentStay.person_id == person_id)
    ).all()
    ordered = sorted(stays, key=lambda row: row.since or date.min)
    ends = [row.since for row in ordered[1:]] + [None]
    return tuple(
        DepartmentTime(by_id[row.department_id], row.since, end)
        for row, end in zip(ordered, ends, strict=False)  # without any, there is no end either
    )
