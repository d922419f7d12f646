"""Tables of contributions: what was given, to whom, and promises."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import ContributionKind, PromiseState
from workbench.models.base import Base, refers_to, words


class OwnKind(Base):
    """A kind of contribution of the facilitator's own; it counts as one of the program's."""

    __tablename__ = "own_kinds"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    letter: Mapped[str] = mapped_column(default="")
    counts_as: Mapped[ContributionKind] = mapped_column(words(ContributionKind))
    position: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(default=False)


class KindWording(Base):
    """How the facilitator calls one of the program's kinds, by its word; whether it is offered."""

    __tablename__ = "kind_wordings"
    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    letter: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)


class Contribution(Base):
    """Something given in a community, in a session or between sessions.

    A question stays open until the day it was answered is known.
    """

    __tablename__ = "contributions"
    __table_args__ = (Index("ix_contributions_community_day", "community_id", "given_on"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    session_id: Mapped[int | None] = mapped_column(
        refers_to("sessions.id", ondelete="SET NULL"), index=True
    )
    giver_id: Mapped[int] = mapped_column(refers_to("people.id"), index=True)
    kind: Mapped[ContributionKind] = mapped_column(words(ContributionKind))
    own_kind_id: Mapped[int | None] = mapped_column(
        refers_to("own_kinds.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date]
    answered_on: Mapped[date | None]


class ContributionReceiver(Base):
    """Somebody who received a contribution."""

    __tablename__ = "contribution_receivers"
    contribution_id: Mapped[int] = mapped_column(refers_to("contributions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)


class ContributionTag(Base):
    """A word on a contribution, such as where it is in use."""

    __tablename__ = "contribution_tags"
    contribution_id: Mapped[int] = mapped_column(refers_to("contributions.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


class Promise(Base):
    """What a member, or the facilitator where nobody is named, will try or bring by a date."""

    __tablename__ = "promises"
    __table_args__ = (Index("ix_promises_community_due", "community_id", "due_on"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id"), index=True)
    about_person_id: Mapped[int | None] = mapped_column(refers_to("people.id"))
    session_id: Mapped[int | None] = mapped_column(refers_to("sessions.id", ondelete="SET NULL"))
    text: Mapped[str]
    made_on: Mapped[date]
    due_on: Mapped[date | None]
    state: Mapped[PromiseState] = mapped_column(words(PromiseState), default=PromiseState.OPEN)
    settled_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")
    follows_id: Mapped[int | None] = mapped_column(refers_to("promises.id", ondelete="SET NULL"))
