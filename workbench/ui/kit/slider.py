"""A number on a line, moved by arrows, page keys, Home and End, or by the mouse."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_LENGTH = 132


class Slider(Themed, QSlider):
    """A slider drawn like the other inputs; `valueChanged` tells the number."""

    def __init__(
        self, value: int, most: int, *, step: int = 5, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setPageStep(3 * step)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Always the same length."""
        return QSize(look().px(_LENGTH), look().px(32))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to where the line is pressed."""
        self._to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event.position().x())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its part up to the number, and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob, middle, at = self._knob, self.height() / 2, self._place()
        thick = look().px(4)
        line = QRectF(knob, middle - thick / 2, self.width() - 2 * knob, thick)
        rounded(painter, line, 2, look().colour("border_control"))
        done = QRectF(line.left(), line.top(), at - line.left(), thick)
        rounded(painter, done, 2, look().colour("accent"))
        painter.setBrush(look().colour("surface"))
        painter.setPen(QPen(look().colour("accent"), 2))
        painter.drawEllipse(QPointF(at, middle), knob - 1, knob - 1)

    @property
    def _knob(self) -> float:
        return look().px(8)

    def _place(self) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = (self.value() - self.minimum()) / span
        return self._knob + share * (self.width() - 2 * self._knob)

    def _to(self, x: float) -> None:
        share = (x - self._knob) / max(1.0, self.width() - 2 * self._knob)
        span = self.maximum() - self.minimum()
        steps = round(share * span / self.singleStep())
        self.setValue(self.minimum() + steps * self.singleStep())
