"""Widgets: one paper form as it is typed, a box for each answer, the line of the cursor tinted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.cells import LEFT
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.paper_lines import EntryLine, Value
from workbench.ui.surveys.words_in_lines import set_lines
from workbench.ui.theme import look

_ROW, _TITLE, _STEP, _BOX, _NUMBER = 34, 38, 42, 24, 28
WIDEST = 860
_MOST_OPTIONS_SHARE = 0.6
_HERE = "strong"  # the line of the cursor
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SKIP = (Qt.Key.Key_Space, Qt.Key.Key_0)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PLAIN = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class SheetShown:
    """What is shown: a value for each line, the line of the cursor (-1 for none).

    `open_places` are the lines that can be typed, None for all of them; `doubts` holds, for each
    line where two times of typing differ, what was typed the first and the second time.
    """

    values: Sequence[Value]
    place: int
    open_places: Collection[int] | None = None
    doubts: dict[int, tuple[Value, Value]] = field(default_factory=dict)


class PaperSheet(Themed, QWidget):
    """Takes the keys: a key per box, Space or 0 skips, Backspace goes back, Enter ends the sheet.

    `filled` tells line and value (None for skipped), `moved` where the cursor should go.
    """

    filled = Signal(int, object)
    moved = Signal(int)
    went_back = Signal()
    entered = Signal()
    left_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[EntryLine, ...] = ()
        self._shown = SheetShown((), -1)
        self._heights: tuple[int, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Paper form")
        self.restyle()

    @property
    def place(self) -> int:
        """The line of the cursor."""
        return self._shown.place

    def restyle(self) -> None:
        """Keep the boxes near their words in a wide window."""
        self.setMaximumWidth(look().px(WIDEST))
        self._measure()

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None:
        """Show the lines of another form."""
        self._lines = lines
        self._measure()

    def show_sheet(self, shown: SheetShown) -> None:
        """Show what is typed and where the cursor is."""
        self._shown = shown
        self._describe()
        self.update()

    def row_of(self, place: int) -> QRectF:
        """Return where a line is."""
        top = high = 0
        for at, (line, high) in enumerate(zip(self._lines, self._heights, strict=True)):
            top += look().px(_TITLE) if line.title else 0
            if at == place:
                break
            top += high
        return QRectF(0, top, self.width(), high)

    def box_of(self, place: int, at: int) -> QRectF:
        """Return where the box of an answer is."""
        row, many = self.row_of(place), len(self._lines[place].options)
        step = self._step(many)
        side = min(float(look().px(_BOX)), step - 4)
        left = self._answers_from(many) + at * step + (step - side) / 2
        return QRectF(left, row.center().y() - side / 2, side, side)

    def sizeHint(self) -> QSize:
        """All lines below each other."""
        titles = sum(1 for line in self._lines if line.title)
        return QSize(look().px(420), sum(self._heights) + titles * look().px(_TITLE) + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as all lines; the words give way first."""
        return QSize(look().px(240), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type the sheet; every other key is the program's."""
        if event.modifiers() not in _PLAIN or not self._typed(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the box under the mouse, or put the cursor on its line."""
        for place, line in enumerate(self._lines):
            if not self.row_of(place).contains(event.position()) or not self._may(place):
                continue
            for at, option in enumerate(line.options):
                if self.box_of(place, at).adjusted(-4, -4, 4, 4).contains(event.position()):
                    again = self._shown.values[place] == option.value and not self._shown.doubts
                    self.filled.emit(place, None if again else option.value)
                    return
            self.moved.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, line in enumerate(self._lines):
            row = self.row_of(place)
            if line.title:
                above = look().px(_TITLE)
                self._title(
                    painter, QRectF(row.left(), row.top() - above, row.width(), above), line
                )
            self._line(painter, row, place, line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the ring."""
        super().focusOutEvent(event)
        self.update()

    def _step(self, many: int) -> float:
        """Return the pixels from box to box in a line of so many."""
        return min(look().px(_STEP), self.width() * _MOST_OPTIONS_SHARE / max(1, many))

    def _answers_from(self, many: int) -> float:
        """Return where the boxes of a line of so many begin, in pixels from the left."""
        return self.width() - look().px(8) - many * self._step(many)

    def _words_room(self, line: EntryLine) -> tuple[float, float]:
        """Return where the words of a line begin and how wide they may be, in pixels."""
        left = float(look().px(8) + (look().px(_NUMBER) if line.number else 0))
        end = self._answers_from(len(line.options)) - look().px(8)
        return left, max(float(look().px(60)), end - left)

    def _measure(self) -> None:
        """Give every line the height of its words, set as the line of the cursor is."""
        self._heights = tuple(
            max(look().px(_ROW), round(set_lines(line.text, room, LEFT, _HERE)[1]) + look().px(10))
            for line, (_left, room) in ((one, self._words_room(one)) for one in self._lines)
        )
        self.updateGeometry()
        self.update()

    def _typed(self, event: QKeyEvent) -> bool:
        """Do what a key says; False where it says nothing here."""
        key, place = Qt.Key(event.key()), self._shown.place
        if key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace:
            self.went_back.emit()
        elif key == Qt.Key.Key_Delete:
            self.left_out.emit()
        elif key in _STEPS:
            self.moved.emit(place + _STEPS[key])
        else:
            return self._ticked(key, event.text())
        return True

    def _ticked(self, key: Qt.Key, text: str) -> bool:
        place = self._shown.place
        if not (0 <= place < len(self._lines) and self._may(place)):
            return False
        option = self._lines[place].at_key(text)
        if option is None and key not in _SKIP:
            return False
        self.filled.emit(place, option.value if option else None)
        return True

    def _may(self, place: int) -> bool:
        return self._shown.open_places is None or place in self._shown.open_places

    def _title(self, painter: QPainter, where: QRectF, line: EntryLine) -> None:
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        elided(painter, where.adjusted(look().px(8), look().px(8), 0, 0), line.title, LEFT)

    def _line(self, painter: QPainter, row: QRectF, place: int, line: EntryLine) -> None:
        here = place == self._shown.place
        if here:
            paint.rounded(painter, row, 6, look().colour("selected"))
            if self.hasFocus():
                paint.focus_ring(painter, row)
        role = _HERE if here else "body"
        painter.setFont(look().font(role))
        painter.setPen(look().colour("text" if self._may(place) else "text_3"))
        left, room = self._words_room(line)
        words, high = set_lines(line.text, room, LEFT, role)
        top = row.center().y() - high / 2
        beside = QRectF(row.left() + look().px(8), top, left, look().line(role))
        painter.drawText(beside, LEFT | Qt.AlignmentFlag.AlignVCenter, line.number)
        words.draw(painter, QPointF(left, top))
        for at, option in enumerate(line.options):
            self._box(painter, self.box_of(place, at), place, option.key, option.value)

    def _box(self, painter: QPainter, box: QRectF, place: int, key: str, value: int | str) -> None:
        ticked = self._shown.values[place] == value
        doubted = value in self._shown.doubts.get(place, ())
        edge = look().colour("warn" if doubted else "border_control")
        fill = look().colour("accent" if ticked else "surface")
        paint.rounded(painter, box, 5, fill, None if ticked else edge, 2 if doubted else 1)
        painter.setFont(look().font("strong" if ticked or doubted else "label"))
        painter.setPen(look().colour("on_accent" if ticked else "text_2"))
        painter.drawText(box, paint.CENTRE, key)

    def _describe(self) -> None:
        """Say the line of the cursor, its keys and what is ticked."""
        place = self._shown.place
        if not 0 <= place < len(self._lines):
            self.setAccessibleDescription("End of the sheet. Enter for the next one.")
            return
        line = self._lines[place]
        ticked = line.label_of(self._shown.values[place])
        self.setAccessibleDescription(
            f"{line.number} {line.text} {line.keys_said}. Ticked: {ticked}.".strip()
        )
