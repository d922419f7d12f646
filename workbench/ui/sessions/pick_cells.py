"""Cells of the lists in dialogs: a box to tick, and a title with a quiet line below."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.theme import look, paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class BoxCell:
    """A box that is ticked or not; `name` is what it stands for."""

    on: bool
    name: str

    @property
    def said(self) -> str:
        """Whether it is chosen."""
        return f"{self.name}, {'chosen' if self.on else 'not chosen'}"

    def width(self) -> float:
        """The box."""
        return float(look().px(16))

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw the box."""
        side = look().px(16)
        box = QRectF(where.left(), where.center().y() - side / 2, side, side)
        if not self.on:
            edge = look().colour("border_control")
            paint.rounded(painter, box, 4, look().colour("surface"), edge, 1.2)
            return
        paint.rounded(painter, box, 4, look().colour("accent"))
        inset = side * 0.18
        tick = box.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "check", tick, look().colour("on_accent"), 2.6)


@dataclass(frozen=True, slots=True)
class TitledCell:
    """A title and a quiet line below; `tone` is that of the line."""

    title: str
    line: str = ""
    tone: str = "text_2"

    @property
    def said(self) -> str:
        """Both."""
        return ", ".join(part for part in (self.title, self.line) if part)

    def width(self) -> float:
        """The wider of the two."""
        title = QFontMetricsF(look().font("strong")).horizontalAdvance(self.title)
        return max(title, QFontMetricsF(look().font("caption")).horizontalAdvance(self.line))

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw both, cut with an ellipsis where they do not fit."""
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        if not self.line:
            elided(painter, where, self.title, _LEFT)
            return
        top = where.center().y() - look().px(18)
        upper = QRectF(where.left(), top, where.width(), look().px(18))
        elided(painter, upper, self.title, _LEFT)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour(self.tone))
        elided(painter, upper.translated(0, look().px(18)), self.line, _LEFT)
