"""Reading who was expected and marked with one row a session, however many people there are."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, String, case, cast, func, select
from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark
from workbench.models.sessions import AttendanceMark, Expected, Session
from workbench.sessions.attendance_rules import TOOK_PLACE
from workbench.sessions.grid_rules import LETTERS

_LETTER = case(
    {mark.value: letter for mark, letter in LETTERS.items() if mark is not Mark.UNKNOWN},
    value=cast(AttendanceMark.mark, String),
    else_=LETTERS[Mark.UNKNOWN],
)
_TOOK_PLACE = tuple(LETTERS[mark] for mark in TOOK_PLACE)


@dataclass(frozen=True, slots=True)
class Packed:
    """The people of one session by number, "3,7,9": a million cells cost no row and no object.

    `letters` has the letter of the mark of each of the `marked`, in the same order.
    """

    expected: str = ""
    marked: str = ""
    letters: str = ""

    @property
    def took_place(self) -> bool:
        """Whether somebody is marked here, late or missed."""
        return any(letter in self.letters for letter in _TOOK_PLACE)


def packed_attendance(
    connection: Connection, community_id: int, since: date | None = None, until: date | None = None
) -> dict[int, Packed]:
    """Return session to people expected and marked; sessions with neither are left out.

    Of all sessions of a community, or of those between two days, both included.
    """
    own = _sessions(community_id, since, until)
    expected = dict(connection.execute(_expected(own)).all())
    marked = {row[0]: (row[1], row[2]) for row in connection.execute(_marked(own))}
    return {
        session_id: Packed(expected.get(session_id, ""), *marked.get(session_id, ("", "")))
        for session_id in expected.keys() | marked.keys()
    }


def _expected(own: Select[int]) -> Select[int, str]:
    return (
        select(Expected.session_id, func.group_concat(Expected.person_id))
        .where(Expected.session_id.in_(own))
        .group_by(Expected.session_id)
    )


def _marked(own: Select[int]) -> Select[int, str, str]:
    people, letters = AttendanceMark.person_id, func.group_concat(_LETTER, "")
    return (
        select(AttendanceMark.session_id, func.group_concat(people), letters)
        .where(AttendanceMark.session_id.in_(own))
        .group_by(AttendanceMark.session_id)
    )


def _sessions(community_id: int, since: date | None, until: date | None) -> Select[int]:
    own = select(Session.id).where(Session.community_id == community_id)
    if since:
        own = own.where(Session.starts_at >= datetime.combine(since, time()))
    if until and until < date.max:
        own = own.where(Session.starts_at < datetime.combine(until + timedelta(days=1), time()))
    return own
