"""The strip of measures: each a figure, a line without axes beside it, and one sentence."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.ui.home.home_words import Tile
from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_LEFT = Qt.AlignmentFlag.AlignLeft
_HIGH = 136


class StatStrip(Themed, QWidget):
    """Tiles side by side in one frame; where it is narrow three and then the rest below."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._go = go
        self._tiles: list[_TileButton] = []
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles."""
        for old in self._tiles:
            old.hide()
            old.deleteLater()
        self._tiles = [_TileButton(tile, self._go, self) for tile in tiles]
        for tile in self._tiles:
            tile.show()
        self.setVisible(bool(tiles))
        self._lay_out()

    def sizeHint(self) -> QSize:
        """One or two rows."""
        return QSize(look().px(600), self._rows() * look().px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Follow the text size."""
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the lines between the tiles."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, 8, look().colour("surface"), look().colour("border"))
        for tile in self._tiles:
            box = tile.geometry()
            if box.left() > 1:
                line = QRectF(box.left(), box.top() + 1, 1, box.height() - 2)
                painter.fillRect(line, look().colour("border"))
            if box.top() > 1:
                line = QRectF(box.left(), box.top(), box.width(), 1)
                painter.fillRect(line, look().colour("border"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Take two rows, or one again."""
        self._narrow = narrow
        self._lay_out()

    def _rows(self) -> int:
        return 2 if self._narrow and len(self._tiles) > 3 else 1

    def _lay_out(self) -> None:
        rows = self._rows()
        first = 3 if rows == 2 else len(self._tiles)
        height = look().px(_HIGH)
        for row, tiles in enumerate((self._tiles[:first], self._tiles[first:])):
            for place, tile in enumerate(tiles):
                left = round(place * self.width() / len(tiles))
                right = round((place + 1) * self.width() / len(tiles))
                tile.setGeometry(left, row * height, right - left, height)
        self.setFixedHeight(rows * height)
        self.update()


class _TileButton(Themed, QAbstractButton):
    radius = 8

    def __init__(self, tile: Tile, go: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._tile = tile
        self._over = False
        self.setAccessibleName(f"{tile.title}: {tile.value} {tile.unit}".strip())
        self.setAccessibleDescription(" ".join(part for part in (tile.sentence, tile.why) if part))
        self.setToolTip(tile.why)
        self.clicked.connect(lambda _checked=False: go(tile.page))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(16, look().px(14), -16, -look().px(12))
        if self._over:
            paint.rounded(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 6,
                          look().colour("sunken"))  # fmt: skip
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        top = QRectF(inside.left(), inside.top(), inside.width(), look().px(20))
        elided(painter, top, self._tile.title, _LEFT)
        value_top = top.bottom() + look().px(2)
        self._paint_value(painter, QRectF(inside.left(), value_top, inside.width(), look().px(30)))
        below = inside.bottom() - look().px(18)
        line_top = value_top + look().px(34)
        box = QRectF(inside.left(), line_top, inside.width(), below - line_top - look().px(6))
        _spark(painter, box, self._tile)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2"))
        words = QRectF(inside.left(), below, inside.width(), look().px(18))
        elided(painter, words, self._tile.sentence, _LEFT)

    def _paint_value(self, painter: QPainter, where: QRectF) -> None:
        painter.setFont(look().font("figure"))
        painter.setPen(look().colour("text"))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._tile.value)
        if self._tile.unit:
            used = QFontMetricsF(look().font("figure")).horizontalAdvance(self._tile.value)
            painter.setFont(look().font())
            painter.setPen(look().colour("text_2"))
            beside = where.adjusted(used + look().px(7), look().px(3), 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._tile.unit)


def _spark(painter: QPainter, where: QRectF, tile: Tile) -> None:
    """Draw the line through its own range, last value as a dot, waves as rings."""
    if not tile.line:
        return
    low, high = min(tile.line), max(tile.line)
    reach = (high - low) or 1.0
    room = where.adjusted(look().px(4), look().px(4), -look().px(4), -look().px(4))
    steps = max(1, len(tile.line) - 1)
    points = [
        QPointF(
            room.left() + room.width() * place / steps,
            room.bottom() - room.height() * ((value - low) / reach if high > low else 0.5),
        )
        for place, value in enumerate(tile.line)
    ]
    colour = look().chart(tile.tone)
    painter.setPen(QPen(colour, 1.6 * look().scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.drawPath(path)
    if tile.hollow:
        painter.setBrush(look().colour("surface"))
        for point in points[:-1]:
            painter.drawEllipse(point, look().px(2.4), look().px(2.4))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(points[-1], look().px(3.2), look().px(3.2))
