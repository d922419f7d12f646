"""The bar of a session's slot: blocks in the colours of their kinds, what is over hatched."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.words import BlockKind
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

BLOCK_PLACES = {
    BlockKind.CONNECT: 5,
    BlockKind.FRAME: 4,
    BlockKind.INPUT: 0,
    BlockKind.EXCHANGE: 1,
    BlockKind.PRACTISE: 2,
    BlockKind.COMMIT: 3,
}


class AgendaBar(Themed, QWidget):
    """Shows (kind, minutes) side by side; words for screen readers come with them."""

    def __init__(self, height: int = 10) -> None:
        super().__init__()
        self._height = height
        self._blocks: tuple[tuple[BlockKind, int], ...] = ()
        self._slot = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_blocks(self, blocks: Sequence[tuple[BlockKind, int]], slot: int) -> None:
        """Show the blocks of an agenda whose slot has `slot` minutes."""
        self._blocks = tuple(blocks)
        self._slot = slot
        told = ", ".join(f"{kind.value} {minutes} minutes" for kind, minutes in blocks)
        self.setAccessibleName(told or "No agenda yet")
        self.update()

    def sizeHint(self) -> QSize:
        """Any width, the height asked for."""
        return QSize(look().px(200), look().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks; what is left of the slot stays empty."""
        painter = QPainter(self)
        planned = sum(minutes for _, minutes in self._blocks)
        whole = max(planned, self._slot, 1)
        rounded(painter, QRectF(self.rect()), 2, look().colour("hover"))
        left = 0.0
        for kind, minutes in self._blocks:
            width = self.width() * minutes / whole
            box = QRectF(left, 0, max(1.0, width - 2), self.height())
            place = BLOCK_PLACES.get(kind)
            colour = look().category(place) if place is not None else look().colour("border_strong")
            rounded(painter, box, 2, colour)
            left += width
        if planned > self._slot:
            self._hatch(painter, self.width() * self._slot / whole)

    def _hatch(self, painter: QPainter, start: float) -> None:
        over = QRectF(start, 0, self.width() - start, self.height())
        painter.fillRect(over, look().colour("danger_bg"))
        painter.fillRect(over, QBrush(look().colour("danger"), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(start, 0, 2, self.height()), look().colour("danger"))
