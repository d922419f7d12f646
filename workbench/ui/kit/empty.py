"""Empty states that teach: what will be here, why, and the ways in."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """Icon, one sentence on what will appear, one on why, buttons, an outline of the page."""

    def __init__(
        self, icon: str, what: str, why: str, actions: Sequence[Button] = (),
        link: Button | None = None, *, outline: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Icon(icon, "accent", 48), 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(_centred(what, "title", "text"))
        column.addWidget(_centred(why, "body", "text_2"))
        if actions:
            column.addSpacing(8)
            holder = flow_of(*actions)
            holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(holder, 0, _CENTRE)
        if link is not None:
            column.addWidget(link, 0, _CENTRE)
        if outline:
            column.addSpacing(20)
            column.addWidget(_Outline(), 0, _CENTRE)
        column.addStretch(2)


def _centred(text: str, role: str, tone: str) -> Text:
    return Text(text, role, tone, wrap=True, align=_CENTRE)


class _Outline(Themed, QWidget):
    """A grey dashed outline of the page to come."""

    def sizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(138))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look().colour("border_strong"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        third = self.height() / 3
        for place, share in enumerate((0.24, 0.19, 0.27)):
            self._paint_row(painter, QRectF(20, place * third, self.width() - 40, third), share)
            if place:
                line = QRectF(20, place * third, self.width() - 40, 1)
                painter.fillRect(line, look().colour("border"))

    def _paint_row(self, painter: QPainter, where: QRectF, share: float) -> None:
        ground: QColor = look().colour("hover")
        side, middle = look().px(26), where.center().y()
        circle = QRectF(where.left(), middle - side / 2, side, side)
        rounded(painter, circle, side / 2, ground)
        words = QRectF(where.left() + side + 12, middle - 4, where.width() * share, 8)
        rounded(painter, words, 4, ground)
        small = look().px(13)
        for place in range(8):
            left = where.right() - (8 - place) * (small + 6)
            rounded(painter, QRectF(left, middle - small / 2, small, small), 3, ground)
