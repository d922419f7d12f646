"""How a promise ended: kept at once, not kept or changed with a word on it and what follows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.contributions.promise_actions import settle_promise
from workbench.contributions.rules import PromiseDraft
from workbench.foundation.errors import BadInput
from workbench.foundation.words import PromiseState
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import DateInput, LineInput, TextArea

if TYPE_CHECKING:
    from workbench.contributions.promise_queries import PromiseRow
    from workbench.ui.desk import Desk, Failed

_SAID = {
    PromiseState.OPEN: "Open again: {}",
    PromiseState.KEPT: "Done: {}",
    PromiseState.NOT_KEPT: "Noted as not kept: {}",
    PromiseState.CHANGED: "Noted as changed: {}",
}


def ask_or_settle(desk: "Desk", over: QWidget, row: "PromiseRow", state: PromiseState) -> None:
    """Settle a kept promise at once; ask what came of one that was not kept, or changed."""
    if state in (PromiseState.KEPT, PromiseState.OPEN):
        settle(desk, row, state)
    else:
        SettleDialog(over, desk, row, state).open()


class SettleDialog(Dialog):
    """Asks in a line what came of a promise; a changed one may live on in a new one."""

    def __init__(self, over: QWidget, desk: "Desk", row: "PromiseRow", state: PromiseState) -> None:
        verb = "Note as changed" if state is PromiseState.CHANGED else "Note as not kept"
        super().__init__(over, verb, verb, subtitle=row.text)
        self._desk, self._row, self._state = desk, row, state
        self.outcome = TextArea(row.outcome, lines=2)
        self.text = LineInput("")
        self.due = DateInput(optional=True, today=desk.clock.today())
        fields: list[QWidget] = [
            Field("What came of it", self.outcome, "May be empty. Plans change.", key="outcome")
        ]
        if state is PromiseState.CHANGED and not row.became:
            fields += [
                Field("It becomes", self.text, "May be empty; then nothing follows.", key="text"),
                Field("By when", self.due, "May be empty.", key="due_on"),
            ]
        self.form = Form(*fields)
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        if not self.due.is_right():
            return
        new = self.text.text().strip()
        if self.due.day is not None and not new:
            self.form.show_problem(BadInput("Say what is to be done by that day.", field="text"))
            return
        draft = PromiseDraft(text=new, due_on=self.due.day) if new else None
        settle(
            self._desk, self._row, self._state, self.outcome.toPlainText(), draft,
            then=self.finish, failed=self._refused,
        )  # fmt: skip

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)


def settle(
    desk: "Desk", row: "PromiseRow", state: PromiseState, outcome: str = "",
    instead: PromiseDraft | None = None, *, then: Callable[[], None] | None = None,
    failed: "Failed | None" = None,
) -> None:  # fmt: skip
    """Settle a promise, or open it again; the toast takes it back."""
    number = row.id
    desk.do(
        lambda workspace: workspace.perform(settle_promise, number, state, outcome, instead),
        then=lambda _: then() if then else None,
        said=_SAID[state].format(row.text),
        failed=failed,
    )
