"""Which dot is which wave: the one shown, and the one it is compared with."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.scale_cells import measure_colour
from workbench.ui.theme import look


class ScaleLegend(Themed, QWidget):
    """A filled dot with the wave's name, a hollow one with that of the other wave."""

    def __init__(self) -> None:
        super().__init__()
        self._label = self._other = self._measure = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_waves(self, label: str, other: str, measure: str) -> None:
        """Name the two waves; an empty other leaves the legend out."""
        self._label, self._other, self._measure = label, other, measure
        self.setAccessibleName(f"Filled dot {label}, hollow dot {other}")
        self.setVisible(bool(other))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both dots and names."""
        return QSize(round(self._start(2)), look().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font())
        for place, words in enumerate((self._label, self._other)):
            left, middle = self._start(place), self.height() / 2
            centre = QPointF(left + look().px(6), middle)
            if place:
                painter.setPen(QPen(look().chart("previous"), look().px(1.6)))
                painter.setBrush(look().colour("surface"))
            else:
                painter.setPen(QPen(measure_colour(self._measure), 1))
                painter.setBrush(measure_colour(self._measure))
            painter.drawEllipse(centre, look().px(4.5), look().px(4.5))
            painter.setPen(look().colour("text_2"))
            base = middle + painter.fontMetrics().ascent() / 2 - 1
            painter.drawText(QPointF(left + look().px(18), base), words)

    def _start(self, place: int) -> float:
        metrics = QFontMetricsF(look().font())
        wide = [metrics.horizontalAdvance(w) + look().px(34) for w in (self._label, self._other)]
        return sum(wide[:place])
