"""A field for a text of many lines, each with its number, those with a problem marked."""

from collections.abc import Collection

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from workbench.ui.kit.own_undo import OwnUndo
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

_LEAST_LINES, _LIKED_HEIGHT = 6, 620
_ENDS = "\u2029"


def written(field: QPlainTextEdit) -> str:
    """Return the text of a field; unlike Qt's plain text it keeps spaces that do not break."""
    return field.document().toRawText().replace(_ENDS, "\n")


class LinesEditor(Themed, QPlainTextEdit):
    """A text with line numbers; Tab moves on. `refused` tells that a paste was too long."""

    refused = Signal()

    def __init__(self, text: str, name: str, *, most: int) -> None:
        super().__init__(text)
        self._most = most
        self._marked: frozenset[int] = frozenset()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        OwnUndo(self)
        self.numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self.numbers.update)
        self.restyle()

    @property
    def text(self) -> str:
        """The text as it stands."""
        return written(self)

    @property
    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self.textCursor().blockNumber() + 1

    @property
    def marked(self) -> frozenset[int]:
        """The lines that are marked, from 1."""
        return self._marked

    def mark(self, lines: Collection[int]) -> None:
        """Mark lines, from 1, and no others."""
        self._marked = frozenset(lines)
        self.setExtraSelections([self._selection(line) for line in sorted(self._marked)])
        self.numbers.update()

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line, from 1, and show it."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def restyle(self) -> None:
        """Take font and room for the numbers of the text size."""
        self.setFont(look().font())
        if hasattr(self, "numbers"):
            self._make_room()
            self.mark(self._marked)

    def sizeHint(self) -> QSize:
        """As high as the window allows."""
        return QSize(look().px(400), look().px(_LIKED_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(look().px(200), look().line() * _LEAST_LINES)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Refuse what would take the window long to lay out and is no questionnaire anyway."""
        if len(source.text()) + self.document().characterCount() > self._most:
            self.refused.emit()
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter is Enter: Qt's other end of a line would not be one in the file."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the lines."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        wide = self.numbers.sizeHint().width()
        self.numbers.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def paint_numbers(self, painter: QPainter, below: int) -> None:
        """Draw the numbers of the lines in view; a marked line has a sign before its number."""
        block, wide = self.firstVisibleBlock(), self.numbers.width()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        painter.setFont(look().font("caption"))
        while block.isValid() and top <= below:
            high = self.blockBoundingRect(block).height()
            self._paint_number(painter, block.blockNumber() + 1, QRectF(0, top, wide, high))
            top += high
            block = block.next()

    def _paint_number(self, painter: QPainter, line: int, where: QRectF) -> None:
        wrong, side = line in self._marked, look().px(13)
        if wrong:
            box = QRectF(look().px(6), where.center().y() - side / 2, side, side)
            paint_icon(painter, "danger", box, look().colour("danger"))
        tone = "danger" if wrong else "text" if line == self.line else "text_3"
        painter.setPen(look().colour(tone))
        end = where.adjusted(0, 0, -look().px(8), 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(end, align, str(line))

    def _selection(self, line: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(line - 1)
        found.cursor = QTextCursor(block)
        found.format.setBackground(look().colour("danger_bg"))
        found.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return found

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers.sizeHint().width(), 0, 0, 0)
        self.numbers.resize(self.numbers.sizeHint().width(), self.numbers.height())

    def _follow(self, where: QRect, moved: int) -> None:
        if moved:
            self.numbers.scroll(0, moved)
        else:
            self.numbers.update(0, where.y(), self.numbers.width(), where.height())


class _Numbers(QWidget):
    """The strip of numbers at the left of the lines."""

    def __init__(self, editor: LinesEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Room for a sign and the largest number."""
        digits = "8" * max(2, len(str(self._editor.blockCount())))
        wide = self._editor.fontMetrics().horizontalAdvance(digits)
        return QSize(wide + look().px(34), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("sunken"))
        self._editor.paint_numbers(painter, event.rect().bottom())
