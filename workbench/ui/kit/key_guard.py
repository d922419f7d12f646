"""What lies over a page keeps its keys: no shortcut of the window acts below it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class KeyGuard(QObject):
    """Takes every shortcut that reaches a dialog or the palette before the window does.

    It is an object of its own because a widget that overrides `event` in Python must not be
    deleted inside it.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept shortcuts, so that they arrive as keys."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return False
