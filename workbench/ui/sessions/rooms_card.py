"""One room as a card: its head, the seats in it, what it adds."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.rooms_seat import SEAT, Seat, SeatHands
from workbench.ui.sessions.rooms_shown import CardShown
from workbench.ui.theme import look, paint_icon

_HEAD, _FOOT = 48, 32
_SIDE = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
            free = look().px(SEAT) if self.shown.next_here else 0
            height = head + foot + len(self.seats) * look().px(SEAT) + free
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
        top = head + len(self.seats) * now.px(SEAT)
        painter.fillRect(QRectF(0, top, self.width(), 1), now.colour("border"))
        side, middle = now.px(14), top + now.px(SEAT) / 2
        box = QRectF(_SIDE, middle - side / 2, side, side)
        paint_icon(painter, "plus", box, now.colour("text_2"))
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("text_2"))
        left = _SIDE + side + now.px(8)
        words = QRectF(left, top, self.width() - left - 6, now.px(SEAT))
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
