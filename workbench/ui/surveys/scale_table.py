"""A table of results without a scrollbar of its own: titles, ticks of the scale, rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit.cells import Cell, TextCell
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import PAGE_SIDE, RowTable
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.results_lines import Axis, ResultLine
from workbench.ui.surveys.scale_cells import (
    AnswersCell,
    LastCell,
    ScaleCell,
    StatementCell,
    tick_at,
)
from workbench.ui.theme import look

_GAP = 16
_SCALE, _MEAN, _LAST = 2, 3, 4


class ScaleTable(QWidget):
    """Rows with a mean on a scale: statement, answers, scale, mean, and a last word.

    `titles` are those of the first, second and last column.
    """

    def __init__(
        self, titles: tuple[str, str, str], axis: Axis, measure: str, *, row_height: int = 44
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.axis = axis
        self.table = _Rows(titles, measure, row_height)
        self.table.setAccessibleName(titles[0])
        self.heads = _Heads(self.table, axis)
        column.addWidget(self.heads)
        column.addWidget(self.table)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show the rows; a hidden one says why over the width of its figures."""
        self.table.show_lines(lines)

    def fit(self, width: int) -> None:
        """Let bars, then the last words leave where the width does not hold them."""
        step = next((s for s in range(2) if self.table.needed_width(s) <= width), 2)
        self.table.leave_out(step)
        self.heads.update()


class _Rows(RowTable[ResultLine]):
    """The rows; as high as all of them together."""

    def __init__(self, titles: tuple[str, str, str], measure: str, row_height: int) -> None:
        self._lines: list[ResultLine] = []
        super().__init__(_columns(titles, measure), lambda line: line.title, row_height=row_height)
        self._high = row_height
        self.horizontalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show the rows and grow to hold them."""
        self._lines = list(lines)
        self.show_rows(self._lines)
        for place, line in enumerate(self._lines):
            if line.reason:
                self.setSpan(place, 1, 1, _LAST)
        self.restyle()

    def restyle(self) -> None:
        """Take the heights of the present text size."""
        super().restyle()
        if hasattr(self, "_high"):
            self.setFixedHeight(look().px(self._high) * max(1, len(self._lines)) + 1)


class _Heads(Themed, QWidget):
    """The titles over the columns, and the ticks over the scale."""

    def __init__(self, table: _Rows, axis: Axis) -> None:
        super().__init__()
        self.table, self.axis = table, axis
        self.setObjectName("tableHeads")
        table.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the header of any table."""
        return QSize(look().px(200), look().px(34))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(0, look().px(34))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the widths of the columns."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw titles and ticks."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("sunken"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, look().colour("border"))
        for place, column in enumerate(self.table.rows.columns):
            if self.table.isColumnHidden(place):
                continue
            where = self._where(place)
            painter.setFont(look().font("caption_label"))
            painter.setPen(look().colour("text_2"))
            if place == _SCALE:
                self._ticks(painter, where)
            else:
                right = column.align == "right"
                align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                elided(painter, where, column.title, align)

    def _where(self, place: int) -> QRectF:
        shown = [c for c in range(_LAST + 1) if not self.table.isColumnHidden(c)]
        left = self.table.columnViewportPosition(place) + (PAGE_SIDE if place == shown[0] else 0)
        right = self.table.columnViewportPosition(place) + self.table.columnWidth(place)
        right -= PAGE_SIDE if place == shown[-1] else _GAP
        return QRectF(left, 0, right - left, self.height())

    def _ticks(self, painter: QPainter, where: QRectF) -> None:
        room = float(look().px(48))
        for value, label in self.axis.ticks:
            x = tick_at(where, self.axis, value)
            box = QRectF(x - room / 2, 0, room, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


def _columns(titles: tuple[str, str, str], measure: str) -> list[Column[ResultLine]]:
    return [
        Column("title", titles[0], StatementCell, stretch=True, width=230),
        Column("answers", titles[1], lambda line: AnswersCell(line, measure), width=112, leaves=1),
        Column("scale", "", lambda line: ScaleCell(line, measure), width=250),
        Column("mean", "Mean", _mean_cell, width=56, align="right"),
        Column("last", titles[2], LastCell, width=118, leaves=2),
    ]


def _mean_cell(line: ResultLine) -> Cell:
    return TextCell(line.shown_mean, role="strong")
