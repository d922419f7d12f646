"""The icon at the right end of an input that opens something."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.ui.theme import look, paint_icon


def corner_icon(widget: QWidget, name: str) -> None:
    """Draw the icon in the text colour; called at the end of a paintEvent."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = look().px(16)
    left = widget.width() - side - look().px(8)
    tone = "text_2" if widget.isEnabled() else "text_disabled"
    box = QRectF(left, (widget.height() - side) / 2, side, side)
    paint_icon(painter, name, box, look().colour(tone))
