"""Writing impact: stories, business figures and their months; each one undo step."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from workbench.communities.queries import there
from workbench.foundation.dates import month_name
from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.impact.queries import find_figure
from workbench.impact.rules import (
    FigureDraft,
    StoryDraft,
    checked_figure,
    checked_month,
    checked_story,
    checked_value,
)
from workbench.models.communities import Community
from workbench.models.impact import BusinessFigure, FigureMonth, Story
from workbench.models.rosters import Person
from workbench.storage.unit_of_work import Work, action


@action("Write story")
def add_story(work: Work, community_id: int, draft: StoryDraft) -> int:
    """Write a story down and return its number; without a day it was told today."""
    there(work.session, Community, community_id, "community")
    row = Story(community_id=community_id, told_on=work.clock.today())
    _write_story(work, row, draft)
    work.session.add(row)
    work.session.flush()
    work.name = f"Write story {row.title}"
    return row.id


@action("Change story")
def change_story(work: Work, story_id: int, draft: StoryDraft) -> None:
    """Change a story to what the draft says; raises BadInput or NotFound."""
    row = there(work.session, Story, story_id, "story")
    _write_story(work, row, draft)
    work.name = f"Change story {row.title}"


@action("Delete story")
def delete_story(work: Work, story_id: int) -> None:
    """Take a story out."""
    row = there(work.session, Story, story_id, "story")
    work.name = f"Delete story {row.title}"
    work.session.delete(row)


@action("Add business figure")
def add_figure(work: Work, community_id: int, draft: FigureDraft) -> int:
    """Define a business figure and return its number; raises BadInput if the name is taken."""
    there(work.session, Community, community_id, "community")
    checked = checked_figure(draft)
    _free_name(work, community_id, checked.name, None)
    row = BusinessFigure(community_id=community_id, **asdict(checked))
    work.session.add(row)
    work.session.flush()
    work.name = f"Add figure {row.name}"
    return row.id


@action("Change business figure")
def change_figure(work: Work, figure_id: int, draft: FigureDraft) -> None:
    """Change what a figure is; its months stay; raises BadInput or NotFound."""
    row = there(work.session, BusinessFigure, figure_id, "business figure")
    checked = checked_figure(draft)
    _free_name(work, row.community_id, checked.name, figure_id)
    for field, value in asdict(checked).items():
        setattr(row, field, value)
    work.name = f"Change figure {row.name}"


@action("Delete business figure")
def delete_figure(work: Work, figure_id: int) -> None:
    """Take a figure out with all its months."""
    row = there(work.session, BusinessFigure, figure_id, "business figure")
    work.name = f"Delete figure {row.name}"
    work.session.delete(row)


@action("Type in figures")
def set_months(work: Work, figure_id: int, values: Mapping[date, float | None]) -> int:
    """Set months of a figure, None emptying a month, and return how many changed.

    Any day of a month stands for it; raises BadInput for months to come and for what is no number.
    """
    figure = there(work.session, BusinessFigure, figure_id, "business figure")
    changed = 0
    for on, value in values.items():
        month = checked_month(on, work.clock.today())
        changed += _set_month(work, figure_id, month, value)
    named = month_name(next(iter(values))) if len(values) == 1 else ""
    months = named or counted(changed, "month", "months")
    work.name = f"Type in {months} of {figure.name}"
    return changed


def _set_month(work: Work, figure_id: int, month: date, value: float | None) -> bool:
    row = work.session.get(FigureMonth, (figure_id, month))
    if value is None:
        if row is not None:
            work.session.delete(row)
        return row is not None
    checked_value(value)
    if row is None:
        work.session.add(FigureMonth(figure_id=figure_id, month=month, value=value))
        return True
    changed = row.value != value
    row.value = value
    return changed


def _free_name(work: Work, community_id: int, name: str, own_id: int | None) -> None:
    other = find_figure(work.session, community_id, name)
    if other not in (None, own_id):
        raise BadInput(
            f'There is already a figure "{name}".',
            "Type into that one, or rename it.",
            field="name",
        )


def _write_story(work: Work, row: Story, draft: StoryDraft) -> None:
    checked = checked_story(draft)
    if checked.person_id is not None:
        there(work.session, Person, checked.person_id, "person")
    told_on = checked.told_on or row.told_on
    for field, value in asdict(checked).items():
        setattr(row, field, value)
    row.told_on = told_on
