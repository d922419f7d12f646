"""The silo index on its line, between what chance gives and nobody ever crossing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.text import number
from workbench.insights.silo import SiloIndex
from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_LOWEST = -0.2


class SiloGauge(Themed, QWidget):
    """A line from −0.2 to 1 with the chance band, the index now, and hollow the one before."""

    def __init__(self, now: SiloIndex, before: SiloIndex | None) -> None:
        super().__init__()
        self._now, self._before = now, before
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        was = f", before {number(before.value, 2)}" if before else ""
        self.setAccessibleName(f"Silo index {number(now.value, 2)} now{was}. {now.sentence()}")

    def sizeHint(self) -> QSize:
        """Any width; the line and its numbers."""
        return QSize(look().px(240), look().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, band, both indices and their numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = look().px(13.0)
        line = QRectF(self._at(_LOWEST), middle - 1, self._at(1) - self._at(_LOWEST), 2)
        painter.fillRect(line, look().colour("border_strong"))
        low, high = self._at(self._now.chance_low), self._at(self._now.chance_high)
        band = QRectF(low, middle - look().px(7), max(high - low, 2.0), look().px(14))
        edge = look().colour("border_strong")
        paint.rounded(painter, band, 3, look().colour("hover") if look().contrast else edge, edge)
        painter.fillRect(
            QRectF(self._at(0) - 0.5, middle - look().px(9), 1, look().px(18)),
            look().colour("text_3"),
        )
        if self._before is not None:
            self._paint_dot(painter, self._before.value, middle, hollow=True)
        self._paint_dot(painter, self._now.value, middle, hollow=False)
        self._paint_numbers(painter)

    def _at(self, value: float) -> float:
        inset = look().px(10)
        share = (min(max(value, _LOWEST), 1.0) - _LOWEST) / (1 - _LOWEST)
        return inset + share * (self.width() - 2 * inset)

    def _paint_dot(self, painter: QPainter, value: float, middle: float, *, hollow: bool) -> None:
        radius = look().px(6)
        centre = QPointF(self._at(value), middle)
        where = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        fill = look().colour("sunken" if hollow else "accent")
        paint.rounded(painter, where, radius, fill, look().colour("accent"), 1.5)

    def _paint_numbers(self, painter: QPainter) -> None:
        top, height = look().px(26), look().px(16)
        now, before = self._now, self._before
        labels = [(now.value, f"{number(now.value, 2)} now", "caption_strong", "text")]
        if before is not None:
            labels.append((before.value, f"was {number(before.value, 2)}", "caption", "text_2"))
        widths = [QFontMetricsF(look().font(role)).horizontalAdvance(t) for _, t, role, _ in labels]
        lefts = self._beside([value for value, *_ in labels], widths)
        for (_, text, role, tone), left, width in zip(labels, lefts, widths, strict=True):
            painter.setFont(look().font(role))
            painter.setPen(look().colour(tone))
            box = QRectF(left, top, width + 1, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _beside(self, values: list[float], widths: list[float]) -> list[float]:
        """Return where each number begins: below its dot, but never over the other number."""
        lefts = [
            min(max(self._at(value) - width / 2, 0.0), self.width() - width)
            for value, width in zip(values, widths, strict=True)
        ]
        if len(lefts) == 1:
            return lefts
        first, second = (0, 1) if values[0] <= values[1] else (1, 0)
        gap = look().px(8)
        over = lefts[first] + widths[first] + gap - lefts[second]
        if over > 0:
            room = self.width() - widths[second] - lefts[second]
            lefts[second] += min(over, room)
            lefts[first] -= max(0.0, over - room)
        return lefts
