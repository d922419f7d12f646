"""Widgets: what is written by hand on a paper form, typed in: parts of a code, and a comment."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import LineInput, TextArea
from workbench.ui.kit.panel import clear
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.paper_sheet import WIDEST
from workbench.ui.theme import look


class PaperFields(Themed, QWidget):
    """Below the lines of the form; Enter in a code goes on, after the last part `entered` tells.

    Nothing that was typed can be brought back by undo once the next sheet has begun.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self.parts: list[LineInput] = []
        self.comment: TextArea | None = None
        self._fields: list[Field] = []
        self._comment_field: Field | None = None
        self.restyle()

    def restyle(self) -> None:
        """Be as wide as the lines above."""
        self.setMaximumWidth(look().px(WIDEST))

    def show_form(self, asked: AskedForm) -> None:
        """Make the fields of another form."""
        clear(self._column)
        self.parts = [LineInput() for _ in asked.code_parts]
        self._fields = [
            Field(question, part)
            for question, part in zip(asked.code_parts, self.parts, strict=True)
        ]
        for at, part in enumerate(self.parts):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            part.returnPressed.connect(lambda at=at: self._go_on(at))
        self.comment = TextArea(lines=2) if asked.asks_comment else None
        self._comment_field = None
        fields = list(self._fields)
        if self.comment is not None:
            self._comment_field = Field(
                "Comment, typed the first time only; it is kept apart from the answers",
                self.comment,
            )
            fields.append(self._comment_field)
        if fields:
            self._column.addWidget(Form(*fields))

    @property
    def code(self) -> tuple[str, ...]:
        """The parts of the code as typed."""
        return tuple(part.text() for part in self.parts)

    @property
    def said(self) -> str:
        """The comment as typed."""
        return self.comment.toPlainText() if self.comment is not None else ""

    def fill(self, code: tuple[str, ...] = ()) -> None:
        """Empty all fields, or put the parts of a code in."""
        for at, part in enumerate(self.parts):
            part.setText(code[at] if at < len(code) else "")
        if self.comment is not None:
            self.comment.setPlainText("")

    def show_only(self, parts: tuple[int, ...], *, comment: bool) -> None:
        """Show some of the fields only."""
        for at, one in enumerate(self._fields):
            one.setVisible(at in parts)
        if self._comment_field is not None:
            self._comment_field.setVisible(comment)
        self.setVisible(bool(parts) or (comment and self._comment_field is not None))

    def _go_on(self, at: int) -> None:
        later = [part for part in self.parts[at + 1 :] if part.isVisible()]
        if later:
            later[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()
