"""A quiet word in the corner while the file is being read for longer than one notices."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.ui.kit.text import Text

_AFTER_MS = 400
_RIGHT, _BELOW = 28, 20


class WaitingSign(QFrame):
    """Lies over the bottom right of its parent while waiting lasts, from 0.4 seconds on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("raised")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        self.words = Text("Reading …", "label", "text_2")
        row.addWidget(self.words)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._come)
        parent.installEventFilter(self)
        self.hide()

    def wait(self, waits: bool) -> None:
        """Come soon, unless the waiting ends before; or go at once."""
        if waits:
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner as the parent grows."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _come(self) -> None:
        self._place()
        self.raise_()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def _place(self) -> None:
        self.adjustSize()
        room = self._room.rect()
        self.move(room.right() - _RIGHT - self.width(), room.bottom() - _BELOW - self.height())
