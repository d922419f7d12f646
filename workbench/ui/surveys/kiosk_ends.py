"""What the ends of a scale mean, and the chosen answer, in words below a row of numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.words_in_lines import set_lines
from workbench.ui.theme import look

_GAP = 24
_BETWEEN = 4
_INSET = 4  # under the edge of the first and the last tile
_CHOSEN = "strong"


class Ends(Themed, QWidget):
    """The first answer at one side, the last at the other, the chosen one on a line of its own.

    It keeps room for the longest answer, so that nothing moves when one is chosen.
    """

    def __init__(self, labels: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._place = -1
        self._above = 0.0
        self.hide()

    @property
    def words(self) -> str:
        """The chosen answer as it is written here, empty for none."""
        if not 0 <= self._place < len(self._labels):
            return ""
        return f"{self._place + 1}  {self._labels[self._place]}"

    def mark(self, place: int) -> None:
        """Write the answer at a place from 0, or none for -1."""
        self._place = place
        self.update()

    def fit(self, width: int) -> int:
        """Take a width in pixels and return the height."""
        half = _half(width)
        ends = (self._labels[0], self._labels[-1])
        self._above = max(set_lines(words, half)[1] for words in ends)
        longest = max(set_lines(f"10  {one}", width, role=_CHOSEN)[1] for one in self._labels)
        height = round(self._above + look().px(_BETWEEN) + longest)
        self.setFixedHeight(height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both ends on their sides, and the chosen answer in the middle below them."""
        painter = QPainter(self)
        half = _half(self.width())
        left, right = self._labels[0], self._labels[-1]
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        painter.setPen(look().colour("text_2"))
        set_lines(left, half, Qt.AlignmentFlag.AlignLeft)[0].draw(painter, QPointF(_INSET, 0))
        at = QPointF(self.width() - half - _INSET, 0)
        set_lines(right, half, Qt.AlignmentFlag.AlignRight)[0].draw(painter, at)
        painter.setPen(look().colour("text"))
        below = QPointF(0, self._above + look().px(_BETWEEN))
        set_lines(self.words, self.width(), role=_CHOSEN)[0].draw(painter, below)


def _half(width: int) -> float:
    """Return the room in pixels of the words at one end."""
    return (width - look().px(_GAP)) / 2 - _INSET
