"""Reading the plan of a session for its prints."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import there, workspace_setting
from workbench.foundation.errors import NotFound
from workbench.foundation.words import Role
from workbench.models.communities import Community, Goal
from workbench.reports.prints.plan import SessionPlan
from workbench.rosters.queries import roster
from workbench.sessions.column_queries import columns
from workbench.sessions.material_queries import materials
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.queries import session_detail


def session_plan(connection: Connection, session_id: int, today: date) -> SessionPlan:
    """Return a session with all that its prints show of the plan; raises NotFound."""
    detail = session_detail(connection, session_id)
    community = there(connection, Community, detail.community_id, "community")
    goal = connection.scalar(select(Goal.title).where(Goal.id == detail.goal_id))
    return SessionPlan(
        detail=detail,
        community=community.name,
        about=" · ".join(p for p in (community.strapline, community.organisation) if p),
        made_on=today,
        goal=goal or "",
        facilitator=workspace_setting(connection, "facilitator"),
        co_hosts=tuple(
            row.name
            for row in roster(connection, detail.community_id, detail.starts.date())
            if row.role is Role.CO_HOST
        ),
        columns=tuple(columns(connection, detail.community_id)),
        pre_work=tuple(pre_work(connection, session_id)),
        materials=tuple(materials(connection, session_id)),
    )


def session_of(connection: Connection, community_id: int, session_id: int) -> int:
    """Return the number of a session of this community; raises NotFound for one elsewhere."""
    if session_detail(connection, session_id).community_id != community_id:
        raise NotFound(
            f"Session number {session_id} belongs to another community.",
            "Choose a session of this one.",
        )
    return session_id
