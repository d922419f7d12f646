"""What lies over a page keeps its keys: no shortcut of the window acts below it."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeyGuard(QObject):
    """Takes every shortcut that reaches a dialog or the palette before the window, but the lock.

    It is an object of its own because a widget that overrides `event` in Python must not be
    deleted inside it.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept shortcuts, so that they arrive as keys."""
        if event.type() == QEvent.Type.ShortcutOverride and not _locks(event):
            event.accept()
            return True
        return False


def _locks(event: QEvent) -> bool:
    """Return whether the keys are those that lock the file, which must work from everywhere."""
    return isinstance(event, QKeyEvent) and event.keyCombination() == QKeyCombination(
        Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L
    )
