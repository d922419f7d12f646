"""Reading comments: those that wait for a person, and those that person lets be shown."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.foundation.words import CommentDecision, WaveState
from workbench.models.surveys import AnswerComment
from workbench.surveys.answers import shuffled
from workbench.surveys.queries import wave_row
from workbench.surveys.suppression import distribution_from


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment of a closed wave with what was decided about it; its repr says neither."""

    key: bytes = field(repr=False)
    text: str = field(repr=False)
    decision: CommentDecision = field(repr=False)


def comments_read(session: Session, wave_id: int) -> list[CommentRow]:
    """Return the comments of a closed wave in an order new at each reading, for its facilitator.

    None below the number that may be shown: fewer would tell who wrote them.
    """
    row = wave_row(session, wave_id)
    stored = select(AnswerComment).where(AnswerComment.wave_id == wave_id)
    found = [CommentRow(one.key, one.text, one.decision) for one in session.scalars(stored)]
    if row.state is not WaveState.CLOSED or len(found) < distribution_from(row.minimum_group):
        return []
    return list(shuffled(found))


def wave_comments(session: Session, wave_id: int) -> list[str]:
    """Return the comments of a closed wave that may be shown, in an order new at each reading.

    None while fewer are let through than may be shown.
    """
    shown = [
        row.text for row in comments_read(session, wave_id) if row.decision is CommentDecision.SHOWN
    ]
    limit = distribution_from(wave_row(session, wave_id).minimum_group)
    return shown if len(shown) >= limit else []
