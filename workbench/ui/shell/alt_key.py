"""Alt alone shows and hides the menu bar; Alt with another key is that key's own affair."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar, QWidget

_SPOILS = (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate, QEvent.Type.Wheel)


class AltKey(QObject):
    """Watches the keys of a window; they pass here before any widget takes them for itself."""

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self._alone = False
        self._before: QWidget | None = None
        window.installEventFilter(self)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which key is down; answer Alt when it comes up, and Esc in the bar."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt
        elif kind in _SPOILS:
            self._alone = False
        elif isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        released = event.type() == QEvent.Type.KeyRelease
        if released and event.key() == Qt.Key.Key_Alt and self._alone:
            self._alone = False
            self._turn()
        elif watched is self._bar and not released and event.key() == Qt.Key.Key_Escape:
            self._turn()
            return True
        return False

    def _turn(self) -> None:
        if self._bar.isVisible():
            self._bar.hide()
            if self._before is not None:
                self._before.setFocus()
            return
        self._before = self._window.focusWidget()
        self._bar.show()
        self._bar.setFocus()
