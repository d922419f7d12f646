"""The whole session as one bar in proportion: blocks in colour, tracks stacked, overrun hatched."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.sessions.agenda import Agenda, PlacedBlock
from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.session_words import block_place
from workbench.ui.theme import look

_BAR = 16
_LANE = 7  # for each of several tracks
_HIGHEST = 48
_STEPS = (5, 15, 30, 60, 120, 240)


class SessionStrip(Themed, QWidget):
    """The bar with times below; a press tells which block was meant."""

    def __init__(self, *, times: bool = True) -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self._times = times
        self._high = _BAR
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show another agenda."""
        self.agenda = agenda
        parts = [_said(placed) for placed in agenda.blocks]
        over = f", {agenda.over} minutes over the slot" if agenda.over else ""
        self.setAccessibleName(f"Agenda in proportion: {', '.join(parts)}{over}")
        most = max((len(placed.tracks) for placed in agenda.blocks), default=0)
        self._high = max(_BAR, min(_HIGHEST, most * _LANE))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bar, and the times below it."""
        below = look().line("caption") + 4 if self._times else 0
        return QSize(look().px(200), look().px(self._high) + below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the blocks, what is over, and the times."""
        agenda = self.agenda
        if agenda is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max(agenda.slot, agenda.end, 1)
        slot = QRectF(0, 0, self._x(agenda.slot, whole), look().px(self._high))
        paint.rounded(painter, slot, 2, look().colour("hover"))
        for placed in agenda.blocks:
            self._paint_block(painter, placed, whole)
        if agenda.over:
            self._paint_over(painter, agenda, whole)
        if self._times:
            self._paint_times(painter, agenda, whole)

    def _x(self, minute: int, whole: int) -> float:
        return self.width() * min(max(minute, 0), whole) / whole

    def _paint_block(self, painter: QPainter, placed: PlacedBlock, whole: int) -> None:
        lanes = [track for track in placed.tracks if track.blocks]
        if not lanes:
            self._paint_part(painter, placed, whole, 0, look().px(self._high))
        step = (look().px(self._high) + 1) / max(1, len(lanes))
        for number, track in enumerate(lanes):
            for part in track.blocks:
                self._paint_part(painter, part, whole, number * step, step - 1)
            if track.over:
                end = self._x(track.limit, whole)
                mark = QRectF(end - 2, number * step, 2, step - 1)
                painter.fillRect(mark, look().colour("danger"))

    def _paint_part(
        self, painter: QPainter, placed: PlacedBlock, whole: int, top: float, high: float
    ) -> None:
        left, right = self._x(placed.start, whole), self._x(placed.end, whole)
        place = block_place(placed.block.kind)
        colour = look().colour("border_strong") if place is None else look().category(place)
        where = QRectF(left, top, max(2.0, right - left - 2), high)
        paint.rounded(painter, where, min(2.0, high / 2), colour)

    def _paint_over(self, painter: QPainter, agenda: Agenda, whole: int) -> None:
        left = self._x(agenda.slot, whole)
        over = QRectF(left, 0, self.width() - left, look().px(self._high))
        painter.fillRect(over, look().colour("danger_bg"))
        painter.fillRect(over, QBrush(look().colour("danger"), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(
            QRectF(left - 1, -2, 2, look().px(self._high) + 6), look().colour("danger")
        )

    def _paint_times(self, painter: QPainter, agenda: Agenda, whole: int) -> None:
        top = look().px(self._high) + 4
        row = QRectF(0, top, self.width(), look().line("caption"))
        end = f"{agenda.wall(agenda.slot):%H:%M}" + (" slot ends" if agenda.over else "")
        font = look().font("caption_strong" if agenda.over else "caption")
        width = QFontMetricsF(font).horizontalAdvance(end)
        at = self._x(agenda.slot, whole)
        end_left = max(0.0, min(self.width() - width, at - width / 2))
        painter.setFont(font)
        painter.setPen(look().colour("danger" if agenda.over else "text_3"))
        painter.drawText(QRectF(end_left, top, width + 1, row.height()), 0, end)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        for minute in range(0, agenda.slot, self._step(whole)):
            words = f"{agenda.wall(minute):%H:%M}"
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            left = max(0.0, self._x(minute, whole) - (wide / 2 if minute else 0))
            if left + wide + 12 < end_left:
                painter.drawText(QRectF(left, top, wide + 1, row.height()), 0, words)

    def _step(self, whole: int) -> int:
        room = max(1, self.width() // look().px(72))
        return next((step for step in _STEPS if whole / step <= room), _STEPS[-1])


def _said(placed: PlacedBlock) -> str:
    block, tracks = placed.block, len(placed.tracks)
    beside = f" in {tracks} tracks" if tracks else ""
    return f"{block.title} {block.minutes} min{beside}"
