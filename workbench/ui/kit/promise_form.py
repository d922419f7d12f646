"""The form of a promise: what, who promised it, whom it is about, and by when."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workbench.contributions.names import Somebody
from workbench.contributions.promise_actions import add_promise, change_promise
from workbench.contributions.queries import people_to_name
from workbench.contributions.rules import PromiseDraft
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput

if TYPE_CHECKING:
    from workbench.contributions.promise_queries import PromiseRow
    from workbench.storage.unit_of_work import Done
    from workbench.storage.workspace import Workspace
    from workbench.ui.desk import Desk


class PromiseForm(Dialog):
    """Notes a promise, or changes the wording and date of one; nobody named is the facilitator."""

    def __init__(
        self, over: QWidget, desk: "Desk", people: Sequence[Somebody],
        row: "PromiseRow | None" = None, person_id: int | None = None,
    ) -> None:  # fmt: skip
        title = "Edit promise" if row else "Add promise"
        super().__init__(over, title, "Save" if row else "Add promise")
        self._desk, self._row = desk, row
        known = {one.id: one.name for one in people}
        if row:
            known |= {
                number: name
                for number, name in ((row.person_id, row.who), (row.about_person_id, row.about))
                if number is not None
            }
        names = [(str(number), name) for number, name in known.items()]
        who = row.person_id if row else person_id
        self.text = LineInput(row.text if row else "")
        self.who = Choice([("", "You"), *names], str(who or ""))
        about = row.about_person_id if row else None
        self.about = Choice([("", "Nobody in particular"), *names], str(about or ""))
        today = desk.clock.today()
        self.due = DateInput(row.due_on if row else None, optional=True, today=today)
        self.form = Form(
            Field("What was promised", self.text, key="text"),
            beside(Field("Who promised it", self.who), Field("About", self.about)),
            Field("By when", self.due, "May be empty.", key="due_on"),
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        if not self.due.is_right():
            return
        draft = PromiseDraft(
            text=self.text.text(),
            person_id=int(self.who.key) if self.who.key else None,
            about_person_id=int(self.about.key) if self.about.key else None,
            session_id=self._row.session_id if self._row else None,
            due_on=self.due.day,
        )
        self._desk.do(
            lambda workspace: self._write(workspace, draft),
            then=lambda _: self.finish(),
            said="Promise changed." if self._row else "Promise added.",
            failed=self._refused,
        )

    def _write(self, workspace: "Workspace", draft: PromiseDraft) -> "Done[Any]":
        if self._row is None:
            return workspace.perform(add_promise, self._desk.community, draft)
        return workspace.perform(change_promise, self._row.id, draft)

    def _refused(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)


def open_promise_form(
    over: QWidget, desk: "Desk", row: "PromiseRow | None" = None, person_id: int | None = None
) -> None:
    """Open the form of a promise; a new one is that person's, or the facilitator's own."""
    community, today = desk.community, desk.clock.today()

    def show(people: list[Somebody]) -> None:
        if isValid(over):
            PromiseForm(over, desk, people, row, person_id).open()

    desk.read(lambda workspace: workspace.read(people_to_name, community, today), show)
