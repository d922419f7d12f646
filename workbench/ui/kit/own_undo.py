"""Undo in a field: its own typing first; with none of it left, the key is the program's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    _Mixin = QWidget
else:  # at run time Qt classes cannot be inherited from twice
    _Mixin = object


class OwnUndo(_Mixin):
    """A mixin before a text field: Qt's fields would keep Ctrl+Z even with nothing to take back."""

    def has_own(self, *, undo: bool) -> bool:
        """Whether there is typing to take back, or to do again."""
        if isinstance(self, QPlainTextEdit):
            text = self.document()
            return text.isUndoAvailable() if undo else text.isRedoAvailable()
        if isinstance(self, QLineEdit):
            return self.isUndoAvailable() if undo else self.isRedoAvailable()
        return False

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the field has none of its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not self.has_own(undo=undo):
                event.ignore()
                return False
        return super().event(event)
