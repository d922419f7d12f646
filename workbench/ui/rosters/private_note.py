"""The private note on somebody: kept when the cursor leaves it, and in no export."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.panel import PanelSection
from workbench.ui.kit.text import Text


class PrivateNote(PanelSection):
    """The private note with its lock and what becomes of it."""

    def __init__(self, words: str, written: Callable[[str], object]) -> None:
        super().__init__()
        self._before, self._written = words, written
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon("lock", "text_2", 13))
        row.addWidget(Text("Private notes", "strong"), 1)
        self.area = TextArea(words, "Only you read this.", lines=4)
        self.area.setAccessibleName("Private notes")
        self.area.installEventFilter(self)
        self.add(head, self.area)
        self.add(Text("Stays in this file. Never in exports or reports.", "caption", "text_3"))

    @property
    def writing(self) -> bool:
        """Whether something is being written that is not kept yet."""
        return self.area.toPlainText() != self._before

    def keep(self) -> None:
        """Hand over what was written."""
        words = self.area.toPlainText()
        if words != self._before:
            self._before = words
            self._written(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when the cursor leaves it."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return False
