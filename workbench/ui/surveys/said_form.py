"""The form of one line: what was said, what was done, and when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.communities.said_queries import SaidRow
from workbench.communities.said_rules import SaidDraft
from workbench.ui.desk import Failed
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import DateInput, TextArea

Keep = Callable[[SaidRow | None, SaidDraft, Callable[[], None], Failed], None]


class SaidForm(Dialog):
    """A new line of "you said, we did", or one to change."""

    def __init__(
        self, over: QWidget, keep: Keep, tell: Failed, today: date, line: SaidRow | None = None
    ) -> None:
        super().__init__(over, "You said, we did", "Keep it" if line else "Add it")
        self._keep, self._tell, self._line = keep, tell, line
        self.said = TextArea(line.said if line else "", lines=3)
        self.did = TextArea(line.did if line else "", lines=3)
        self.done_on = DateInput(line.done_on if line else None, optional=True, today=today)
        self.form = Form(
            Field(
                "You said",
                self.said,
                "In your words: no quotation that a person could be known by.",
                key="said",
            ),
            Field("We did", self.did, "Empty while nothing is done yet.", key="did"),
            Field("On", self.done_on, key="done_on"),
        )
        self.body.addWidget(self.form)
        self.accepted.connect(self._try)

    def _try(self) -> None:
        draft = SaidDraft(self.said.toPlainText(), self.did.toPlainText(), self.done_on.day)
        self._keep(self._line, draft, self.finish, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._tell(problem)
