"""Writing which goal a session serves."""

from workbench.communities.queries import there
from workbench.foundation.errors import NotFound
from workbench.models.communities import Goal
from workbench.sessions.row_queries import session_row
from workbench.storage.unit_of_work import Work, action


@action("Choose goal")
def serve_goal(work: Work, session_id: int, goal_id: int | None) -> None:
    """Let a session serve a goal of its community, or none; raises NotFound."""
    row = session_row(work.session, session_id)
    if goal_id is not None:
        goal = there(work.session, Goal, goal_id, "goal")
        if goal.community_id != row.community_id:
            raise NotFound(f'The goal "{goal.title}" belongs to another community.')
    row.goal_id = goal_id
    work.name = f"Choose goal for {row.title}"
