"""Fixing which stretch of a series counts as usual, with a reason; one step each."""

from sqlalchemy import select

from workbench.communities.queries import there
from workbench.communities.usual_range_rules import UsualRangeDraft, checked_range
from workbench.foundation.errors import NotFound
from workbench.foundation.words import ChartSeries
from workbench.models.communities import Community, UsualRange
from workbench.storage.unit_of_work import Work, action


@action("Fix usual range", "communities")
def freeze_usual_range(work: Work, community_id: int, draft: UsualRangeDraft) -> None:
    """Fix the usual range of a series on these days, in place of an earlier one.

    Raises BadInput without a reason or with days the wrong way round, NotFound.
    """
    there(work.session, Community, community_id, "community")
    checked = checked_range(draft)
    row = _found(work, community_id, checked.series)
    if row is None:
        row = UsualRange(community_id=community_id, series=checked.series)
        work.session.add(row)
    row.first_on, row.last_on = checked.first_on, checked.last_on
    row.reason, row.set_on = checked.reason, work.clock.today()


@action("Let usual range go", "communities")
def release_usual_range(work: Work, community_id: int, series: ChartSeries) -> None:
    """Let the usual range come from the first waves or all sessions again; raises NotFound."""
    row = _found(work, community_id, series)
    if row is None:
        raise NotFound("No usual range is fixed for this chart.", "Nothing needs to be done.")
    work.session.delete(row)


def _found(work: Work, community_id: int, series: ChartSeries) -> UsualRange | None:
    return work.session.scalars(
        select(UsualRange).where(
            UsualRange.community_id == community_id, UsualRange.series == series
        )
    ).first()
