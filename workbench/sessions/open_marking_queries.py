"""Reading which sessions are over and still have people without a mark, for Home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import SessionState
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.sessions.attendance_queries import stays
from workbench.sessions.attendance_rules import Stay, expected_on


@dataclass(frozen=True, slots=True)
class OpenMarking:
    """One session to finish: of the people expected, how many have a mark; 0 = not begun."""

    session_id: int
    on: date
    title: str
    marked: int
    expected: int

    @property
    def words(self) -> str:
        """How far it is: "14 of 23 marked"."""
        return f"{self.marked} of {self.expected} marked"


def open_markings(
    connection: Connection, community_id: int, today: date, since: date | None = None
) -> list[OpenMarking]:
    """Return the sessions where somebody expected has no mark yet, newest first.

    Those of days before today, and today's once its marking has begun. Before marking begins the
    members of the day are expected. Left out are cancelled sessions, and those with a head-count
    and no marking: nobody means to name people there. `since` leaves out older ones.
    """
    rows = connection.scalars(_over(community_id, today, since)).all()
    known = stays(connection, community_id) if rows else []
    every = (_progress(connection, row, known) for row in rows)
    return [each for each in every if each.marked < each.expected]


def _over(community_id: int, today: date, since: date | None) -> Select[Session]:
    tomorrow = datetime.combine(today + timedelta(days=1), time())
    begun = Session.marking_started_at.is_not(None)
    to_name = Session.head_count.is_(None) & (Session.starts_at < datetime.combine(today, time()))
    return (
        select(Session)
        .where(
            Session.community_id == community_id,
            Session.starts_at < tomorrow,
            Session.starts_at >= datetime.combine(since or date.min, time()),
            Session.state != SessionState.CANCELLED,
            begun | to_name,
        )
        .order_by(Session.starts_at.desc(), Session.id.desc())
    )


def _progress(connection: Connection, row: Session, known: Sequence[Stay]) -> OpenMarking:
    on = row.starts_at.date()
    marked = select(AttendanceMark.person_id).where(AttendanceMark.session_id == row.id)
    if row.marking_started_at is None:
        there = expected_on(known, on)
        have = len(there.intersection(connection.scalars(marked)))
        return OpenMarking(row.id, on, row.title, have, len(there))
    listed = select(func.count()).where(Expected.session_id == row.id)
    found = listed.where(Expected.person_id.in_(marked))
    return OpenMarking(
        row.id,
        on,
        row.title,
        connection.scalar(found) or 0,
        connection.scalar(listed) or 0,
    )
