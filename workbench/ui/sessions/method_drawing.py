"""How a method looks in the list: colour of its kind, name, one line, its facts, a + to add it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.sessions.method_search import MethodEntry
from workbench.ui.kit import paint
from workbench.ui.kit.rows import Index
from workbench.ui.kit.text import elided
from workbench.ui.sessions.session_words import block_place
from workbench.ui.theme import look, paint_icon

EntryRole = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignLeft
_SIDE, _AIR = 16, 10


class MethodDelegate(QStyledItemDelegate):
    """Draws one row; `plus_of` says where its + lies."""

    def __init__(self, facts: Callable[[MethodEntry], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._hovered, self._on_plus = -1, False

    def follow(self, row: int, on_plus: bool) -> None:
        """Note what lies under the mouse."""
        self._hovered, self._on_plus = row, on_plus

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines and air."""
        return QSize(120, look().line("strong") + 2 * look().line("caption") + 2 * _AIR + 1)

    def plus_of(self, row: QRect) -> QRect:
        """Return where the + of a row lies; never under 24 px."""
        side = look().px(28)
        return QRect(
            QPoint(row.right() - _SIDE - side, row.center().y() - side // 2), QSize(side, side)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry: MethodEntry = index.data(EntryRole)
        row: QRect = option.rect
        self._ground(painter, option, row, index.row())
        bar = QRectF(row.left() + _SIDE, row.top() + _AIR, 4, row.height() - 2 * _AIR - 1)
        place = block_place(entry.method.kind)
        colour = look().colour("border_strong") if place is None else look().category(place)
        paint.rounded(painter, bar, 2, colour)
        plus = self.plus_of(row)
        self._words(painter, entry, row, plus.left() - 10)
        self._plus(painter, plus, index.row())
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, QRectF(row).adjusted(2, 2, -2, -3))
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, number: int
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, look().colour("selected"))
            if look().contrast:
                inside = QRectF(row).adjusted(0, 0, 0, -1)
                paint.rounded(painter, inside, 0, None, look().colour("accent"), 2)
        elif number == self._hovered:
            painter.fillRect(row, look().colour("hover"))
        line = QRect(row.left(), row.bottom(), row.width(), 1)
        painter.fillRect(line, look().colour("border"))

    def _words(self, painter: QPainter, entry: MethodEntry, row: QRect, right: float) -> None:
        top, left = float(row.top() + _AIR), float(row.left() + _SIDE + 4 + 12)
        lines = (
            (entry.method.name, "strong", "text"),
            (entry.method.line or entry.method.purpose, "caption", "text_2"),
            (self._facts(entry), "caption", "text_2"),
        )
        for words, role, tone in lines:
            height = look().line(role)
            painter.setFont(look().font(role))
            painter.setPen(look().colour(tone))
            elided(painter, QRectF(left, top, right - left, height), words, _LEFT)
            top += height

    def _plus(self, painter: QPainter, where: QRect, row: int) -> None:
        hot = row == self._hovered and self._on_plus
        fill = look().colour("hover" if hot else "surface")
        paint.rounded(painter, QRectF(where), 6, fill, look().colour("border_strong"))
        side = look().px(14)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(where).center())
        paint_icon(painter, "plus", box, look().colour("text_2"))
