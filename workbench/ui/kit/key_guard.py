"""What lies over a page keeps its keys: no shortcut of the window acts below it."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeyGuard(QObject):
    """Takes every shortcut that reaches a dialog or the palette before the window, but two.

    Locking the file and hiding names must work from everywhere.

    It is an object of its own because a widget that overrides `event` in Python must not be
    deleted inside it.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept shortcuts, so that they arrive as keys."""
        if event.type() == QEvent.Type.ShortcutOverride and not _guards_people(event):
            event.accept()
            return True
        return False


def _guards_people(event: QEvent) -> bool:
    """Return whether the keys are Ctrl+L or Ctrl+Shift+P."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    return isinstance(event, QKeyEvent) and event.keyCombination() in (
        QKeyCombination(control, Qt.Key.Key_L),
        QKeyCombination(control | shift, Qt.Key.Key_P),
    )
