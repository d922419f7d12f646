"""A whole number with minus and plus."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon


class Stepper(Themed, QWidget):
    """A whole number with minus and plus; arrows, + and - change it, digits type it."""

    changed = Signal(int)

    def __init__(
        self, value: int, least: int = 0, most: int = 999, *, step: int = 1, unit: str = "",
        name: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._least, self._most, self._step, self._unit = least, most, step, unit
        self._value = self._wanted = min(most, max(least, value))
        self._widest = most
        self._typed = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Set the number, held between least and most, and tell a change."""
        self._wanted = min(self._most, max(self._least, value))
        self._show(self._wanted)

    def hold_below(self, most: int) -> None:
        """Let the number go no higher from now on; what was set last comes back where it may."""
        self._most = most
        self._show(min(most, self._wanted))
        self.update()

    def _show(self, value: int) -> None:
        if value != self._value:
            self._value = value
            self._describe()
            self.update()
            self.changed.emit(value)

    def sizeHint(self) -> QSize:
        """Room for the longest number."""
        metrics = QFontMetricsF(look().font("section"))
        words = metrics.horizontalAdvance(f"{self._widest}{self._unit}")
        return QSize(round(words + look().px(56)), look().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and signs step; digits type."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self.set_value(self._value + self._step)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.set_value(self._value - self._step)
        elif event.text().isdecimal():
            self._typed = (self._typed + event.text())[-len(str(self._most)) :]
            self.set_value(int(self._typed))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the digits typed so far."""
        self._typed = ""
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Minus at the left end, plus at the right."""
        edge = look().px(28)
        if event.position().x() < edge:
            self.set_value(self._value - self._step)
        elif event.position().x() > self.width() - edge:
            self.set_value(self._value + self._step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, both signs and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look().colour("border_control")
        paint.rounded(painter, QRectF(self.rect()), 6, look().colour("surface"), edge)
        side = look().px(14)
        top = (self.height() - side) / 2
        for name, left, limit in (
            ("minus", look().px(8), self._least),
            ("plus", self.width() - look().px(8) - side, self._most),
        ):
            tone = "text_disabled" if self._value == limit else "text_2"
            paint_icon(painter, name, QRectF(left, top, side, side), look().colour(tone))
        painter.setFont(look().font("section"))
        painter.setPen(look().colour("text" if self.isEnabled() else "text_disabled"))
        painter.drawText(self.rect(), paint.CENTRE, f"{self._value}{self._unit}")

    def _describe(self) -> None:
        self.setAccessibleDescription(f"{self._value}{self._unit}")
