"""A goal kept together with a business figure that is new, as one step."""

from dataclasses import replace

from workbench.communities.plan_actions import add_goal, change_goal
from workbench.communities.rules import GoalDraft, checked_goal
from workbench.foundation.errors import BadInput
from workbench.impact.actions import add_figure
from workbench.impact.rules import FigureDraft
from workbench.storage.unit_of_work import Work, action


@action("Keep goal")
def keep_goal(
    work: Work,
    community_id: int,
    goal_id: int | None,
    draft: GoalDraft,
    figure: FigureDraft | None = None,
) -> int:
    """Add a goal, or change `goal_id`, measured by a new figure if one is given; return its number.

    Raises BadInput; one about the figure's name names the field "figure".
    """
    checked_goal(draft)
    if figure is not None:
        draft = replace(draft, measure=f"figure:{_added_figure(work, community_id, figure)}")
    if goal_id is None:
        return add_goal(work, community_id, draft)
    change_goal(work, goal_id, draft)
    return goal_id


def _added_figure(work: Work, community_id: int, figure: FigureDraft) -> int:
    try:
        return add_figure(work, community_id, figure)
    except BadInput as problem:
        if problem.field != "name":
            raise
        raise BadInput(problem.sentence, problem.next_step, field="figure") from problem
