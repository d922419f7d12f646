"""What quick capture offers while a line is typed, below the line."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.contributions.completion import Offer
from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_ROW = 30


class CaptureOffers(Themed, QWidget):
    """What may be taken, below the line and over the page; it never takes the focus."""

    taken = Signal(object)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self._offers: tuple[Offer, ...] = ()
        self._place = 0
        self.was_moved = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    @property
    def chosen(self) -> Offer | None:
        """The offer that Tab takes."""
        return self._offers[self._place] if self._offers else None

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show other offers, the first one chosen; without any, go away."""
        self._offers, self._place, self.was_moved = tuple(offers), 0, False
        if not self._offers:
            self.hide()
            return
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setAccessibleName(", ".join(offer.label for offer in self._offers))
        at = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        width = min(self._line.width(), look().px(360))
        self.setGeometry(at.x(), at.y(), width, self.sizeHint().height())
        self.show()
        self.raise_()
        self.update()

    def move_by(self, step: int) -> None:
        """Choose the next or the one before."""
        self._place = min(len(self._offers) - 1, max(0, self._place + step))
        self.was_moved = True
        self.update()

    def sizeHint(self) -> QSize:
        """All offers one below the other."""
        return QSize(look().px(280), look().px(_ROW) * len(self._offers) + 12)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        self._place = self._at(event.position().y())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is under the mouse."""
        self._place = self._at(event.position().y())
        self.taken.emit(self.chosen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the offers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        raised, edge = look().colour("raised"), look().colour("border_strong")
        paint.rounded(painter, QRectF(self.rect()), 8, raised, edge)
        painter.setFont(look().font())
        for place, offer in enumerate(self._offers):
            row = QRectF(6, 6 + place * look().px(_ROW), self.width() - 12, look().px(_ROW))
            if place == self._place:
                paint.rounded(painter, row, 6, look().colour("selected"))
            painter.setPen(look().colour("text"))
            words = row.adjusted(10, 0, -10, 0)
            elided(painter, words, offer.label, Qt.AlignmentFlag.AlignLeft)

    def _at(self, y: float) -> int:
        return min(len(self._offers) - 1, max(0, int((y - 6) // look().px(_ROW))))
