"""The curve of what a wave can find: answers across, the smallest change found 4 times in 5 up."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.text import number
from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_HEIGHT = 112
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 118, 10, 26


@dataclass(frozen=True, slots=True)
class CurveShown:
    """What the curve shows: its points, the answers expected, what matters; `tone` is a series."""

    line: tuple[tuple[int, float], ...]
    answers: int
    change: float
    matters: float | None
    tone: str

    @property
    def words(self) -> str:
        """The curve read aloud."""
        ends = " and ".join(
            f"{number(change)} with {answers} answers"
            for answers, change in (self.line[0], self.line[-1])
        )
        expected = f"{number(self.change)} with {self.answers}, as expected"
        return f"Smallest change found 4 times in 5: {ends}; {expected}."

    @property
    def top(self) -> float:
        """The highest change drawn."""
        return max(self.line[0][1], self.matters or 0.0) * 1.08

    @property
    def bottom(self) -> float:
        """The lowest change drawn, a little below what matters."""
        return max(0.0, min(self.line[-1][1], self.matters or self.line[-1][1]) * 0.75)


class FoundCurve(Themed, QWidget):
    """Draws the falling line, the dot at the answers expected, and what matters as dashes."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: CurveShown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curve(self, shown: CurveShown) -> None:
        """Show another curve."""
        self._shown = shown
        self.setAccessibleName(shown.words)
        self.update()

    def sizeHint(self) -> QSize:
        """Any width, a fixed height."""
        return QSize(look().px(320), look().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the curve."""
        shown = self._shown
        if shown is None or len(shown.line) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font("caption"))
        self._axes(painter, shown)
        self._matters(painter, shown)
        series = look().chart(shown.tone)
        points = QPolygonF([self._at(*point) for point in shown.line])
        painter.setPen(QPen(series, look().px(2)))
        painter.drawPolyline(points)
        self._dot(painter, shown)

    def _plot(self) -> QRectF:
        px = look().px
        return QRectF(self.rect()).adjusted(px(_LEFT), px(_TOP), -px(_RIGHT), -px(_BOTTOM))

    def _at(self, answers: float, change: float) -> QPointF:
        shown, plot = self._shown, self._plot()
        if shown is None:
            return plot.topLeft()
        first, last = shown.line[0][0], shown.line[-1][0]
        across = (answers - first) / max(1, last - first)
        up = (change - shown.bottom) / max(1e-9, shown.top - shown.bottom)
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    def _axes(self, painter: QPainter, shown: CurveShown) -> None:
        plot, px = self._plot(), look().px
        for change in (shown.line[0][1], (shown.line[0][1] + shown.line[-1][1]) / 2):
            height = self._at(0, change).y()
            painter.setPen(look().colour("border"))
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
            painter.setPen(look().colour("text_2"))
            where = QRectF(0, height - px(9), plot.left() - px(8), px(18))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(where, align, number(change))
        for answers in _ticks(shown):
            centre = self._at(answers, 0).x()
            where = QRectF(centre - px(24), plot.bottom() + px(4), px(48), px(18))
            painter.drawText(where, paint.CENTRE, str(answers))
        where = QRectF(plot.right() + px(28), plot.bottom() + px(4), px(90), px(18))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, "answers")

    def _matters(self, painter: QPainter, shown: CurveShown) -> None:
        if shown.matters is None:
            return
        plot, px = self._plot(), look().px
        height = self._at(0, shown.matters).y()
        pen = QPen(look().colour("text_3"), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
        painter.setPen(look().colour("text_2"))
        where = QRectF(plot.right() + px(10), height - px(9), px(_RIGHT - 10), px(18))
        words = f"{number(shown.matters)} matters to you"
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)

    def _dot(self, painter: QPainter, shown: CurveShown) -> None:
        first, last = shown.line[0][0], shown.line[-1][0]
        if not first <= shown.answers <= last:
            return
        px, plot = look().px, self._plot()
        at = self._at(shown.answers, shown.change)
        painter.setPen(QPen(look().colour("text_3"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(at, QPointF(at.x(), plot.bottom()))
        painter.setPen(QPen(look().colour("surface"), 2))
        painter.setBrush(look().chart(shown.tone))
        painter.drawEllipse(at, px(5), px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look().chart(shown.tone))
        painter.setFont(look().font("strong"))
        where = QRectF(at.x() - px(24), at.y() - px(25), px(48), px(18))
        painter.drawText(where, paint.CENTRE, number(shown.change))


def _ticks(shown: CurveShown) -> list[int]:
    """Return the numbers of answers named below: both ends, and the expected one if apart."""
    first, last = shown.line[0][0], shown.line[-1][0]
    apart = max(1, (last - first) // 10)
    between = first + apart <= shown.answers <= last - apart
    return [first, *([shown.answers] if between else []), last]
