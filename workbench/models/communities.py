"""Tables of communities: the charter, its norms, rhythms, goals and dated events."""

from datetime import date, time

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import ChartSeries, ExcusedRule
from workbench.models.base import Base, refers_to, words


class Community(Base):
    """A group with a purpose; `folded_name` is its name for comparing."""

    __tablename__ = "communities"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    strapline: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    place_between: Mapped[str] = mapped_column(default="")
    founded_on: Mapped[date | None]
    zone: Mapped[str] = mapped_column(default="UTC")
    excused_rule: Mapped[ExcusedRule] = mapped_column(
        words(ExcusedRule), default=ExcusedRule.EXPECTED
    )


class Norm(Base):
    """One norm of a charter in one version of the list."""

    __tablename__ = "norms"
    __table_args__ = (UniqueConstraint("community_id", "version", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    version: Mapped[int]
    position: Mapped[int]
    text: Mapped[str]
    agreed_on: Mapped[date | None]


class Rhythm(Base):
    """A repeated meeting of the community: an RFC 5545 rule, or words alone where there is none."""

    __tablename__ = "rhythms"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    name: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    rule: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[time | None]
    minutes: Mapped[int | None]


class ReasonTheme(Base):
    """A theme that members' reasons to come fall under, and whether the purpose names it."""

    __tablename__ = "reason_themes"
    __table_args__ = (UniqueConstraint("community_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    name: Mapped[str]
    in_purpose: Mapped[bool] = mapped_column(default=False)
    at_joining: Mapped[int] = mapped_column(default=0)


class Goal(Base):
    """What the community should achieve: indicator, baseline, target, date, owner, objective.

    `measure` names where the current value comes from: "figure:7", "instrument:safety-pulse",
    "help across" or nothing; it is text, because survey tables take part in no foreign key.
    """

    __tablename__ = "goals"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    indicator: Mapped[str] = mapped_column(default="")
    objective: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    baseline: Mapped[float | None]
    baseline_on: Mapped[date | None]
    target: Mapped[float | None]
    target_on: Mapped[date | None]
    owner_id: Mapped[int | None] = mapped_column(refers_to("people.id", ondelete="SET NULL"))


class Event(Base):
    """A dated note drawn on trends; one with an end is a pause."""

    __tablename__ = "events"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),
        Index("ix_events_community_day", "community_id", "starts_on"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    title: Mapped[str]


class SaidAndDone(Base):
    """One line of "you said, we did" after a wave, in the facilitator's words.

    `wave_number` is a plain number: a key would join the survey tables to the others.
    """

    __tablename__ = "said_and_done"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    wave_number: Mapped[int]
    position: Mapped[int] = mapped_column(default=0)
    said: Mapped[str]
    did: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None]


class ChartNote(Base):
    """The facilitator's own note on a point of a chart, found by its series and its day.

    It names no wave: a key would join the survey tables to the others.
    """

    __tablename__ = "chart_notes"
    __table_args__ = (
        CheckConstraint("(series = 'figure') = (figure_id IS NOT NULL)", name="figure"),
        Index("ix_chart_notes_community_day", "community_id", "noted_on"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    series: Mapped[ChartSeries] = mapped_column(words(ChartSeries))
    figure_id: Mapped[int | None] = mapped_column(refers_to("business_figures.id"))
    noted_on: Mapped[date]
    text: Mapped[str]


class OpenQuestion(Base):
    """Something the figures cannot tell yet, to be asked about, until it has its answer."""

    __tablename__ = "open_questions"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    asked_on: Mapped[date]
    settled_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    in_brief: Mapped[bool] = mapped_column(default=True)


class UsualRange(Base):
    """The stretch of a series whose ups and downs count as usual, fixed once with a reason."""

    __tablename__ = "usual_ranges"
    __table_args__ = (
        CheckConstraint("last_on >= first_on", name="order"),
        CheckConstraint("(series = 'figure') = (figure_id IS NOT NULL)", name="figure"),
        Index("ix_usual_ranges_community_series", "community_id", "series"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    series: Mapped[ChartSeries] = mapped_column(words(ChartSeries))
    figure_id: Mapped[int | None] = mapped_column(refers_to("business_figures.id"))
    first_on: Mapped[date]
    last_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    set_on: Mapped[date]


class WorkspaceSetting(Base):
    """A setting that belongs to the file and moves with it, such as the facilitator's name."""

    __tablename__ = "workspace_settings"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
