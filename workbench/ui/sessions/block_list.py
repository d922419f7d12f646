"""The blocks of an agenda below each other: keys and drags change them, one is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbench.sessions.agenda_troubles import troubles
from workbench.ui.kit.panel import clear
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.block_card import BlockCard
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.theme import look

_GAP = 6
_PLAIN = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class BlockList(Themed, QWidget):
    """Arrows choose, Alt+arrows move, + and - give and take minutes, B adds, Enter opens the form.

    Signs and letters hold only while the list has the focus.
    """

    chosen = Signal(int)
    stepped = Signal(int)
    moved = Signal(int)
    dropped = Signal(int, int)
    minutes_by = Signal(int)
    minutes_set = Signal(int)
    add_wanted = Signal()
    edit_wanted = Signal()
    duplicate_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, menu: Callable[[int, QWidget], object]) -> None:
        super().__init__()
        self._menu = menu
        self.letters = True
        self.cards: list[BlockCard] = []
        self._selected: int | None = None
        self._pressed: tuple[int, QPoint] | None = None
        self._drop: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName("Agenda")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show other blocks."""
        had_focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self)
        clear(self._column)
        wrong = troubles(plan.detail.agenda)
        self.cards = [
            BlockCard(
                placed,
                plan.detail.agenda,
                wrong.get(placed.block.key, ""),
                menu=partial(self._menu, placed.block.key),
                set_minutes=self.minutes_set.emit,
            )
            for placed in plan.blocks
        ]
        for card in self.cards:
            self._column.addWidget(card)
        self.show_selected(selected)
        if had_focus:
            self.setFocus()

    def show_selected(self, selected: int | None) -> None:
        """Open the selected block in place."""
        self._selected = selected
        for card in self.cards:
            opened = card.placed.block.key == selected
            card.open(opened=opened, focused=opened and self.hasFocus())
            if opened:
                self.setAccessibleDescription(card.accessibleName())

    def selected_card(self) -> BlockCard | None:
        """Return the card that is open."""
        return next((c for c in self.cards if c.placed.block.key == self._selected), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What each key does; see the class."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held in (_PLAIN, _ALT):
            by = -1 if key == Qt.Key.Key_Up else 1
            (self.moved if held == _ALT else self.stepped).emit(by)
        elif key == Qt.Key.Key_D and held == _CTRL:
            self.duplicate_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key == Qt.Key.Key_Menu:
            self._open_menu()
        elif not self._sign(key, held):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Strengthen the ring."""
        super().focusInEvent(event)
        self.show_selected(self._selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Weaken the ring."""
        super().focusOutEvent(event)
        self.show_selected(self._selected)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a block; on its grip a drag may begin."""
        card = self._card_at(event.position().toPoint())
        if card is None:
            return
        self.setFocus()
        self.chosen.emit(card.placed.block.key)
        if card.grip_at(event.position().x() - card.x()):
            self._pressed = (card.placed.block.key, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the block would land."""
        if self._pressed is None:
            return
        at = event.position().toPoint()
        far = (at - self._pressed[1]).manhattanLength()
        if self._drop is not None or far >= QApplication.startDragDistance():
            self._drop = sum(at.y() > card.geometry().center().y() for card in self.cards)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the block land."""
        pressed, drop, self._pressed, self._drop = self._pressed, self._drop, None, None
        self.update()
        if pressed is not None and drop is not None:
            keys = [card.placed.block.key for card in self.cards]
            at = keys.index(pressed[0])
            self.dropped.emit(pressed[0], drop - 1 if drop > at else drop)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the form."""
        self.edit_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line where a dragged block would land."""
        if self._drop is None or not self.cards:
            return
        after = self._drop < len(self.cards)
        card = self.cards[self._drop] if after else self.cards[-1]
        top = card.y() - _GAP / 2 if after else card.geometry().bottom() + _GAP / 2
        left = card.surface.x()
        painter = QPainter(self)
        line = QRectF(left, max(0.0, top - 1), self.width() - left, 3)
        painter.fillRect(line, look().colour("accent"))

    def _sign(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if not self.letters or held not in (_PLAIN, Qt.KeyboardModifier.ShiftModifier):
            return False
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.minutes_by.emit(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.minutes_by.emit(-1)
        elif key == Qt.Key.Key_B:
            self.add_wanted.emit()
        else:
            return False
        return True

    def _card_at(self, at: QPoint) -> BlockCard | None:
        return next((card for card in self.cards if card.geometry().contains(at)), None)

    def _open_menu(self) -> None:
        card = self.selected_card()
        if card is not None:
            self._menu(card.placed.block.key, card)
