"""Who has shared a room this season: departments against each other, with what this draw adds."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.rosters.queries import DepartmentRow
from workbench.sessions.rooms_figures import MatrixCell
from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_ROW, _LABEL = 29, 92
_WIDEST = 31
_MOST = 12
_STEPS = ((0.2, "sunken"), (0.3, "hover"), (0.4, "border"), (2.0, "border_strong"))
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RoomsMatrix(Themed, QWidget):
    """The lower half of the matrix; its accessible description says it in words."""

    def __init__(self, departments: Sequence[DepartmentRow], cells: Sequence[MatrixCell]) -> None:
        super().__init__()
        self._departments = list(departments)[:_MOST]
        many = len(self._departments)
        self._cells = [cell for cell in cells if cell.row < many]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Who has shared a room this season")
        self.setAccessibleDescription(self.reading)
        self.setToolTip("\n".join(self._lines()))

    @property
    def reading(self) -> str:
        """The matrix in words."""
        return " ".join(self._lines())

    def sizeHint(self) -> QSize:
        """A line for each department and one for the marks below."""
        lines = len(self._departments)
        return QSize(look().px(_LABEL + 20 * lines), look().px(_ROW * lines + 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, cells and the marks below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, many = look(), len(self._departments)
        row, label = now.px(_ROW), now.px(_LABEL)
        side = min(now.px(_WIDEST), (self.width() - label) / max(1, many))
        for place, department in enumerate(self._departments):
            middle = place * row + row / 2
            paint.mark(painter, QPointF(now.px(4), middle), department.position, now.px(8))
            painter.setFont(now.font("caption"))
            painter.setPen(now.colour("text_2"))
            words = QRectF(now.px(15), place * row, label - now.px(19), row)
            elided(painter, words, department.name, _LEFT)
            below = QPointF(label + place * side + side / 2, many * row + now.px(8))
            paint.mark(painter, below, department.position, now.px(8))
        for cell in self._cells:
            where = QRectF(label + cell.column * side, cell.row * row, side, row)
            self._paint_cell(painter, where.adjusted(1, 1, -1, -1), cell)

    def _paint_cell(self, painter: QPainter, where: QRectF, cell: MatrixCell) -> None:
        now = look()
        if cell.share is None:
            return
        tone = next(tone for limit, tone in _STEPS if cell.share < limit)
        tone = "surface" if now.contrast else tone
        paint.rounded(painter, where, 3, now.colour(tone), now.colour("border"))
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("text"))
        painter.drawText(where, paint.CENTRE, f"{round(100 * cell.share)}")
        if cell.adds:
            size = now.px(5)
            dot = QRectF(where.right() - size - 2, where.top() + 2, size, size)
            paint.rounded(painter, dot, size / 2, now.colour("accent"))

    def _lines(self) -> list[str]:
        names = [department.name for department in self._departments]
        said = []
        for cell in self._cells:
            if cell.share is not None:
                two = (
                    f"within {names[cell.row]}"
                    if cell.row == cell.column
                    else f"{names[cell.column]} and {names[cell.row]}"
                )
                adds = ", this draw adds some" if cell.adds else ""
                said.append(f"{two}: {round(100 * cell.share)} % of possible pairs{adds}.")
        return said
