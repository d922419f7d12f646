"""The read-out of a chart: a ring round one point and a label with what it says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.theme import look

if TYPE_CHECKING:
    from workbench.reports.charts import Spot

_WIDEST = 300
_AWAY = 14


class ChartReadout(Themed, QWidget):
    """Lies over a chart and lets the mouse through; shows nothing until a point is read out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.spot: Spot | None = None
        self._label = frame("raised", self)
        column = QVBoxLayout(self._label)
        column.setContentsMargins(10, 6, 10, 6)
        self._words = Text("", "caption", wrap=True)
        column.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What is read out now; empty without a point."""
        return self.spot.words if self.spot is not None else ""

    def show_spot(self, spot: "Spot | None", *, aloud: bool = False) -> None:
        """Ring a point and write what it says beside it, or put the read-out away.

        `aloud` also announces the words to a screen reader.
        """
        self.spot = spot
        self.setVisible(spot is not None)
        if spot is None:
            return
        self._words.say(spot.words)
        self._place(spot)
        self.raise_()
        self.update()
        if aloud:
            said = QAccessibleAnnouncementEvent(self._over, spot.words)
            QAccessible.updateAccessibility(said)

    def restyle(self) -> None:
        """Set the label anew at another text size."""
        if self.spot is not None:
            self._place(self.spot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring round the point."""
        if self.spot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("focus"), 2.0))
        radius = look().px(8)
        painter.drawEllipse(QPointF(self.spot.x, self.spot.y), radius, radius)

    def _place(self, spot: "Spot") -> None:
        """Put the label right above the point, or left or below where there is no room."""
        layout = self._label.layout()
        if layout is None:
            return
        margins = layout.contentsMargins().left() + layout.contentsMargins().right()
        letters = QFontMetricsF(look().font("caption"))
        line = letters.horizontalAdvance(spot.words) + margins + 4
        width = round(min(line, look().px(_WIDEST), max(self.width() - 4, 1)))
        height = max(layout.totalHeightForWidth(width), 1)
        away = look().px(_AWAY)
        left = spot.x + away if spot.x + away + width <= self.width() else spot.x - away - width
        top = spot.y - away - height if spot.y - away - height >= 0 else spot.y + away
        left = min(max(left, 0), max(self.width() - width, 0))
        top = min(max(top, 0), max(self.height() - height, 0))
        self._label.setGeometry(round(left), round(top), width, height)
