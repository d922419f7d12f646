"""The table of rows: 40 px rows, a hairline below, tint on hover, tint and bar when selected."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.kit.paint import focus_ring
from workbench.ui.kit.rows import Column, Index, Row, RowsModel, Section, SectionRole
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

PAGE_SIDE = 28
_GAP = 16
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


class RowTable(Themed, QTableView, Generic[Row]):
    """A table of frozen rows; keyboard: arrows, Enter opens, Menu key asks for the row's menu."""

    chosen = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: Callable[[Row], str],
        *,
        side: int = PAGE_SIDE,
        row_height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.side, self._row_height = side, row_height
        self.rows: RowsModel[Row] = RowsModel(columns, name)
        self._hovered = -1
        self._narrow = 0
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Header(self))
        self._set_up()
        self.restyle()
        self.selectionModel().selectionChanged.connect(self._tell_choice)
        self.doubleClicked.connect(self._tell_open)
        self.rows.modelReset.connect(self._span_sections)
        self.rows.layoutChanged.connect(self._span_sections)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the selected one stays selected if it is still there by its name."""
        self.show_groups([(None, rows)])

    def show_groups(self, groups: Sequence[tuple[Section | None, Sequence[Row]]]) -> None:
        """Replace the rows by rows under headings, keeping selection and scroll position."""
        kept = self.current_row()
        at = self.verticalScrollBar().value()
        self.rows.show_groups(groups)
        if kept is not None:
            name = self.rows.name(kept)
            self.choose(lambda row: self.rows.name(row) == name, scroll=False)
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
        """Enter opens the row; Tab leaves the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @property
    def hovered(self) -> int:
        """The line under the mouse, -1 for none."""
        return self._hovered

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._tell_menu)

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

    def _tell_menu(self, at: Any) -> None:  # noqa: ANN401 - QPoint
        index = self.indexAt(at)
        row = self.rows.row(index.row()) if index.isValid() else self.current_row()
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at))

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
        fixed[shown[-1][0]] += self.side - _GAP
        spare = max(0, self.viewport().width() - sum(fixed.values()))
        takers = [place for place, column in shown if column.stretch] or [shown[0][0]]
        for place, width in fixed.items():
            extra = spare // len(takers) if place in takers else 0
            self.setColumnWidth(place, width + extra)


def _inner(table: "RowTable[Any]", index_column: int, rect: QRect) -> QRectF:
    """Return the rectangle of a cell without the page's side and the gap to the next column."""
    shown = [c for c in range(table.rows.columnCount()) if not table.isColumnHidden(c)]
    left = table.side if shown and index_column == shown[0] else 0
    right = table.side if shown and index_column == shown[-1] else _GAP
    return QRectF(rect).adjusted(left, 0, -right, 0)


class _Delegate(QStyledItemDelegate):
    """Draws the row's ground, then asks the cell to draw itself."""

    def __init__(self, table: "RowTable[Any]") -> None:
        super().__init__(table)
        self.table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        section = index.data(SectionRole)
        if section is not None:
            self._paint_section(painter, option.rect, section)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The row height; columns have their own width."""
        return QSize(look().px(40), self.table.verticalHeader().defaultSectionSize())

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self.table.hovered
        ground = "selected" if selected else "hover" if hovered else "surface"
        painter.fillRect(rect, look().colour(ground))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), look().colour("border")
        )
        first = self.table.columnViewportPosition(index.column()) <= 0
        if selected and first:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), look().colour("accent")
            )
        column = self.table.rows.columns[index.column()]
        cell = column.cell(self.table.rows.line(index.row()))
        cell.paint(painter, _inner(self.table, index.column(), rect), _ALIGN[column.align])
        if selected and self.table.hasFocus():
            self._ring(painter, rect)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        whole = QRectF(0, rect.top(), self.table.viewport().width(), rect.height())
        painter.setClipRect(rect)
        focus_ring(painter, whole.adjusted(0, 0, 0, -1), 0)

    def _paint_section(self, painter: QPainter, rect: QRect, section: Section) -> None:
        painter.fillRect(rect, look().colour("sunken"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), look().colour("border")
        )
        where = QRectF(rect).adjusted(self.table.side, 0, -self.table.side, 0)
        painter.setFont(look().font("caption_strong"))
        painter.setPen(look().colour("text"))
        elided(painter, where, section.title, Qt.AlignmentFlag.AlignLeft)
        used = painter.fontMetrics().horizontalAdvance(section.title) + look().px(10)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        elided(painter, where.adjusted(used, 0, 0, 0), section.note, Qt.AlignmentFlag.AlignLeft)


class _Header(QHeaderView):
    """Titles of columns; a click sorts, an arrow shows the direction."""

    def __init__(self, table: "RowTable[Any]") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._sort)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look().colour("sunken"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), look().colour("border")
        )
        rows = self.table.rows
        column = rows.columns[logical]
        sorting = rows.sorted_by == logical
        where = _inner(self.table, logical, rect)
        painter.setFont(look().font("caption_strong" if sorting else "caption_label"))
        painter.setPen(look().colour("text" if sorting else "text_2"))
        arrow = look().px(16) if sorting else 0
        words = where.adjusted(0, 0, -arrow if column.align != "right" else 0, 0)
        if sorting and column.align == "right":
            words = words.adjusted(0, 0, -arrow, 0)
        elided(painter, words, column.title, _ALIGN[column.align])
        if sorting:
            self._paint_arrow(painter, words, column)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, words: QRectF, column: Column[Any]) -> None:
        used = painter.fontMetrics().horizontalAdvance(column.title)
        side = look().px(13)
        left = words.right() + 3 if column.align == "right" else words.left() + used + look().px(4)
        box = QRectF(left, words.center().y() - side / 2, side, side)
        name = "arrow-down" if self.table.rows.descending else "arrow-up"
        paint_icon(painter, name, box, look().colour("text"), 2)

    def _sort(self, logical: int) -> None:
        rows = self.table.rows
        if rows.columns[logical].sort is None:
            return
        again = rows.sorted_by == logical and not rows.descending
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        rows.sort(logical, order)
        self.viewport().update()
