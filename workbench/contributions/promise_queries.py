"""Reading promises: what is open and when it is due, what was kept."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.contributions.rules import days_late
from workbench.foundation.words import PromiseState
from workbench.models.contributions import Promise
from workbench.models.rosters import Person


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise; an empty `who` is the facilitator, `late` counts days past due while open.

    `outcome` is what came of it; `became` are the words of the promise that a changed one became.
    """

    id: int
    text: str
    person_id: int | None
    who: str
    about_person_id: int | None
    about: str
    session_id: int | None
    made_on: date
    due_on: date | None
    state: PromiseState
    settled_on: date | None
    late: int
    outcome: str = ""
    follows_id: int | None = None
    became: str = ""


def promises(
    connection: Connection,
    community_id: int,
    today: date,
    *,
    only_open: bool = False,
    person_id: int | None = None,
) -> list[PromiseRow]:
    """Return the promises of a community, those due first at the top, without a date at the end."""
    about, next_one = aliased(Person), aliased(Promise)
    became = (
        select(next_one.text)
        .where(next_one.follows_id == Promise.id)
        .order_by(next_one.id)
        .limit(1)
        .scalar_subquery()
    )
    statement = (
        select(Promise, Person.name, about.name, became)
        .outerjoin(Person, Person.id == Promise.person_id)
        .outerjoin(about, about.id == Promise.about_person_id)
        .where(Promise.community_id == community_id)
        .order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id)
    )
    if only_open:
        statement = statement.where(Promise.state == PromiseState.OPEN)
    if person_id is not None:
        statement = statement.where(Promise.person_id == person_id)
    return [
        PromiseRow(
            id=row.id,
            text=row.text,
            person_id=row.person_id,
            who=who or "",
            about_person_id=row.about_person_id,
            about=about_whom or "",
            session_id=row.session_id,
            made_on=row.made_on,
            due_on=row.due_on,
            state=row.state,
            settled_on=row.settled_on,
            late=days_late(row.due_on, row.state, today),
            outcome=row.outcome,
            follows_id=row.follows_id,
            became=next_text or "",
        )
        for row, who, about_whom, next_text in connection.execute(statement)
    ]
