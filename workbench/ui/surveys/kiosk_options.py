"""The possible answers to one question as large tiles: side by side, or one below the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys.kiosk_words import key_of, shown_label
from workbench.ui.theme import look

_GAP = 12
_TILE = 124
_LEAST = 92
_MOST_BESIDE = 9
_RING = 4


class OptionTile(Themed, QAbstractButton):
    """One possible answer with its key; `radius` is for the focus ring."""

    radius = 12

    def __init__(self, place: int, label: str) -> None:
        super().__init__()
        self.key, self.label = key_of(place), shown_label(label)
        self.upright = True
        self.setCheckable(True)
        self.setText(self.label.replace("&", "&&"))
        self.setAccessibleName(f"{self.key} {self.label}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def lie(self, *, upright: bool, width: int) -> None:
        """Take the shape of a tile, or of a line; `width` is its own, in pixels."""
        self.upright = upright
        inside = width - 2 * look().px(10)
        if upright:
            words = _lines(self.label, inside)[1]
            self.setFixedHeight(max(look().px(_TILE), round(look().px(78) + words)))
        else:
            words = _lines(self.label, width - look().px(64))[1]
            self.setFixedHeight(max(look().px(40), round(words) + look().px(16)))

    def sizeHint(self) -> QSize:
        """At least so wide that a word fits."""
        return QSize(look().px(_LEAST), look().px(_TILE if self.upright else 40))

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
        if self.upright:
            self._draw_upright(painter, box)
        else:
            self._draw_line(painter, box)

    def _draw_upright(self, painter: QPainter, box: QRectF) -> None:
        top = box.top() + look().px(20)
        painter.setFont(look().font("display"))
        line = QRectF(box.left(), top, box.width(), look().px(36))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.key)
        if not self.isChecked():
            painter.setPen(look().colour("text_2"))
        inside = self.width() - 2 * look().px(10)
        layout, _ = _lines(self.label, inside)
        layout.draw(painter, QPointF(look().px(10), top + look().px(44)))

    def _draw_line(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(look().font("lead_strong"))
        cap = QRectF(box.left(), box.top(), look().px(44), box.height())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        layout, height = _lines(self.label, self.width() - look().px(64), centred=False)
        layout.draw(painter, QPointF(look().px(52), box.center().y() - height / 2))


class Options(Themed, QWidget):
    """All tiles of a question, of which one at most is chosen; tells `chosen(place)` from 0."""

    def __init__(self, labels: Sequence[str], chosen: Callable[[int], None]) -> None:
        super().__init__()
        self._chosen = chosen
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

    def fit(self, width: int) -> None:
        """Lay the tiles side by side where they have room, else one below the other."""
        count = len(self.tiles)
        each = (width - (count - 1) * self._grid.spacing()) // max(1, count)
        beside = count <= _MOST_BESIDE and each >= look().px(_LEAST)
        for place, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, 0 if beside else place, place if beside else 0)
            tile.lie(upright=beside, width=each if beside else width)
        if beside:
            highest = max(tile.height() for tile in self.tiles)
            for tile in self.tiles:
                tile.setFixedHeight(highest)
        rows = 1 if beside else count
        gaps = (rows - 1) * self._grid.spacing()
        self.setFixedHeight(sum(tile.height() for tile in self.tiles[:rows]) + gaps)


def _lines(words: str, width: float, *, centred: bool = True) -> tuple[QTextLayout, float]:
    """Return the words laid out in lines of `width` pixels, and their height."""
    layout = QTextLayout(words, look().font("body"))
    align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (look().line("body") - line.height()) / 2))
        height += look().line("body")
    layout.endLayout()
    return layout, height
