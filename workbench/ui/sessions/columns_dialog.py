"""The dialog of own columns: each is a line to rename, move or delete; one more below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.sessions.column_actions import (
    add_column,
    delete_column,
    move_column,
    rename_column,
)
from workbench.sessions.column_queries import columns
from workbench.sessions.column_rules import OwnColumn
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.sessions.while_open import while_open

_ABOUT = (
    "What you want to note of every block beside its own fields, such as Slide or Music. "
    "Every agenda of this community has these columns."
)


class ColumnsDialog(Dialog):
    """Every change is kept at once and can be undone; Alt+Up and Alt+Down move a column."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over, "Own columns", "Done", width=480, cancel="Close")
        self.cancel_button.hide()
        self.desk = desk
        self.lines: list[_Line] = []
        self.body.addWidget(Text(_ABOUT, tone="text_2", wrap=True))
        holder = QWidget()
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.body.addWidget(holder)
        self.name_input = LineInput("", "Name of a new column")
        self.name_input.returnPressed.connect(self.add)
        self.form = Form(Field("New column", self.name_input, key="name"))
        self.body.addWidget(self.form)
        self.add_button = Button("Add column", self.add, icon="plus")
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.effect.say("Kept as you go. Undo takes a change back.")
        self.accepted.connect(self._close)
        self._load()

    def add(self) -> None:
        """Add a column by the name typed."""
        community, name = self.desk.community, self.name_input.text()

        def added(_number: int) -> None:
            self.name_input.clear()
            self.form.show_problem(ValueError())
            self._load()

        self.desk.do(
            lambda workspace: workspace.perform(add_column, community, name),
            then=while_open(self, added),
            failed=partial(self._refused, self.form),
        )

    def _load(self, focus: int | None = None) -> None:
        community = self.desk.community
        show = while_open(self, partial(self._show, focus=focus))
        self.desk.read(lambda w: w.read(columns, community), show)

    def _show(self, found: Sequence[OwnColumn], focus: int | None) -> None:
        self.lines = []  # what loses the focus by going is not renamed
        clear(self._rows)
        self.lines = [_Line(column, self) for column in found]
        for line in self.lines:
            self._rows.addWidget(line)
            if line.column.id == focus:
                line.input.setFocus()
        if not found:
            self._rows.addWidget(Text("No own columns yet.", tone="text_3"))

    def rename(self, line: "_Line") -> None:
        """Keep the name a line says, if it is another."""
        column, name = line.column, line.input.text()
        if line in self.lines and name.strip() != column.name:
            self._do(partial(_renamed, column.id, name), None, partial(self._refused, line.form))

    def shift(self, column: OwnColumn, by: int) -> None:
        """Put a column one place up or down."""
        keys = [line.column.id for line in self.lines]
        to = keys.index(column.id) + by
        if 0 <= to < len(keys):
            self._do(partial(_moved, column.id, to), column.id, self.desk.tell)

    def delete(self, column: OwnColumn) -> None:
        """Take a column out of every agenda."""
        self._do(
            partial(_deleted, column.id), None, self.desk.tell,
            f"Deleted the column {column.name}, with what blocks said in it.",
        )  # fmt: skip
        self.name_input.setFocus()

    def _do(
        self,
        job: Callable[[Workspace], Done[None]],
        focus: int | None,
        failed: Callable[[Exception], None],
        said: str = "",
    ) -> None:
        self.desk.do(
            job, then=while_open(self, lambda _: self._load(focus)), said=said, failed=failed
        )

    def _refused(self, form: Form, problem: Exception) -> None:
        if not form.show_problem(problem):
            self.desk.tell(problem)

    def _close(self) -> None:
        for line in self.lines:
            if line.input.hasFocus():
                self.rename(line)
        self.finish()


class _Line(QWidget):
    """One column: its name to write over, and what can be done to it."""

    def __init__(self, column: OwnColumn, dialog: ColumnsDialog) -> None:
        super().__init__()
        self.column, self._dialog = column, dialog
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.input = _Name(column, dialog)
        field = Field("", self.input, key="name")
        field.label.hide()
        self.input.setAccessibleName(f"Name of the column {column.name}")
        self.form = Form(field)
        row.addWidget(self.form, 1)
        top = Qt.AlignmentFlag.AlignTop
        for icon, words, press in (
            ("arrow-up", f"Move {column.name} up", partial(dialog.shift, column, -1)),
            ("arrow-down", f"Move {column.name} down", partial(dialog.shift, column, 1)),
            ("trash", f"Delete {column.name}", partial(dialog.delete, column)),
        ):
            row.addWidget(IconButton(icon, words, press), 0, top)
        self.input.editingFinished.connect(lambda: dialog.rename(self))


class _Name(LineInput):
    def __init__(self, column: OwnColumn, dialog: ColumnsDialog) -> None:
        super().__init__(column.name)
        self._column, self._dialog = column, dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._dialog.shift(self._column, by)
        else:
            super().keyPressEvent(event)


def _renamed(column_id: int, name: str, workspace: Workspace) -> Done[None]:
    return workspace.perform(rename_column, column_id, name)


def _moved(column_id: int, to: int, workspace: Workspace) -> Done[None]:
    return workspace.perform(move_column, column_id, to)


def _deleted(column_id: int, workspace: Workspace) -> Done[None]:
    return workspace.perform(delete_column, column_id)
