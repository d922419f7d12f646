"""The picture of Welcome: a circle of seats in the colours of departments, two of them empty."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_SEATS = (0, 1, 0, 2, 3, 1, 5, 0, 2, 4, 1, 0, 3, 2, 1, 4, -1, 5, 2, -1, 3, 0)
_GIFTS = ((0, 5), (1, 18), (2, 10), (3, 8), (4, 13), (7, 15), (10, 17), (11, 15), (20, 6), (21, 14))


class CircleOfSeats(Themed, QWidget):
    """Everyone has a seat; arrows are help between people of different departments."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("A circle of seats, two of them empty")

    def sizeHint(self) -> QSize:
        """A square that fits half a window."""
        return QSize(480, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw seats and arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height(), 560)
        painter.translate(self.width() / 2, self.height() / 2)
        radius, seat = side * 0.39, side * 0.071
        for start, end in _GIFTS:
            self._gift(painter, radius - seat * 1.05, start, end)
        for place, category in enumerate(_SEATS):
            self._seat(painter, radius, seat, place, category)

    def _seat(
        self, painter: QPainter, radius: float, seat: float, place: int, category: int
    ) -> None:
        painter.save()
        painter.rotate(360 * place / len(_SEATS))
        box = QRectF(-seat / 2, -radius - seat / 2, seat, seat)
        if category < 0:
            pen = QPen(look().colour("border_control"), 2.2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(look().colour("surface"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().category(category))
        painter.drawRoundedRect(box, seat * 0.26, seat * 0.26)
        painter.restore()

    def _gift(self, painter: QPainter, radius: float, start: int, end: int) -> None:
        first, last = _at(start, radius), _at(end, radius)
        bend = (first + last) * 0.28
        path = QPainterPath(first)
        path.quadTo(bend, last)
        colour = look().category(_SEATS[start])
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        _arrow(painter, last, math.atan2(last.y() - bend.y(), last.x() - bend.x()), colour)


def _at(place: int, radius: float) -> QPointF:
    angle = 2 * math.pi * place / len(_SEATS)
    return QPointF(radius * math.sin(angle), -radius * math.cos(angle))


def _arrow(painter: QPainter, tip: QPointF, angle: float, colour: QColor) -> None:
    wings = [
        tip + QPointF(11 * math.cos(angle + turn), 11 * math.sin(angle + turn))
        for turn in (2.7, -2.7)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, *wings]))
