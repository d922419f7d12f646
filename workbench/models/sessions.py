"""Tables of sessions: plans, blocks, who was expected, who came, how it ran."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import BlockKind, Mark, SessionState
from workbench.models.base import Base, Instant, refers_to, words


class Series(Base):
    """A repeated plan that sessions belong to, with its RFC 5545 rule."""

    __tablename__ = "series"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    name: Mapped[str]
    rule: Mapped[str] = mapped_column(default="")


class Session(Base):
    """A meeting; `starts_at` is wall time in `zone`, `uid` stays the same in calendar files.

    `revision` and `changed_at` tell a calendar which of two files is the newer one.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="minutes"),
        CheckConstraint("head_count IS NULL OR head_count >= 0", name="head_count"),
        Index("ix_sessions_community_start", "community_id", "starts_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    series_id: Mapped[int | None] = mapped_column(refers_to("series.id", ondelete="SET NULL"))
    goal_id: Mapped[int | None] = mapped_column(refers_to("goals.id", ondelete="SET NULL"))
    uid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(default=90)
    zone: Mapped[str] = mapped_column(default="UTC")
    place: Mapped[str] = mapped_column(default="")
    state: Mapped[SessionState] = mapped_column(words(SessionState), default=SessionState.PLANNED)
    head_count: Mapped[int | None]
    marking_started_at: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime | None] = mapped_column(Instant)


class Block(Base):
    """A timed item of an agenda; its start follows from those before it unless locked."""

    __tablename__ = "blocks"
    __table_args__ = (
        CheckConstraint("minutes >= 0", name="minutes"),
        Index("ix_blocks_session_position", "session_id", "position"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[BlockKind] = mapped_column(words(BlockKind), default=BlockKind.EXCHANGE)
    minutes: Mapped[int]
    locked_start: Mapped[time | None]
    method: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")
    grouping: Mapped[str] = mapped_column(default="")
    to_say: Mapped[str] = mapped_column(default="")
    materials: Mapped[str] = mapped_column(default="")
    remote: Mapped[str] = mapped_column(default="")


class Expected(Base):
    """Somebody on the expected list of a session, frozen when marking starts."""

    __tablename__ = "expected"
    __table_args__ = (Index("ix_expected_person", "person_id"),)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)


class AttendanceMark(Base):
    """Whether somebody came: one row for a person and a session; minutes only where known."""

    __tablename__ = "attendance_marks"
    __table_args__ = (Index("ix_attendance_marks_person", "person_id"),)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    mark: Mapped[Mark] = mapped_column(words(Mark))
    arrived_at: Mapped[time | None]
    minutes: Mapped[float | None]
    source: Mapped[str] = mapped_column(default="")


class AttendanceFile(Base):
    """A meeting file that was taken into a session, known again by the hash of its content."""

    __tablename__ = "attendance_files"
    __table_args__ = (UniqueConstraint("session_id", "content_hash"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    content_hash: Mapped[str]
    recognised_as: Mapped[str]
    taken_at: Mapped[datetime] = mapped_column(Instant)


class SessionRun(Base):
    """The live clock of a session: where it stands, so that a crash loses nothing."""

    __tablename__ = "session_runs"
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    paused_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class BlockRun(Base):
    """How long a block really took; `pause_seconds` and `extra_minutes` are part of its clock."""

    __tablename__ = "block_runs"
    __table_args__ = (Index("ix_block_runs_session", "session_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    block_id: Mapped[int | None] = mapped_column(refers_to("blocks.id", ondelete="SET NULL"))
    position: Mapped[int]
    title: Mapped[str]
    planned_minutes: Mapped[int]
    extra_minutes: Mapped[int] = mapped_column(default=0)
    pause_seconds: Mapped[float] = mapped_column(default=0.0)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
