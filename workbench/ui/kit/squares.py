"""Attendance squares: the same six everywhere."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.words import Mark
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look


class Square(Enum):
    """What one square says; the value is the word for it."""

    HERE = "here"
    LATE = "came late"
    APOLOGIES = "apologies"
    MISSED = "missed"
    NOT_KNOWN = "not known"
    NOT_YET = "not yet a member"


_OF_MARK = {
    Mark.PRESENT: Square.HERE,
    Mark.PART: Square.LATE,
    Mark.EXCUSED: Square.APOLOGIES,
    Mark.ABSENT: Square.MISSED,
    Mark.UNKNOWN: Square.NOT_KNOWN,
}


def squares_of(marks: Sequence[Mark | None]) -> tuple[Square, ...]:
    """Return the squares of attendance marks; None means not yet a member."""
    return tuple(_OF_MARK[mark] if mark is not None else Square.NOT_YET for mark in marks)


def paint_square(painter: QPainter, where: QRectF, square: Square) -> None:
    """Draw one attendance square into a rectangle of equal sides."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if square is Square.HERE:
        rounded(painter, where, 3, look().colour("accent"))
    elif square is Square.NOT_YET:
        _dot(painter, where, 1.25)
    else:
        _inside(painter, where, square)
        rounded(painter, where, 3, None, _edge(square), 1)
    painter.restore()


def _edge(square: Square) -> QColor:
    return look().colour("accent" if square is Square.LATE else "border_control")


def _inside(painter: QPainter, where: QRectF, square: Square) -> None:
    if square is Square.LATE:
        shape = QPainterPath()
        shape.addRoundedRect(where, 3, 3)
        painter.setClipPath(shape)
        lower = QRectF(where.left(), where.center().y(), where.width(), where.height() / 2)
        painter.fillRect(lower, look().colour("accent"))
        painter.setClipping(False)
    elif square is Square.APOLOGIES:
        painter.setPen(QPen(look().colour("border_control"), 1))
        gap = where.width() * 0.18
        painter.drawLine(
            where.bottomLeft() + QPointF(gap, -gap), where.topRight() + QPointF(-gap, gap)
        )
    elif square is Square.NOT_KNOWN:
        _dot(painter, where, where.width() * 0.11)


def _dot(painter: QPainter, where: QRectF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("border_control"))
    painter.drawEllipse(where.center(), radius, radius)


def strip_width(count: int, side: int = 14, gap: int = 3) -> int:
    """Return the width of a strip of squares in pixels at this text size."""
    return count * look().px(side) + max(0, count - 1) * gap


def paint_strip(
    painter: QPainter, where: QRectF, squares: Sequence[Square], side: int = 14, gap: int = 3
) -> None:
    """Draw squares from left to right, oldest first, in the middle of the rectangle's height."""
    size = look().px(side)
    top = round(where.center().y() - size / 2)
    left = round(where.left())
    for square in squares:
        paint_square(painter, QRectF(left, top, size, size), square)
        left += size + gap


def strip_words(squares: Sequence[Square]) -> str:
    """Return a strip as words for a screen reader: "here 5, apologies 1, missed 2"."""
    counts = {square: sum(1 for each in squares if each is square) for square in Square}
    return ", ".join(f"{square.value} {count}" for square, count in counts.items() if count)


class SquareStrip(Themed, QWidget):
    """A strip of attendance squares in a panel or card."""

    def __init__(
        self, squares: Sequence[Square] = (), side: int = 14, gap: int = 3,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._side, self._gap = side, gap
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_squares(squares)

    def show_squares(self, squares: Sequence[Square], words: str = "") -> None:
        """Show these squares, oldest first; `words` is what a screen reader says."""
        self._squares = tuple(squares)
        self.setAccessibleName(words or strip_words(squares))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole strip on one line."""
        width = strip_width(len(self._squares), self._side, self._gap)
        return QSize(width, look().px(self._side) + 2)

    def minimumSizeHint(self) -> QSize:
        """The whole strip: squares are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip."""
        painter = QPainter(self)
        paint_strip(painter, QRectF(self.rect()), self._squares, self._side, self._gap)
