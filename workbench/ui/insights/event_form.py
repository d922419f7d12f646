"""The form of an event on the charts: what, since when, and until when for a pause."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.queries import EventRow
from workbench.communities.rules import EventDraft
from workbench.ui.desk import Failed
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import DateInput, LineInput

Save = Callable[[EventDraft, Callable[[], None], Failed], None]


class EventForm(Dialog):
    """Adds an event, or changes one; `delete` is offered where there is one to delete."""

    def __init__(
        self,
        over: QWidget,
        today: date,
        save: Save,
        tell: Failed,
        event: EventRow | None = None,
        delete: Callable[[], object] | None = None,
    ) -> None:
        verb = "Save" if event else "Add event"
        super().__init__(over, "Edit event" if event else "Add event", verb, width=480)
        self._today, self._save, self._tell = today, save, tell
        self.what = LineInput(event.title if event else "", "New returns form")
        self.starts = DateInput(event.starts_on if event else today, today=today)
        ends = event.ends_on if event else None
        self.ends = DateInput(ends, optional=True, today=today)
        self.form = Form(
            Field("What happened", self.what, key="title"),
            beside(
                Field("On", self.starts, key="starts_on"),
                Field("Until", self.ends, "For a pause; Delete empties it.", key="ends_on"),
            ),
        )
        self.body.addWidget(self.form)
        if event and delete:
            self.body.addWidget(
                Button("Delete event", lambda: self._delete(delete), icon="trash", size="small")
            )
        self.effect.say("A dotted line through all charts; a pause is a pale band.")
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        draft = EventDraft(
            title=self.what.text(),
            starts_on=self.starts.day or self._today,
            ends_on=self.ends.day,
        )
        self._save(draft, self.finish, self._refused)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)

    def _delete(self, delete: Callable[[], object]) -> None:
        self.finish()
        delete()
