"""Reading how long the blocks of a session really took, and what ran over the last time."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import BlockRun, Session, SessionRun
from workbench.sessions.actuals import BlockTime, RanBlock, overran, times_of
from workbench.sessions.row_queries import session_row


@dataclass(frozen=True, slots=True)
class LastTime:
    """The session before, and the blocks of it that took longer than planned."""

    session_id: int
    title: str
    on: date
    overran: tuple[BlockTime, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for each of them, such as "Troika consulting: 30 planned, 34 taken"."""
        return tuple(f"{time.title}: {time.words}" for time in self.overran)


def block_times(connection: Connection, session_id: int) -> list[BlockTime]:
    """Return how long each block took, in the order they ran, those in tracks by themselves.

    What still runs is left out.
    """
    rows = connection.scalars(
        select(BlockRun)
        .where(BlockRun.session_id == session_id, BlockRun.ended_at.is_not(None))
        .order_by(BlockRun.started_at, BlockRun.id)
    )
    return times_of(_ran(row) for row in rows)


def overran_last_time(connection: Connection, session_id: int) -> LastTime | None:
    """Return what ran over in the session that was run live before this one, None without one.

    Raises NotFound.
    """
    row = session_row(connection, session_id)
    before = connection.scalar(
        select(Session)
        .join(SessionRun, SessionRun.session_id == Session.id)
        .where(
            Session.community_id == row.community_id,
            Session.starts_at < row.starts_at,
            Session.state == SessionState.HELD,
            SessionRun.ended_at.is_not(None),
        )
        .order_by(Session.starts_at.desc())
        .limit(1)
    )
    if before is None:
        return None
    over = overran(block_times(connection, before.id))
    return LastTime(before.id, before.title, before.starts_at.date(), tuple(over))


def _ran(row: BlockRun) -> RanBlock:
    return RanBlock(
        block=row.block_id,
        title=row.title,
        method=row.method,
        planned=row.planned_minutes,
        started=row.started_at,
        ended=row.ended_at or row.started_at,
        paused=timedelta(seconds=row.pause_seconds),
        within=row.within_id,
        track=row.track,
    )
