"""Reading debriefs: what was written after a session, and which are still open."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import Debrief, Session, SessionRun
from workbench.sessions.debrief_rules import OPEN_FOR_DAYS, DebriefText, OpenDebrief, open_ones
from workbench.sessions.queries import next_session
from workbench.sessions.row_queries import session_row


def debrief(connection: Connection, session_id: int) -> DebriefText:
    """Return the answers after a session, empty ones where nothing was written."""
    row = connection.get(Debrief, session_id)
    if row is None:
        return DebriefText()
    return DebriefText(row.worked, row.differently, row.carry_over)


def open_debriefs(connection: Connection, community_id: int, today: date) -> list[OpenDebrief]:
    """Return the sessions held in the last four weeks without a debrief, the latest first.

    One that still runs is not over, so nothing is asked about it yet.
    """
    since = datetime.combine(today - timedelta(days=OPEN_FOR_DAYS), time())
    rows = connection.execute(
        select(Session.id, Session.title, Session.starts_at).where(
            Session.community_id == community_id,
            Session.state == SessionState.HELD,
            Session.starts_at >= since,
            Session.id.not_in(select(SessionRun.session_id).where(SessionRun.ended_at.is_(None))),
        )
    )
    held = [OpenDebrief(row.id, row.title, row.starts_at.date()) for row in rows]
    return open_ones(
        held, [s.session_id for s in held if debrief(connection, s.session_id).is_written], today
    )


def session_after(connection: Connection, session_id: int, now: datetime) -> int | None:
    """Return the session that comes next at the wall time `now`, after this one, or None.

    Raises NotFound.
    """
    row = session_row(connection, session_id)
    moment = max(now, row.starts_at + timedelta(minutes=row.minutes))
    return next_session(connection, row.community_id, moment)


def last_held(connection: Connection, community_id: int) -> int | None:
    """Return the session of a community that was held last, or None."""
    return connection.scalar(
        select(Session.id)
        .where(Session.community_id == community_id, Session.state == SessionState.HELD)
        .order_by(Session.starts_at.desc(), Session.id.desc())
        .limit(1)
    )
