"""The palette (Ctrl+K): one field that finds people, sessions and commands."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.key_guard import KeyGuard
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.shell.finding import Found, Source, matches
from workbench.ui.shell.palette_list import FoundList, FoundModel
from workbench.ui.theme import look

_TOP, _WIDTH, _LIST = 96, 640, 516


class Palette(QWidget):
    """Lies over the window with a scrim; arrows move, Enter opens, Esc closes.

    `recent` is offered before anything is typed, `otherwise(typed)` where nothing is found.
    """

    def __init__(
        self,
        over: QWidget,
        sources: list[Source],
        recent: list[Found],
        otherwise: Callable[[str], list[Found]] = lambda _typed: [],
    ) -> None:
        super().__init__(over)
        self._before = over.focusWidget()
        self._entries: list[Found] = []
        self._recent, self._otherwise = recent, otherwise
        self.surface = frame("dialog", self)
        self._column = column = QVBoxLayout(self.surface)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(hairline())
        self.found = FoundModel()
        self.list = FoundList(self.found, self._typed)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self._nothing = Text("", tone="text_2")
        self._apology = _padded(self._nothing)
        column.addWidget(self._apology)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())
        over.installEventFilter(self)
        KeyGuard(self)
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
        typed = self._typed().strip()
        shown = matches(self._entries, typed) if typed else self._recent
        nothing = bool(typed) and not shown
        plain = typed.lstrip("> ")
        self.found.show(self._otherwise(plain) if nothing and plain else shown)
        self.count.say(f"{len(shown)} found" if typed else "")
        self._nothing.say(f'Nothing here is called "{plain}".' if nothing else "")
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
        self.field.setAccessibleName("Search people, sessions, methods, commands")
        self.field.setPlaceholderText("Search people, sessions, methods, commands")
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
        self._column.activate()
        content = min(look().px(_LIST), self.list.wanted_height())
        around = self.surface.minimumSizeHint().height() - self.list.minimumSizeHint().height()
        height = min(content + around, parent.height() - top - 24)
        self.surface.setGeometry((parent.width() - width) // 2, top, width, height)


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
    column.setContentsMargins(20, 14, 20, 4)
    column.addWidget(widget)
    return holder
