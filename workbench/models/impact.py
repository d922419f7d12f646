"""Tables of impact: stories of learning used at work, and business figures by month."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import Direction, Evidence, StoryValue
from workbench.models.base import Base, refers_to, words


class Story(Base):
    """Learning used at work: activity, insight, try, result, evidence; with consent to be told."""

    __tablename__ = "stories"
    __table_args__ = (Index("ix_stories_community_day", "community_id", "told_on"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", ondelete="SET NULL"))
    title: Mapped[str]
    activity: Mapped[str] = mapped_column(default="")
    insight: Mapped[str] = mapped_column(default="")
    attempt: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    evidence_grade: Mapped[Evidence | None] = mapped_column(words(Evidence))
    value: Mapped[StoryValue] = mapped_column(words(StoryValue))
    may_be_told: Mapped[bool] = mapped_column(default=False)
    told_on: Mapped[date]
    ask_again_on: Mapped[date | None]


class BusinessFigure(Base):
    """A monthly number that matters to leaders, with its definition, unit and source."""

    __tablename__ = "business_figures"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    name: Mapped[str]
    definition: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    direction: Mapped[Direction] = mapped_column(words(Direction), default=Direction.HIGHER)
    target: Mapped[float | None]
    target_on: Mapped[date | None]


class FigureMonth(Base):
    """The value of a business figure in a month, kept under the month's first day."""

    __tablename__ = "figure_months"
    figure_id: Mapped[int] = mapped_column(refers_to("business_figures.id"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[float]
