"""The surface of a block: the colour of its kind at the left, a ring when selected."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.words import BlockKind
from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.session_words import block_place
from workbench.ui.theme import look


class BlockSurface(Themed, QWidget):
    """The card itself: the colour of its kind at the left, a ring when selected."""

    def __init__(self, kind: BlockKind) -> None:
        super().__init__()
        self.selected = self.focused = False
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, colour and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        place = block_place(self._kind)
        ground = "sunken" if place is None else "surface"
        paint.rounded(painter, whole, 6, look().colour(ground), look().colour("border"))
        colour = look().colour("border_strong") if place is None else look().category(place)
        painter.save()
        painter.setClipRect(QRectF(0, 0, 4, self.height()))
        paint.rounded(painter, whole, 6, colour)
        painter.restore()
        if self.selected:
            tone = "focus" if self.focused else "accent"
            paint.rounded(painter, whole, 6, None, look().colour(tone), 2)
