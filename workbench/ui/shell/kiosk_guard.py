"""Keeps whoever answers inside the stage: keys, menus, drags and window moves lead nowhere."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        QEvent.Type.Shortcut, QEvent.Type.Quit,
    }
)  # fmt: skip
_GONE = frozenset({QEvent.Type.WindowStateChange, QEvent.Type.WindowDeactivate})
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.InputMethod,
    }
)  # fmt: skip
_CLOSED_KEYS = frozenset(
    {
        Qt.Key.Key_Escape, Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_Print, Qt.Key.Key_Alt,
        Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
        Qt.Key.Key_Insert, Qt.Key.Key_Copy, Qt.Key.Key_Cut, Qt.Key.Key_Paste, Qt.Key.Key_Undo,
        Qt.Key.Key_Redo, Qt.Key.Key_Find, Qt.Key.Key_Back, Qt.Key.Key_Forward, Qt.Key.Key_Refresh,
    }
)  # fmt: skip


class KioskGuard(QObject):
    """Watches every event of the application while a round runs; `touched` tells of a hand on it.

    The system's own task switch never comes here; the window comes to the front again after it.
    """

    touched = Signal()

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._come_back)
        app.installEventFilter(self)

    def end(self) -> None:
        """Watch no longer."""
        self._app.removeEventFilter(self)
        self._timer.stop()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let through what answers need, and nothing else."""
        kind = event.type()
        if kind in _SIGNS:
            self.touched.emit()
        if kind in _NEVER:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and not may_pass(event):
            event.accept()  # a shortcut is looked up only where its override is refused
            return True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton:
            return True
        if kind in _GONE and watched is self._window:
            self._timer.start(0)
        return False

    def _come_back(self) -> None:
        if not self._window.isFullScreen():
            self._window.showFullScreen()
        self._window.raise_()
        self._window.activateWindow()


def may_pass(event: QKeyEvent) -> bool:
    """Return whether a key can only answer: letters, figures, Enter, Tab, arrows, Backspace."""
    key = event.key()
    if key in _CLOSED_KEYS or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return False
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if held & Qt.KeyboardModifier.MetaModifier:
        return False
    if key == Qt.Key.Key_Delete and held & Qt.KeyboardModifier.ShiftModifier:
        return False  # it would cut
    if control or alt:
        return _writes(event) and (control == alt or (alt and sys.platform == "darwin"))
    return True


def _writes(event: QKeyEvent) -> bool:
    """Return whether the keys together write a letter, as AltGr and Option do."""
    text = event.text()
    return bool(text) and text.isprintable()
