"""Dates of a season with their themes: drag or Alt+Up/Down moves a theme, Enter names it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.ui.kit import paint
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.panel import PANEL_SIDE
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.proposal_marks import proposed_mark
from workbench.ui.sessions.session_words import kind_place
from workbench.ui.sessions.sessions_shown import ProposedRow
from workbench.ui.theme import look, paint_icon

_ROW = 25
_EDGE = 8
_LEFT = Qt.AlignmentFlag.AlignLeft
_ALT = Qt.KeyboardModifier.AltModifier


class ThemeList(Themed, QWidget):
    """Arrows choose, Alt+Up/Down move a theme, Enter or F2 names it, Delete leaves it open.

    Ctrl+V puts a pasted list onto the dates from the chosen one on.
    """

    chosen = Signal(int)
    named = Signal(int, str)
    moved = Signal(int, int)
    pasted = Signal(int, list)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ProposedRow, ...] = ()
        self.kinds: Sequence[str] = ()
        self.current = -1
        self._pressed = -1
        self._drop = -1
        self.editor: LineInput | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName("Dates and themes")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[ProposedRow], kinds: Sequence[str]) -> None:
        """Show other dates; the chosen place stays."""
        self.rows, self.kinds = tuple(rows), tuple(kinds)
        self.current = min(self.current, len(self.rows) - 1)
        self._describe()
        self.updateGeometry()
        self.update()

    def choose(self, place: int) -> None:
        """Choose a date without telling, -1 for none."""
        moved = place != self.current
        self.current = place if 0 <= place < len(self.rows) else -1
        if moved and self.current >= 0:
            self._reveal()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(look().px(280), look().px(_ROW) * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never lower."""
        return QSize(look().px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What each key does; see the class."""
        key, step = Qt.Key(event.key()), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in step and event.modifiers() & _ALT:
            self._move(self.current, self.current + step[key])
        elif key in step and self.rows:
            self._pick(min(len(self.rows) - 1, max(0, self.current + step[key])))
        elif self.current >= 0 and key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # Ctrl+Enter creates the season
            else:
                self.edit()
        elif self.current >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.named.emit(self.current, "")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a date; a drag of it may begin."""
        self.setFocus()
        place = self._at(event.position().y())
        if place >= 0:
            self._pick(place)
            self._pressed = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the theme would land."""
        grip = event.position().x() > self.width() - look().px(40)
        self.setCursor(Qt.CursorShape.OpenHandCursor if grip else Qt.CursorShape.ArrowCursor)
        if self._pressed < 0:
            return
        at = self._at(min(max(event.position().y(), 0), self.height() - 1))
        far = abs(event.position().y() - (self._pressed + 0.5) * look().px(_ROW))
        if self._drop >= 0 or far > look().px(_ROW) / 2:
            self._drop = at
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the theme land."""
        pressed, drop, self._pressed, self._drop = self._pressed, self._drop, -1, -1
        self.update()
        if pressed >= 0 and drop >= 0:
            self._move(pressed, drop)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Name the theme."""
        if self.current >= 0:
            self.edit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first date where none is chosen."""
        super().focusInEvent(event)
        if self.current < 0 and self.rows:
            self._pick(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def edit(self) -> None:
        """Open the chosen theme for typing; Enter keeps it, Esc leaves it as it was."""
        row = self.rows[self.current]
        editor = self.editor = _ThemeInput("" if row.open else row.title)
        editor.setParent(self)
        editor.setAccessibleName(f"Theme of {weekday_and_day(row.on)}")
        place = self.current
        editor.kept.connect(lambda text: self.named.emit(place, text))
        editor.left.connect(self._editor_left)
        where = self._title_box(place).adjusted(-10, -2, 0, 2)
        editor.setGeometry(where.toRect())
        editor.show()
        editor.selectAll()
        editor.setFocus()

    def paste(self) -> None:
        """Put the lines of the clipboard onto the dates from the chosen one on."""
        lines = QApplication.clipboard().text().strip("\r\n").splitlines()
        if lines:
            self.pasted.emit(max(0, self.current), [line.partition("\t")[0] for line in lines])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows, and the line where a dragged theme would land."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, row in enumerate(self.rows):
            self._paint_row(painter, place, row)
        if self._drop >= 0 and self._drop != self._pressed:
            edge = self._drop + (1 if self._drop > self._pressed else 0)
            top = min(edge * look().px(_ROW), self.height() - 2)
            line = QRectF(PANEL_SIDE, top - 1, self.width() - 2 * PANEL_SIDE, 3)
            painter.fillRect(line, look().colour("accent"))

    def _paint_row(self, painter: QPainter, place: int, row: ProposedRow) -> None:
        box = QRectF(0, place * look().px(_ROW), self.width(), look().px(_ROW))
        if place == self.current:
            ground = box.adjusted(PANEL_SIDE - _EDGE, 0, -(PANEL_SIDE - _EDGE), -1)
            edge = look().colour("accent") if look().contrast else None
            paint.rounded(painter, ground, 4, look().colour("selected"), edge)
            if self.hasFocus():
                paint.focus_ring(painter, ground, 4)
        side = look().px(11)
        middle = QPointF(PANEL_SIDE + side / 2, box.center().y())
        proposed_mark(painter, middle, kind_place(row.kind, self.kinds), side)
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        day = box.adjusted(PANEL_SIDE + look().px(19), 0, 0, 0)
        elided(painter, day, weekday_and_day(row.on), _LEFT)
        title = self._title_box(place)
        chip = "clash" if row.clash else "moved" if row.moved_from else ""
        if chip:
            wide = paint.chip_width(chip)
            words = painter.fontMetrics().horizontalAdvance(row.title)
            left = title.left() + min(words + look().px(8), title.width() - wide)
            title.setRight(left - look().px(6))
            where = QRectF(left, box.center().y() - look().px(9), wide, look().px(18))
            paint.chip(painter, where, chip, "warn" if row.clash else "info")
        painter.setFont(look().font())
        painter.setPen(look().colour("text_3" if row.open else "text"))
        elided(painter, title, row.title, _LEFT)
        grip = look().px(14)
        right = self.width() - PANEL_SIDE - grip
        handle = QRectF(right, box.center().y() - grip / 2, grip, grip)
        paint_icon(painter, "grip", handle, look().colour("text_3"))

    def _title_box(self, place: int) -> QRectF:
        left = PANEL_SIDE + look().px(100)
        right = self.width() - PANEL_SIDE - look().px(22)
        return QRectF(left, place * look().px(_ROW), right - left, look().px(_ROW))

    def _at(self, y: float) -> int:
        place = int(y // look().px(_ROW))
        return place if 0 <= place < len(self.rows) else -1

    def _pick(self, place: int) -> None:
        if place != self.current:
            self.choose(place)
            self.chosen.emit(place)

    def _move(self, place: int, to: int) -> None:
        if place != to and 0 <= place < len(self.rows) and 0 <= to < len(self.rows):
            self.current = to
            self.moved.emit(place, to)
            self.chosen.emit(to)

    def _reveal(self) -> None:
        """Scroll the area around the list so far that the chosen date shows."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            middle = QPoint(0, round((self.current + 0.5) * look().px(_ROW)))
            where = self.mapTo(inside, middle)
            around.ensureVisible(0, where.y(), 0, look().px(_ROW))

    def _editor_left(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
            self.setFocus()

    def _describe(self) -> None:
        words = f"{len(self.rows)} dates"
        if 0 <= self.current < len(self.rows):
            row = self.rows[self.current]
            words = ", ".join(
                part
                for part in (
                    weekday_and_day(row.on), row.kind, row.title,
                    f"clashes with {row.clash}" if row.clash else "",
                    "moved" if row.moved_from else "",
                )
                if part
            )  # fmt: skip
        self.setAccessibleDescription(words)
        self.setToolTip(words if self.current >= 0 else "")


class _ThemeInput(LineInput):
    """A line over a theme; Enter and leaving it keep what was typed, Esc does not."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, "Theme open")
        self._before, self._done = text, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self._end(keep=True)

    def _end(self, *, keep: bool) -> None:
        if self._done:
            return
        self._done = True
        if keep and self.text() != self._before:
            self.kept.emit(self.text())
        self.left.emit()
