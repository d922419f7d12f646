"""How a table of rows is drawn: the ground of a row, its cells, headings, and titles that sort."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.kit.paint import focus_ring
from workbench.ui.kit.rows import Column, Index, Section, SectionRole
from workbench.ui.kit.text import elided
from workbench.ui.theme import look, paint_icon

if TYPE_CHECKING:
    from workbench.ui.kit.table import RowTable

GAP = 16
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


def _inner(table: "RowTable[Any]", index_column: int, rect: QRect) -> QRectF:
    """Return the rectangle of a cell without the page's side and the gap to the next column."""
    shown = [c for c in range(table.rows.columnCount()) if not table.isColumnHidden(c)]
    left = table.side if shown and index_column == shown[0] else 0
    right = table.side if shown and index_column == shown[-1] else GAP
    return QRectF(rect).adjusted(left, 0, -right, 0)


class RowDelegate(QStyledItemDelegate):
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
        if self.table.hasFocus() and (selected or self.table.is_cursor(index.row())):
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


class TitleRow(QHeaderView):
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
