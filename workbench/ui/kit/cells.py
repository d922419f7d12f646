"""What one cell of a table shows: plain values that can draw and say themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workbench.ui.kit import paint
from workbench.ui.kit.squares import Square, paint_strip, strip_width, strip_words
from workbench.ui.kit.text import elided
from workbench.ui.theme import look, paint_icon

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight


class Cell(Protocol):
    """Draws itself into a rectangle without padding, and says itself in words."""

    @property
    def said(self) -> str:
        """The cell in words, for screen readers, copying and tooltips of cut text."""
        ...

    def width(self) -> float:
        """How wide it would like to be, in pixels."""
        ...

    def paint(self, painter: QPainter, where: QRectF, align: Qt.AlignmentFlag, /) -> None:
        """Draw it, in the middle of the height."""
        ...


@dataclass(frozen=True, slots=True)
class TextCell:
    """Words in one colour token and one role of type, with an optional icon before them."""

    text: str
    tone: str = "text"
    role: str = "body"
    icon: str = ""

    @property
    def said(self) -> str:
        """The words."""
        return self.text

    def width(self) -> float:
        """The words on one line."""
        own = QFontMetricsF(look().font(self.role)).horizontalAdvance(self.text)
        return own + (look().px(22) if self.icon else 0)

    def paint(self, painter: QPainter, where: QRectF, align: Qt.AlignmentFlag) -> None:
        """Draw the words, cut with an ellipsis where they do not fit."""
        colour = look().colour(self.tone)
        if self.icon:
            side = look().px(16)
            box = QRectF(where.left(), where.center().y() - side / 2, side, side)
            paint_icon(painter, self.icon, box, colour)
            where = where.adjusted(look().px(22), 0, 0, 0)
        painter.setFont(look().font(self.role))
        painter.setPen(colour)
        elided(painter, where, self.text, align)


@dataclass(frozen=True, slots=True)
class PersonCell:
    """Avatar, name and a second line; where `department` is given, its mark leads that line."""

    name: str
    line: str = ""
    place: int | None = None
    department: str = ""

    @property
    def said(self) -> str:
        """Name, department and line."""
        return ", ".join(part for part in (self.name, self.department, self.line) if part)

    def width(self) -> float:
        """The wider of the two lines, beside the avatar."""
        name = QFontMetricsF(look().font("strong")).horizontalAdvance(self.name)
        line = QFontMetricsF(look().font("caption")).horizontalAdvance(self._second)
        return max(name, line + (look().px(14) if self.department else 0)) + look().px(40)

    @property
    def _second(self) -> str:
        return " · ".join(part for part in (self.department, self.line) if part)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw avatar and both lines."""
        size = look().px(28)
        centre = QPointF(where.left() + size / 2, where.center().y())
        paint.avatar(painter, centre, size, self.name, self.place)
        words = where.adjusted(look().px(38), 0, 0, 0)
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        if not self._second:
            elided(painter, words, self.name, LEFT)
            return
        top = where.center().y() - look().px(17)
        elided(painter, _row(words, top, look().px(18)), self.name, LEFT)
        self._paint_second(painter, _row(words, top + look().px(18), look().px(16)))

    def _paint_second(self, painter: QPainter, where: QRectF) -> None:
        if self.department:
            side = look().px(8)
            middle = QPointF(where.left() + side / 2, where.center().y())
            paint.mark(painter, middle, self.place, side)
            where = where.adjusted(look().px(14), 0, 0, 0)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        elided(painter, where, self._second, LEFT)


@dataclass(frozen=True, slots=True)
class MarkCell:
    """The mark of a category and its name."""

    name: str
    place: int | None = None

    @property
    def said(self) -> str:
        """The name."""
        return self.name

    def width(self) -> float:
        """Mark and name."""
        return QFontMetricsF(look().font()).horizontalAdvance(self.name) + look().px(15)

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw mark and name."""
        if not self.name:
            return
        side = look().px(8)
        middle = QPointF(where.left() + side / 2, where.center().y())
        paint.mark(painter, middle, self.place, side)
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        elided(painter, where.adjusted(look().px(15), 0, 0, 0), self.name, LEFT)


@dataclass(frozen=True, slots=True)
class ChipCell:
    """A chip; `why` is its tooltip."""

    text: str
    tone: str = "neutral"
    icon: str = ""
    why: str = ""

    @property
    def said(self) -> str:
        """The word and its reason."""
        return ": ".join(part for part in (self.text, self.why) if part)

    def width(self) -> float:
        """The chip."""
        return paint.chip_width(self.text, self.icon)

    def paint(self, painter: QPainter, where: QRectF, align: Qt.AlignmentFlag) -> None:
        """Draw the chip."""
        if not self.text:
            return
        height = look().px(22)
        width = min(self.width(), where.width())
        left = where.right() - width if align & RIGHT else where.left()
        box = QRectF(left, where.center().y() - height / 2, width, height)
        paint.chip(painter, box, self.text, self.tone, self.icon)


@dataclass(frozen=True, slots=True)
class SquaresCell:
    """A strip of attendance squares, oldest first."""

    squares: Sequence[Square]

    @property
    def said(self) -> str:
        """How many of each."""
        return strip_words(self.squares)

    def width(self) -> float:
        """The whole strip."""
        return strip_width(len(self.squares))

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw the strip."""
        paint_strip(painter, where, self.squares)


@dataclass(frozen=True, slots=True)
class BarCell:
    """A small bar as a share of the largest (0 to 1), and the number beside it."""

    share: float
    text: str
    tone: str = "border_strong"
    bar: int = 40

    @property
    def said(self) -> str:
        """The number."""
        return self.text

    def width(self) -> float:
        """Bar and number."""
        words = QFontMetricsF(look().font("label")).horizontalAdvance(self.text)
        return look().px(self.bar + 10) + words

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw bar and number."""
        height = look().px(8)
        width = look().px(self.bar) * min(1.0, max(0.0, self.share))
        box = QRectF(where.left(), where.center().y() - height / 2, width, height)
        if width > 0:
            paint.rounded(painter, box, 2, look().colour(self.tone))
        painter.setFont(look().font("label"))
        painter.setPen(look().colour("text"))
        elided(painter, where.adjusted(look().px(self.bar + 8), 0, 0, 0), self.text, LEFT)


def _row(where: QRectF, top: float, height: float) -> QRectF:
    return QRectF(where.left(), top, where.width(), height)
