"""What an import of attendance looks up: names on the roster, the session, its marks and files."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import SessionState
from workbench.imports.attendance_lines import KnownMark
from workbench.imports.matching import Known
from workbench.models.rosters import Alias, Membership, Person
from workbench.models.sessions import AttendanceFile, AttendanceMark, Session


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The session a file goes into; `starts` is wall time."""

    id: int
    title: str
    starts: datetime
    minutes: int
    state: SessionState


def roster_names(session: Connection, community_id: int, source: str) -> list[Known]:
    """Return everybody who ever belonged, with the names learned for them from this source."""
    learned: dict[int, list[str]] = defaultdict(list)
    statement = select(Alias.person_id, Alias.name).where(or_(Alias.source == source))
    for alias in session.execute(statement):
        learned[alias.person_id].append(alias.name)
    people = session.execute(
        select(Person.id, Person.name, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id)
        .distinct()
        .order_by(Person.id)
    )
    return [
        Known(
            row.id,
            row.name,
            tuple(text for text in (row.email, *_addresses(learned[row.id])) if text),
            tuple(learned[row.id]),
        )
        for row in people
    ]


def _addresses(names: list[str]) -> list[str]:
    return [name for name in names if "@" in name]


def session_facts(session: Connection, community_id: int, session_id: int) -> SessionFacts:
    """Return a session of a community; raises NotFound."""
    row = session.get(Session, session_id)
    if row is None or row.community_id != community_id:
        raise NotFound(
            f"There is no session number {session_id} in this community.",
            "Look up the number on the Sessions page, or make the session with --create.",
        )
    return SessionFacts(row.id, row.title, row.starts_at, row.minutes, row.state)


def marks_of(session: Connection, session_id: int) -> dict[int, KnownMark]:
    """Return the marks a session holds, by person."""
    rows = session.scalars(select(AttendanceMark).where(AttendanceMark.session_id == session_id))
    return {
        row.person_id: KnownMark(row.mark, row.minutes, row.arrived_at, row.source) for row in rows
    }


def was_taken(session: Connection, session_id: int, content_hash: str) -> bool:
    """Return whether a file of this content was already taken into the session."""
    statement = select(AttendanceFile.id).where(
        AttendanceFile.session_id == session_id, AttendanceFile.content_hash == content_hash
    )
    return session.scalar(statement) is not None


def session_of_file(session: Connection, community_id: int, content_hash: str) -> int | None:
    """Return the session that a file of this content was taken into, if there is one."""
    statement = (
        select(AttendanceFile.session_id)
        .join(Session, Session.id == AttendanceFile.session_id)
        .where(Session.community_id == community_id, AttendanceFile.content_hash == content_hash)
        .order_by(AttendanceFile.session_id)
        .limit(1)
    )
    return session.scalar(statement)


def session_at(session: Connection, community_id: int, title: str, starts: datetime) -> int | None:
    """Return the session of this title that starts within a minute of `starts`, if there is one."""
    statement = select(Session).where(
        Session.community_id == community_id,
        Session.starts_at >= starts - timedelta(minutes=1),
        Session.starts_at <= starts + timedelta(minutes=1),
    )
    for row in session.scalars(statement):
        if fold(row.title) == fold(title):
            return row.id
    return None


def sessions_near(
    session: Connection, community_id: int, moment: datetime, hours: float = 12
) -> list[SessionFacts]:
    """Return the sessions round a moment, nearest first: what a file may belong to."""
    span = timedelta(hours=hours)
    rows = session.scalars(
        select(Session).where(
            Session.community_id == community_id,
            Session.starts_at >= moment - span,
            Session.starts_at <= moment + span,
            Session.state != SessionState.CANCELLED,
        )
    )
    found = [SessionFacts(row.id, row.title, row.starts_at, row.minutes, row.state) for row in rows]
    return sorted(found, key=lambda each: abs(each.starts - moment))
