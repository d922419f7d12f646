"""Reading promises: what is open and when it is due, what was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from workbench.contributions.rules import days_late
from workbench.foundation.errors import NotFound
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
    wanted = [Promise.community_id == community_id]
    if only_open:
        wanted.append(Promise.state == PromiseState.OPEN)
    if person_id is not None:
        wanted.append(Promise.person_id == person_id)
    return _rows(connection, wanted, today)


def promise(connection: Connection, promise_id: int, today: date) -> PromiseRow:
    """Return one promise; raises NotFound."""
    found = _rows(connection, [Promise.id == promise_id], today)
    if not found:
        raise NotFound("This promise is no longer there.")
    return found[0]


def _rows(
    connection: Connection, wanted: Sequence[ColumnElement[bool]], today: date
) -> list[PromiseRow]:
    about, next_one = aliased(Person), aliased(Promise)
    became = (
        select(Promise.follows_id, func.min(Promise.id).label("first"))
        .where(Promise.follows_id.is_not(None))
        .group_by(Promise.follows_id)
        .subquery()
    )
    found = connection.execute(
        select(Promise, Person.name, about.name, next_one.text)
        .outerjoin(Person, Person.id == Promise.person_id)
        .outerjoin(about, about.id == Promise.about_person_id)
        .outerjoin(became, became.c.follows_id == Promise.id)
        .outerjoin(next_one, next_one.id == became.c.first)
        .where(*wanted)
        .order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id)
    )
    return [
        _row(row, who or "", whom or "", next_text or "", today)
        for row, who, whom, next_text in found
    ]


def _row(row: Promise, who: str, about: str, became: str, today: date) -> PromiseRow:
    return PromiseRow(
        id=row.id,
        text=row.text,
        person_id=row.person_id,
        who=who,
        about_person_id=row.about_person_id,
        about=about,
        session_id=row.session_id,
        made_on=row.made_on,
        due_on=row.due_on,
        state=row.state,
        settled_on=row.settled_on,
        late=days_late(row.due_on, row.state, today),
        outcome=row.outcome,
        follows_id=row.follows_id,
        became=became,
    )
