"""What the palette found, as a list: kinds as headings, matching letters in accent text."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.ui.kit import paint
from workbench.ui.kit.rows import Index
from workbench.ui.kit.text import elided
from workbench.ui.shell.finding import KINDS, Found, matching_letters
from workbench.ui.theme import look, paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft
_FoundRole = Qt.ItemDataRole.UserRole + 1


class FoundModel(QAbstractListModel):
    """Headings (text) and entries."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str | Found] = []

    def show(self, entries: list[Found]) -> None:
        """Show these entries under their kinds."""
        self.beginResetModel()
        self._lines = []
        for kind in (*KINDS, "Recent"):
            of_kind = [entry for entry in entries if entry.kind == kind]
            if of_kind:
                self._lines += [kind, *of_kind]
        self.endResetModel()

    def entry(self, row: int) -> Found | None:
        """Return what stands on a line, None for a heading or no line."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Found) else None

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest line with an entry in a direction, -1 for none."""
        row += step
        while 0 <= row < len(self._lines):
            if self.entry(row) is not None:
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The entry itself, or its words."""
        line = self._lines[index.row()]
        if role == _FoundRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, str):
                return line
            return ", ".join(part for part in (line.title, line.line, line.note) if part)
        return None


class FoundList(QListView):
    """The lines of the palette; the field above keeps the focus."""

    def __init__(self, model: FoundModel, typed: Callable[[], str]) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_FoundDelegate(typed, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setStyleSheet("background: transparent;")
        self.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(0)

    def wanted_height(self) -> int:
        """Return how high all lines are together."""
        model = self.model()
        return sum(self.sizeHintForRow(row) for row in range(model.rowCount())) + 12


class _FoundDelegate(QStyledItemDelegate):
    def __init__(self, typed: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = typed

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(_FoundRole), str)
        return QSize(100, look().px(32 if heading else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = index.data(_FoundRole)
        rect: QRect = option.rect
        if isinstance(line, str):
            painter.setFont(look().font("caption_label"))
            painter.setPen(look().colour("text_2"))
            elided(painter, QRectF(rect).adjusted(18, 8, -18, 0), line, _LEFT)
        else:
            self._paint_entry(painter, QRectF(rect).adjusted(8, 0, -8, 0), option, line)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, where: QRectF, option: QStyleOptionViewItem, entry: Found
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(painter, where, 6, look().colour("selected"))
            bar = QRectF(where.left(), where.top() + 4, 3, where.height() - 8)
            paint.rounded(painter, bar, 1.5, look().colour("accent"))
        size = look().px(28)
        centre = QPointF(where.left() + 10 + size / 2, where.center().y())
        if entry.kind == "People":
            paint.avatar(painter, centre, size, entry.title, entry.place)
        else:
            side = look().px(16)
            box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint_icon(painter, entry.icon or "arrow-right", box, look().colour("text_2"))
        right = self._paint_right(painter, where, entry)
        words = QRectF(where.left() + 20 + size, where.top(), 0, where.height())
        words.setRight(right - 12)
        self._paint_words(painter, words, entry)

    def _paint_right(self, painter: QPainter, where: QRectF, entry: Found) -> float:
        right = where.right() - 12
        for keys in reversed(entry.keys.split()):
            width, height = paint.key_cap_width(keys), look().px(20)
            cap = QRectF(right - width, where.center().y() - height / 2, width, height)
            ink, edge = look().colour("text_2"), look().colour("border_strong")
            paint.key_cap(painter, cap, keys, ink, edge)
            right -= width + 4
        if entry.note:
            painter.setFont(look().font("caption"))
            painter.setPen(look().colour("text_2"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(entry.note) + 1
            note = QRectF(right - width, where.top(), width, where.height())
            painter.drawText(note, Qt.AlignmentFlag.AlignVCenter, entry.note)
            right -= width
        return right

    def _paint_words(self, painter: QPainter, where: QRectF, entry: Found) -> None:
        line = look().px(17)
        top = where.center().y() - (line if entry.line else line / 2)
        self._paint_title(painter, QRectF(where.left(), top, where.width(), line), entry.title)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        elided(painter, QRectF(where.left(), top + line, where.width(), line), entry.line, _LEFT)

    def _paint_title(self, painter: QPainter, where: QRectF, title: str) -> None:
        plain, strong = look().font("label"), look().font("strong")
        runs, at = [], 0
        for start, length in matching_letters(title, self._typed()):
            if start >= at:
                runs += [(title[at:start], False), (title[start : start + length], True)]
                at = start + length
        runs.append((title[at:], False))
        left = where.left()
        for text, match in runs:
            painter.setFont(strong if match else plain)
            painter.setPen(look().colour("accent_text" if match else "text"))
            room = QRectF(left, where.top(), max(0.0, where.right() - left), where.height())
            elided(painter, room, text, _LEFT)
            left += QFontMetricsF(painter.font()).horizontalAdvance(text)
