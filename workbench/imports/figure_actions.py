"""Taking monthly figures into a community: one use case, one undo step."""

from collections.abc import Sequence

from workbench.communities.actions import create_community
from workbench.foundation.text import counted
from workbench.impact.actions import add_figure, set_months
from workbench.impact.queries import find_figure
from workbench.impact.rules import FigureDraft
from workbench.imports.figure_plan import FigurePlan
from workbench.imports.roster_queries import community_number
from workbench.storage.unit_of_work import Work, action


@action("Import business figures")
def take_figures(work: Work, community: str, plans: Sequence[FigurePlan]) -> int:
    """Write the months of a plan; figures and the community are made where they are new."""
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    months = 0
    for plan in plans:
        figure_id = find_figure(work.session, community_id, plan.title)
        if figure_id is None:
            unit = "%" if plan.percent else ""
            figure_id = add_figure(work, community_id, FigureDraft(name=plan.title, unit=unit))
        months += set_months(work, figure_id, dict(plan.months))
    work.name = f"Import {counted(months, 'month', 'months')} of business figures"
    return months
