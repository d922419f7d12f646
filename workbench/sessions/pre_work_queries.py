"""Reading pre-work: of one session, and what is due soon in a community."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import PreWork, Session
from workbench.sessions.pre_work_rules import EARLIEST, PreWorkItem, due_on


@dataclass(frozen=True, slots=True)
class DuePreWork:
    """One item of pre-work with the session it is for and the day by which it is due."""

    session_id: int
    title: str
    starts: datetime
    due: date
    item: PreWorkItem


def pre_work(connection: Connection, session_id: int) -> list[PreWorkItem]:
    """Return the pre-work of a session in its order."""
    return [as_item(row) for row in pre_work_rows(connection, session_id)]


def pre_work_due(
    connection: Connection, community_id: int, today: date, days: int = 7
) -> list[DuePreWork]:
    """Return the pre-work of sessions still planned that is due from today, within these days."""
    last = today + timedelta(days=days + EARLIEST + 1)
    statement = (
        select(PreWork, Session)
        .join(Session, Session.id == PreWork.session_id)
        .where(
            Session.community_id == community_id,
            Session.state == SessionState.PLANNED,
            Session.starts_at >= datetime.combine(today, time()),
            Session.starts_at < datetime.combine(last, time()),
        )
    )
    found = []
    for row, session in connection.execute(statement):
        item = as_item(row)
        due = due_on(session.starts_at, item)
        if today <= due <= today + timedelta(days=days):
            found.append(
                (row.position, DuePreWork(session.id, session.title, session.starts_at, due, item))
            )
    found.sort(key=lambda pair: (pair[1].due, pair[1].starts, pair[0], pair[1].item.key))
    return [due for _, due in found]


def pre_work_rows(connection: Connection, session_id: int) -> list[PreWork]:
    """Return the rows of a session's pre-work in their order."""
    statement = select(PreWork).where(PreWork.session_id == session_id)
    return list(connection.scalars(statement.order_by(PreWork.position, PreWork.id)))


def as_item(row: PreWork) -> PreWorkItem:
    """Return the frozen item of a row."""
    return PreWorkItem(row.id, row.text, row.who, row.minutes, row.days_before, row.material)
