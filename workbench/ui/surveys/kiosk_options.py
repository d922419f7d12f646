"""The possible answers to one question as large tiles: side by side, or one below the other."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.kiosk_ends import Ends
from workbench.ui.surveys.kiosk_words import key_of, shown_label
from workbench.ui.surveys.words_in_lines import least_width, set_lines
from workbench.ui.theme import look

_GAP = 12
_TILE = 124
_LEAST = 92
_MOST_BESIDE = 9
_MOST_LINES = 3  # in tiles that are narrower than usual
_LINE = 40
_NUMBER = 52
_RING = 4


class Lie(StrEnum):
    """How a tile lies: number over words, words beside their number, or the number alone."""

    UPRIGHT = "upright"
    LINE = "line"
    NUMBER = "number"


class OptionTile(Themed, QAbstractButton):
    """One possible answer with its key; `radius` is for the focus ring."""

    radius = 12

    def __init__(self, place: int, label: str) -> None:
        super().__init__()
        self.key, self.label = key_of(place), shown_label(label)
        self._number = str(place + 1)
        self._way = Lie.UPRIGHT
        self.setCheckable(True)
        self.setText(self.label.replace("&", "&&"))
        self.setAccessibleName(f"{self.key} {self.label}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def way(self) -> Lie:
        """How it lies now."""
        return self._way

    def lie(self, way: Lie, width: int) -> None:
        """Take the shape of a tile, of a line or of a number; `width` is its own, in pixels."""
        self._way = way
        least, words = look().px(_LINE), 0.0
        if way is Lie.NUMBER:
            least = look().px(_NUMBER)
        elif way is Lie.UPRIGHT:
            least = look().px(_TILE)
            words = look().px(78) + set_lines(self.label, width - 2 * look().px(10))[1]
        else:
            words = set_lines(self.label, width - look().px(64))[1] + look().px(16)
        self.setFixedHeight(max(least, round(words)))

    def sizeHint(self) -> QSize:
        """At least so wide that a word fits."""
        return QSize(look().px(_LEAST), look().px(_TILE if self._way is Lie.UPRIGHT else _LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space alone; arrows, figures and Enter belong to the whole question."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, key and words; the chosen one is filled and has a second line round it."""
        now = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        box = whole.adjusted(_RING, _RING, -_RING, -_RING)
        if chosen:
            rounded(
                painter, whole.adjusted(0.5, 0.5, -0.5, -0.5), 14, None, now.colour("accent"), 2
            )
            rounded(painter, box, 10, now.colour("accent"))
        else:
            fill = "hover" if self.underMouse() else "surface"
            rounded(painter, box, 10, now.colour(fill), now.colour("border_control"))
        painter.setPen(now.colour("on_accent" if chosen else "text"))
        if self._way is Lie.UPRIGHT:
            self._draw_upright(painter, box)
        elif self._way is Lie.LINE:
            self._draw_line(painter, box)
        else:
            painter.setFont(now.font("title"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._number)

    def _draw_upright(self, painter: QPainter, box: QRectF) -> None:
        top = box.top() + look().px(20)
        painter.setFont(look().font("display"))
        line = QRectF(box.left(), top, box.width(), look().px(36))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.key)
        if not self.isChecked():
            painter.setPen(look().colour("text_2"))
        layout, _ = set_lines(self.label, self.width() - 2 * look().px(10))
        layout.draw(painter, QPointF(look().px(10), top + look().px(44)))

    def _draw_line(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(look().font("lead_strong"))
        cap = QRectF(box.left(), box.top(), look().px(44), box.height())
        words = look().px(52)
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            cap.moveRight(box.right())
            words = look().px(12)
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        layout, height = set_lines(self.label, self.width() - look().px(64), side)
        layout.draw(painter, QPointF(words, box.center().y() - height / 2))


class Options(Themed, QWidget):
    """All tiles of a question, of which one at most is chosen; tells `chosen(place)` from 0.

    `ordered` answers may stand as numbers with the words of both ends and of the chosen one;
    others always keep all their words.
    """

    def __init__(
        self, labels: Sequence[str], chosen: Callable[[int], None], *, ordered: bool = True
    ) -> None:
        super().__init__()
        self._chosen, self._ordered = chosen, ordered
        self.ends = Ends([shown_label(label) for label in labels], self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP - 2 * _RING)
        self.tiles = [OptionTile(place, label) for place, label in enumerate(labels)]
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _checked=False, place=place: self.choose(place))

    @property
    def place(self) -> int:
        """The place of the chosen tile from 0, -1 for none."""
        return next((at for at, tile in enumerate(self.tiles) if tile.isChecked()), -1)

    def mark(self, place: int) -> None:
        """Mark a tile as chosen without telling."""
        for at, tile in enumerate(self.tiles):
            tile.setChecked(at == place)
        self.ends.mark(place)

    def choose(self, place: int) -> None:
        """Choose a tile, if it exists, and tell."""
        if 0 <= place < len(self.tiles):
            self.mark(place)
            self._chosen(place)

    def step(self, step: int) -> None:
        """Choose the next tile or the one before; from none the first or the last."""
        if self.place < 0:
            self.choose(0 if step > 0 else len(self.tiles) - 1)
        else:
            self.choose(min(len(self.tiles) - 1, max(0, self.place + step)))

    def fit(self, width: int, short: int = 0) -> None:
        """Lay the tiles into a width in pixels, lower with each step of `short` from 0."""
        count = len(self.tiles)
        way, columns = Lie.LINE, 1
        if short and self._ordered:
            way, columns = Lie.NUMBER, count
        elif short:
            columns = min(count, 1 + short)
        elif self._stand_in(width):
            way, columns = Lie.UPRIGHT, count
        self._lay(way, max(1, columns), width)

    def _stand_in(self, width: int) -> bool:
        """Whether the tiles have room side by side with all their words."""
        count = len(self.tiles)
        each = self._each(width, count)
        if count <= _MOST_BESIDE and each >= look().px(_LEAST):
            return True
        inside, most = each - 2 * look().px(10), _MOST_LINES * look().line("body")
        return all(
            least_width(tile.label) <= inside and set_lines(tile.label, inside)[1] <= most
            for tile in self.tiles
        )

    def _each(self, width: int, columns: int) -> int:
        return (width - (columns - 1) * self._grid.spacing()) // max(1, columns)

    def _lay(self, way: Lie, columns: int, width: int) -> None:
        heights: dict[int, int] = {}
        for place, tile in enumerate(self.tiles):
            row, column = divmod(place, columns)
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, row, column)
            tile.lie(way, self._each(width, columns))
            heights[row] = max(heights.get(row, 0), tile.height())
        for place, tile in enumerate(self.tiles):
            tile.setFixedHeight(heights[place // columns])
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.removeWidget(self.ends)
        self.ends.setVisible(way is Lie.NUMBER)
        below = 0
        if way is Lie.NUMBER:
            self._grid.addWidget(self.ends, 1, 0, 1, columns)
            below = self.ends.fit(width) + self._grid.spacing()
        gaps = (len(heights) - 1) * self._grid.spacing()
        self.setFixedHeight(sum(heights.values()) + gaps + below)
