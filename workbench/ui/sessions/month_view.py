"""The month above the list of sessions: days in weeks, sessions in the colour of their kind."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.foundation.dates import WEEKDAYS, short_day, weekday_and_day
from workbench.foundation.words import SessionState
from workbench.sessions.recurrence_words import time_words
from workbench.ui.kit import paint
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.proposal_marks import dashed, proposed_mark
from workbench.ui.sessions.session_words import kind_place
from workbench.ui.sessions.sessions_shown import Day, ListRow, Month, ProposedRow
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
    """One month; arrows move among days, Enter opens a session or plans one on an empty day."""

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
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day and its session."""
        day = self._at(event.position())
        if day is not None:
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
        if self._dots:
            self._paint_dots(painter, row.adjusted(number, 0, 0, 0), day)
        elif day.sessions:
            self._paint_sessions(painter, inner, row, day)
        elif day.note or day.struck:
            self._paint_note(painter, inner, day)

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

    def _paint_dots(self, painter: QPainter, where: QRectF, day: Day) -> None:
        size = look().px(7)
        for number, row in enumerate(day.sessions[:4]):
            left = where.left() + number * (size + 4)
            draw = proposed_mark if isinstance(row, ProposedRow) else paint.mark
            draw(painter, QPointF(left, where.center().y()), self._place(row), size)
        if day.note and not day.sessions:
            line = QRectF(where.left(), where.center().y() - 1, size, 2)
            painter.fillRect(line, look().colour("text_3"))

    def _paint_sessions(self, painter: QPainter, inner: QRectF, number: QRectF, day: Day) -> None:
        first = day.sessions[0]
        more = f"+{len(day.sessions) - 1} · " if len(day.sessions) > 1 else ""
        painter.setFont(look().font("caption_strong"))
        painter.setPen(look().colour("text"))
        elided(
            painter, number, f"{more}{time_words(first.starts.time())}", Qt.AlignmentFlag.AlignRight
        )
        box = inner.adjusted(-4, look().px(19), 2, 0)
        off = _is_off(first)
        tint = look().colour("hover") if off else look().tint(self._place(first))
        colour = look().category(None if off else self._place(first))
        paint.rounded(painter, box, 4, tint)
        if isinstance(first, ProposedRow):
            dashed(painter, box, 4, look().colour("warn") if first.clash else colour)
        else:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour)
        font = QFont(look().font("caption"))
        font.setStrikeOut(off)
        _two_lines(painter, box.adjusted(7, 2, -3, -2), first.title, font)

    def _paint_note(self, painter: QPainter, inner: QRectF, day: Day) -> None:
        """Draw the name of a day off; what would have been on it stands before, struck through."""
        where = inner.adjusted(0, look().px(19), 0, 0)
        font = QFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        if day.struck:
            font.setStrikeOut(True)
            painter.setFont(font)
            line = look().line("caption")
            elided(
                painter, QRectF(where.left(), where.top(), where.width(), line), day.struck, _LEFT
            )
            where = where.adjusted(0, line, 0, 0)
            font.setStrikeOut(False)
        _two_lines(painter, where, day.note, font, "text_2")

    def _paint_rings(self, painter: QPainter) -> None:
        assert self.month is not None  # noqa: S101 - only drawn with a month
        for week, days in enumerate(self.month.weeks):
            for place, day in enumerate(days):
                box = self._box(week, place).adjusted(1, 1, 0, 0)
                if any(row.id == self.selected for row in day.sessions):
                    paint.rounded(painter, box, 0, None, look().colour("accent"), 2)
                elif day.on == self.day and self.hasFocus():
                    paint.focus_ring(painter, box, 0)

    def _place(self, row: ListRow) -> int | None:
        return kind_place(row.kind, self.month.kinds if self.month else ())

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

    def _open(self, on: date) -> None:
        found = self._find(on)
        real = [row for row in found.sessions if row.id > 0] if found is not None else []
        if real:
            self.opened.emit(real[0].id)
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
        rows = [_said(row) for row in found.sessions]
        rows += [f"{found.struck} skipped"] if found.struck else []
        rows += [found.note] if found.note else []
        self.setAccessibleName("Month")
        self.setAccessibleDescription(
            f"{weekday_and_day(found.on)}: {', '.join(rows) or 'no session'}"
        )


def _is_off(row: ListRow) -> bool:
    return not isinstance(row, ProposedRow) and row.state is SessionState.CANCELLED


def _said(row: ListRow) -> str:
    state = "proposed " if isinstance(row, ProposedRow) else "cancelled " if _is_off(row) else ""
    return f"{state}{time_words(row.starts.time())} {row.title}"


def _two_lines(
    painter: QPainter, where: QRectF, text: str, font: QFont, tone: str = "text"
) -> None:
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    line = look().line("caption")
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= where.width() or where.height() < 2 * line:
        top = QRectF(where.left(), where.top(), where.width(), min(where.height(), line))
        elided(painter, top, text, _LEFT)
        return
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= where.width():
        first = f"{first} {words.pop(0)}".strip()
    rows = [first, " ".join(words)] if first else [text, ""]
    for number, words_of in enumerate(rows):
        start = where.top() + number * line
        elided(painter, QRectF(where.left(), start, where.width(), line), words_of, _LEFT)
