"""How the attendance grid is drawn: names, squares, rates, the heads of sessions."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from workbench.foundation.dates import short_month
from workbench.sessions.grid_rules import GridRow
from workbench.ui.kit import paint
from workbench.ui.kit.squares import paint_square
from workbench.ui.kit.text import elided
from workbench.ui.sessions.attendance_lines import Heading
from workbench.ui.sessions.attendance_models import SQUARES, RatesModel, Sheet, percent
from workbench.ui.theme import look, paint_icon

SIDE = 28
_BAR = 40
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PartDelegate(QStyledItemDelegate):
    """Draws the ground of a line, then what stands on it; `cursor` is the view with the cursor."""

    def __init__(self, view: QTableView, sheet: Sheet, cursor: QTableView) -> None:
        super().__init__(view)
        self.sheet, self.cursor = sheet, cursor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading, row = self.sheet.heading(index.row()), self.sheet.row(index.row())
        here = row is not None and self.cursor.currentIndex().row() == index.row()
        painter.fillRect(rect, look().colour(self.ground(index.column(), here=here)))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(bottom, look().colour("border"))
        if heading is not None:
            self.paint_heading(painter, QRectF(rect), heading)
        elif row is not None:
            self.paint_row(painter, QRectF(rect), row, index, here=here)
        painter.restore()

    def ground(self, _place: int, *, here: bool) -> str:
        """The colour token of the ground."""
        return "selected" if here else "surface"

    def paint_heading(self, painter: QPainter, where: QRectF, heading: Heading) -> None:
        """Draw a department; only the names show it."""

    def paint_row(
        self, painter: QPainter, where: QRectF, row: GridRow, index: Index, *, here: bool
    ) -> None:
        """Draw what a person has in this column."""


class NameDelegate(PartDelegate):
    """Names, and departments with their mark."""

    def paint_heading(self, painter: QPainter, where: QRectF, heading: Heading) -> None:
        """Draw mark, name and count, and an arrow where it is folded."""
        side = look().px(8)
        paint.mark(
            painter,
            QPointF(where.left() + SIDE + side / 2, where.center().y()),
            heading.place,
            side,
        )
        words = where.adjusted(SIDE + look().px(15), 0, 0, 0)
        font = look().font("strong")
        painter.setFont(font)
        painter.setPen(look().colour("text"))
        elided(painter, words, heading.name, _LEFT)
        used = QFontMetricsF(font).horizontalAdvance(heading.name) + look().px(6)
        painter.setFont(look().font())
        painter.setPen(look().colour("text_3"))
        elided(painter, words.adjusted(used, 0, 0, 0), str(heading.count), _LEFT)
        if heading.folded:
            icon = look().px(14)
            left = where.left() + SIDE - icon - look().px(3)
            box = QRectF(left, where.center().y() - icon / 2, icon, icon)
            paint_icon(painter, "chevron-right", box, look().colour("text_3"))

    def paint_row(
        self, painter: QPainter, where: QRectF, row: GridRow, _index: Index, *, here: bool
    ) -> None:
        """Draw the name, bold in the line of the cursor."""
        painter.setFont(look().font("strong" if here else "body"))
        painter.setPen(look().colour("text"))
        elided(painter, where.adjusted(SIDE, 0, -look().px(8), 0), row.name, _LEFT)


class CellDelegate(PartDelegate):
    """Squares, the tint of the session being marked, the ring of the cursor."""

    def ground(self, place: int, *, here: bool) -> str:
        """The session being marked has a quiet tint."""
        if here:
            return "selected"
        return "sunken" if self.sheet.columns[place] == self.sheet.marking else "surface"

    def paint_row(
        self, painter: QPainter, where: QRectF, _row: GridRow, index: Index, *, here: bool
    ) -> None:
        """Draw the square of a mark."""
        letter = self.sheet.letter(index.row(), index.column())
        side = look().px(18)
        box = QRectF(0, 0, side, side)
        box.moveCenter(where.center())
        box.moveTo(round(box.left()), round(box.top()))
        painter.setOpacity(0.45 if self.sheet.is_cancelled(index.column()) else 1.0)
        paint_square(painter, box, SQUARES[letter])
        painter.setOpacity(1.0)
        if here and index.column() == self.cursor.currentIndex().column():
            ring = box.adjusted(-5, -5, 5, 5)
            tone = "focus" if self.cursor.hasFocus() else "border_control"
            paint.rounded(painter, ring, 5, None, look().colour(tone), 2)


class RateDelegate(PartDelegate):
    """Fraction, bar and share."""

    def paint_row(
        self, painter: QPainter, where: QRectF, row: GridRow, index: Index, *, here: bool
    ) -> None:
        """Draw the fraction in the first column, the bar and the share in the second."""
        words = index.data() or ""
        if not words:
            return
        if index.column() == 0:
            self._paint_fraction(painter, where, row)
            return
        height, width = look().px(6), look().px(_BAR) * (row.rate.share or 0)
        bar = QRectF(where.left(), where.center().y() - height / 2, width, height)
        paint.rounded(painter, bar, 2, look().colour("border_strong"))
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text" if here else "text_2"))
        elided(painter, where.adjusted(look().px(_BAR) + 8, 0, -4, 0), words, _LEFT)

    def _paint_fraction(self, painter: QPainter, where: QRectF, row: GridRow) -> None:
        right = where.adjusted(0, 0, -look().px(14), 0)
        rest = f"/{row.rate.out_of}"
        painter.setFont(look().font())
        painter.setPen(look().colour("text_3"))
        elided(painter, right, rest, _RIGHT)
        used = QFontMetricsF(look().font()).horizontalAdvance(rest)
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        elided(painter, right.adjusted(0, 0, -used, 0), str(row.rate.here), _RIGHT)


class GridHeader(QHeaderView):
    """Heads: day above month for sessions, plain words for the rest."""

    def __init__(self, view: QTableView, sheet: Sheet, *, sessions: bool, side: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.sheet, self._sessions, self._side = sheet, sessions, side
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one head."""
        painter.save()
        painter.fillRect(rect, look().colour("sunken"))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(bottom, look().colour("border"))
        if self._sessions:
            self._paint_day(painter, QRectF(rect), logical)
        else:
            painter.setFont(look().font("caption_label"))
            painter.setPen(look().colour("text_2"))
            words = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
            first = isinstance(self.model(), RatesModel) and logical == 0
            right = -look().px(14) if first else 0
            where = QRectF(rect).adjusted(self._side, 0, right, 0)
            elided(painter, where, words, _RIGHT if first else _LEFT)
        painter.restore()

    def _paint_day(self, painter: QPainter, where: QRectF, place: int) -> None:
        head = self.sheet.column(place)
        marked = self.sheet.columns[place] == self.sheet.marking
        off = self.sheet.is_cancelled(place)
        tone = "accent_text" if marked else "text_3" if off else "text"
        font = QFont(look().font("strong"))
        font.setStrikeOut(off)
        painter.setFont(font)
        painter.setPen(look().colour(tone))
        middle = where.center().y()
        day = QRectF(where.left(), middle - look().px(18), where.width(), look().px(18))
        elided(painter, day, str(head.on.day), _CENTRE)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("accent_text" if marked else "text_2"))
        month = QRectF(where.left(), middle, where.width(), look().px(16))
        elided(painter, month, short_month(head.on), _CENTRE)


def paint_total(painter: QPainter, where: QRectF, sheet: Sheet, place: int) -> None:
    """Draw how many were here at a session and their share; a dash before it has a rate."""
    head = sheet.column(place)
    marked = sheet.columns[place] == sheet.marking
    middle = where.center().y()
    upper = QRectF(where.left(), middle - look().px(18), where.width(), look().px(18))
    lower = QRectF(where.left(), middle, where.width(), look().px(16))
    painter.setFont(look().font("strong"))
    painter.setPen(look().colour("accent_text" if marked else "text"))
    elided(painter, upper, str(head.rate.here) if head.rate else "–", _CENTRE)
    painter.setFont(look().font("caption"))
    painter.setPen(look().colour("accent_text" if marked else "text_3"))
    words = "off" if sheet.is_cancelled(place) else percent(head.rate) if head.rate else ""
    elided(painter, lower, words, _CENTRE)
