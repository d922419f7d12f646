"""Who is here, beside the timer: type two letters, Enter ticks; the rest are not here yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.words import Mark
from workbench.sessions.attendance_queries import Marking, MarkingRow
from workbench.sessions.attendance_rules import MARK_WORDS
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.filters import FindField
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.squares import Square, SquareStrip, paint_square
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text, elided
from workbench.ui.kit.themed import frame
from workbench.ui.sessions.head_count_line import HeadCountLine
from workbench.ui.theme import look

_SQUARES = {
    Mark.PRESENT: Square.HERE,
    Mark.PART: Square.LATE,
    Mark.EXCUSED: Square.APOLOGIES,
    Mark.ABSENT: Square.MISSED,
    Mark.UNKNOWN: Square.MISSED,
}
_MOST = 200


class LivePeople(QWidget):
    """Counts, a field to find somebody, and the list."""

    searched = Signal(str)
    first_wanted = Signal(bool)

    def __init__(
        self,
        toggle: Callable[[MarkingRow], object],
        mark: Callable[[MarkingRow, Mark], object],
    ) -> None:
        super().__init__()
        self._toggle, self._mark = toggle, mark
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        surface = frame("card")
        outer.addWidget(surface)
        column = QVBoxLayout(surface)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(10)
        column.addLayout(self._head())
        self.field = TickField()
        self.field.textChanged.connect(self.searched)
        self.field.ticked.connect(self.first_wanted)
        holder = QHBoxLayout()
        holder.setContentsMargins(15, 0, 15, 0)
        holder.addWidget(self.field)
        column.addLayout(holder)
        self.table = self._made_table()
        column.addWidget(self.table, 1)

    def show_people(self, marking: Marking, found: Sequence[MarkingRow], typed: str) -> None:
        """Show the counts and the people found; nothing typed shows who is not here yet."""
        rows = [row for row in marking.rows if row.is_expected]
        counts = {mark: sum(row.mark is mark for row in rows) for mark in Mark}
        here = counts[Mark.PRESENT] + counts[Mark.PART]
        guests = f", {marking.guests} guests" if marking.guests > 1 else ""
        guests = ", 1 guest" if marking.guests == 1 else guests
        self.here.say(str(here + marking.guests))
        self.of.say(f"of {len(rows)}{guests}")
        for mark, words in self._counts.items():
            words.say(f"{counts[mark]} {_COUNT_WORDS[mark]}")
        self.head_count.show_count(marking.head_count)
        wanted = found[:_MOST]
        title = "Found" if typed.strip() else "Not here yet"
        note = "" if len(found) <= _MOST else f"and {len(found) - _MOST} more"
        section = Section(title, note)
        others = [] if typed.strip() else [r for r in marking.rows if r.mark is not Mark.UNKNOWN]
        groups = [(section, wanted), (Section("Marked"), others)] if others else [(section, wanted)]
        self.table.show_groups([pair for pair in groups if pair[1] or pair[0] is section])

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(15, 0, 15, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(Text("Attendance", "section"), 1)
        top.addWidget(Text("F2", "caption", "text_3"))
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.here, self.of = Text("0", "hero"), Text("", "caption", "text_2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text("here", "strong"))
        words.addWidget(self.of)
        words.addStretch(1)
        row.addWidget(self.here)
        row.addLayout(words)
        row.addStretch(1)
        row.addLayout(self._legend())
        column.addLayout(row)
        self.head_count = HeadCountLine()
        column.addWidget(self.head_count)
        return column

    def _legend(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        self._counts: dict[Mark, Text] = {}
        for place, mark in enumerate(_COUNT_WORDS):
            line, side = divmod(place, 2)
            words = Text("", "caption")
            self._counts[mark] = words
            grid.addWidget(SquareStrip([_SQUARES[mark]], side=11), line, side * 3)
            grid.addWidget(words, line, side * 3 + 1)
        grid.setColumnMinimumWidth(2, 2)
        return grid

    def _made_table(self) -> RowTable[MarkingRow]:
        table: RowTable[MarkingRow] = RowTable(
            [
                Column("name", "Name", _tick, width=140, stretch=True),
                Column("state", "State", _state, width=92, align="right"),
            ],
            lambda row: row.name,
            key=lambda row: row.person_id,
            side=15,
            row_height=34,
        )
        table.horizontalHeader().hide()
        table.setAccessibleName("People")
        table.opened.connect(self._toggle)
        table.clicked.connect(self._press)
        table.menu_wanted.connect(self._open_menu)
        return table

    def _press(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is not None:
            self._toggle(row)

    def _open_menu(self, row: MarkingRow, at: QPoint) -> None:
        items = [
            Item(MARK_WORDS[mark].capitalize(), partial(self._mark, row, mark)) for mark in Mark
        ]
        menu = menu_of(items, self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


class TickField(FindField):
    """Typing finds, Enter ticks the first as here, Shift+Enter as late."""

    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__("Name, then Enter", "F2", width=280)
        self.setAccessibleDescription("Enter marks here, Shift and Enter marks late")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ticked.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class TickCell:
    """The square of a mark and a name."""

    name: str
    square: Square

    @property
    def said(self) -> str:
        """The name."""
        return self.name

    def width(self) -> float:
        """Any width."""
        return float(look().px(120))

    def paint(self, painter: QPainter, where: QRectF, _align: Qt.AlignmentFlag) -> None:
        """Draw square and name."""
        side = look().px(16)
        top = round(where.center().y() - side / 2)
        paint_square(painter, QRectF(round(where.left()), top, side, side), self.square)
        painter.setFont(look().font())
        painter.setPen(look().colour("text"))
        words = where.adjusted(side + look().px(12), 0, 0, 0)
        elided(painter, words, self.name, Qt.AlignmentFlag.AlignLeft)


_COUNT_WORDS = {
    Mark.PRESENT: "on time",
    Mark.PART: "late",
    Mark.EXCUSED: "apologies",
    Mark.UNKNOWN: "not yet",
}


def _tick(row: MarkingRow) -> TickCell:
    return TickCell(row.name, _SQUARES[row.mark])


def _state(row: MarkingRow) -> TextCell:
    words = "not yet" if row.mark is Mark.UNKNOWN else MARK_WORDS[row.mark]
    if row.arrived_at is not None and row.mark is Mark.PART:
        words = f"{words} {row.arrived_at:%H:%M}"
    return TextCell(words if row.is_expected else f"guest, {words}", "text_2", "caption")
