"""Reading questions that nobody has answered yet, as far as the log knows."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from workbench.contributions.names import Somebody
from workbench.foundation.words import ContributionKind
from workbench.models.contributions import Contribution
from workbench.models.rosters import Person


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question in the log that is not marked as answered; `text` may be empty."""

    id: int
    asker: Somebody
    text: str
    given_on: date
    session_id: int | None


def open_questions(
    connection: Connection, community_id: int, until: date | None = None
) -> list[OpenQuestion]:
    """Return the open questions of a community up to a day, the newest first."""
    statement = (
        select(Contribution, Person.name)
        .join(Person, Person.id == Contribution.giver_id)
        .where(
            Contribution.community_id == community_id,
            Contribution.kind == ContributionKind.QUESTION,
            Contribution.answered_on.is_(None),
        )
        .order_by(Contribution.given_on.desc(), Contribution.id.desc())
    )
    if until is not None:
        statement = statement.where(Contribution.given_on <= until)
    return [
        OpenQuestion(row.id, Somebody(row.giver_id, name), row.text, row.given_on, row.session_id)
        for row, name in connection.execute(statement)
    ]
