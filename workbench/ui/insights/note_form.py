"""The form of an own note on a chart: which chart, which day, and what is to be remembered."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.chart_note_queries import NoteRow
from workbench.communities.note_rules import NoteDraft
from workbench.ui.desk import Failed
from workbench.ui.insights.shown_notes import ChartKey
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, TextArea

Save = Callable[[NoteDraft, Callable[[], None], Failed], None]


class NoteForm(Dialog):
    """Adds a note on a day of a chart, or changes one; `delete` is offered for one that is there.

    `charts` are what the page shows, each with its title; `chosen` and `day` fill the form in.
    """

    def __init__(
        self,
        over: QWidget,
        today: date,
        charts: Sequence[tuple[ChartKey, str]],
        save: Save,
        tell: Failed,
        *,
        chosen: ChartKey | None = None,
        day: date | None = None,
        note: NoteRow | None = None,
        delete: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(
            over, "Edit note" if note else "Add note", "Save" if note else "Add note", width=480
        )
        self._today, self._save, self._tell = today, save, tell
        self._keys = {key.text: key for key, _ in charts}
        self.words = TextArea(note.text if note else "", "The train did not run.", lines=3)
        self.chart = Choice([(key.text, title) for key, title in charts])
        if chosen is not None:
            self.chart.pick(chosen.text)
        self.day = DateInput(day or today, today=today)
        self.form = Form(
            Field("Note", self.words, key="text"),
            beside(
                Field("On the chart of", self.chart, key="series"),
                Field("On", self.day, key="noted_on"),
            ),
        )
        self.body.addWidget(self.form)
        if delete is not None:
            button = Button("Delete note", lambda: self._delete(delete), icon="trash", size="small")
            self.body.addWidget(button)
        self.effect.say("A small number on the chart. It stays on this screen, with your names.")
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        key = self._keys[self.chart.key]
        draft = NoteDraft(
            key.series, self.day.day or self._today, self.words.toPlainText(), key.figure_id
        )
        self._save(draft, self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _delete(self, delete: Callable[[], object]) -> None:
        self.finish()
        delete()
