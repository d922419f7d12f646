"""One person's seat in a room: painted, focusable, draggable."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.rooms_shown import CardShown, SeatShown
from workbench.ui.theme import look, paint_icon

SEAT = 49
_SIDE = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Seat(Themed, QWidget):
    """A person in a room; the grid around it takes keys, drags and menus."""

    def __init__(self, shown: SeatShown, room: CardShown, hands: "SeatHands") -> None:
        super().__init__()
        self.shown, self.room = shown, room.number
        self._hands = hands
        self._hovered = self.target = False
        self._pressed: QPoint | None = None
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pinned = ", pinned" if shown.pinned else ""
        new = ", new" if shown.person.newcomer else ""
        self.setAccessibleName(f"{shown.person.name}, {shown.department}{new}, {room.name}{pinned}")
        self.setToolTip(f"{shown.person.name}, {shown.department}")

    @property
    def person(self) -> int:
        """The number of the person."""
        return self.shown.person.id

    def sizeHint(self) -> QSize:
        """Two lines of words and air."""
        return QSize(look().px(150), look().px(SEAT))

    def minimumSizeHint(self) -> QSize:
        """As high as ever, names may be cut."""
        return QSize(look().px(90), look().px(SEAT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the grid act on the key."""
        if not self._hands.key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus; a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the person."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength()
        if self._hands.dragging or far >= QApplication.startDragDistance():
            self._hands.drag(self, self.mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the person land, or press the pin."""
        pressed, self._pressed = self._pressed, None
        if self._hands.dragging:
            self._hands.drop(self)
        elif pressed is not None and self._pin_box().contains(event.position()):
            self._hands.pin(self.person)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the person."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hands.menu(self, event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pin."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the pin."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the seat that keys act on."""
        super().focusInEvent(event)
        self._hands.focused(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw avatar, name, department and pin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = look()
        if self.hasFocus() or self.target:
            painter.fillRect(self.rect(), now.colour("selected"))
        elif self._hovered:
            painter.fillRect(self.rect(), now.colour("hover"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), now.colour("border"))
        side, middle = now.px(26), self.height() / 2
        centre = QPointF(_SIDE + side / 2, middle)
        paint.avatar(painter, centre, side, self.shown.person.name, self.shown.place)
        self._paint_words(painter, _SIDE + side + now.px(9))
        self._paint_pin(painter)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 3)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        now = look()
        line, top = now.line(), (self.height() - 2 * now.px(17)) / 2
        right = self._pin_box().left() - 2 if self._pin_shown else self.width() - now.px(6)
        chip = paint.chip_width("New") if self.shown.person.newcomer else 0.0
        room = right - left - (chip + now.px(5) if chip else 0)
        font = now.font("strong")
        painter.setFont(font)
        painter.setPen(now.colour("text"))
        name = self.shown.person.name
        elided(painter, QRectF(left, top, room, now.px(17)), name, _LEFT)
        if chip:
            used = min(room, QFontMetricsF(font).horizontalAdvance(name))
            where = QRectF(left + used + now.px(5), top - 1, chip, now.px(18))
            paint.chip(painter, where, "New", "info")
        second = top + now.px(17)
        paint.mark(painter, QPointF(left + now.px(4), second + now.px(8.5)), self.shown.place,
                   now.px(8))  # fmt: skip
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("text_2"))
        words = QRectF(left + now.px(13), second, right - left - now.px(13), min(line, now.px(17)))
        elided(painter, words, self.shown.department, _LEFT)

    def _paint_pin(self, painter: QPainter) -> None:
        if self._pin_shown:
            tone = "accent" if self.shown.pinned else "text_3"
            box, side = self._pin_box(), look().px(14)
            inner = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            icon = "thumb-pin-full" if self.shown.pinned else "thumb-pin"
            paint_icon(painter, icon, inner, look().colour(tone))

    @property
    def _pin_shown(self) -> bool:
        return self.shown.pinned or self._hovered or self.hasFocus()

    def _pin_box(self) -> QRectF:
        side = look().px(24)
        return QRectF(self.width() - side - 4, (self.height() - side) / 2, side, side)


class SeatHands:
    """What a seat asks of the grid it is in."""

    dragging = False

    def key(self, seat: Seat, event: QKeyEvent) -> bool:
        """Act on a key; returns whether it was meant for the rooms."""
        raise NotImplementedError

    def drag(self, seat: Seat, at: QPoint) -> None:
        """Follow the mouse with a person."""
        raise NotImplementedError

    def drop(self, seat: Seat) -> None:
        """Let the person land."""
        raise NotImplementedError

    def pin(self, person: int) -> None:
        """Pin or let go."""
        raise NotImplementedError

    def menu(self, seat: Seat, at: QPoint) -> None:
        """Open the menu of a person."""
        raise NotImplementedError

    def focused(self, seat: Seat) -> None:
        """Keys act on this seat now."""
        raise NotImplementedError
