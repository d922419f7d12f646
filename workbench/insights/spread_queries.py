"""Reading how giving is spread over the members of a day: whole, by department, newcomers."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.queries import given_by_member
from workbench.contributions.spread_parts import GivingMember, SpreadParts, spread_parts
from workbench.foundation.words import ContributionKind, Role
from workbench.models.contributions import Contribution
from workbench.rosters.queries import RosterRow, roster


def spread_of(
    connection: Connection,
    community_id: int,
    today: date,
    since: date | None,
    held: list[date],
    kind: ContributionKind | None = None,
) -> SpreadParts:
    """Return how giving is spread since a day, of one kind or all; guests are not members."""
    counts = given_by_member(connection, community_id, today, since, kind)
    first = _first_days(connection, community_id, today, kind)
    members = {
        row.person_id: _member(row, counts[row.person_id], first.get(row.person_id))
        for row in roster(connection, community_id, today)
        if row.role is not Role.GUEST and row.person_id in counts
    }
    of = f"over {kind.value} alone" if kind else "over all kinds"
    return spread_parts(list(members.values()), held, today, of)


def _first_days(
    connection: Connection, community_id: int, today: date, kind: ContributionKind | None
) -> dict[int, date]:
    statement = select(Contribution.giver_id, func.min(Contribution.given_on)).where(
        Contribution.community_id == community_id, Contribution.given_on <= today
    )
    if kind is not None:
        statement = statement.where(Contribution.kind == kind)
    return dict(connection.execute(statement.group_by(Contribution.giver_id)).all())


def _member(row: RosterRow, given: int, first_on: date | None) -> GivingMember:
    return GivingMember(
        given=given,
        role=row.role,
        department=row.department.name if row.department else "",
        place=row.department.position if row.department else 0,
        joined_on=row.joined_on,
        first_on=first_on,
    )
