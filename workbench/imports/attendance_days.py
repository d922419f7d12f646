"""A meeting file dated after this computer's day: the clock or the order of dates is wrong."""

from collections.abc import Iterable
from datetime import date, datetime

from workbench.foundation.dates import full_date, weekday_and_day
from workbench.imports.attendance_queries import SessionFacts
from workbench.imports.dates import DateOrder
from workbench.imports.questions import Question

_WORDS = {DateOrder.DAY_FIRST: "day first", DateOrder.MONTH_FIRST: "month first"}


def question_of_day(
    session: SessionFacts | None,
    start: datetime | None,
    today: date,
    other_starts: Iterable[tuple[DateOrder, datetime | None]] = (),
) -> Question | None:
    """Return what to ask where nobody can have come yet by this computer's clock, else None.

    `other_starts` are the starts that the file has under each order of dates.
    """
    if session is not None:
        return _of_session(session, today) if session.starts.date() > today else None
    if start is None or start.date() <= today:
        return None
    fits = [
        (order, other.date())
        for order, other in other_starts
        if other is not None and other.date() <= today
    ]
    return _of_order(start.date(), today, *fits[0]) if fits else _of_clock(start.date(), today)


def _of_session(session: SessionFacts, today: date) -> Question:
    day = session.starts.date()
    return Question(
        "later",
        f"The session {session.title} is on {weekday_and_day(day)} {day.year}, after this "
        f"computer's date, {full_date(today)}: choose the session that the file is of, "
        "or check the computer's clock.",
        "Name another session with --session ID.",
    )


def _of_order(day: date, today: date, order: DateOrder, other: date) -> Question:
    return Question(
        "dates",
        f"The file's date, {full_date(day)}, lies after this computer's date, {full_date(today)}. "
        f"Read {_WORDS[order]} it is {full_date(other)}.",
        f"If that is right, say --dates {order.value}; if not, check the computer's clock.",
    )


def _of_clock(day: date, today: date) -> Question:
    return Question(
        "later",
        f"The file's date, {full_date(day)}, lies after this computer's date, {full_date(today)}: "
        "check the computer's clock, and that this is the file you mean.",
        "Set the clock right and import the file again.",
    )
