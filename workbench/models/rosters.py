"""Tables of rosters: people, departments over time, memberships, tags, learned names."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import CallState, Role, Source
from workbench.models.base import Base, Instant, refers_to, words


class Person(Base):
    """A human being; `name` is as shown, `folded_name` for finding; notes are private."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(index=True)
    first_name: Mapped[str] = mapped_column(default="")
    last_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="", index=True)
    job_title: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Department(Base):
    """A part of the organisation; the order of making gives its colour."""

    __tablename__ = "departments"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)


class DepartmentStay(Base):
    """Since when somebody is in a department; no date means from the beginning."""

    __tablename__ = "department_stays"
    __table_args__ = (UniqueConstraint("person_id", "since"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    department_id: Mapped[int] = mapped_column(refers_to("departments.id"), index=True)
    since: Mapped[date | None]


class Membership(Base):
    """Somebody's time in a community; no joining date means from the beginning."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("community_id", "person_id", "joined_on"),
        CheckConstraint(
            "left_on IS NULL OR joined_on IS NULL OR left_on >= joined_on", name="order"
        ),
        Index("ix_memberships_person", "person_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    role: Mapped[Role] = mapped_column(words(Role), default=Role.MEMBER)
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    reason_to_join: Mapped[str] = mapped_column(default="")
    reason_theme_id: Mapped[int | None] = mapped_column(
        refers_to("reason_themes.id", ondelete="SET NULL")
    )
    reason_to_leave: Mapped[str] = mapped_column(default="")


class PersonTag(Base):
    """A word the facilitator put on somebody."""

    __tablename__ = "person_tags"
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


class OwnField(Base):
    """A column of the roster that the facilitator added, such as a staff number."""

    __tablename__ = "own_fields"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)


class OwnValue(Base):
    """The text that stands in an own field for somebody."""

    __tablename__ = "own_values"
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    field_id: Mapped[int] = mapped_column(refers_to("own_fields.id"), primary_key=True)
    value: Mapped[str]


class Alias(Base):
    """A name or address that a source uses for somebody, learned from a decision.

    Without a person it belongs to nobody here and is passed over; `how` is the reason in words,
    empty where the facilitator said so; `decided` is false for what a sure match taught.
    """

    __tablename__ = "aliases"
    __table_args__ = (UniqueConstraint("source", "folded_name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id"), index=True)
    source: Mapped[Source] = mapped_column(words(Source))
    name: Mapped[str]
    folded_name: Mapped[str]
    how: Mapped[str] = mapped_column(default="")
    decided: Mapped[bool] = mapped_column(default=True)
    learned_at: Mapped[datetime] = mapped_column(Instant)


class NotTheSame(Base):
    """Two people who look alike and are not one; the lower number stands first."""

    __tablename__ = "not_the_same"
    __table_args__ = (Index("ix_not_the_same_other", "other_id"),)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    said_at: Mapped[datetime] = mapped_column(Instant)


class CallNote(Base):
    """A private note that somebody was called, or that a reason to call may wait `until` a day.

    It never leaves this program: no export, no report, no person's data.
    """

    __tablename__ = "call_notes"
    __table_args__ = (Index("ix_call_notes_person", "community_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    state: Mapped[CallState] = mapped_column(words(CallState))
    noted_on: Mapped[date]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class RememberedMapping(Base):
    """How the columns of a kind of file were mapped last time, found by its headers."""

    __tablename__ = "remembered_mappings"
    signature: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[str]
    remembered_at: Mapped[datetime] = mapped_column(Instant)
