"""The grid of members and sessions: names and rates stay, sessions scroll, one key a mark."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import MARK_KEYS, MARK_WORDS
from workbench.sessions.grid_rules import NOT_A_MEMBER, Grid
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.attendance_cells import (
    SIDE,
    CellDelegate,
    GridHeader,
    NameDelegate,
    PartDelegate,
    RateDelegate,
)
from workbench.ui.sessions.attendance_lines import Line
from workbench.ui.sessions.attendance_models import CellsModel, NamesModel, RatesModel, Sheet
from workbench.ui.sessions.attendance_parts import COLUMN, CellsPart, GridPart, TotalsRow
from workbench.ui.theme import look

_NAME, _NARROW_NAME, _WIDE_NAME, _HERE, _RATE = 168, 120, 320, 62, 104


class AttendanceGrid(Themed, QWidget):
    """Members down, sessions across; `marked` and `moved` name cells by numbers of the grid."""

    marked = Signal(int, int, Mark)
    moved = Signal(int, int)
    heading_pressed = Signal(str)
    sort_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet()
        self.names, self.cells, self.rates = GridPart(), CellsPart(), GridPart()
        self._models = (NamesModel(self.sheet), CellsModel(self.sheet), RatesModel(self.sheet))
        self._set_up(
            self.names,
            0,
            NameDelegate,
            GridHeader(self.names, self.sheet, sessions=False, side=SIDE),
        )
        self._set_up(self.cells, 1, CellDelegate, GridHeader(self.cells, self.sheet, sessions=True))
        self._set_up(
            self.rates, 2, RateDelegate, GridHeader(self.rates, self.sheet, sessions=False)
        )
        self.totals = TotalsRow(self.sheet, self.names, self.cells)
        self._lay_out()
        self.cells.setAccessibleName("Attendance")
        self.cells.mark_wanted.connect(self._mark)
        self.cells.menu_wanted.connect(self._open_menu)
        self.cells.selectionModel().currentChanged.connect(self._tell_move)
        self.names.clicked.connect(self._press_name)
        self.names.horizontalHeader().setSectionsClickable(True)
        self.names.horizontalHeader().sectionClicked.connect(lambda _: self.sort_pressed.emit())
        self.setFocusProxy(self.cells)
        self.restyle()

    def show_grid(
        self, grid: Grid, lines: Sequence[Line], columns: Sequence[int], marking: int | None
    ) -> None:
        """Show other lines and columns."""
        sheet = self.sheet
        sheet.grid, sheet.marking = grid, marking
        sheet.lines, sheet.columns = list(lines), list(columns)
        kept = self.cells.verticalScrollBar().value(), self.cells.horizontalScrollBar().value()
        for model in self._models:
            model.reset()
        self.restyle()
        self.cells.verticalScrollBar().setValue(kept[0])
        self.cells.horizontalScrollBar().setValue(kept[1])
        self.totals.update()

    def show_stroke(self, grid: Grid, row: int, column: int) -> None:
        """Show another mark in one cell, with the rates that follow from it; draw nothing else."""
        self.sheet.grid = grid
        if row not in self.sheet.lines or column not in self.sheet.columns:
            return
        line, place = self.sheet.lines.index(row), self.sheet.columns.index(column)
        self._models[1].refresh(line, place, place)
        self._models[2].refresh(line, 0, 1)
        self.totals.draw_again(place)

    def cover_with(self, cover: QWidget) -> None:
        """Lay a widget over the lines; days and totals stay in view while it shows."""
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(cover, 0, 0, 1, 3, Qt.AlignmentFlag.AlignCenter)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell, by numbers of the grid, and scroll to it."""
        if row in self.sheet.lines and column in self.sheet.columns:
            line, place = self.sheet.lines.index(row), self.sheet.columns.index(column)
            index = self._models[1].index(line, place)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.cells.selectionModel().setCurrentIndex(index, flag)
            self.cells.scrollTo(index)

    def step(self) -> None:
        """Move the cursor on to the next person who was expected or was there."""
        now = self.cells.currentIndex()
        for line in range(now.row() + 1, len(self.sheet.lines)):
            if self.sheet.letter(line, now.column()) != NOT_A_MEMBER:
                self.cells.setCurrentIndex(self._models[1].index(line, now.column()))
                return

    def restyle(self) -> None:
        """Take the widths of the text size: sessions get whole columns, names what they leave.

        Where sessions are few, marks stay near the names and the rates get the rest.
        """
        if not hasattr(self, "totals"):
            return
        room = self.width() - look().px(_HERE + _RATE) - self._down.sizeHint().width()
        column = look().px(COLUMN)
        fitting = max((room - look().px(_NAME) - SIDE) // column, 2)
        shown = min(fitting, len(self.sheet.columns))
        left = room - shown * column
        names = max(look().px(_NARROW_NAME) + SIDE, min(left, look().px(_WIDE_NAME) + SIDE))
        rate = look().px(_RATE) + max(0, left - names)
        self.names.setFixedWidth(names)
        self.names.setColumnWidth(0, names)
        self.rates.setFixedWidth(look().px(_HERE) + rate)
        self.rates.setColumnWidth(0, look().px(_HERE))
        self.rates.setColumnWidth(1, rate)

    def minimumSizeHint(self) -> QSize:
        """Names, rates and a few sessions; how wide names are now does not hold the window open."""
        return QSize(look().px(_NAME + _HERE + _RATE + 2 * COLUMN) + SIDE, look().px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take what sessions leave."""
        super().resizeEvent(event)
        self.restyle()

    def _set_up(
        self, part: GridPart, place: int, delegate: type[PartDelegate], header: GridHeader
    ) -> None:
        part.setHorizontalHeader(header)
        part.setModel(self._models[place])
        part.setItemDelegate(delegate(part, self.sheet, self.cells))
        part.restyle()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        across = QScrollBar(Qt.Orientation.Horizontal)
        down = self._down = QScrollBar(Qt.Orientation.Vertical)
        keeping = down.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # the columns beside it stay whole
        down.setSizePolicy(keeping)
        for place, widget in enumerate((self.names, self.cells, self.rates, down)):
            grid.addWidget(widget, 0, place)
        grid.addWidget(across, 1, 1)
        grid.addWidget(self.totals, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        _tie(across, self.cells.horizontalScrollBar())
        _tie(down, self.cells.verticalScrollBar())
        for part in (self.names, self.rates):
            part.verticalScrollBar().valueChanged.connect(self.cells.verticalScrollBar().setValue)
            self.cells.verticalScrollBar().valueChanged.connect(part.verticalScrollBar().setValue)

    def _mark(self, line: int, place: int, mark: Mark) -> None:
        row = self.sheet.lines[line]
        if isinstance(row, int):
            self.marked.emit(row, self.sheet.columns[place], mark)

    def _tell_move(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            for part in (self.names, self.rates):
                part.draw_lines(now.row(), before.row())
        row = self.sheet.lines[now.row()] if now.isValid() else None
        if isinstance(row, int):
            self.moved.emit(row, self.sheet.columns[now.column()])

    def _press_name(self, index: QModelIndex) -> None:
        line = self.sheet.lines[index.row()]
        if isinstance(line, int):
            self.go_to(line, self.sheet.columns[max(0, self.cells.currentIndex().column())])
            self.cells.setFocus()
        else:
            self.heading_pressed.emit(line.name)

    def _open_menu(self, at: QPoint) -> None:
        now = self.cells.currentIndex()
        line, place = now.row(), now.column()
        menu = menu_of([self._item(line, place, mark) for mark in Mark], self.cells)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _item(self, line: int, place: int, mark: Mark) -> Item:
        words = MARK_WORDS[mark].capitalize()
        return Item(words, lambda: self._mark(line, place, mark), keys=MARK_KEYS[mark])


def _tie(shown: QScrollBar, inner: QScrollBar) -> None:
    """Let a bar that shows stand for one inside a part, hidden where all fits."""

    def fit(least: int, most: int) -> None:
        shown.setRange(least, most)
        shown.setPageStep(inner.pageStep())
        shown.setSingleStep(inner.singleStep())
        shown.setVisible(most > least)

    inner.rangeChanged.connect(fit)
    inner.valueChanged.connect(shown.setValue)
    shown.valueChanged.connect(inner.setValue)
    fit(inner.minimum(), inner.maximum())
