"""Reading why each member comes, and under which theme the facilitator put it."""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.foundation.words import Role
from workbench.models.rosters import Membership, Person


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Why somebody comes, in their words as the facilitator noted them; empty: not asked yet."""

    membership_id: int
    person_id: int
    name: str
    reason: str
    theme_id: int | None


def reasons(session: Session, community_id: int) -> list[ReasonRow]:
    """Return why each of those who belong comes, by name; guests only where a theme is given."""
    rows = session.execute(
        select(Membership, Person.name)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.community_id == community_id,
            Membership.left_on.is_(None),
            or_(Membership.role != Role.GUEST, Membership.reason_theme_id.is_not(None)),
        )
        .order_by(Person.folded_name, Person.id)
    )
    return [
        ReasonRow(row.id, row.person_id, name, row.reason_to_join, row.reason_theme_id)
        for row, name in rows
    ]
