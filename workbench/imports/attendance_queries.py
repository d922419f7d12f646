"""What an import of attendance looks up: names on the roster, the session, its marks and files."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.errors import NotFound
from workbench.foundation.text import fold
from workbench.foundation.words import SessionState, Source
from workbench.imports.attendance_lines import KnownMark
from workbench.imports.matching import Heard, Known
from workbench.models.rosters import Membership, Person
from workbench.models.sessions import AttendanceFile, AttendanceMark, Session
from workbench.rosters.alias_queries import learned_names
from workbench.rosters.alias_rules import LearnedName, elsewhere_words, reason_of


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The session a file goes into; `starts` is wall time."""

    id: int
    title: str
    starts: datetime
    minutes: int
    state: SessionState
    zone: str = ""


def roster_names(
    session: Connection, community_id: int, source: Source, today: date
) -> list[Known]:
    """Return everybody who ever belonged, with the names learned for them, this source's first.

    What another source calls somebody is a proposal only; an address is the same everywhere, and
    so is the name that somebody had before two people were merged.
    """
    learned: dict[int, list[Heard]] = defaultdict(list)
    found = [each for each in learned_names(session) if each.person is not None]
    for each in sorted(found, key=lambda one: one.source not in (source, Source.MERGE)):
        if each.person is not None:
            learned[each.person].append(_heard(each, source, today))
    people = session.execute(
        select(Person.id, Person.name, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.community_id == community_id)
        .distinct()
        .order_by(Person.id)
    )
    return [
        Known(row.id, row.name, (row.email,) if row.email else (), tuple(learned[row.id]))
        for row in people
    ]


def ignored_names(session: Connection, source: Source, today: date) -> dict[str, str]:
    """Return the folded names of a source that belong to nobody, each with the reason."""
    return {
        fold(each.name): f"Ignored: {_lowered(reason_of(each, today))}"
        for each in learned_names(session)
        if each.person is None and each.source is source
    }


def _heard(learned: LearnedName, source: Source, today: date) -> Heard:
    own = learned.source in (source, Source.MERGE)
    reason = reason_of(learned, today) if own else elsewhere_words(learned, today)
    return Heard(learned.name, reason, sure=own, decided=learned.decided)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def session_facts(session: Connection, community_id: int, session_id: int) -> SessionFacts:
    """Return a session of a community; raises NotFound."""
    row = session.get(Session, session_id)
    if row is None or row.community_id != community_id:
        raise NotFound(
            f"There is no session number {session_id} in this community.",
            "Look up the number on the Sessions page, or make the session with --create.",
        )
    return SessionFacts(row.id, row.title, row.starts_at, row.minutes, row.state, row.zone)


def marks_of(session: Connection, session_id: int) -> dict[int, KnownMark]:
    """Return the marks a session holds, by person."""
    rows = session.scalars(select(AttendanceMark).where(AttendanceMark.session_id == session_id))
    return {
        row.person_id: KnownMark(row.mark, row.minutes, row.arrived_at, row.source) for row in rows
    }


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
