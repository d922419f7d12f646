"""The first community of a file, or one more: its name and what it is for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.communities.actions import change_charter, create_community
from workbench.communities.rules import CharterDraft
from workbench.storage.unit_of_work import Done, Work, action
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput, TextArea
from workbench.ui.kit.text import Text
from workbench.ui.shell.seats import CircleOfSeats
from workbench.ui.shell.stage import Stage


class FirstCommunityStage(Stage):
    """Emits `made(id)` when the community is in the file."""

    made = Signal(int)
    back = Signal()

    def __init__(self, desk: Desk, *, first: bool) -> None:
        super().__init__(CircleOfSeats())
        self._desk = desk
        self.column.addSpacing(72)
        title = "Who meets here?" if first else "One more community"
        self.column.addWidget(Text(title, "large_title", wrap=True))
        self.column.addSpacing(6)
        self.column.addWidget(
            Text(
                "A name is enough. Purpose, norms and goals can follow when you know them.",
                "intro",
                "text_2",
                wrap=True,
            )
        )
        self.column.addSpacing(28)
        self.name = LineInput(hint="Bridges", large=True)
        self.purpose = TextArea(lines=3, hint="What gets better at work because you meet?")
        self.form = Form(
            Field("Name of the community", self.name, key="name"),
            Field("Purpose, if you have the words already", self.purpose, key="purpose"),
        )
        self.column.addWidget(self.form)
        self.column.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(
            Button(
                "Create community",
                self.make,
                kind="primary",
                icon="plus",
                keys="Ctrl Enter",
                size="large",
            )
        )
        if not first:
            row.addWidget(Button("Cancel", self.back.emit, kind="ghost", keys="Esc", size="large"))
        row.addStretch(1)
        self._first = first
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self.name)

    def make(self) -> None:
        """Put the community into the file."""
        name, purpose = self.name.text(), self.purpose.toPlainText()

        def job(workspace: Workspace) -> Done[int]:
            return workspace.perform(_new_community, name, purpose)

        self._desk.do(job, then=self.made.emit, failed=self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter creates; Esc goes back where there is something to go back to."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            control or self.name.hasFocus()
        ):
            self.make()
        elif event.key() == Qt.Key.Key_Escape and not self._first:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _failed(self, problem: Exception) -> None:
        if not self.form.show_problem(problem):
            self._desk.tell(problem)


@action("New community")
def _new_community(work: Work, name: str, purpose: str) -> int:
    made = create_community(work, name, founded_on=work.clock.today())
    if purpose.strip():
        change_charter(work, made, CharterDraft(purpose=purpose))
    return made
