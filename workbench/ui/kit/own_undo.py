"""Undo in a field: its own typing first; with none of it left, the key is the program's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class OwnUndo(QObject):
    """Leaves Ctrl+Z to the window where Qt's field would keep it with nothing to take back.

    A field that only looks for something has no `typing` worth taking back.
    """

    def __init__(self, field: QLineEdit | QPlainTextEdit, *, typing: bool = True) -> None:
        super().__init__(field)
        self._field, self._typing = field, typing
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Refuse the key, so that it becomes the shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not self._has_own(undo=undo):
                event.ignore()
                return True
        return False

    def _has_own(self, *, undo: bool) -> bool:
        field = self._field
        text = field.document() if isinstance(field, QPlainTextEdit) else field
        return self._typing and (text.isUndoAvailable() if undo else text.isRedoAvailable())
