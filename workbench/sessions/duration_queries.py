"""Reading what runs teach: every finished visit of a block, with who was here."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, String, cast, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import AttendanceMark, Block, BlockRun, Session
from workbench.sessions.actuals import counts_for_learning
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.calendar_file import checked_zone
from workbench.sessions.durations import MethodRun, Stretch, method_runs

Lane = tuple[int, int | None, int | None]
"""A session, and the block and number of a parallel track in it, both None outside tracks."""


def learned_durations(
    connection: Connection, community_id: int | None = None
) -> dict[str, tuple[MethodRun, ...]]:
    """Return the runs of each method by its folded name, of one community or of all.

    Rehearsals, cancelled sessions and tracks nobody moved on teach nothing; a session has as many
    people as have a mark of being here, or its head-count where that is larger.
    """
    here = _here(connection)
    rows = connection.execute(_finished_visits(community_id)).all()
    return method_runs(_stretches(rows, here, _never_moved(connection, rows)))


def _stretches(
    rows: Sequence[Row[Any]], here: dict[int, int], never_moved: Collection[Lane]
) -> Iterator[Stretch]:
    for row in rows:
        method = row.method or row.planned or ""
        if method and _teaches(row) and _lane(row) not in never_moved:
            people = max(here.get(row.session_id, 0), row.head_count or 0)
            yield _stretch(row, method, people or None)


def _finished_visits(community_id: int | None) -> Select[Any]:
    """Plain columns, as there may be thousands of visits."""
    run = BlockRun
    columns: list[Any] = [
        run.session_id, run.block_id, run.within_id, run.track, run.title, run.method,
        run.started_at, run.ended_at, run.pause_seconds, Block.method.label("planned"),
        Session.starts_at, Session.minutes, Session.zone, Session.head_count,
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


def _teaches(row: Row[Any]) -> bool:
    starts = row.starts_at.replace(tzinfo=checked_zone(row.zone))
    paused = timedelta(seconds=row.pause_seconds)
    took = row.ended_at - row.started_at - paused
    return counts_for_learning(
        row.started_at, took, starts, starts + timedelta(minutes=row.minutes)
    )


def _never_moved(connection: Connection, rows: Sequence[Row[Any]]) -> set[Lane]:
    """Return the tracks of several blocks in which nobody pressed on: their one time is no time."""
    visits = Counter(_lane(row) for row in rows if row.track is not None)
    statement = (
        select(Block.within_id, Block.track, func.count())
        .where(Block.within_id.is_not(None))
        .group_by(Block.within_id, Block.track)
    )
    blocks = {(row[0], row[1]): row[2] for row in connection.execute(statement)}
    return {lane for lane, count in visits.items() if count == 1 and blocks.get(lane[1:], 1) > 1}


def _lane(row: Row[Any]) -> Lane:
    return row.session_id, row.within_id, row.track


def _here(connection: Connection) -> dict[int, int]:
    """Return how many people have a mark of being here, by session."""
    mark = cast(AttendanceMark.mark, String)
    statement = (
        select(AttendanceMark.session_id, func.count())
        .where(mark.in_([each.value for each in HERE]))
        .group_by(AttendanceMark.session_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}
