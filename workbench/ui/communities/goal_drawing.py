"""The line of a goal: ticks at start and target, a dot now, its interval where there is one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.communities.goal_line import GoalLine
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_START, _TARGET = 0.05, 0.87


class GoalDrawing(Themed, QWidget):
    """Draws from start to target; the dot is hollow where the figure is older than 2 months."""

    def __init__(self, line: GoalLine) -> None:
        super().__init__()
        self._line = line
        self.setAccessibleName(line.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width, as high as the dot and the ticks."""
        return QSize(look().px(120), look().px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its ticks, the interval and the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, tick = self.height() / 2, look().px(5)
        painter.setPen(QPen(look().colour("border_control"), 1.5))
        start, target = self._at(0), self._at(1)
        painter.drawLine(QPointF(start, middle), QPointF(target, middle))
        for x in (start, target):
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        self._paint_interval(painter, middle)
        self._paint_dot(painter, middle)

    def _at(self, place: float) -> float:
        """Return the pixel of a place from start (0) to target (1), kept inside the drawing."""
        x = (_START + place * (_TARGET - _START)) * self.width()
        edge = look().px(6)
        return min(max(x, edge), self.width() - edge)

    def _paint_interval(self, painter: QPainter, middle: float) -> None:
        low, high = self._line.low, self._line.high
        if low is None or high is None:
            return
        left, right = sorted((self._at(low), self._at(high)))
        pen = QPen(look().colour("accent"), look().px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _paint_dot(self, painter: QPainter, middle: float) -> None:
        place = self._line.place
        if place is None:
            return
        radius, x = look().px(5), self._at(place)
        ground = QRectF(x - radius - 2, middle - radius - 2, 2 * radius + 4, 2 * radius + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("surface"))
        painter.drawEllipse(ground)
        dot = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
        if self._line.stale:
            painter.setPen(QPen(look().colour("text_3"), 2))
            dot = dot.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setBrush(look().colour("accent"))
        painter.drawEllipse(dot)
