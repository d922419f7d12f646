"""Moving a session to another time: its agenda moves with it."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.errors import BadInput
from workbench.models.sessions import Block
from workbench.sessions.row_actions import touch
from workbench.sessions.row_queries import session_row
from workbench.sessions.rules import checked_start
from workbench.storage.unit_of_work import Work, action


@action("Move session")
def move_session(work: Work, session_id: int, starts: datetime) -> None:
    """Move a session to another wall time; locked starts keep their distance from its start.

    Calendars take the new time over at the next import. Raises BadInput, NotFound.
    """
    row = session_row(work.session, session_id)
    if row.marking_started_at is not None:
        raise BadInput(
            "This session was held: its day is part of the attendance.",
            "Duplicate it to meet again.",
            field="starts",
        )
    wanted = checked_start(starts)
    if wanted == row.starts_at:
        return
    later = _minutes(wanted) - _minutes(row.starts_at)
    locked = select(Block).where(Block.session_id == session_id, Block.locked_start.is_not(None))
    for block in work.session.scalars(locked):
        if block.locked_start is not None:
            at = datetime.combine(date(2000, 1, 1), block.locked_start)
            block.locked_start = (at + timedelta(minutes=later)).time()
    row.starts_at = wanted
    touch(work, row)
    work.name = f"Move {row.title} to {weekday_and_day(wanted.date())}"


def _minutes(at: datetime) -> int:
    return at.hour * 60 + at.minute
