"""Reading how many people are likely to come to a session, from how often each came lately."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import String, cast, exists, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark, Role, SessionState
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.rosters.queries import roster
from workbench.sessions.attendance_rules import HERE, TOOK_PLACE
from workbench.sessions.row_queries import session_row

_LOOK_BACK: Final = 6
_AT_FIRST: Final = 12
_AT_ONCE: Final = 500
_MARK = cast(AttendanceMark.mark, String)


def likely_at(connection: Connection, session_id: int) -> int:
    """Return about how many members come to a session, guests left out; raises NotFound.

    The same as the sum of `engagement.shares_to_come` over every session before its day, read
    without going through all of them each time the plan changes.
    """
    row = session_row(connection, session_id)
    on = row.starts_at.date()
    every = roster(connection, row.community_id, on)
    members = {one.person_id for one in every if one.role is not Role.GUEST}
    excused = select(AttendanceMark.person_id).where(
        AttendanceMark.session_id == session_id, _MARK.in_([Mark.EXCUSED.value])
    )
    coming = members - set(connection.scalars(excused))
    sessions = _held_before(connection, row.community_id, session_id, on)
    found = _latest(connection, coming, sessions)
    return round(sum(_share(found.get(person, ())) for person in coming))


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.5


def _held_before(connection: Connection, community_id: int, session_id: int, on: date) -> list[int]:
    """Return the sessions that count, the latest first."""
    took_place = exists().where(
        AttendanceMark.session_id == Session.id, _MARK.in_([mark.value for mark in TOOK_PLACE])
    )
    rows = connection.execute(
        select(Session.id, Session.starts_at).where(
            Session.community_id == community_id,
            Session.id != session_id,
            Session.state != SessionState.CANCELLED,
            Session.starts_at < datetime.combine(on, time()),
            took_place,
        )
    )
    return [row.id for row in sorted(rows, key=lambda r: (r.starts_at.date(), r.id), reverse=True)]


def _latest(
    connection: Connection, people: set[int], sessions: Sequence[int]
) -> dict[int, list[bool]]:
    """Return whether each person was here at the last six they were expected at, where known.

    Nearly everybody has those six among the last dozen; only the others are looked up further.
    """
    place = {session: number for number, session in enumerate(sessions)}
    seen: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for person, session, here in _marks(connection, sessions[:_AT_FIRST], None):
        seen[person].append((place[session], here))
    missing = sorted(person for person in people if len(seen[person]) < _LOOK_BACK)
    older = set(sessions[_AT_FIRST:])
    for some in _chunks(missing) if older else ():
        for person, session, here in _marks(connection, None, some):
            if session in older:
                seen[person].append((place[session], here))
    return {
        person: [here for _, here in sorted(seen[person])[:_LOOK_BACK]]
        for person in people
        if seen[person]
    }


def _marks(
    connection: Connection, sessions: Sequence[int] | None, people: Sequence[int] | None
) -> Iterable[tuple[int, int, bool]]:
    """Return person, session and whether they were here, for those expected."""
    words = {mark.value for mark in HERE}
    statement = select(Expected.person_id, Expected.session_id, _MARK.label("mark")).outerjoin(
        AttendanceMark,
        (AttendanceMark.session_id == Expected.session_id)
        & (AttendanceMark.person_id == Expected.person_id),
    )
    if sessions is not None:
        statement = statement.where(Expected.session_id.in_(sessions))
    if people is not None:
        statement = statement.where(Expected.person_id.in_(people))
    for row in connection.execute(statement):
        yield row.person_id, row.session_id, row.mark in words


def _chunks(people: Sequence[int]) -> Iterable[Sequence[int]]:
    return (people[at : at + _AT_ONCE] for at in range(0, len(people), _AT_ONCE))
