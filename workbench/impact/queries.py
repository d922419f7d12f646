"""Reading impact: stories of learning used at work, business figures month by month."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import there
from workbench.foundation.text import fold
from workbench.foundation.words import Direction
from workbench.impact.rules import StoryDraft, chain_of, missing_months
from workbench.models.impact import BusinessFigure, FigureMonth, Story
from workbench.models.rosters import Person


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The value of a figure in a month, kept under the month's first day."""

    month: date
    value: float


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A business figure with its months by date, and the months that are over without a value."""

    id: int
    name: str
    definition: str
    unit: str
    source: str
    direction: Direction
    target: float | None
    target_on: date | None
    months: tuple[MonthRow, ...]
    missing: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with its teller's name; `chain` says which of the five links are told."""

    id: int
    who: str
    story: StoryDraft
    chain: tuple[bool, ...]


def figures(connection: Connection, community_id: int, today: date) -> list[FigureRow]:
    """Return the business figures of a community in the order of making."""
    rows = connection.scalars(
        select(BusinessFigure)
        .where(BusinessFigure.community_id == community_id)
        .order_by(BusinessFigure.id)
    ).all()
    months = _months(connection, community_id)
    return [_figure(row, tuple(months[row.id]), today) for row in rows]


def figure(connection: Connection, figure_id: int, today: date) -> FigureRow:
    """Return one business figure; raises NotFound."""
    row = there(connection, BusinessFigure, figure_id, "business figure")
    return _figure(row, tuple(_months(connection, row.community_id)[figure_id]), today)


def find_figure(connection: Connection, community_id: int, name: str) -> int | None:
    """Return the figure of a name whatever its case and accents, or None."""
    rows = connection.execute(
        select(BusinessFigure.id, BusinessFigure.name).where(
            BusinessFigure.community_id == community_id
        )
    )
    return next((row.id for row in rows if fold(row.name) == fold(name)), None)


def stories(connection: Connection, community_id: int) -> list[StoryRow]:
    """Return the stories of a community, newest first."""
    rows = connection.execute(
        select(Story, Person.name)
        .outerjoin(Person, Person.id == Story.person_id)
        .where(Story.community_id == community_id)
        .order_by(Story.told_on.desc(), Story.id.desc())
    )
    found = []
    for row, who in rows:
        story = _draft(row)
        found.append(StoryRow(row.id, who or "", story, chain_of(story)))
    return found


def _draft(row: Story) -> StoryDraft:
    return StoryDraft(
        title=row.title,
        person_id=row.person_id,
        activity=row.activity,
        insight=row.insight,
        attempt=row.attempt,
        result=row.result,
        evidence=row.evidence,
        evidence_grade=row.evidence_grade,
        value=row.value,
        may_be_told=row.may_be_told,
        told_on=row.told_on,
        ask_again_on=row.ask_again_on,
    )


def _figure(row: BusinessFigure, months: tuple[MonthRow, ...], today: date) -> FigureRow:
    return FigureRow(
        row.id,
        row.name,
        row.definition,
        row.unit,
        row.source,
        row.direction,
        row.target,
        row.target_on,
        months,
        missing_months(tuple(month.month for month in months), today),
    )


def _months(connection: Connection, community_id: int) -> dict[int, list[MonthRow]]:
    found: dict[int, list[MonthRow]] = defaultdict(list)
    rows = connection.execute(
        select(FigureMonth.figure_id, FigureMonth.month, FigureMonth.value)
        .join(BusinessFigure, BusinessFigure.id == FigureMonth.figure_id)
        .where(BusinessFigure.community_id == community_id)
        .order_by(FigureMonth.month)
    )
    for figure_id, month, value in rows:
        found[figure_id].append(MonthRow(month, value))
    return found
