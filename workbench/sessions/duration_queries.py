"""Reading what runs teach: every finished visit of a block, with who was here."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, String, cast, func, select
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
    as have a mark of being here, or its head-count where that is larger.
    """
    here = _here(connection)
    return method_runs(_stretches(connection, community_id, here))


def _stretches(
    connection: Connection, community_id: int | None, here: dict[int, int]
) -> Iterator[Stretch]:
    for row in connection.execute(_finished_visits(community_id)):
        method = row.method or row.planned or ""
        if method and not _is_rehearsal(row):
            people = max(here.get(row.session_id, 0), row.head_count or 0)
            yield _stretch(row, method, people or None)


def _finished_visits(community_id: int | None) -> Select[Any]:
    """Plain columns, as there may be thousands of visits."""
    run = BlockRun
    columns: list[Any] = [
        run.session_id, run.block_id, run.within_id, run.track, run.title, run.method,
        run.started_at, run.ended_at, run.pause_seconds, Block.method.label("planned"),
        Session.starts_at, Session.zone, Session.head_count,
    ]  # fmt: skip
    statement: Select[Any] = (
        select(*columns)
        .join(Session, Session.id == run.session_id)
        .outerjoin(Block, Block.id == run.block_id)
        .where(run.ended_at.is_not(None), Session.state != SessionState.CANCELLED)
        .order_by(run.session_id, run.position)
    )
    if community_id is None:
        return statement
    return statement.where(Session.community_id == community_id)


def _stretch(row: Row[Any], method: str, people: int | None) -> Stretch:
    gone = ("gone", row.title, row.within_id or 0, row.track or 0)
    return Stretch(
        method=method,
        session=row.session_id,
        part=(row.block_id,) if row.block_id is not None else gone,
        on=row.starts_at.date(),
        started=row.started_at,
        ended=row.ended_at,
        paused=timedelta(seconds=row.pause_seconds),
        people=people,
    )


def _is_rehearsal(row: Row[Any]) -> bool:
    local = row.started_at.astimezone(checked_zone(row.zone))
    return bool(local.date() < row.starts_at.date())


def _here(connection: Connection) -> dict[int, int]:
    """Return how many people have a mark of being here, by session."""
    mark = cast(AttendanceMark.mark, String)
    statement = (
        select(AttendanceMark.session_id, func.count())
        .where(mark.in_([each.value for each in HERE]))
        .group_by(AttendanceMark.session_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}
