"""The blocks of an agenda below each other, tracks side by side: keys and drags change them."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbench.sessions.agenda_lanes import spot_of
from workbench.sessions.agenda_troubles import troubles
from workbench.ui.kit.panel import clear
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.block_card import BlockCard
from workbench.ui.sessions.block_commands import BlockCommands
from workbench.ui.sessions.block_drag import Landing, area_of, landing, without
from workbench.ui.sessions.block_keys import Keys, pressed
from workbench.ui.sessions.block_mime import block_of_mime
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.track_card import TrackCard
from workbench.ui.sessions.tracks_view import TrackCalls, TracksView
from workbench.ui.theme import look

_GAP = 6


class BlockList(Themed, QWidget):
    """Arrows choose, Alt+arrows move, + and - give and take minutes, B adds, Enter opens the form.

    Signs and letters hold only while the list has the focus. `dragged` tells where a drag is, so
    that the page can scroll along.
    """

    dragged = Signal(QPoint)

    def __init__(self, commands: BlockCommands, calls: TrackCalls, keys: Keys, signs: Keys) -> None:
        super().__init__()
        self._commands, self._calls, self._keys, self._signs = commands, calls, keys, signs
        self.letters = True
        self.rows: list[tuple[BlockCard, TracksView | None]] = []
        self.cards: list[BlockCard | TrackCard] = []
        self._selected: int | None = None
        self._pressed: tuple[int, QPoint] | None = None
        self._landing: Landing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAcceptDrops(True)
        self.setAccessibleName("Agenda")
        self._mark = _LandingMark(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show other blocks."""
        had_focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self)
        self._end_landing()
        clear(self._column)
        self.rows, self.cards = [], []
        agenda, wrong = plan.detail.agenda, troubles(plan.detail.agenda)
        for placed in plan.blocks:
            key = placed.block.key
            card = BlockCard(
                placed,
                agenda,
                wrong.get(key, ""),
                menu=partial(self._calls.menu, key),
                set_minutes=partial(self._calls.set_minutes, key),
                own=plan.own_values(placed.block),
                usual=self._calls.usual(placed.block),
            )
            view = TracksView(placed, agenda, wrong, self._calls) if placed.tracks else None
            self.rows.append((card, view))
            self.cards += [card, *(view.cards if view else [])]
            self._column.addWidget(card)
            if view is not None:
                self._column.addWidget(view)
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

    def selected_card(self) -> BlockCard | TrackCard | None:
        """Return the card that is open."""
        return next((c for c in self.cards if c.placed.block.key == self._selected), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What each key does: see `block_keys`; the Menu key opens the menu, Esc ends a drag."""
        press = pressed(event)
        command = self._keys.get(press) or (self._signs.get(press) if self.letters else None)
        if self._landing is not None and press[0] == Qt.Key.Key_Escape:
            self._end_landing()
        elif press[0] == Qt.Key.Key_Menu:
            self._open_menu()
        elif command is not None:
            command()
        else:
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
        at = event.position().toPoint()
        card = self._card_at(at)
        if card is None:
            return
        self.setFocus()
        self._commands.select(card.placed.block.key)
        if card.grip_at(at.x() - area_of(self, card).x()):
            self._pressed = (card.placed.block.key, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the block would land."""
        if self._pressed is None:
            return
        key, begin = self._pressed
        at = event.position().toPoint()
        far = (at - begin).manhattanLength()
        if self._landing is not None or far >= QApplication.startDragDistance():
            dragged = next(c.placed.block for c in self.cards if c.placed.block.key == key)
            self._show_landing(at, in_tracks=not dragged.tracks)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the block land."""
        dragged, place = self._pressed, self._landing
        self._end_landing()
        if dragged is not None and place is not None:
            key = dragged[0]
            here = spot_of(self._commands.agenda, key)
            self._commands.move_to(key, without(place.spot, here))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the form."""
        self._commands.edit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a method of the library in."""
        if block_of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the new block would land."""
        if self.cards:
            self._show_landing(event.position().toPoint(), in_tracks=True)
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing lands."""
        self._end_landing()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the new block land."""
        block, place = block_of_mime(event.mimeData()), self._landing
        self._end_landing()
        if block is not None:
            self._commands.add(block, place.spot if place else None)
            event.acceptProposedAction()

    def _show_landing(self, at: QPoint, *, in_tracks: bool) -> None:
        self._landing = landing(self, self.rows, at, in_tracks=in_tracks, gap=_GAP)
        self._mark.setGeometry(self._landing.line)
        self._mark.show()
        self._mark.raise_()
        self.dragged.emit(at)

    def _end_landing(self) -> None:
        self._pressed = self._landing = None
        self._mark.hide()

    def _card_at(self, at: QPoint) -> BlockCard | TrackCard | None:
        return next((card for card in self.cards if area_of(self, card).contains(at)), None)

    def _open_menu(self) -> None:
        card = self.selected_card()
        if card is not None:
            self._calls.menu(card.placed.block.key, card)


class _LandingMark(Themed, QWidget):
    """The line where a dragged block would land, over cards and tracks."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it with the accent."""
        QPainter(self).fillRect(self.rect(), look().colour("accent"))
