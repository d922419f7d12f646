"""The table of rows: 40 px rows, a hairline below, tint on hover, tint and bar when selected."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbench.ui.kit.rows import Column, Row, RowsModel, Section
from workbench.ui.kit.table_drawing import GAP, RowDelegate, TitleRow
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

PAGE_SIDE = 28
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class RowTable(Themed, QTableView, Generic[Row]):
    """A table of frozen rows; keyboard: arrows, Enter opens, Menu key asks for the row's menu.

    `name` says a row aloud; `key` tells two of the same name apart. `chosen` tells what the user
    selects or `choose` asks for, never a row that only stays selected among new ones.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: Callable[[Row], str],
        *,
        key: Callable[[Row], Hashable] | None = None,
        side: int = PAGE_SIDE,
        row_height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.side, self._row_height = side, row_height
        self.rows: RowsModel[Row] = RowsModel(columns, name)
        self._key: Callable[[Row], Hashable] = key or name
        self._hovered = -1
        self._by_tab = False
        self._narrow = 0
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalHeader(TitleRow(self))
        self._set_up()
        self.restyle()
        self.selectionModel().selectionChanged.connect(self._tell_choice)
        self.doubleClicked.connect(self._tell_open)
        self.rows.modelReset.connect(self._span_sections)
        self.rows.layoutChanged.connect(self._span_sections)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the selected one stays selected if it is still there by its key."""
        self.show_groups([(None, rows)])

    def show_groups(self, groups: Sequence[tuple[Section | None, Sequence[Row]]]) -> None:
        """Replace the rows by rows under headings, keeping selection and scroll position."""
        kept = self.current_row()
        at = self.verticalScrollBar().value()
        self.rows.show_groups(groups)
        self._select_again(kept)
        self.verticalScrollBar().setValue(at)

    def current_row(self) -> Row | None:
        """Return the selected row."""
        selected = self.selectionModel().selectedRows()
        return self.rows.row(selected[0].row()) if selected else None

    def choose(self, wanted: Callable[[Row], bool], *, scroll: bool = True) -> bool:
        """Select the first row that fits; returns whether there is one."""
        place = self.rows.place_of(wanted)
        if place < 0:
            return False
        index = self.rows.index(place, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.scrollTo(index)
        return True

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by the column of that key."""
        place = [column.key for column in self.rows.columns].index(key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.rows.sort(place, order)
        self.horizontalHeader().viewport().update()

    def leave_out(self, step: int) -> None:
        """Hide the columns whose `leaves` is at most `step`; 0 shows them all."""
        self._narrow = step
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, 0 < column.leaves <= step)
        self._share_width()

    def needed_width(self, step: int = 0) -> int:
        """Return how wide the table wants to be when columns up to `step` have left."""
        kept = [column for column in self.rows.columns if not 0 < column.leaves <= step]
        return sum(look().px(column.width) for column in kept) + 2 * self.side

    def restyle(self) -> None:
        """Take row height and column widths of the present text size."""
        if not hasattr(self, "rows"):
            return
        self.verticalHeader().setDefaultSectionSize(look().px(self._row_height))
        self.horizontalHeader().setFixedHeight(look().px(32))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the tint."""
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: Any) -> None:  # noqa: ANN401 - QKeyEvent, kept broad for Qt
        """Enter opens the row; Tab leaves the table, Ctrl+Enter belongs to the dialog around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self._tell_open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse; by the Menu key, of the cursor's row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.visualRect(index).bottomLeft()
            at.setX(max(at.x(), self.side))
        else:
            index, at = self.indexAt(event.pos()), event.pos()
        row = self.rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether Tab led here: the ring then shows where the cursor is, selected or not."""
        super().focusInEvent(event)
        self._by_tab = event.reason() in _BY_TAB

    def is_cursor(self, line: int) -> bool:
        """Whether the keyboard's cursor, led here by Tab, stands on a line."""
        return self._by_tab and line == self.currentIndex().row()

    @property
    def hovered(self) -> int:
        """The line under the mouse, -1 for none."""
        return self._hovered

    def _select_again(self, kept: Row | None) -> None:
        if kept is not None:
            key = self._key(kept)
            blocked = self.blockSignals(True)
            self.choose(lambda row: self._key(row) == key, scroll=False)
            self.blockSignals(blocked)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _hover(self, line: int) -> None:
        if line != self._hovered:
            self._hovered = line
            self.viewport().update()

    def _tell_choice(self) -> None:
        """Tell what is selected; taking the focus alone makes a row current, not selected."""
        row = self.current_row()
        if row is not None:
            self.chosen.emit(row)

    def _tell_open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _span_sections(self) -> None:
        self.clearSpans()
        for place in range(self.rows.rowCount()):
            if isinstance(self.rows.line(place), Section):
                self.setSpan(place, 0, 1, len(self.rows.columns))

    def _share_width(self) -> None:
        shown = [
            (place, column)
            for place, column in enumerate(self.rows.columns)
            if not self.isColumnHidden(place)
        ]
        if not shown:
            return
        fixed = {place: look().px(column.width) for place, column in shown}
        fixed[shown[0][0]] += self.side
        fixed[shown[-1][0]] += self.side - GAP
        spare = max(0, self.viewport().width() - sum(fixed.values()))
        takers = [place for place, column in shown if column.stretch] or [shown[0][0]]
        for place, width in fixed.items():
            extra = spare // len(takers) if place in takers else 0
            self.setColumnWidth(place, width + extra)
