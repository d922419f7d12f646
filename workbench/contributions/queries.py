"""Reading contributions: one gift whole, who may be named, how much was given and by how many."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.names import Somebody, told_apart
from workbench.contributions.rules import Gift
from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import ContributionKind, Role, SessionState
from workbench.models.contributions import Contribution, ContributionReceiver, ContributionTag
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import Session
from workbench.rosters.queries import covering, departments_of


@dataclass(frozen=True, slots=True)
class SessionCount:
    """How much was given in a held session."""

    session_id: int
    on: date
    title: str
    given: int


def contribution(connection: Connection, contribution_id: int) -> Gift:
    """Return one gift as it could be logged again; raises NotFound."""
    found = connection.get(Contribution, contribution_id)
    if found is None:
        raise NotFound("This contribution is no longer there.")
    receivers = select(ContributionReceiver.person_id).where(
        ContributionReceiver.contribution_id == contribution_id
    )
    tags = select(ContributionTag.tag).where(ContributionTag.contribution_id == contribution_id)
    return Gift(
        giver_id=found.giver_id,
        kind=found.kind,
        text=found.text,
        receiver_ids=tuple(sorted(connection.scalars(receivers))),
        tags=tuple(sorted(connection.scalars(tags), key=str.casefold)),
        given_on=found.given_on,
        session_id=found.session_id,
        own_kind_id=found.own_kind_id,
    )


def people_to_name(connection: Connection, community_id: int, *days: date) -> list[Somebody]:
    """Return who may be named in capture: who belonged on one of the days, guests too, by name.

    Where two have one name their departments stand behind it.
    """
    rows = connection.execute(
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id, or_(*(and_(*covering(on)) for on in days)))
        .order_by(Person.folded_name, Person.id)
        .distinct()
    )
    people = [Somebody(row.id, row.name) for row in rows]
    names = Counter(fold(one.name) for one in people)
    twins = {one.id for one in people if names[fold(one.name)] > 1}
    departments = departments_of(connection, twins) if twins else {}
    return told_apart(people, {number: row.name for number, row in departments.items()})


def session_counts(connection: Connection, community_id: int) -> list[SessionCount]:
    """Return how much was given in each held session by date, nothing given counting as 0."""
    counts = counts_by_place(connection, community_id)
    rows = connection.execute(
        select(Session.id, Session.starts_at, Session.title)
        .where(Session.community_id == community_id, Session.state == SessionState.HELD)
        .order_by(Session.starts_at, Session.id)
    )
    return [SessionCount(row.id, row.starts_at.date(), row.title, counts[row.id]) for row in rows]


def given_by_member(
    connection: Connection,
    community_id: int,
    on: date,
    since: date | None = None,
    kind: ContributionKind | None = None,
) -> dict[int, int]:
    """Return how much each member of a day has given since, those who gave nothing included."""
    members = connection.scalars(
        select(Membership.person_id)
        .distinct()
        .where(
            Membership.community_id == community_id, Membership.role != Role.GUEST, *covering(on)
        )
    )
    statement = select(Contribution.giver_id, func.count()).where(
        Contribution.community_id == community_id, Contribution.given_on <= on
    )
    if since:
        statement = statement.where(Contribution.given_on >= since)
    if kind is not None:
        statement = statement.where(Contribution.kind == kind)
    counts = dict(connection.execute(statement.group_by(Contribution.giver_id)).all())
    return {person_id: counts.get(person_id, 0) for person_id in members}


def kind_counts(
    connection: Connection, community_id: int, since: date | None = None, until: date | None = None
) -> dict[ContributionKind, int]:
    """Return how much was given of each kind between two days, or ever."""
    statement = select(Contribution.kind, func.count()).where(
        Contribution.community_id == community_id
    )
    if since:
        statement = statement.where(Contribution.given_on >= since)
    if until:
        statement = statement.where(Contribution.given_on <= until)
    return dict(connection.execute(statement.group_by(Contribution.kind)).all())


def tags_in_use(connection: Connection, community_id: int) -> list[str]:
    """Return every tag in use, each once whatever its case, by name."""
    rows = connection.scalars(
        select(ContributionTag.tag)
        .join(Contribution, Contribution.id == ContributionTag.contribution_id)
        .where(Contribution.community_id == community_id)
        .distinct()
    )
    return sorted({fold(tag): tag for tag in rows}.values(), key=str.casefold)


def counts_by_place(connection: Connection, community_id: int) -> Counter[int | date]:
    """Return how much was given by session number, or by day where it was between sessions."""
    rows = connection.execute(
        select(Contribution.session_id, Contribution.given_on, func.count())
        .where(Contribution.community_id == community_id)
        .group_by(Contribution.session_id, Contribution.given_on)
    )
    counts: Counter[int | date] = Counter()
    for session_id, on, number in rows:
        counts[session_id if session_id is not None else on] += number
    return counts
