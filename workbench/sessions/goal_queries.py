"""Reading which session serves which goal."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import Session


@dataclass(frozen=True, slots=True)
class GoalSession:
    """A session with the number of the goal it serves, None where it serves none yet."""

    id: int
    title: str
    on: date
    goal_id: int | None


def goal_sessions(connection: Connection, community_id: int) -> list[GoalSession]:
    """Return the sessions of a community by date with their goals, those called off left out."""
    rows = connection.execute(
        select(Session.id, Session.title, Session.starts_at, Session.goal_id)
        .where(Session.community_id == community_id, Session.state != SessionState.CANCELLED)
        .order_by(Session.starts_at, Session.id)
    )
    return [GoalSession(row.id, row.title, row.starts_at.date(), row.goal_id) for row in rows]
