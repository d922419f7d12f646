"""Runs of blocks as Live would have stored them, for what is learned from them."""

from datetime import UTC, timedelta

from workbench.models.sessions import BlockRun, Session, SessionRun
from workbench.storage.unit_of_work import Work, action


@action("Run block", "sessions")
def ran(
    work: Work, session: int, minutes: float, *, block: int | None = None, method: str = "",
    position: int = 0, paused: float = 0, ahead: timedelta = timedelta(0),
) -> None:  # fmt: skip
    """Store one finished visit, begun at the session's start less `ahead`."""
    row = work.session.get(Session, session)
    assert row is not None
    begun = row.starts_at.replace(tzinfo=UTC) - ahead
    if work.session.get(SessionRun, session) is None:
        work.session.add(SessionRun(session_id=session, started_at=begun))
    ended = begun + timedelta(minutes=minutes)
    work.session.add(
        BlockRun(
            session_id=session, block_id=block, position=position, title="x", method=method,
            planned_minutes=10, pause_seconds=paused * 60, started_at=begun, ended_at=ended,
        )
    )  # fmt: skip
