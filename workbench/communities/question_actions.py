"""Writing the open questions: what the figures cannot tell yet; one step each."""

from datetime import date

from sqlalchemy import func, select

from workbench.communities.note_rules import QuestionDraft, checked_answer, checked_question
from workbench.communities.queries import there
from workbench.models.communities import Community, OpenQuestion
from workbench.storage.unit_of_work import Work, action


@action("Add open question", "communities")
def add_question(work: Work, community_id: int, draft: QuestionDraft) -> int:
    """Add a question at the end of the list and return its number; raises BadInput, NotFound."""
    there(work.session, Community, community_id, "community")
    kept = checked_question(draft)
    last = select(func.max(OpenQuestion.position)).where(OpenQuestion.community_id == community_id)
    row = OpenQuestion(
        community_id=community_id,
        position=(work.session.scalar(last) or 0) + 1,
        text=kept.text,
        asked_on=work.clock.today(),
        in_brief=kept.in_brief,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


@action("Change open question", "communities")
def change_question(work: Work, question_id: int, draft: QuestionDraft) -> None:
    """Change a question to what the draft says; raises BadInput, NotFound."""
    kept = checked_question(draft)
    row = there(work.session, OpenQuestion, question_id, "question")
    row.text, row.in_brief = kept.text, kept.in_brief


@action("Settle question", "communities")
def settle_question(work: Work, question_id: int, answer: str, on: date | None) -> None:
    """Note what came of a question, which leaves the list; without a day it is open again.

    Raises BadInput, NotFound.
    """
    row = there(work.session, OpenQuestion, question_id, "question")
    row.answer, row.settled_on = checked_answer(answer), on
    if on is None:
        work.name = "Open question again"


@action("Delete open question", "communities")
def delete_question(work: Work, question_id: int) -> None:
    """Take a question out; raises NotFound."""
    work.session.delete(there(work.session, OpenQuestion, question_id, "question"))
