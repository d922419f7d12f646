"""Reading how many people are likely to come to a session, from how often each came lately."""

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark, Role
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of, records
from workbench.sessions.engagement import likely_to_come
from workbench.sessions.row_queries import session_row


def likely_at(connection: Connection, session_id: int) -> int:
    """Return about how many members come to a session, guests left out; raises NotFound.

    From the last six sessions before its day, as on Home; apologies count as not coming.
    """
    session = session_row(connection, session_id)
    on = session.starts_at.date()
    marks = marks_of(connection, session.community_id).get(session_id, {})
    apologies = frozenset(person for person, mark in marks.items() if mark is Mark.EXCUSED)
    members = [
        row.person_id
        for row in roster(connection, session.community_id, on)
        if row.role is not Role.GUEST
    ]
    found = records(connection, session.community_id)
    before = [one for one in found if one.session != session_id and one.on < on]
    return round(likely_to_come(members, before, apologies))
