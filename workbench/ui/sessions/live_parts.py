"""Small parts of the Live page: the dot that says a session runs, the blank screen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look


class RunningDot(Themed, QWidget):
    """A filled dot while a session runs."""

    def __init__(self) -> None:
        super().__init__()
        self._on = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_on(self, *, on: bool) -> None:
        """Show whether a session runs."""
        self._on = on
        self.setAccessibleName("A session is running" if on else "No session is running")
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(look().px(12), look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        tone = look().colour("danger" if self._on else "border_control")
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint.rounded(QPainter(self), inner, inner.width() / 2, tone)


class BlankScreen(Themed, QWidget):
    """A blank screen over the page; B or a press brings it back."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAccessibleName("Blank screen. Press B to come back.")
        self.hide()

    def toggle(self) -> None:
        """Blank the page, or show it again."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.setVisible(not self.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing but black."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)

    def event(self, event: QEvent) -> bool:
        """A press brings the page back."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.hide()
            return True
        return super().event(event)
