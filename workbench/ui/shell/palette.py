"""The palette (Ctrl+K): one field that finds people, sessions and commands."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit import paint
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.rows import Index
from workbench.ui.kit.text import Text, elided
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.shell.finding import KINDS, Found, Source, matches, matching_letters
from workbench.ui.theme import look, paint_icon

_TOP, _WIDTH, _LIST = 96, 640, 516
_LEFT = Qt.AlignmentFlag.AlignLeft
_FoundRole = Qt.ItemDataRole.UserRole + 1


class Palette(QWidget):
    """Lies over the window with a scrim; arrows move, Enter opens, Esc closes."""

    def __init__(self, over: QWidget, sources: list[Source], recent: list[Found]) -> None:
        super().__init__(over)
        self._before = over.focusWidget()
        self._entries: list[Found] = []
        self._recent = recent
        self.surface = frame("dialog", self)
        column = QVBoxLayout(self.surface)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(hairline())
        self.found = _FoundModel()
        self.list = _FoundList(self.found, self._typed)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        column.addWidget(self.list, 1)
        self._nothing = Text("", tone="text_2", wrap=True)
        self._apology = _padded(self._nothing)
        column.addWidget(self._apology)
        column.addWidget(self._foot())
        over.installEventFilter(self)
        for source in sources:
            source(self._take)
        self._show()

    def open(self) -> None:
        """Show the palette with the cursor in its field."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Go, and give the focus back."""
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the field move and open; the window's size is followed."""
        if event.type() == QEvent.Type.KeyPress and watched is self.field:
            return self._key(event)  # type: ignore[arg-type]
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the palette closes it."""
        if not self.surface.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim; the page stays visible."""
        colour = look().colour("scrim")
        colour.setAlphaF(look().palette.scrim_alpha)
        QPainter(self).fillRect(self.rect(), colour)

    def _typed(self) -> str:
        return self.field.text()

    def _take(self, entries: list[Found]) -> None:
        self._entries.extend(entries)
        self._show()

    def _show(self) -> None:
        typed = self._typed()
        shown = matches(self._entries, typed) if typed.strip() else self._recent
        self.found.show(shown)
        self.count.say(f"{len(shown)} found" if typed.strip() else "")
        nothing = bool(typed.strip()) and not shown
        self._nothing.say(f'Nothing here is called "{typed.strip()}".' if nothing else "")
        self._apology.setVisible(nothing)
        first = self.found.next_row(-1, 1)
        if first >= 0:
            self.list.setCurrentIndex(self.found.index(first))
        self._place()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self.found.next_row(self.list.currentIndex().row(), step)
            if row >= 0:
                self.list.setCurrentIndex(self.found.index(row))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex().row())
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return key == Qt.Key.Key_Tab

    def _open(self, row: int) -> None:
        entry = self.found.entry(row)
        if entry is not None:
            self.close_palette()
            entry.open()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 18, 12)
        row.setSpacing(12)
        row.addWidget(Icon("search", "text_2", 18))
        self.field = LineInput(large=True)
        self.field.setProperty("bare", True)
        self.field.setProperty("ownFocus", True)
        self.field.setAccessibleName("Search people, sessions, commands")
        self.field.setPlaceholderText("Search people, sessions, commands")
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.count = Text("", "caption", "text_2")
        row.addWidget(self.count)
        row.addWidget(_Cap("Esc"))
        return row

    def _foot(self) -> QWidget:
        foot = frame("dialogFooter")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(6)
        for keys, words in (("↑", ""), ("↓", "move"), ("Enter", "open")):
            row.addWidget(_Cap(keys))
            if words:
                row.addWidget(Text(words, "caption", "text_2"))
                row.addSpacing(12)
        row.addStretch(1)
        row.addWidget(_Cap(">"))
        row.addWidget(Text("commands only", "caption", "text_2"))
        return foot

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(look().px(_WIDTH), parent.width() - 48)
        top = min(_TOP, max(24, parent.height() // 10))
        content = min(look().px(_LIST), self.list.wanted_height())
        around = self.surface.minimumSizeHint().height() - self.list.minimumSizeHint().height()
        height = min(content + around, parent.height() - top - 24)
        self.surface.setGeometry((parent.width() - width) // 2, top, width, height)


class _FoundModel(QAbstractListModel):
    """Headings (text) and entries."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str | Found] = []

    def show(self, entries: list[Found]) -> None:
        self.beginResetModel()
        self._lines = []
        for kind in (*KINDS, "Recent"):
            of_kind = [entry for entry in entries if entry.kind == kind]
            if of_kind:
                self._lines += [kind, *of_kind]
        self.endResetModel()

    def entry(self, row: int) -> Found | None:
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Found) else None

    def next_row(self, row: int, step: int) -> int:
        row += step
        while 0 <= row < len(self._lines):
            if self.entry(row) is not None:
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        line = self._lines[index.row()]
        if role == _FoundRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, str):
                return line
            return ", ".join(part for part in (line.title, line.line, line.note) if part)
        return None


class _FoundList(QListView):
    def __init__(self, model: _FoundModel, typed: Any) -> None:  # noqa: ANN401 - () -> str
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
        model = self.model()
        return sum(self.sizeHintForRow(row) for row in range(model.rowCount())) + 12


class _FoundDelegate(QStyledItemDelegate):
    def __init__(self, typed: Any, parent: QWidget) -> None:  # noqa: ANN401 - () -> str
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


class _Cap(QWidget):
    """A key cap."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setFixedSize(round(paint.key_cap_width(keys)) + 1, look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, edge = look().colour("text_2"), look().colour("border_strong")
        paint.key_cap(QPainter(self), QRectF(self.rect()), self._keys, ink, edge)


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(20, 8, 20, 16)
    column.addWidget(widget)
    return holder
