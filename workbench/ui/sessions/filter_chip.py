"""A chip that holds a filter: tinted with a tick while it narrows the list, outlined when not."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

_SIDE = 6


class FilterChip(Themed, QAbstractButton):
    """On or off; its words are what it asks for."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(words)

    def say(self, words: str) -> None:
        """Ask for something else, such as another number of people."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for tick and words."""
        words = QFontMetricsF(look().font("caption_label")).horizontalAdvance(self.text())
        tick = look().px(13) + look().px(4) if self.isChecked() else 0
        return QSize(round(words + tick + 2 * look().px(_SIDE)) + 1, look().px(24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Make room for the tick, or take it back."""
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint or outline, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, where = self.isChecked(), QRectF(self.rect())
        fill = look().colour("selected" if on else "surface")
        edge = look().colour("border_strong") if not on or look().contrast else None
        paint.rounded(painter, where, 4, fill, edge)
        ink = look().colour("accent_text" if on else "text_2")
        left = float(look().px(_SIDE))
        if on:
            side = look().px(13)
            top = where.center().y() - side / 2
            paint_icon(painter, "check", QRectF(left, top, side, side), ink, 2)
            left += side + look().px(4)
        painter.setFont(look().font("caption_label"))
        painter.setPen(ink)
        words = where.adjusted(left, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
