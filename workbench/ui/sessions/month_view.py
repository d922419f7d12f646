"""The month above the list of sessions: days in weeks, sessions in the colour of their kind."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.dates import WEEKDAYS, short_day
from workbench.ui.kit import paint
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.month_drawing import day_words, draw_dots, draw_note, draw_sessions
from workbench.ui.sessions.sessions_shown import Day, Month
from workbench.ui.theme import look

_HEAD, _WEEK, _SHORT_WEEK = 24, 64, 30
_LEFT = Qt.AlignmentFlag.AlignLeft
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthView(Themed, QWidget):
    """One month; arrows move among days, Enter opens a session or plans one on an empty day.

    Space, or a click on the same day again, goes on to its next session.
    """

    chosen = Signal(int)
    opened = Signal(int)
    day_opened = Signal(date)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.month: Month | None = None
        self.selected: int | None = None
        self.day: date | None = None
        self._dots = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_month(self, month: Month, selected: int | None) -> None:
        """Show a month; the cursor goes to the selected session, to today or the first day."""
        moved = self.month is None or month.first != self.month.first or selected != self.selected
        self.month, self.selected = month, selected
        if moved:
            self.day = self._day_to_begin(month, selected)
        self._describe()
        self.updateGeometry()
        self.update()

    def show_dots(self, *, dots: bool) -> None:
        """Show sessions as dots where there is little room."""
        if dots != self._dots:
            self._dots = dots
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as its weeks."""
        weeks = len(self.month.weeks) if self.month else 5
        return QSize(look().px(560), look().px(_HEAD) + weeks * self._week())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never lower."""
        return QSize(look().px(280), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter, and PageUp and PageDown for other months."""
        key = Qt.Key(event.key())
        if self.month is None or self.day is None:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._go(self.day + timedelta(days=_MOVES[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.day)
        elif key == Qt.Key.Key_Space:
            self._next_of(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day and its session."""
        day = self._at(event.position())
        if day is not None and day.on == self.day:
            self._next_of(day.on)
        elif day is not None:
            self._go(day.on)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session, or plan one."""
        day = self._at(event.position())
        if day is not None:
            self._open(day.on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names of days, then each day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().colour("surface"))
        self._paint_head(painter)
        if self.month is None:
            return
        for week, days in enumerate(self.month.weeks):
            for place, day in enumerate(days):
                self._paint_day(painter, self._box(week, place), place, day)
        self._paint_rings(painter)

    def _week(self) -> int:
        return look().px(_SHORT_WEEK if self._dots else _WEEK)

    def _box(self, week: int, place: int) -> QRectF:
        wide = self.width() / 7
        top = look().px(_HEAD) + week * self._week()
        left, right = round(place * wide), round((place + 1) * wide)
        return QRectF(left, top, right - left, self._week())

    def _inner(self, box: QRectF, place: int) -> QRectF:
        return box.adjusted(PAGE_SIDE if place == 0 else 8, 4, -6, -4)

    def _paint_head(self, painter: QPainter) -> None:
        height = look().px(_HEAD)
        painter.fillRect(QRectF(0, 0, self.width(), height), look().colour("sunken"))
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2"))
        for place, name in enumerate(WEEKDAYS):
            where = self._inner(QRectF(self._box(0, place)), place)
            elided(painter, QRectF(where.left(), 0, where.width(), height), name[:3], _LEFT)

    def _paint_day(self, painter: QPainter, box: QRectF, place: int, day: Day) -> None:
        if place > 4 or not day.inside:
            painter.fillRect(box, look().colour("sunken"))
        line = look().colour("border")
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), line)
        if place:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), line)
        inner = self._inner(box, place)
        row = QRectF(inner.left(), inner.top(), inner.width(), look().px(18))
        number = self._paint_number(painter, row, day)
        kinds = self.month.kinds if self.month else ()
        if self._dots:
            draw_dots(painter, row.adjusted(number, 0, 0, 0), day, kinds)
        elif day.sessions:
            draw_sessions(painter, inner, row, day, kinds, self.selected)
        elif day.note or day.struck:
            draw_note(painter, inner, day)

    def _paint_number(self, painter: QPainter, where: QRectF, day: Day) -> float:
        assert self.month is not None  # noqa: S101 - only drawn with a month
        today = day.on == self.month.today
        painter.setFont(look().font("caption_strong" if day.sessions or today else "caption"))
        painter.setPen(
            look().colour("accent_text" if today else "text" if day.inside else "text_3")
        )
        named = day.on.day == 1 or (not day.inside and day.on.weekday() == 0)
        words = "Today" if today and not self._dots else short_day(day.on) if named else ""
        words = words or str(day.on.day)
        elided(painter, where, words, _LEFT)
        return painter.fontMetrics().horizontalAdvance(words) + look().px(10)

    def _paint_rings(self, painter: QPainter) -> None:
        assert self.month is not None  # noqa: S101 - only drawn with a month
        for week, days in enumerate(self.month.weeks):
            for place, day in enumerate(days):
                box = self._box(week, place).adjusted(1, 1, 0, 0)
                if any(row.id == self.selected for row in day.sessions):
                    paint.rounded(painter, box, 0, None, look().colour("accent"), 2)
                elif day.on == self.day and self.hasFocus():
                    paint.focus_ring(painter, box, 0)

    def _at(self, point: QPointF) -> Day | None:
        if self.month is None:
            return None
        for week, days in enumerate(self.month.weeks):
            for place, day in enumerate(days):
                if self._box(week, place).contains(point):
                    return day
        return None

    def _find(self, on: date) -> Day | None:
        weeks = self.month.weeks if self.month else ()
        return next((day for week in weeks for day in week if day.on == on), None)

    def _go(self, on: date) -> None:
        self.day = on
        found = self._find(on)
        if found is None or not found.inside:
            self.turned.emit(-1 if self.month and on < self.month.first else 1)
            self.day = on
            found = self._find(on)
        if found is not None and found.sessions:
            self.chosen.emit(found.sessions[0].id)
        self._describe()
        self.update()

    def _next_of(self, on: date) -> None:
        """Choose the next session of a day, after the last one its first."""
        found = self._find(on)
        ids = [row.id for row in found.sessions] if found is not None else []
        if ids:
            place = ids.index(self.selected) + 1 if self.selected in ids else 0
            self.chosen.emit(ids[place % len(ids)])

    def _open(self, on: date) -> None:
        found = self._find(on)
        real = [row.id for row in found.sessions if row.id > 0] if found is not None else []
        if real:
            self.opened.emit(self.selected if self.selected in real else real[0])
        elif found is not None and found.sessions:
            self.chosen.emit(found.sessions[0].id)
        else:
            self.day_opened.emit(on)

    def _day_to_begin(self, month: Month, selected: int | None) -> date:
        for week in month.weeks:
            for day in week:
                if any(row.id == selected for row in day.sessions):
                    return day.on
        inside = (month.today.year, month.today.month) == (month.first.year, month.first.month)
        return month.today if inside else month.first

    def _describe(self) -> None:
        found = self._find(self.day) if self.day else None
        if found is None:
            return
        self.setAccessibleName("Month")
        self.setAccessibleDescription(day_words(found))
