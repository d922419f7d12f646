"""The parts of the map of connections: a dot, an arrow of help, a name."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from workbench.ui.contributions.map_content import Dot, Line, Place
from workbench.ui.kit import paint
from workbench.ui.theme import look

_BEND = 0.12
_WIDEST = 6.0
_LARGEST_SCALE = 1.4  # dots grow with the text, but not so far that they hide each other


class DotItem(QGraphicsItem):
    """A person or department; filled by department, hollow where no help is logged."""

    def __init__(self, dot: Dot, at: QPointF, size: float = 1.0) -> None:
        super().__init__()
        self.dot = dot
        self.radius = size * _px(5.5 + min(7.0, 1.9 * math.sqrt(dot.gave)))
        self.chosen = self.focused = False
        self.setPos(at)
        self.setZValue(2)

    @property
    def disc(self) -> QRectF:
        """The dot in the coordinates of the scene."""
        radius = self.radius
        return QRectF(self.x() - radius, self.y() - radius, 2 * radius, 2 * radius)

    def show_chosen(self, *, chosen: bool, focused: bool) -> None:
        """Put a ring round it, or take it off."""
        if (chosen, focused) != (self.chosen, self.focused):
            self.chosen, self.focused = chosen, focused
            self.update()

    def boundingRect(self) -> QRectF:
        """The dot and its ring."""
        reach = self.radius + 8
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the dot on the ground of the page, so that arrows end before it."""
        colour, radius = look().category(self.dot.colour), self.radius
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen:
            ring = QColor(look().colour("focus" if self.focused else "accent"))
            painter.setPen(QPen(ring, 2.5 if self.focused else 2))
            painter.setBrush(look().colour("surface"))
            painter.drawEllipse(QPointF(), radius + 5, radius + 5)
        edge = colour if self.dot.alone else look().colour("surface")
        painter.setPen(QPen(edge, 2 if self.dot.alone else 1.5))
        painter.setBrush(look().colour("surface") if self.dot.alone else colour)
        painter.drawEllipse(QPointF(), radius, radius)


class LineItem(QGraphicsItem):
    """An arrow of help, bent a little so that help both ways is two arrows."""

    def __init__(self, line: Line, giver: DotItem, receiver: DotItem) -> None:
        super().__init__()
        self.line, self.own = line, False
        self._width = min(_WIDEST, 1.0 + math.log2(line.acts))
        self._path, self._tip = _curve(giver, receiver)
        self.setZValue(0)

    @property
    def thickness(self) -> float:
        """How thick it is drawn, by how often help was given."""
        return self._width + (1.2 if self.own else 0)

    def show_own(self, *, own: bool) -> None:
        """Darken it as one of the chosen person's, or let it be as the others."""
        if own != self.own:
            self.own = own
            self.setZValue(1 if own else 0)
            self.update()

    def boundingRect(self) -> QRectF:
        """The arrow with its tip."""
        return self._path.boundingRect().adjusted(-9, -9, 9, 9)

    def shape(self) -> QPainterPath:
        """Nothing to click: dots are chosen, never arrows."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw it solid across departments, dashed inside one."""
        ink = look().colour("text" if self.own else "border_control")
        pen = QPen(ink, self.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not self.line.across:
            pen.setDashPattern([3.0, 2.5])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(self._tip)


class NameItem(QGraphicsItem):
    """A name beside a dot, or that of a department with its mark."""

    def __init__(self, text: str, role: str, tone: str, mark: Place | None = None) -> None:
        super().__init__()
        self.text, self._role, self._tone, self._mark = text, role, tone, mark
        metrics = QFontMetricsF(look().font(role))
        self._lead = look().px(15) if mark else 0.0
        self.size = QRectF(
            0, 0, metrics.horizontalAdvance(text) + self._lead + 6, metrics.height() + 2
        )
        self.setZValue(4 if mark is None else 3)

    @property
    def box(self) -> QRectF:
        """Where it stands in the scene."""
        return self.size.translated(self.pos())

    def boundingRect(self) -> QRectF:
        """The name."""
        return self.size

    def shape(self) -> QPainterPath:
        """Nothing to click."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw it on the ground of the page, over arrows."""
        paint.rounded(painter, self.size, 3, look().colour("surface"))
        if self._mark is not None:
            side = look().px(9)
            paint.mark(
                painter, QPointF(3 + side / 2, self.size.center().y()), self._mark.colour, side
            )
        painter.setFont(look().font(self._role))
        painter.setPen(look().colour(self._tone))
        words = self.size.adjusted(3 + self._lead, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text)


def _px(size: float) -> float:
    return size * min(look().scale, _LARGEST_SCALE)


def _curve(giver: DotItem, receiver: DotItem) -> tuple[QPainterPath, QPolygonF]:
    start, end = giver.pos(), receiver.pos()
    along = end - start
    bend = (start + end) / 2 + QPointF(-along.y(), along.x()) * _BEND
    first = _towards(start, bend, giver.radius + 1)
    last = _towards(end, bend, receiver.radius + 2)
    head = _px(7)
    neck = _towards(last, bend, head)
    path = QPainterPath(first)
    path.quadTo(bend, neck)
    aside = neck - last
    side = QPointF(-aside.y(), aside.x()) * 0.45
    return path, QPolygonF([last, neck + side, neck - side])


def _towards(start: QPointF, end: QPointF, far: float) -> QPointF:
    way = end - start
    length = math.hypot(way.x(), way.y())
    return start + way * (far / length) if length > 0 else start
