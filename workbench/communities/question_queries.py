"""Reading the open questions: what the figures cannot tell yet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models.communities import OpenQuestion


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question with the day it was noted; settled from `settled_on`, perhaps with an answer."""

    id: int
    text: str
    asked_on: date
    in_brief: bool
    settled_on: date | None
    answer: str


def questions(session: Session, community_id: int) -> list[QuestionRow]:
    """Return every question: the open ones in their order, then the settled, newest first."""
    found = select(OpenQuestion).where(OpenQuestion.community_id == community_id)
    rows = [
        QuestionRow(row.id, row.text, row.asked_on, row.in_brief, row.settled_on, row.answer)
        for row in session.scalars(found.order_by(OpenQuestion.position, OpenQuestion.id))
    ]
    settled = [row for row in rows if row.settled_on is not None]
    settled.sort(key=lambda row: row.settled_on or date.min, reverse=True)
    return [row for row in rows if row.settled_on is None] + settled


def open_questions(session: Session, community_id: int) -> tuple[QuestionRow, ...]:
    """Return the questions that are not settled, in their order."""
    return tuple(row for row in questions(session, community_id) if row.settled_on is None)
