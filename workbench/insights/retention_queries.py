"""Reading who stays: months of joining, days people came or gave, how many have left."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark, Role, SessionState
from workbench.insights.retention import CLASSIC, ROLLING, Retention, cohorts, pooled
from workbench.models.contributions import Contribution
from workbench.models.rosters import Membership
from workbench.models.sessions import Session
from workbench.sessions.attendance_queries import marks_of


def retention(
    connection: Connection, community_id: int, today: date, *, rolling: bool = False
) -> Retention:
    """Return the cohorts of a community until the last whole month; guests join no cohort.

    People whose day of joining is not known are in none either.
    """
    first = func.min(Membership.joined_on)
    of_members = (Membership.community_id == community_id, Membership.role != Role.GUEST)
    joined = connection.execute(
        select(Membership.person_id, first.label("joined"))
        .where(*of_members)
        .group_by(Membership.person_id)
        .having(func.count() == func.count(Membership.joined_on))
    )
    last = today.replace(day=1) - timedelta(days=1)
    found = cohorts(
        {row.person_id: row.joined for row in joined},
        _days_there(connection, community_id),
        last,
        rolling=rolling,
    )
    still = select(Membership.person_id).where(
        *of_members, Membership.left_on.is_(None) | (Membership.left_on >= today)
    )
    left = connection.scalar(
        select(func.count(Membership.person_id.distinct())).where(
            *of_members, Membership.person_id.not_in(still)
        )
    )
    return Retention(found, pooled(found), left or 0, ROLLING if rolling else CLASSIC)


def _days_there(connection: Connection, community_id: int) -> dict[int, set[date]]:
    """Return a day of each month in which a person came to a session that was held, or gave."""
    found: dict[int, set[date]] = defaultdict(set)
    for month, people in _came(connection, community_id).items():
        for person in people:
            found[person].add(month)
    gave = connection.execute(
        select(Contribution.giver_id, Contribution.given_on)
        .where(Contribution.community_id == community_id)
        .distinct()
    )
    for giver, given_on in gave:
        found[giver].add(given_on)
    return found


def _came(connection: Connection, community_id: int) -> dict[date, set[int]]:
    """Return who came in each month, by its first day."""
    days = connection.execute(
        select(Session.id, Session.starts_at).where(
            Session.community_id == community_id, Session.state != SessionState.CANCELLED
        )
    )
    marks = marks_of(connection, community_id)
    found: dict[date, set[int]] = defaultdict(set)
    for session, starts_at in days:
        found[starts_at.date().replace(day=1)].update(
            person
            for person, mark in marks.get(session, {}).items()
            if mark is Mark.PRESENT or mark is Mark.PART
        )
    return found
