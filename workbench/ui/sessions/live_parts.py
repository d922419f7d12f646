"""Small parts of the Live page: the dot of a running session, its progress, the blank screen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

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


class RoundsBar(Themed, QWidget):
    """How far the block is, with a gap where each round ends."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._tone: int | None = None
        self._ends: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, place: int | None, ends: tuple[float, ...] = ()) -> None:
        """Fill up to a share in the colour of a kind; `ends` are shares at which rounds end."""
        if (share, place, ends) != (self._share, self._tone, self._ends):
            self._share, self._tone, self._ends = share, place, ends
            self.update()

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(look().px(80), look().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, what is over, and the gaps."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, 3, look().colour("hover"))
        tone = self._tone
        colour = look().colour("border_control") if tone is None else look().category(tone)
        over = QRectF(whole.left(), whole.top(), whole.width() * self._share, whole.height())
        paint.rounded(painter, over, min(3, over.width() / 2), colour)
        for end in self._ends:
            gap = QRectF(round(whole.width() * end) - 1, 0, 2, whole.height())
            painter.fillRect(gap, look().colour("surface"))


class BlankScreen(QWidget):
    """Nothing but black over the whole window; any key or press brings it back.

    The clock goes on behind it.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._before: QWidget | None = None
        self.setAccessibleName("Blank screen. Press any key to come back.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()

    def toggle(self) -> None:
        """Blank the window, or show it again."""
        if self.isVisible():
            self.dismiss()
            return
        window = self._page.window()
        self._before = QApplication.focusWidget()
        self.setParent(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self.setFocus()

    def dismiss(self) -> None:
        """Show the window again, with the focus where it was."""
        if self.isHidden():
            return
        self._page.window().removeEventFilter(self)
        self.hide()
        self.setParent(self._page)
        before, self._before = self._before, None
        (before if before is not None and before.isVisible() else self._page).setFocus()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # a window
        """Cover the window also when it is made larger."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing but black."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Any key brings the window back and does nothing else."""
        self.dismiss()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press does, too."""
        self.dismiss()
