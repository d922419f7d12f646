"""Reading what runs teach: every finished visit of a block, with who was here."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import AttendanceMark, Block, BlockRun, Session
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.durations import MethodRun, Stretch, method_runs


def learned_durations(
    connection: Connection, community_id: int | None = None
) -> dict[str, tuple[MethodRun, ...]]:
    """Return the runs of each method by its folded name, of one community or of all.

    Rehearsals before the day and cancelled sessions teach nothing; a session has as many people
    as have a mark of being here, or else its head-count.
    """
    here = _here(connection)
    return method_runs(_stretches(connection, community_id, here))


def _stretches(
    connection: Connection, community_id: int | None, here: dict[int, int]
) -> Iterator[Stretch]:
    statement = (
        select(BlockRun, Block.method, Session)
        .join(Session, Session.id == BlockRun.session_id)
        .outerjoin(Block, Block.id == BlockRun.block_id)
        .where(BlockRun.ended_at.is_not(None), Session.state != SessionState.CANCELLED)
        .order_by(BlockRun.session_id, BlockRun.position)
    )
    if community_id is not None:
        statement = statement.where(Session.community_id == community_id)
    for run, planned, session in connection.execute(statement):
        method = run.method or planned or ""
        if method and not _is_rehearsal(run, session):
            yield _stretch(run, session, method, here.get(session.id) or session.head_count)


def _stretch(run: BlockRun, session: Session, method: str, people: int | None) -> Stretch:
    gone: tuple[Any, ...] = ("gone", run.title, run.within_id or 0, run.track or 0)
    return Stretch(
        method=method,
        session=session.id,
        part=(run.block_id,) if run.block_id is not None else gone,
        on=session.starts_at.date(),
        started=run.started_at,
        ended=run.ended_at,
        paused=timedelta(seconds=run.pause_seconds),
        people=people or None,
    )


def _is_rehearsal(run: BlockRun, session: Session) -> bool:
    local = run.started_at.astimezone(checked_zone(session.zone))
    return local.date() < session.starts_at.date()


def _here(connection: Connection) -> dict[int, int]:
    """Return how many people have a mark of being here, by session."""
    mark = cast(AttendanceMark.mark, String)
    statement = (
        select(AttendanceMark.session_id, func.count())
        .where(mark.in_([each.value for each in HERE]))
        .group_by(AttendanceMark.session_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}
