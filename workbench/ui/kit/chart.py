"""A chart on a page: a picture drawn off the window's thread, its words, and its table twin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedLayout, QWidget

from workbench.ui.desk import Desk
from workbench.ui.kit.chart_picture import ChartPicture, Decoded, decoded
from workbench.ui.kit.chart_readout import ChartReadout
from workbench.ui.kit.chart_table import figures_table
from workbench.ui.kit.menu_corners import MenuCorners
from workbench.ui.kit.spot_walk import SpotWalk, Step
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, looks

if TYPE_CHECKING:
    from workbench.reports.charts import Drawing, Spot
    from workbench.ui.kit.table import RowTable

_RESIZE_MS = 60
_AROUND = 90
_KEYS = "Left and Right go through the points, Up and Down from chart to chart, Enter chooses one."
_STEPS: dict[int, Step] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}


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
    """Hosts `draw(canvas)` -> a drawing, or PNG or SVG bytes; redraws on resize, theme, text size.

    `draw` runs on the second lane and must not touch Qt; one no longer wanted is dropped before it
    begins. `words` is the chart read aloud. `spot_chosen` tells the point chosen by Enter or a
    double click, `menu_asked` the panel (-1 for none) and where on the screen its menu belongs;
    with `menus` each panel has a button for it.
    """

    spot_chosen = Signal(object)
    menu_asked = Signal(int, QPoint)

    def __init__(
        self, desk: Desk, *, height: int = 180, words: str = "", menus: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._height = height
        self._draw: Callable[[Canvas], Drawing | bytes] | None = None
        self._asked = 0
        self._drawn = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._stack = QStackedLayout(self)
        self._picture = ChartPicture()
        self._stack.addWidget(self._picture)
        self._walk = SpotWalk()
        self.readout = ChartReadout(self._picture)
        self.corners = MenuCorners(self._picture, self.menu_asked.emit) if menus else None
        self._table: RowTable[tuple[str, ...]] | None = None
        self._twin = ChartTwin()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_RESIZE_MS)
        self._soon.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show_words(words)
        looks().changed.connect(self._redraw)

    def show_words(self, words: str) -> None:
        """What the chart says, for those who cannot see it."""
        self.setAccessibleName(words)
        self._picture.setAccessibleName(words)

    def show_chart(
        self, draw: "Callable[[Canvas], Drawing | bytes]", words: str, twin: ChartTwin
    ) -> None:
        """Show another chart with its words and its table."""
        self._draw = draw
        self._twin = twin
        self.show_words(words)
        self._read_out(None)
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

    @property
    def spots(self) -> "Sequence[Spot]":
        """The points of the picture shown, panel by panel."""
        return self._walk.spots

    def show_as_table(self, *, wanted: bool) -> None:
        """Show the table twin instead of the picture, or the picture again (Ctrl+T)."""
        if self._table is not None:
            self._stack.removeWidget(self._table)
            self._table.deleteLater()
            self._table = None
        if wanted:
            self._table = figures_table(self._twin.titles, self._twin.rows)
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
        self.readout.setGeometry(self._picture.rect())
        self._read_out(None)
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the points; Enter chooses, Esc puts the read-out away."""
        step = _STEPS.get(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.as_table or plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif step is not None and self._walk.spots:
            self._read_out(self._walk.step(step), aloud=True)
            self._bring_into_view()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walk.at is not None:
            self.spot_chosen.emit(self._walk.at)
        elif event.key() == Qt.Key.Key_Escape and self._walk.at is not None:
            self._read_out(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the read-out away with the focus, but for a menu over it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._read_out(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the point the pointer means."""
        super().mouseMoveEvent(event)
        place = event.position()
        self.readout.show_spot(self._walk.near(place.x(), place.y()) or self._walk.at)

    def leaveEvent(self, event: QEvent) -> None:
        """Show again only where the keys stand."""
        super().leaveEvent(event)
        self.readout.show_spot(self._walk.at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the keys go on from the point that was clicked."""
        place = event.position()
        spot = self._walk.near(place.x(), place.y())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._read_out(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the point that was clicked."""
        place = event.position()
        spot = self._walk.near(place.x(), place.y())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.spot_chosen.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the panel under the pointer, or of the one the keys are in."""
        at, place = self._walk.at, event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse or at is None:
            self.menu_asked.emit(self._walk.panel_at(place.x(), place.y()), event.globalPos())
        else:
            panel = self._walk.panel_at(at.x, at.y)
            self.menu_asked.emit(panel, self.mapToGlobal(QPoint(round(at.x), round(at.y))))

    def _read_out(self, spot: "Spot | None", *, aloud: bool = False) -> None:
        self._walk.at = spot
        self.readout.show_spot(spot, aloud=aloud)
        self.setAccessibleDescription(spot.words if spot else _KEYS if self._walk.spots else "")

    def _bring_into_view(self) -> None:
        """Scroll what the chart lies in until the point read out is seen."""
        at, above = self._walk.at, self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inside = above.widget() if above is not None else None
        if at is not None and above is not None and inside is not None:
            place = self.mapTo(inside, QPoint(round(at.x), round(at.y)))
            above.ensureVisible(place.x(), place.y(), _AROUND, _AROUND)

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
            lambda: decoded(draw(canvas)) if number == self._asked else None,
            lambda content: self._show(number, content),
            lambda error: self._failed(number, error),
        )

    def _show(self, number: int, content: Decoded | None) -> None:
        self._drawn = max(self._drawn, number)
        if number != self._asked or content is None:
            return
        self._picture.show_content(content)
        self._walk.show(content.spots, content.areas)
        self._read_out(self._walk.at)
        if self.corners is not None:
            self.corners.show_areas(content.areas, self.width())

    def _failed(self, number: int, error: Exception) -> None:
        self._drawn = max(self._drawn, number)
        if number != self._asked:
            return
        self.show_as_table(wanted=True)
        self.setAccessibleDescription("The chart could not be drawn; its table is shown.")
        self._desk.tell(error)
