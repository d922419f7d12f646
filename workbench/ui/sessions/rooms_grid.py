"""The cards of all rooms: columns by width, arrows between seats, Alt+arrows and drags move."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from workbench.ui.kit.page import scrolled
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.sessions.rooms_card import RoomCard
from workbench.ui.sessions.rooms_seat import Seat, SeatHands
from workbench.ui.sessions.rooms_shown import RoomsShown
from workbench.ui.theme import look

_CARD, _MOST = 178, 6
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class RoomsGrid(QWidget, SeatHands):
    """Shows cards and tells what was wanted of them; one seat at a time takes the Tab key."""

    moved = Signal(int, int)
    swapped = Signal(int, int)
    pinned = Signal(int)
    left = Signal(int)
    draw_wanted = Signal()
    seat_wanted = Signal()
    rename_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[RoomCard] = []
        self.letters = True
        self.current = 0
        self.dragging = False
        self._columns = 4
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PAGE_SIDE, 16, PAGE_SIDE, 20)
        self._grid.setSpacing(12)
        self.setAccessibleName("Rooms")
        self._area: QScrollArea | None = None

    def in_area(self) -> QScrollArea:
        """Return the grid in an area that scrolls."""
        self._area = scrolled(self)
        return self._area

    def show_rooms(self, shown: RoomsShown) -> None:
        """Show other cards; the seat in use stays in use, wherever its person went."""
        focused = self.window().focusWidget() in (self, *self.seats)
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            RoomCard(card, self, used=shown.used, edit=self.rename_wanted.emit)
            for card in shown.cards
        ]
        self._lay_out()
        seat = self.seat_of(self.current) or next(iter(self.seats), None)
        if seat is not None:
            self._make_current(seat)
            if focused:
                seat.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def seats(self) -> list[Seat]:
        """Every seat, room by room."""
        return [seat for card in self.cards for seat in card.seats]

    def seat_of(self, person: int) -> Seat | None:
        """Return the seat of somebody."""
        return next((seat for seat in self.seats if seat.person == person), None)

    def take_focus(self) -> None:
        """Put the cursor on the seat in use."""
        seat = self.seat_of(self.current)
        (seat or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, *, narrow: bool) -> None:
        """Two columns where the window is narrow."""
        self._narrow = narrow
        self._count_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in as many columns as fit."""
        super().resizeEvent(event)
        self._count_columns()

    # what seats ask

    def key(self, seat: Seat, event: QKeyEvent) -> bool:
        """Arrows go, Alt+arrows move the person, letters pin, draw and seat."""
        self._make_current(seat)
        key, held = Qt.Key(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(key)
        if step and held == Qt.KeyboardModifier.AltModifier:
            self._move(seat, *step)
        elif step and held == Qt.KeyboardModifier.NoModifier:
            self._go(seat, *step)
        elif key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.NoModifier:
            self.left.emit(seat.person)
        elif key in (Qt.Key.Key_Menu, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu(seat, seat.mapToGlobal(seat.rect().bottomLeft()))
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(seat.room)
        else:
            return self._letter(key, held, seat)
        return True

    def drag(self, seat: Seat, at: QPoint) -> None:
        """Mark where the person would land."""
        self.dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        here = self.mapFromGlobal(at)
        if self._area is not None:
            self._area.ensureVisible(here.x(), here.y(), 0, 40)
        for card in self.cards:
            inside = card.geometry().contains(here) and card.shown.number != seat.room
            under = card.mapFrom(self, here)
            for other in card.seats:
                other.target = inside and other.geometry().contains(under)
                other.update()
            card.target = inside
            card.update()

    def drop(self, seat: Seat) -> None:
        """Swap with the person under the mouse, or move into the room there."""
        self.dragging = False
        self.unsetCursor()
        card = next((card for card in self.cards if card.target), None)
        other = next((one for one in self.seats if one.target), None)
        marked: list[RoomCard | Seat] = [*self.cards, *self.seats]
        for one in marked:
            one.target = False
            one.update()
        if other is not None:
            self.swapped.emit(seat.person, other.person)
        elif card is not None:
            self.moved.emit(seat.person, card.shown.number)

    def pin(self, person: int) -> None:
        """Pin or let go."""
        self.pinned.emit(person)

    def menu(self, seat: Seat, at: QPoint) -> None:
        """Ask for the menu of a person."""
        self.menu_wanted.emit(seat.person, at)

    def focused(self, seat: Seat) -> None:
        """Let the Tab key come back to this seat."""
        self._make_current(seat)

    def _letter(self, key: Qt.Key, held: Qt.KeyboardModifier, seat: Seat) -> bool:
        if not self.letters or held != Qt.KeyboardModifier.NoModifier:
            return False
        if key == Qt.Key.Key_P:
            self.pinned.emit(seat.person)
        elif key == Qt.Key.Key_R:
            self.draw_wanted.emit()
        elif key == Qt.Key.Key_A:
            self.seat_wanted.emit()
        else:
            return False
        return True

    def _make_current(self, seat: Seat) -> None:
        before = self.seat_of(self.current)
        if before is not None and before is not seat:
            before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.current = seat.person
        seat.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _move(self, seat: Seat, down: int, across: int) -> None:
        to = self._beside(seat.room, down, across)
        if to is not None:
            self.moved.emit(seat.person, to)
            self._reveal()

    def _go(self, seat: Seat, down: int, across: int) -> None:
        card = self.cards[seat.room]
        place = card.seats.index(seat)
        wanted: Seat | None = None
        if down and 0 <= place + down < len(card.seats):
            wanted = card.seats[place + down]
        else:
            number = self._beside(seat.room, down, across)
            seats = self.cards[number].seats if number is not None else []
            if seats:
                at = (0 if down > 0 else -1) if down else min(place, len(seats) - 1)
                wanted = seats[at]
        if wanted is not None:
            self._make_current(wanted)
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal()

    def _beside(self, room: int, down: int, across: int) -> int | None:
        """Return the room beside, above or below another; left and right run on over the rows."""
        to = room + across + down * self._columns
        return to if 0 <= to < len(self.cards) else None

    def _reveal(self) -> None:
        seat = self.seat_of(self.current)
        if seat is not None and self._area is not None:
            self._area.ensureWidgetVisible(seat, 0, 40)

    def _count_columns(self) -> None:
        room = self.width() - 2 * PAGE_SIDE + 12
        columns = max(1, min(_MOST, room // (look().px(_CARD) + 12)))
        columns = min(columns, 2) if self._narrow else columns
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
        rows = -(-len(self.cards) // self._columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(rows, 1)
