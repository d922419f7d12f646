"""A chart on a page: a picture drawn off the window's thread, its words, and its table twin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from workbench.ui.desk import Desk
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, looks

_RESIZE_MS = 60


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a chart is drawn for: logical pixels, sharpness of the screen, theme and text size."""

    width: int
    height: int
    ratio: float
    dark: bool
    scale: float


@dataclass(frozen=True, slots=True)
class ChartTwin:
    """The same figures as a table: titles of columns and rows of words, first column names."""

    titles: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = field(default_factory=tuple)


class ChartView(Themed, QWidget):
    """Hosts `draw(canvas)` -> PNG or SVG bytes; redraws on resize, theme and text size.

    `draw` runs on the second lane and must not touch Qt. `words` is the chart read aloud.
    """

    def __init__(self, desk: Desk, *, height: int = 180, words: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._height = height
        self._draw: Callable[[Canvas], bytes] | None = None
        self._asked = 0
        self._drawn = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._stack = QStackedLayout(self)
        self._picture = _Picture()
        self._stack.addWidget(self._picture)
        self._table: RowTable[tuple[str, ...]] | None = None
        self._twin = ChartTwin()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_RESIZE_MS)
        self._soon.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_words(words)
        looks().changed.connect(self._redraw)

    def show_words(self, words: str) -> None:
        """What the chart says, for those who cannot see it."""
        self.setAccessibleName(words)
        self._picture.setAccessibleName(words)

    def show_chart(self, draw: Callable[[Canvas], bytes], words: str, twin: ChartTwin) -> None:
        """Show another chart with its words and its table."""
        self._draw = draw
        self._twin = twin
        self.show_words(words)
        if self._table is not None:
            self.show_as_table(wanted=True)
        self._redraw()

    @property
    def settled(self) -> bool:
        """Whether the picture shown is the one last asked for."""
        return self._drawn == self._asked and not self._soon.isActive()

    @property
    def as_table(self) -> bool:
        """Whether the table twin is shown."""
        return self._table is not None

    def show_as_table(self, *, wanted: bool) -> None:
        """Show the table twin instead of the picture, or the picture again (Ctrl+T)."""
        if self._table is not None:
            self._stack.removeWidget(self._table)
            self._table.deleteLater()
            self._table = None
        if wanted:
            self._table = _twin_table(self._twin)
            self._stack.addWidget(self._table)
            self._stack.setCurrentWidget(self._table)

    def sizeHint(self) -> QSize:
        """Any width, the height asked for."""
        return QSize(look().px(480), look().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The height asked for."""
        return QSize(look().px(200), look().px(self._height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw at the new size once the window rests."""
        super().resizeEvent(event)
        self._redraw()

    def _redraw(self) -> None:
        if self._draw is not None and self.width() > 1:
            self._soon.start()

    def _ask(self) -> None:
        draw = self._draw
        if draw is None:
            return
        self._asked += 1
        number = self._asked
        canvas = Canvas(
            self.width(), self.height(), self.devicePixelRatioF(), look().dark, look().scale
        )
        self._desk.run(
            lambda: draw(canvas),
            lambda content: self._show(number, content),
            lambda error: self._failed(number, error),
        )

    def _show(self, number: int, content: bytes) -> None:
        self._drawn = max(self._drawn, number)
        if number == self._asked:
            self._picture.show_content(content)

    def _failed(self, number: int, error: Exception) -> None:
        self._drawn = max(self._drawn, number)
        self.show_as_table(wanted=True)
        self.setAccessibleDescription("The chart could not be drawn; its table is shown.")
        self._desk.tell(error)


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._drawing: QSvgRenderer | None = None
        self._wait = Text("", "caption", "text_3", parent=self)

    def show_content(self, content: bytes) -> None:
        self._image = self._drawing = None
        if content.lstrip()[:1] == b"<":
            self._drawing = QSvgRenderer(QByteArray(content))
        else:
            self._image = QImage.fromData(QByteArray(content))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawing is not None:
            self._drawing.render(painter, QRectF(self.rect()))
        elif self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)


def _twin_table(twin: ChartTwin) -> RowTable[tuple[str, ...]]:
    def column(place: int, title: str) -> Column[tuple[str, ...]]:
        return Column(
            str(place),
            title,
            lambda row: TextCell(row[place] if place < len(row) else ""),
            align="left" if place == 0 else "right",
            stretch=place == 0,
        )

    columns = [column(place, title) for place, title in enumerate(twin.titles)]
    table: RowTable[tuple[str, ...]] = RowTable(columns, lambda row: row[0], side=16, row_height=28)
    table.show_rows([tuple(row) for row in twin.rows])
    return table
