"""The form of pre-work: what to do, for whom, how long, how many days before, with what."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from workbench.foundation.errors import BadInput
from workbench.sessions.pre_work_rules import EARLIEST, PreWorkItem, checked_item, due_on, due_words
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import LineInput, Stepper, TextArea
from workbench.ui.sessions.minutes_input import MinutesInput

Save = Callable[[PreWorkItem, Callable[[], None], Failed], None]


class PreWorkForm(Dialog):
    """Adds pre-work or changes it; the footer says by which day it is due."""

    def __init__(
        self,
        over: QWidget,
        verb: str,
        item: PreWorkItem,
        starts: datetime,
        save: Save,
        tell: Failed,
        *,
        today: date,
    ) -> None:
        super().__init__(over, verb, verb, width=520)
        self._item, self._starts, self._today = item, starts, today
        self._save, self._tell = save, tell
        self.text_input = LineInput(item.text, "Read, try, ask, bring")
        self.who_input = LineInput(item.who, "Everyone, hosts, one by name")
        self.minutes_input = MinutesInput(item.minutes, "not said")
        self.days_input = Stepper(item.days_before, 0, EARLIEST, name="Days before")
        self.material_input = TextArea(item.material, "One thing on each line", lines=2)
        self.form = Form(
            Field("What to do", self.text_input, key="text"),
            beside(
                Field("Who", self.who_input),
                Field("Minutes", self.minutes_input, key="minutes"),
                Field("Days before", self.days_input, key="days_before"),
            ),
            Field("Material", self.material_input),
        )
        self.body.addWidget(self.form)
        self.days_input.changed.connect(lambda _: self._say_due())
        self.accepted.connect(self._accept)
        self._say_due()

    def item(self) -> PreWorkItem:
        """Return what the form says; raises BadInput at its field."""
        typed = self.minutes_input.text().strip()
        return checked_item(
            PreWorkItem(
                self._item.key,
                self.text_input.text(),
                self.who_input.text(),
                self.minutes_input.minutes() if typed else None,
                self.days_input.value,
                self.material_input.toPlainText(),
            )
        )

    def _say_due(self) -> None:
        item = PreWorkItem(0, "", days_before=self.days_input.value)
        due = due_words(self._starts, item)
        passed = ", which has passed" if due_on(self._starts, item) < self._today else ""
        self.effect.say(f"Due {due}{passed}. It never counts in the minutes of the session.")

    def _accept(self) -> None:
        try:
            item = self.item()
        except BadInput as problem:
            self._failed(problem)
            return
        self._save(item, self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)
