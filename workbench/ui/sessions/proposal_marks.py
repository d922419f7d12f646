"""How something proposed is drawn: the outline of its kind in dashes, until it is created."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look


def dashed(painter: QPainter, where: QRectF, radius: float, edge: QColor) -> None:
    """Draw a dashed outline inside a rectangle."""
    painter.save()
    pen = QPen(edge, 1.2)
    pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(where.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
    painter.restore()


def proposed_mark(painter: QPainter, centre: QPointF, place: int | None, size: float) -> None:
    """Draw the mark of a kind of session that is proposed."""
    square = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    dashed(painter, square, size / 4, look().category(place))


class ProposedMark(Themed, QWidget):
    """The dashed box of the legend."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A little wider than the mark of a kind."""
        return QSize(look().px(14), look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed(painter, QRectF(self.rect()), 2, look().colour("text_2"))
