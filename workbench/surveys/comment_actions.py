"""Deciding about comments: each is read by a person, who lets it be shown or holds it back."""

from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean
from workbench.foundation.words import CommentDecision
from workbench.models.surveys import AnswerComment
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.comment_queries import comments_read


@action("Decide on a comment", "surveys")
def settle_comment(
    work: Work, wave_id: int, key: bytes, text: str, decision: CommentDecision
) -> None:
    """Keep what was decided about a comment, and its text as it may be read from now on.

    What stood there before is gone for good. Raises BadInput for an empty text, NotFound for a
    comment that nobody may read.
    """
    if key not in {row.key for row in comments_read(work.session, wave_id)}:
        raise NotFound("This comment is no longer there.", "Read the comments again.")
    kept = clean(text)
    if not kept:
        raise BadInput(
            "Nothing is left of this comment.", "Hold it back instead of emptying it.", field="text"
        )
    stored = work.session.get_one(AnswerComment, key)
    stored.text, stored.decision = kept, decision
