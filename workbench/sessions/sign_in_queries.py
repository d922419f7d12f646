"""Reading the numbered sign-in sheet of a session."""

from sqlalchemy.orm import Session as Connection

from workbench.foundation.words import Mark
from workbench.sessions.attendance_queries import marking
from workbench.sessions.sign_in_rules import NameOrder, SignInPerson, SignInRow, numbered


def sign_in_rows(
    connection: Connection, session_id: int, order: NameOrder = NameOrder.LAST
) -> tuple[SignInRow, ...]:
    """Return the expected list numbered as on the printed sheet; raises NotFound.

    Before marking starts the list is who will be expected that day; guests use the blank lines.
    """
    people = (
        SignInPerson(
            row.person_id,
            row.name,
            row.first_name,
            row.last_name,
            row.department.name if row.department else "",
            apologies=row.mark is Mark.EXCUSED,
        )
        for row in marking(connection, session_id).rows
        if row.is_expected
    )
    return numbered(people, order)
