"""The three parts of the attendance grid that scroll together, and the totals below them."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from workbench.foundation.words import Mark
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.sessions.attendance_cells import SIDE, paint_total
from workbench.ui.sessions.attendance_models import Index, Sheet, percent
from workbench.ui.theme import look

LINE = 28
COLUMN = 48
HEAD = 44
MARK_OF_KEY = {
    Qt.Key.Key_P: Mark.PRESENT,
    Qt.Key.Key_L: Mark.PART,
    Qt.Key.Key_E: Mark.EXCUSED,
    Qt.Key.Key_A: Mark.ABSENT,
}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class GridPart(Themed, QTableView):
    """One part of the grid: no lines, no bars, no focus of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        # every pixel is painted here, so that scrolling moves the picture and draws one new line
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.restyle()

    def restyle(self) -> None:
        """Take line and head heights of the text size."""
        self.verticalHeader().setDefaultSectionSize(look().px(LINE))
        self.horizontalHeader().setFixedHeight(look().px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the lines on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour("surface"))
        painter.end()
        super().paintEvent(event)

    def draw_lines(self, *lines: int) -> None:
        """Draw some lines again and nothing else; one that is not there is passed over."""
        viewport = self.viewport()
        for line in {line for line in lines if line >= 0}:
            top, high = self.rowViewportPosition(line), self.rowHeight(line)
            viewport.update(0, top, viewport.width(), high)


class CellsPart(GridPart):
    """The squares: arrows move, a letter marks, Enter goes to the next person, Tab on in time.

    `typed` tells any other letter: it begins a name.
    """

    mark_wanted = Signal(int, int, Mark)
    menu_wanted = Signal(QPoint)
    pasted = Signal(str)
    typed = Signal(str)
    _resized = False  # asked for while Qt still builds the part

    def __init__(self) -> None:
        super().__init__()
        self.letters = True
        self.setMinimumWidth(1)  # one session is narrower than Qt lets a table be
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)

    def restyle(self) -> None:
        """Columns grow with the text too."""
        super().restyle()
        self.horizontalHeader().setDefaultSectionSize(look().px(COLUMN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again later: a bar that comes or goes resizes this while Qt is measuring."""
        super().resizeEvent(event)
        self._resized = True
        self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:
        """Keep the cursor in view where room got less, as when the rates open beside."""
        super().updateGeometries()
        if self._resized:
            self._resized = False
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark, move, or leave the key to others."""
        key, now = Qt.Key(event.key()), self.currentIndex()
        mark = self._mark_of(event)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif mark is not None and now.isValid():
            self.mark_wanted.emit(now.row(), now.column(), mark)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._next_session(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Menu and now.isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(now).bottomLeft()))
        elif event.modifiers() in _PLAIN and event.text().isalpha():
            self.typed.emit(event.text())
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text().strip():
            event.ignore()  # QAbstractItemView would search for what is typed
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Hand on what a spreadsheet put on the clipboard."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def step(self, by: int) -> None:
        """Put the cursor on the next person, or the one before, in the same session."""
        line = self.currentIndex().row() + by
        while 0 <= line < self.model().rowCount():
            index = self.model().index(line, max(0, self.currentIndex().column()))
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return
            line += by

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab moves among sessions first."""
        return False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click marks here."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.mark_wanted.emit(index.row(), index.column(), Mark.PRESENT)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the marks for the cell under the mouse."""
        index = self.indexAt(event.pos())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())

    def currentChanged(self, now: Index, before: Index) -> None:
        """Draw the line left and the line reached again."""
        super().currentChanged(now, before)
        self.draw_lines(now.row(), before.row())

    def _mark_of(self, event: QKeyEvent) -> Mark | None:
        if event.modifiers() not in _PLAIN:
            return None
        if Qt.Key(event.key()) in _CLEARING:
            return Mark.UNKNOWN
        return MARK_OF_KEY.get(Qt.Key(event.key())) if self.letters else None

    def _next_session(self, by: int) -> None:
        now = self.currentIndex()
        place = now.column() + by
        if now.isValid() and 0 <= place < self.model().columnCount():
            self.setCurrentIndex(self.model().index(now.row(), place))
        else:
            super().focusNextPrevChild(by > 0)


class TotalsRow(Themed, QWidget):
    """How many were here at each session, below its column, and the rate of all together."""

    def __init__(self, sheet: Sheet, names: QTableView, cells: QTableView) -> None:
        super().__init__()
        self.sheet, self._names, self._cells = sheet, names, cells
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        cells.horizontalScrollBar().valueChanged.connect(self.update)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(look().px(52))

    def draw_again(self, place: int) -> None:
        """Draw the total of one session and the rate of all again."""
        left = self._names.width() + self._cells.columnViewportPosition(place)
        self.update(left, 0, self._cells.columnWidth(place), self.height())
        right = self._names.width() + self._cells.viewport().width()
        self.update(right, 0, self.width() - right, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, the totals that show, and the rate of all."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("sunken"))
        painter.fillRect(QRect(0, 0, self.width(), 1), look().colour("border_strong"))
        left, width = self._names.width(), self._cells.viewport().width()
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        name = QRectF(SIDE, 0, left - SIDE, self.height())
        elided(painter, name, "Here", Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setClipRect(QRect(left, 1, width, self.height()))
        for place in range(len(self.sheet.columns)):
            start = self._cells.columnViewportPosition(place)
            size = self._cells.columnWidth(place)
            where = QRectF(left + start, 0, size, self.height())
            if -size < start < width and where.intersects(QRectF(event.rect())):
                paint_total(painter, where, self.sheet, place)
        painter.restore()
        self._paint_overall(painter, left + width)

    def _paint_overall(self, painter: QPainter, left: int) -> None:
        overall = self.sheet.grid.overall
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        where = QRectF(left + look().px(62), 0, look().px(100), self.height())
        words = percent(overall) if overall.share is not None else ""
        elided(painter, where, words, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(f"All sessions together: {overall.explained}" if words else "Here")
