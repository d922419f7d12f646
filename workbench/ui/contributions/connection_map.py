"""The map of connections: who helps whom, by mouse and by arrow keys."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QSizePolicy

from workbench.ui.contributions.connection_scene import DotItem, LineItem, NameItem
from workbench.ui.contributions.map_content import MapContent
from workbench.ui.contributions.name_places import place_departments, place_names
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MARGIN = 26
_FLATTEST, _THINNEST = 2.4, 1.45
_SMALLEST, _FULL_SIZE = 0.7, 200.0  # dots shrink where the circle has a smaller radius
_REACH = 14.0  # a dot is hit within 12 pixels and more of its middle


class ConnectionMap(Themed, QGraphicsView):
    """Dots and arrows; `chosen` tells whom the user chose (0: nobody), `opened` whom to open.

    `pointed` tells whose words to show: of the dot under the mouse, or else the chosen one.
    """

    chosen = Signal(int)
    opened = Signal(int)
    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._content = MapContent((), (), ())
        self._chosen = self._hovered = 0
        self.dots: dict[int, DotItem] = {}
        self.lines: list[LineItem] = []
        self.names: list[NameItem] = []
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Map of who helps whom")
        self.restyle()

    @property
    def chosen_key(self) -> int:
        """Whose arrows are dark, 0 for nobody."""
        return self._chosen

    def show_content(self, content: MapContent, words: str) -> None:
        """Show another map; who was chosen stays so. `words` is the map read aloud."""
        self._content = content
        if self._chosen not in {dot.key for dot in content.dots}:
            self._chosen = 0
        self._hovered = 0
        self.setAccessibleDescription(words)
        self._build()

    def choose(self, key: int) -> None:
        """Darken somebody's own arrows; 0 or somebody unknown chooses nobody. Tells nobody."""
        self._chosen = key if key in self.dots else 0
        self._show_own()

    def restyle(self) -> None:
        """Take colours and sizes of the present look."""
        if hasattr(self, "names"):
            self.setBackgroundBrush(look().colour("surface"))
            self.setMinimumSize(_least())
            self._build()

    def sizeHint(self) -> QSize:
        """As little as it can do with: it takes all the room there is."""
        return _least()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the view."""
        super().resizeEvent(event)
        self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the nearest in that direction, Enter opens whoever is chosen."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self._tell(self._next(*step))
        elif event.key() in _OPEN and self._chosen and not event.modifiers() & _CONTROL:
            self.opened.emit(self._chosen)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the mouse, or nobody."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._tell(self._dot_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the dot under the mouse."""
        key = self._dot_at(event.position())
        if key:
            self.opened.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Darken the arrows of whoever is under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self._dot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the chosen one."""
        super().leaveEvent(event)
        self._hover(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the keyboard on the chosen dot."""
        super().focusInEvent(event)
        self._show_own()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave a plain ring."""
        super().focusOutEvent(event)
        self._show_own()

    def _build(self) -> None:
        self.scene().clear()
        self.names = []
        whole = QRectF(self.viewport().rect())
        self.scene().setSceneRect(whole)
        spread = _Spread(whole)
        self.dots = {
            dot.key: DotItem(dot, spread.at(*dot.at), spread.dots) for dot in self._content.dots
        }
        self.lines = [
            LineItem(line, self.dots[line.giver], self.dots[line.receiver])
            for line in self._content.lines
        ]
        for item in [*self.lines, *self.dots.values()]:
            self.scene().addItem(item)
        discs = [item.disc for item in self.dots.values()]
        self.places = [
            (NameItem(place.name, "strong", "text_2", place), spread.at(*place.at))
            for place in self._content.places
        ]
        place_departments(self.places, discs, whole)
        for item, _ in self.places:
            self.scene().addItem(item)
        self._show_own()

    def _show_own(self) -> None:
        key = self._hovered or self._chosen
        beside = {key} if key else set()
        for line in self.lines:
            own = key in (line.line.giver, line.line.receiver) and bool(key)
            line.show_own(own=own)
            if own:
                beside |= {line.line.giver, line.line.receiver}
        for each, item in self.dots.items():
            item.show_chosen(chosen=each == self._chosen, focused=self.hasFocus())
        for name in self.names:
            self.scene().removeItem(name)
        taken = [item.box for item, _ in self.places]
        self.names = place_names(
            list(self.dots.values()), key, beside, taken, QRectF(self.viewport().rect())
        )
        for name in self.names:
            self.scene().addItem(name)
        self._say(key)

    def _say(self, key: int) -> None:
        item = self.dots.get(key)
        self.pointed.emit(item.dot.words if item else "")

    def _tell(self, key: int) -> None:
        if key != self._chosen:
            self.choose(key)
            item = self.dots.get(self._chosen)
            self.setAccessibleName(item.dot.words if item else "Map of who helps whom")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
            self.chosen.emit(self._chosen)

    def _hover(self, key: int) -> None:
        if key != self._hovered:
            self._hovered = key
            self._show_own()

    def _dot_at(self, where: QPointF) -> int:
        near = [(_far(item.pos(), where), item) for item in self.dots.values()]
        far, item = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return item.dot.key if item and far <= max(_REACH, item.radius + 4) else 0

    def _next(self, across: int, down: int) -> int:
        """Return the nearest dot in a direction; without a chosen one that in the middle."""
        here = self.dots.get(self._chosen)
        items = list(self.dots.values())
        if here is None:
            middle = self.sceneRect().center()
            first = min(items, key=lambda item: _far(item.pos(), middle), default=None)
            return first.dot.key if first else 0
        ways = []
        for item in items:
            way = item.pos() - here.pos()
            ahead = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if item is not here and ahead > 0 and aside <= 2 * ahead:
                ways.append((ahead + 2 * aside, item.dot.key))
        return min(ways, default=(0.0, self._chosen))[1]


def _least() -> QSize:
    return QSize(240, round(230 * min(look().scale, 1.5)))


class _Spread:
    """Turns the circle of radius 1 into the place there is, neither too flat nor too thin.

    `dots` is how large dots are drawn there, 1 for full size.
    """

    def __init__(self, whole: QRectF) -> None:
        margin = look().px(_MARGIN) if whole.width() > 2 * look().px(120) else 8
        wide, high = whole.width() / 2 - margin, whole.height() / 2 - margin
        self._middle = whole.center()
        self._wide = max(1.0, min(wide, high * _FLATTEST))
        self._high = max(1.0, min(high, wide * _THINNEST))
        self.dots = min(1.0, max(_SMALLEST, math.sqrt(self._wide * self._high) / _FULL_SIZE))

    def at(self, across: float, down: float) -> QPointF:
        """Return where a point of the circle is drawn."""
        return self._middle + QPointF(across * self._wide, down * self._high)


def _far(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
