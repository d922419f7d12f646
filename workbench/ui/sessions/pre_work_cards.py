"""Pre-work above the first block of the planner: its own cards, never counted in the minutes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.sessions.pre_work_rules import PreWorkItem, due_words, pre_work_line
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.block_card import START_WIDTH
from workbench.ui.theme import look

_ALT = Qt.KeyboardModifier.AltModifier


class PreWorkCards(QWidget):
    """Arrows choose, Alt+arrows move, Enter opens the form, Insert adds, Delete takes away."""

    add_wanted = Signal()
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    moved = Signal(int, int)

    def __init__(self, menu: Callable[[int, QWidget], object]) -> None:
        super().__init__()
        self._menu = menu
        self.cards: list[PreWorkCard] = []
        self.selected: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName("Pre-work")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_items(self, starts: datetime, items: Sequence[PreWorkItem]) -> None:
        """Show other items; without any the list takes no room."""
        clear(self._column)
        keys = [item.key for item in items]
        self.cards = [PreWorkCard(item, starts, partial(self._menu, item.key)) for item in items]
        for card in self.cards:
            self._column.addWidget(card)
        if self.selected not in keys:
            self.selected = keys[0] if keys else None
        self.setVisible(bool(items))
        self._mark()

    def choose(self, key: int) -> None:
        """Select an item."""
        self.selected = key
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What each key does; see the class."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & _ALT)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if self.selected is None:
            super().keyPressEvent(event)
        elif by and alt:
            self.move_selected(by)
        elif by:
            self._step(by)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(self.selected)
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.selected)
        elif key == Qt.Key.Key_Menu:
            self._menu(self.selected, self.cards[self._place()])
        else:
            super().keyPressEvent(event)

    def move_selected(self, by: int) -> None:
        """Move the selected item up or down."""
        to = self._place() + by
        if self.selected is not None and 0 <= to < len(self.cards):
            self.moved.emit(self.selected, to)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the item under the mouse."""
        for card in self.cards:
            if card.geometry().contains(event.position().toPoint()):
                self.setFocus()
                self.choose(card.item.key)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the form."""
        if self.selected is not None:
            self.edit_wanted.emit(self.selected)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._mark()

    def _step(self, by: int) -> None:
        to = max(0, min(len(self.cards) - 1, self._place() + by))
        self.choose(self.cards[to].item.key)

    def _place(self) -> int:
        return [card.item.key for card in self.cards].index(self.selected or 0)

    def _mark(self) -> None:
        for card in self.cards:
            chosen = card.item.key == self.selected and self.hasFocus()
            card.surface.mark(chosen=chosen)
            if chosen:
                self.setAccessibleDescription(card.accessibleName())


class PreWorkCard(QWidget):
    """One item: what to do, who, how long, with what, and by when."""

    def __init__(
        self, item: PreWorkItem, starts: datetime, menu: Callable[[QWidget], object]
    ) -> None:
        super().__init__()
        self.item = item
        self.setAccessibleName(f"Pre-work, {pre_work_line(starts, item)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        before = Text("Before", "caption_label", "text_3", align=Qt.AlignmentFlag.AlignRight)
        before.setFixedWidth(look().px(START_WIDTH))
        row.addWidget(before)
        self.surface = _Surface()
        row.addWidget(self.surface, 1)
        inside = QHBoxLayout(self.surface)
        inside.setContentsMargins(14, 4, 8, 4)
        inside.setSpacing(10)
        inside.addWidget(Icon("clipboard", "text_3", 14))
        inside.addLayout(self._words(), 1)
        due = due_words(starts, item)
        inside.addWidget(Text(due[:1].upper() + due[1:], "label"))
        more = IconButton("more", f"More for {item.text}", size="small")
        more.clicked.connect(lambda _checked=False: menu(more))
        inside.addWidget(more)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.item.text, "strong", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Chip("Pre-work", "neutral"))
        facts = (self.item.who, self.item.length, " ".join(self.item.material.split()))
        said = " · ".join(fact for fact in facts if fact)
        line.addWidget(Text(said, "caption", "text_2"), 1)
        words.addLayout(line)
        return words


class _Surface(Themed, QWidget):
    """A dashed frame: pre-work is no block and takes no time of the session."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def mark(self, *, chosen: bool) -> None:
        """Draw the ring, or not."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, dashes and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, 6, look().colour("sunken"))
        if self._chosen:
            paint.rounded(painter, whole, 6, None, look().colour("focus"), 2)
            return
        painter.setPen(QPen(look().colour("border_control"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
