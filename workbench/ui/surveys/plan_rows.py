"""Rows and sections of the planning page: a box to tick with its words, and headings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.text import Span, Text

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlanRow(QWidget):
    """A box to tick, a strong line and a quiet one below it; a click on the words ticks it too."""

    def __init__(
        self, title: str, note: str = "", *right: QWidget, on: bool = False, icon: str = ""
    ) -> None:
        super().__init__()
        self.check = Check(on=on)
        self.check.setAccessibleName(title)
        self.check.setAccessibleDescription(note)
        self.title = Text(title, "strong", wrap=True)
        self.note = Text(note, "caption", "text_2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(12)
        row.addWidget(self.check, 0, _MIDDLE)
        if icon:
            row.addWidget(Icon(icon), 0, _MIDDLE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        self.note.setVisible(bool(note))
        for widget in right:
            row.addWidget(widget, 0, _MIDDLE)

    @property
    def on(self) -> bool:
        """Whether it is ticked and may be."""
        return self.check.isChecked() and self.check.isEnabled()

    def say(self, note: str, tone: str = "text_2") -> None:
        """Show another quiet line."""
        self.note.say(note, tone)
        self.note.setVisible(bool(note))
        self.check.setAccessibleDescription(note)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it by its words."""
        if self.check.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.check.setFocus()
            self.check.click()


class PlanSection(QWidget):
    """A heading with a quiet note and something at its right, and what belongs under it."""

    def __init__(self, title: str, note: str = "", action: QWidget | None = None) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._head = heading_row(title, note, action)
        self.column.addLayout(self._head)
        self._title = title

    def say_note(self, note: str) -> None:
        """Show another note beside the heading."""
        item = self._head.itemAt(0)
        heading = item.widget() if item is not None else None
        if isinstance(heading, Text):
            heading.say_spans(Span(self._title, "section"), Span(f"   {note}", "body", "text_3"))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the heading."""
        for widget in widgets:
            self.column.addWidget(widget)
