"""Opening the forms of what the facilitator writes on the charts: events, notes, questions."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.chart_note_queries import NoteRow
from workbench.communities.queries import EventRow
from workbench.communities.question_queries import QuestionRow
from workbench.ui.desk import Desk
from workbench.ui.insights.event_form import EventForm
from workbench.ui.insights.note_form import NoteForm
from workbench.ui.insights.own_words import OwnWords
from workbench.ui.insights.questions_card import QuestionDeeds, QuestionForm, SettleQuestion
from workbench.ui.insights.shown_notes import ChartKey, ShownNote


class OwnForms:
    """Opens a form over the page and writes what it carries.

    `charts` returns what the page shows now, each chart with its title.
    """

    def __init__(
        self, over: QWidget, desk: Desk, charts: Callable[[], Sequence[tuple[ChartKey, str]]]
    ) -> None:
        self._over, self._desk, self._charts = over, desk, charts
        self._words = OwnWords(desk)

    @property
    def questions(self) -> QuestionDeeds:
        """What can be done with the open questions."""
        return QuestionDeeds(
            self.add_question,
            self.edit_question,
            self.settle_question,
            self._words.open_question,
            lambda question, wanted: self._words.put_in_brief(question, wanted=wanted),
        )

    def add_event(self) -> None:
        """Ask for a new event."""
        self._event(None)

    def edit_event(self, event: EventRow) -> None:
        """Show an event to change or delete it."""
        self._event(event)

    def add_note(self, chosen: ChartKey | None = None, day: date | None = None) -> None:
        """Ask for a note on a chart, or say that there is none to note on."""
        if self._charts():
            self._note(None, chosen, day)

    def edit_note(self, note: ShownNote) -> None:
        """Show a note to change or delete it."""
        row = note.row
        self._note(row, ChartKey(row.series, row.figure_id), row.noted_on)

    def add_question(self) -> None:
        """Ask for a new open question."""
        self._question(None)

    def edit_question(self, question: QuestionRow) -> None:
        """Show a question to change or delete it."""
        self._question(question)

    def settle_question(self, question: QuestionRow) -> None:
        """Ask what came of a question."""
        SettleQuestion(
            self._over,
            question,
            lambda answer, then, failed: self._words.settle_question(
                question, answer, then, failed
            ),
            self._desk.tell,
        ).open()

    def _event(self, event: EventRow | None) -> None:
        EventForm(
            self._over,
            self._desk.clock.today(),
            lambda draft, then, failed: self._words.save_event(event, draft, then, failed),
            self._desk.tell,
            event,
            (lambda: self._words.delete_event(event)) if event else None,
        ).open()

    def _note(self, note: NoteRow | None, chosen: ChartKey | None, day: date | None) -> None:
        NoteForm(
            self._over,
            self._desk.clock.today(),
            self._charts(),
            lambda draft, then, failed: self._words.save_note(note, draft, then, failed),
            self._desk.tell,
            chosen=chosen,
            day=day,
            note=note,
            delete=(lambda: self._words.delete_note(note)) if note else None,
        ).open()

    def _question(self, question: QuestionRow | None) -> None:
        QuestionForm(
            self._over,
            lambda draft, then, failed: self._words.save_question(question, draft, then, failed),
            self._desk.tell,
            question,
            (lambda: self._words.delete_question(question)) if question else None,
        ).open()
