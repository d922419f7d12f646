"""One room as a card, and one person's seat in it: painted, focusable, draggable."""

from collections.abc import Callable

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
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.rooms_shown import CardShown, SeatShown
from workbench.ui.theme import look, paint_icon

_SEAT, _HEAD, _FOOT = 49, 48, 32
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
        return QSize(look().px(150), look().px(_SEAT))

    def minimumSizeHint(self) -> QSize:
        """As high as ever, names may be cut."""
        return QSize(look().px(90), look().px(_SEAT))

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


class RoomCard(Themed, QWidget):
    """A room: head, seats, the free seat where whoever comes next sits, what the room adds."""

    def __init__(
        self, shown: CardShown, hands: SeatHands, *, used: bool,
        edit: Callable[[int], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.shown, self._used, self._edit = shown, used, edit
        self.target = False
        self.seats = [Seat(seat, shown, hands) for seat in shown.seats]
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for seat in self.seats:
            self._column.addWidget(seat)
        self._column.addStretch(1)
        self.setAccessibleName(
            ", ".join(part for part in (shown.name, shown.place, shown.line) if part)
        )
        self.setToolTip("Double-click the name to rename this room")
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        head, foot = look().px(_HEAD), look().px(_FOOT)
        if hasattr(self, "_column"):
            self._column.setContentsMargins(1, head, 1, foot)
            free = look().px(_SEAT) if self.shown.next_here else 0
            height = head + foot + len(self.seats) * look().px(_SEAT) + free
            self.setMinimumHeight(height)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename by the head."""
        if event.position().y() <= look().px(_HEAD):
            self._edit(self.shown.number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, head, foot and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, whole = look(), QRectF(self.rect())
        head = now.px(_HEAD)
        paint.rounded(painter, whole, 8, now.colour("surface"))
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), head))
        paint.rounded(painter, whole, 8, now.colour("sunken"))
        painter.restore()
        if not self.seats:
            painter.fillRect(QRectF(0, head, self.width(), 1), now.colour("border"))
        self._paint_head(painter, head)
        self._paint_next(painter, head)
        self._paint_foot(painter)
        self._paint_border(painter, whole)

    def _paint_head(self, painter: QPainter, head: float) -> None:
        now = look()
        size, gap = now.px(9), now.px(4)
        right = self.width() - _SIDE
        for place in reversed(self.shown.departments):
            centre = QPointF(right - size / 2, head / 2)
            paint.mark(painter, centre, place, size)
            right -= size + gap
        room = right - _SIDE - 4
        line = now.px(18)
        top = (head - (2 if self.shown.place else 1) * line) / 2
        painter.setFont(now.font("strong"))
        painter.setPen(now.colour("text"))
        elided(painter, QRectF(_SIDE, top, room, line), self.shown.name, _LEFT)
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("text_2"))
        elided(painter, QRectF(_SIDE, top + line, room, line), self.shown.place, _LEFT)

    def _paint_next(self, painter: QPainter, head: float) -> None:
        if not self.shown.next_here:
            return
        now = look()
        top = head + len(self.seats) * now.px(_SEAT)
        painter.fillRect(QRectF(0, top, self.width(), 1), now.colour("border"))
        side, middle = now.px(14), top + now.px(_SEAT) / 2
        box = QRectF(_SIDE, middle - side / 2, side, side)
        paint_icon(painter, "plus", box, now.colour("text_2"))
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("text_2"))
        left = _SIDE + side + now.px(8)
        words = QRectF(left, top, self.width() - left - 6, now.px(_SEAT))
        elided(painter, words, "Next to arrive sits here", _LEFT)

    def _paint_foot(self, painter: QPainter) -> None:
        now = look()
        top = self.height() - now.px(_FOOT)
        painter.fillRect(QRectF(0, top, self.width(), 1), now.colour("border"))
        font = now.font("caption")
        painter.setFont(font)
        painter.setPen(now.colour("text_2"))
        words = QRectF(_SIDE, top, self.width() - _SIDE - 4, now.px(_FOOT))
        line = self.shown.line
        if QFontMetricsF(font).horizontalAdvance(line) > words.width():
            line = line.replace(" meetings", "").replace(" meeting", "")
        elided(painter, words, line, _LEFT)

    def _paint_border(self, painter: QPainter, whole: QRectF) -> None:
        now = look()
        pen = QPen(now.colour("focus" if self.target else "border_strong"), 2 if self.target else 1)
        if not self._used and not self.target:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
