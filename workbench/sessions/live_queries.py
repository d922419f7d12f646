"""Reading the live run: where a session stands, from what is stored, also after a crash."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Connection

from workbench.models.sessions import BlockRun, Session, SessionRun
from workbench.sessions.agenda import Agenda
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.queries import SessionDetail, session_detail
from workbench.sessions.run_rules import Run, RunBlock, Visit


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session as the Live page needs it; `slot_ends` is an instant in UTC."""

    detail: SessionDetail
    plan: tuple[RunBlock, ...]
    run: Run
    slot_ends: datetime

    @property
    def agenda(self) -> Agenda:
        """The blocks with their planned starts."""
        return self.detail.agenda


def live_session(connection: Connection, session_id: int) -> LiveSession:
    """Return a session with its plan as instants and its run; raises NotFound."""
    detail = session_detail(connection, session_id)
    starts = start_instant(detail)
    return LiveSession(
        detail,
        _plan(detail),
        run_of(connection, session_id),
        starts + timedelta(minutes=detail.minutes),
    )


def running_session(connection: Connection, community_id: int) -> int | None:
    """Return the session of a community whose run was started last and never ended, or None."""
    return connection.scalar(
        select(SessionRun.session_id)
        .join(Session, Session.id == SessionRun.session_id)
        .where(Session.community_id == community_id, SessionRun.ended_at.is_(None))
        .order_by(SessionRun.started_at.desc())
        .limit(1)
    )


def ended_runs(connection: Connection, community_id: int) -> int:
    """Return how many sessions of a community were run live to their end."""
    ended = (
        select(func.count())
        .select_from(SessionRun)
        .join(Session, Session.id == SessionRun.session_id)
        .where(Session.community_id == community_id, SessionRun.ended_at.is_not(None))
    )
    return connection.scalar(ended) or 0


def run_of(connection: Connection, session_id: int) -> Run:
    """Return the stored run of a session, an empty one where it never ran."""
    whole = connection.get(SessionRun, session_id)
    if whole is None:
        return Run()
    rows = connection.scalars(
        select(BlockRun).where(BlockRun.session_id == session_id).order_by(BlockRun.position)
    )
    return Run(tuple(_visit(row) for row in rows), whole.paused_at, whole.ended_at)


def plan_of(connection: Connection, session_id: int) -> tuple[RunBlock, ...]:
    """Return the blocks of a session with their planned starts as instants; raises NotFound."""
    return _plan(session_detail(connection, session_id))


def start_instant(detail: SessionDetail) -> datetime:
    """Return the instant in UTC at which a session is planned to start."""
    return detail.starts.replace(tzinfo=checked_zone(detail.zone)).astimezone(UTC)


def _plan(detail: SessionDetail) -> tuple[RunBlock, ...]:
    starts = start_instant(detail)
    return tuple(
        RunBlock(
            placed.block.key,
            placed.block.minutes,
            starts + timedelta(minutes=placed.start),
            placed.block.locked_start is not None,
        )
        for placed in detail.agenda.blocks
    )


def _visit(row: BlockRun) -> Visit:
    return Visit(
        row.block_id,
        row.started_at,
        row.ended_at,
        timedelta(seconds=row.pause_seconds),
        row.planned_minutes,
        row.extra_minutes,
        row.title,
    )
