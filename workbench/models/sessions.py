"""Tables of sessions: seasons, plans, blocks, who was expected, who came, rooms, how it ran."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.foundation.words import BlockKind, Mark, OnDayOff, SessionState
from workbench.models.base import Base, Instant, refers_to, words


class Season(Base):
    """A stretch of a community's calendar, with whose public holidays are days off in it.

    `country` and `region` are ISO 3166 codes such as "GB" and "ENG", empty for no holidays.
    """

    __tablename__ = "seasons"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    first_on: Mapped[date]
    last_on: Mapped[date]
    country: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    on_day_off: Mapped[OnDayOff] = mapped_column(words(OnDayOff), default=OnDayOff.SKIP)


class Closure(Base):
    """Days on which the house is closed, both ends included, beside the public holidays."""

    __tablename__ = "closures"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    name: Mapped[str] = mapped_column(default="")


class Series(Base):
    """A rhythm that sessions belong to: its RFC 5545 rule, time on the wall, length, template."""

    __tablename__ = "series"
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"), index=True)
    season_id: Mapped[int | None] = mapped_column(
        refers_to("seasons.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    rule: Mapped[str] = mapped_column(default="")
    starts: Mapped[time | None]
    minutes: Mapped[int | None]
    template: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")


class Template(Base):
    """An agenda to start from again, kept as the text of a file in resources/agendas."""

    __tablename__ = "templates"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    agenda: Mapped[str]


class OwnMethod(Base):
    """An own way of running a block, kept as the text of a file in resources/methods."""

    __tablename__ = "own_methods"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str]


class MethodNote(Base):
    """The facilitator's view of a method, found by its folded name; `rating` goes from 1 to 5."""

    __tablename__ = "method_notes"
    __table_args__ = (CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),)
    method: Mapped[str] = mapped_column(primary_key=True)
    note: Mapped[str] = mapped_column(default="")
    rating: Mapped[int | None]


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
    season_id: Mapped[int | None] = mapped_column(refers_to("seasons.id", ondelete="SET NULL"))
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
    """A timed item of an agenda; its start follows from those before it unless locked.

    A block `within` another stands in one of its parallel tracks, by the number of the track;
    `position` counts in the agenda, or in the track.
    """

    __tablename__ = "blocks"
    __table_args__ = (
        CheckConstraint("minutes >= 0", name="minutes"),
        CheckConstraint("(within_id IS NULL) = (track IS NULL)", name="track"),
        Index("ix_blocks_session_position", "session_id", "position"),
        Index("ix_blocks_within", "within_id", "track"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    within_id: Mapped[int | None] = mapped_column(refers_to("blocks.id"))
    track: Mapped[int | None]
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


class Track(Base):
    """One of the parallel tracks of a block, numbered from 1: who leads it, and where."""

    __tablename__ = "tracks"
    block_id: Mapped[int] = mapped_column(refers_to("blocks.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")


class BlockColumn(Base):
    """A column of the facilitator's own that every agenda of a community has."""

    __tablename__ = "block_columns"
    __table_args__ = (UniqueConstraint("community_id", "folded_name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    community_id: Mapped[int] = mapped_column(refers_to("communities.id"))
    name: Mapped[str]
    folded_name: Mapped[str]
    position: Mapped[int]


class BlockValue(Base):
    """What a block says in one of the facilitator's own columns."""

    __tablename__ = "block_values"
    block_id: Mapped[int] = mapped_column(refers_to("blocks.id"), primary_key=True)
    column_id: Mapped[int] = mapped_column(refers_to("block_columns.id"), primary_key=True)
    text: Mapped[str]


class PreWork(Base):
    """Something to do before a session: for whom, how long it takes, how many days before it."""

    __tablename__ = "pre_work"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="minutes"),
        CheckConstraint("days_before >= 0", name="days_before"),
        Index("ix_pre_work_session_position", "session_id", "position"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    position: Mapped[int]
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    days_before: Mapped[int] = mapped_column(default=0)
    material: Mapped[str] = mapped_column(default="")


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
    name: Mapped[str] = mapped_column(default="")
    keeps_times: Mapped[bool] = mapped_column(default=True)
    min_minutes: Mapped[float | None]
    late_after: Mapped[float | None]
    taken_at: Mapped[datetime] = mapped_column(Instant)


class AttendanceLine(Base):
    """A line of a meeting file that was given to somebody; lines left open are not kept.

    `stated_minutes` is what the file says, `unplaced_minutes` what it says without times of day.
    """

    __tablename__ = "attendance_lines"
    __table_args__ = (Index("ix_attendance_lines_person", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(refers_to("attendance_files.id"), index=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    unplaced_minutes: Mapped[float | None]
    stated_minutes: Mapped[float | None]


class AttendanceStay(Base):
    """One stretch of a line in the meeting; kept only where times are kept."""

    __tablename__ = "attendance_stays"
    __table_args__ = (CheckConstraint("ends_at >= starts_at", name="order"),)
    line_id: Mapped[int] = mapped_column(refers_to("attendance_lines.id"), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(Instant, primary_key=True)
    ends_at: Mapped[datetime] = mapped_column(Instant)


class SessionRun(Base):
    """The live clock of a session: where it stands, so that a crash loses nothing."""

    __tablename__ = "session_runs"
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    paused_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class BlockRun(Base):
    """How long a block really took; `pause_seconds` and `extra_minutes` are part of its clock.

    A run of a block in a parallel track names the block it stood within and the track; `method`
    stays for learned durations when the block is gone.
    """

    __tablename__ = "block_runs"
    __table_args__ = (Index("ix_block_runs_session", "session_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"))
    block_id: Mapped[int | None] = mapped_column(refers_to("blocks.id", ondelete="SET NULL"))
    within_id: Mapped[int | None] = mapped_column(refers_to("blocks.id", ondelete="SET NULL"))
    track: Mapped[int | None]
    position: Mapped[int]
    title: Mapped[str]
    method: Mapped[str] = mapped_column(default="")
    planned_minutes: Mapped[int]
    extra_minutes: Mapped[int] = mapped_column(default=0)
    pause_seconds: Mapped[float] = mapped_column(default=0.0)
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class Debrief(Base):
    """The facilitator's three answers after a session, in their own words."""

    __tablename__ = "debriefs"
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    worked: Mapped[str] = mapped_column(default="")
    differently: Mapped[str] = mapped_column(default="")
    carry_over: Mapped[str] = mapped_column(default="")
    written_at: Mapped[datetime] = mapped_column(Instant)


class Draw(Base):
    """Rooms that were used: people put together for a block, or for the whole session."""

    __tablename__ = "draws"
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), index=True)
    block_id: Mapped[int | None] = mapped_column(refers_to("blocks.id", ondelete="SET NULL"))
    room_size: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Instant)


class Room(Base):
    """One room of a draw."""

    __tablename__ = "rooms"
    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(refers_to("draws.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    on_screen: Mapped[bool] = mapped_column(default=False)


class Seat(Base):
    """Who sits in a room, and whether the facilitator pinned them to it."""

    __tablename__ = "seats"
    __table_args__ = (Index("ix_seats_person", "person_id"),)
    room_id: Mapped[int] = mapped_column(refers_to("rooms.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    pinned: Mapped[bool] = mapped_column(default=False)


class OnScreen(Base):
    """Somebody who joins a session on screen rather than in the room."""

    __tablename__ = "on_screen"
    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)


class KeepApart(Base):
    """A private note that two people never share a room; the lower number stands first."""

    __tablename__ = "keep_apart"
    __table_args__ = (Index("ix_keep_apart_other", "other_id"),)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    note: Mapped[str] = mapped_column(default="")
