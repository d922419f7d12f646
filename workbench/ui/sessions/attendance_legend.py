"""The key to the attendance grid: square, key and word for each mark, and how to move."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import MARK_KEYS, MARK_WORDS
from workbench.ui.kit import paint
from workbench.ui.kit.squares import Square, paint_square
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_MARKS = (
    (Mark.PRESENT, Square.HERE),
    (Mark.PART, Square.LATE),
    (Mark.EXCUSED, Square.APOLOGIES),
    (Mark.ABSENT, Square.MISSED),
)
_MOVING = "Arrows move · Enter next person"


class Legend(Themed, QWidget):
    """Square, key and word of the four marks; with `moving`, also how the cursor moves."""

    def __init__(self, *, keys: bool = True) -> None:
        super().__init__()
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = [f"{MARK_KEYS[mark]} {MARK_WORDS[mark]}" for mark, _ in _MARKS]
        self.setAccessibleName(f"Keys: {', '.join(said)}, Delete not known. {_MOVING}")

    def sizeHint(self) -> QSize:
        """All on one line."""
        words = QFontMetricsF(look().font("caption"))
        width = sum(self._width(mark) for mark, _ in _MARKS) + words.horizontalAdvance(_MOVING)
        return QSize(round(width) + 2, look().px(32))

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks, then the words on moving."""
        painter = QPainter(self)
        left = 0.0
        for mark, square in _MARKS:
            self._paint_one(painter, left, mark, square)
            left += self._width(mark)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        where = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, _MOVING)

    def _paint_one(self, painter: QPainter, left: float, mark: Mark, square: Square) -> None:
        side, cap, middle = look().px(13), look().px(20), self.height() / 2
        paint_square(painter, QRectF(round(left), round(middle - side / 2), side, side), square)
        left += side + look().px(6)
        if self._keys:
            key = QRectF(left, middle - look().px(9), cap, look().px(18))
            edge = look().colour("border_strong")
            paint.key_cap(painter, key, MARK_KEYS[mark], look().colour("text_2"), edge)
            left += cap + look().px(6)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2"))
        words = QRectF(left, 0, look().px(100), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, MARK_WORDS[mark])

    def _width(self, mark: Mark) -> float:
        words = QFontMetricsF(look().font("caption")).horizontalAdvance(MARK_WORDS[mark])
        cap = look().px(26) if self._keys else 0
        return look().px(19) + cap + words + look().px(16)
