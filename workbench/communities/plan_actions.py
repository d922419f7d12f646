"""Writing what a community plans by: goals, rhythms, events; one step each."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.communities.queries import there
from workbench.communities.rules import (
    EventDraft,
    GoalDraft,
    RhythmDraft,
    checked_event,
    checked_goal,
    checked_rhythm,
)
from workbench.models.communities import Community, Event, Goal, Rhythm
from workbench.models.rosters import Person
from workbench.storage.unit_of_work import Work, action


@action("Add goal")
def add_goal(work: Work, community_id: int, draft: GoalDraft) -> int:
    """Add a goal at the end of the list and return its number; raises BadInput."""
    there(work.session, Community, community_id, "community")
    last = select(func.max(Goal.position)).where(Goal.community_id == community_id)
    position = (work.session.scalar(last) or 0) + 1
    values = _goal_values(work.session, draft)
    work.name = f"Add goal {values['title']}"
    return _added(work, Goal(community_id=community_id, position=position, **values))


@action("Change goal")
def change_goal(work: Work, goal_id: int, draft: GoalDraft) -> None:
    """Change a goal to what the draft says; raises BadInput."""
    found = there(work.session, Goal, goal_id, "goal")
    _set(found, _goal_values(work.session, draft))
    work.name = f"Change goal {found.title}"


@action("Delete goal")
def delete_goal(work: Work, goal_id: int) -> None:
    """Take a goal out; sessions that served it stay, without a goal."""
    found = there(work.session, Goal, goal_id, "goal")
    work.name = f"Delete goal {found.title}"
    work.session.delete(found)


@action("Add rhythm")
def add_rhythm(work: Work, community_id: int, draft: RhythmDraft) -> int:
    """Add a rhythm and return its number; raises BadInput."""
    there(work.session, Community, community_id, "community")
    return _added(work, Rhythm(community_id=community_id, **asdict(checked_rhythm(draft))))


@action("Change rhythm")
def change_rhythm(work: Work, rhythm_id: int, draft: RhythmDraft) -> None:
    """Change a rhythm to what the draft says; raises BadInput."""
    _set(there(work.session, Rhythm, rhythm_id, "rhythm"), asdict(checked_rhythm(draft)))


@action("Delete rhythm")
def delete_rhythm(work: Work, rhythm_id: int) -> None:
    """Take a rhythm out; sessions already planned stay."""
    work.session.delete(there(work.session, Rhythm, rhythm_id, "rhythm"))


@action("Add event")
def add_event(work: Work, community_id: int, draft: EventDraft) -> int:
    """Add a dated note or a pause and return its number; raises BadInput."""
    there(work.session, Community, community_id, "community")
    values = asdict(checked_event(draft))
    work.name = f"Add event {values['title']}"
    return _added(work, Event(community_id=community_id, **values))


@action("Change event")
def change_event(work: Work, event_id: int, draft: EventDraft) -> None:
    """Change an event to what the draft says; raises BadInput."""
    found = there(work.session, Event, event_id, "event")
    _set(found, asdict(checked_event(draft)))
    work.name = f"Change event {found.title}"


@action("Delete event")
def delete_event(work: Work, event_id: int) -> None:
    """Take an event off the charts."""
    found = there(work.session, Event, event_id, "event")
    work.name = f"Delete event {found.title}"
    work.session.delete(found)


def _goal_values(session: Session, draft: GoalDraft) -> dict[str, Any]:
    values = asdict(checked_goal(draft))
    if draft.owner_id is not None:
        there(session, Person, draft.owner_id, "person")
    return values


def _set(row: Goal | Rhythm | Event, values: Mapping[str, object]) -> None:
    for field, value in values.items():
        setattr(row, field, value)


def _added(work: Work, row: Goal | Rhythm | Event) -> int:
    work.session.add(row)
    work.session.flush()
    return row.id
