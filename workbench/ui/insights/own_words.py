"""Writing events, notes and open questions from the Insights page; each is one undoable step."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.communities.chart_note_actions import (
    add_chart_note,
    change_chart_note,
    delete_chart_note,
)
from workbench.communities.chart_note_queries import NoteRow
from workbench.communities.note_rules import NoteDraft, QuestionDraft
from workbench.communities.plan_actions import add_event, change_event, delete_event
from workbench.communities.queries import EventRow
from workbench.communities.question_actions import (
    add_question,
    change_question,
    delete_question,
    settle_question,
)
from workbench.communities.question_queries import QuestionRow
from workbench.communities.rules import EventDraft
from workbench.ui.desk import Desk, Failed

if TYPE_CHECKING:
    from workbench.storage.unit_of_work import Done
    from workbench.storage.workspace import Workspace

Then = Callable[[], None]


class OwnWords:
    """What the facilitator writes on the charts and beside them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def save_event(
        self, event: EventRow | None, draft: EventDraft, then: Then, failed: Failed
    ) -> None:
        """Add an event to the charts, or change one."""
        community_id = self.desk.community

        def write(workspace: "Workspace") -> "Done[Any]":
            if event is not None:
                return workspace.perform(change_event, event.id, draft)
            return workspace.perform(add_event, community_id, draft)

        self.desk.do(
            write,
            then=lambda _: then(),
            said=f"{'Changed' if event else 'Added'} {draft.title}.",
            failed=failed,
        )

    def delete_event(self, event: EventRow) -> None:
        """Take an event off the charts; the toast takes it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_event, event.id),
            said=f"Deleted {event.title}.",
        )

    def save_note(self, note: NoteRow | None, draft: NoteDraft, then: Then, failed: Failed) -> None:
        """Put a note on a chart, or change one."""
        community_id = self.desk.community

        def write(workspace: "Workspace") -> "Done[Any]":
            if note is not None:
                return workspace.perform(change_chart_note, note.id, draft)
            return workspace.perform(add_chart_note, community_id, draft)

        self.desk.do(
            write,
            then=lambda _: then(),
            said="Changed the note." if note else "Added the note.",
            failed=failed,
        )

    def delete_note(self, note: NoteRow) -> None:
        """Take a note off its chart; the toast takes it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_chart_note, note.id),
            said="Deleted the note.",
        )

    def save_question(
        self, question: QuestionRow | None, draft: QuestionDraft, then: Then, failed: Failed
    ) -> None:
        """Add an open question, or change one."""
        community_id = self.desk.community

        def write(workspace: "Workspace") -> "Done[Any]":
            if question is not None:
                return workspace.perform(change_question, question.id, draft)
            return workspace.perform(add_question, community_id, draft)

        self.desk.do(
            write,
            then=lambda _: then(),
            said="Changed the question." if question else "Added the question.",
            failed=failed,
        )

    def put_in_brief(self, question: QuestionRow, *, wanted: bool) -> None:
        """Let the brief ask an open question too, or not."""
        draft = QuestionDraft(question.text, in_brief=wanted)
        self.desk.do(
            lambda workspace: workspace.perform(change_question, question.id, draft),
            said="The brief asks it too." if wanted else "The brief leaves it out.",
        )

    def settle_question(
        self, question: QuestionRow, answer: str, then: Then, failed: Failed
    ) -> None:
        """Note what came of a question; it leaves the list and the brief."""
        today = self.desk.clock.today()
        self.desk.do(
            lambda workspace: workspace.perform(settle_question, question.id, answer, today),
            then=lambda _: then(),
            said="Settled the question.",
            failed=failed,
        )

    def open_question(self, question: QuestionRow) -> None:
        """Put a settled question back on the list, its answer kept."""
        self.desk.do(
            lambda workspace: workspace.perform(
                settle_question, question.id, question.answer, None
            ),
            said="The question is open again.",
        )

    def delete_question(self, question: QuestionRow) -> None:
        """Take a question out; the toast takes it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_question, question.id),
            said="Deleted the question.",
        )
