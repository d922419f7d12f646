"""Appearance: theme, text size, less motion, keys of one letter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QSlider

from workbench.foundation.settings import Settings, Theme
from workbench.ui.kit import paint
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.inputs import Switch
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.settings.rows import SettingCard, SettingRow
from workbench.ui.theme import Look, look, made_look

_SETTLE_MS = 250
_THEMES: tuple[tuple[Theme, str], ...] = (
    ("system", "Like the system"),
    ("light", "Light"),
    ("dark", "Dark"),
)


class AppearanceCard(SettingCard):
    """Every change shows at once; `changed` puts it onto the window and keeps it."""

    def __init__(self, settings: Settings, changed: Callable[[], None]) -> None:
        super().__init__("appearance", "contrast", "Appearance")
        self._settings, self._changed = settings, changed
        self._pictures = [ThemePicture(theme, words) for theme, words in _THEMES]
        group = QButtonGroup(self)
        for picture in self._pictures:
            group.addButton(picture)
            picture.setChecked(picture.theme == settings.theme)
            picture.clicked.connect(partial(self._choose, picture.theme))
        holder = flow_of(*self._pictures, gap=20, row_gap=12)
        holder.setContentsMargins(16, 12, 16, 12)
        self.add(holder)
        self._add_size()
        motion = Switch("Less motion", on=settings.less_motion)
        motion.toggled.connect(self._set_motion)
        self.add(SettingRow("Less motion", "Panels and rows appear without moving.", motion))
        letters = Switch("Single-letter keys", on=settings.single_letter_keys)
        letters.toggled.connect(self._set_letters)
        told = "P, L, E, A mark attendance while the grid has focus."
        self.add(SettingRow("Single-letter keys", told, letters))

    def show_theme(self) -> None:
        """Show the theme that holds, after it was changed by its shortcut."""
        for picture in self._pictures:
            picture.setChecked(picture.theme == self._settings.theme)

    def _add_size(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(9, 20)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(120)
        self.slider.setMinimumHeight(24)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.setValue(round(self._settings.text_scale * 10))
        self._percent = Text("")
        self._percent.setMinimumWidth(44)
        control = flow_of(Text("A", "caption"), self.slider, Text("A", "title"), self._percent)
        control.setFixedWidth(236)
        self.slider.setAccessibleName("Text size")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self._set_scale)
        self.slider.valueChanged.connect(self._slide)
        self._percent.say(f"{self.slider.value() * 10}%")
        self.add(SettingRow("Text size", "From 90 to 200%. Everything grows with it.", control))

    def _slide(self, value: int) -> None:
        self._percent.say(f"{value * 10}%")
        self._later.start()

    def _set_scale(self) -> None:
        self._settings.text_scale = self.slider.value() / 10
        self._changed()

    def _choose(self, theme: Theme, _checked: bool = False) -> None:
        self._settings.theme = theme
        self._changed()

    def _set_motion(self, on: bool) -> None:
        self._settings.less_motion = on
        self._changed()

    def _set_letters(self, on: bool) -> None:
        self._settings.single_letter_keys = on
        self._changed()


class ThemePicture(Themed, QAbstractButton):
    """A small window in a theme, with its name and a round mark below."""

    radius = 8

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.theme, self._words = theme, words
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The picture and a line of words."""
        return QSize(look().px(122), look().px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(3, 3, look().px(112), look().px(62))
        self._paint_window(painter, box)
        if self.isChecked():
            ring = box.adjusted(-3, -3, 3, 3)
            paint.rounded(painter, ring, 8, None, look().colour("focus"), 2)
        self._paint_mark(painter, box.bottom() + look().px(18))

    def _paint_window(self, painter: QPainter, box: QRectF) -> None:
        light, dark = made_look(), made_look(dark=True)
        first = dark if self.theme == "dark" else light
        _small_window(painter, box, first)
        if self.theme == "system":
            half = QPainterPath()
            half.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
            painter.save()
            painter.setClipPath(half)
            _small_window(painter, box, dark)
            painter.restore()
        paint.rounded(painter, box, 6, None, look().colour("border_strong"))

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        side = look().px(16)
        mark = QRectF(3, middle - side / 2, side, side)
        if self.isChecked():
            paint.rounded(painter, mark, side / 2, look().colour("accent"))
            inner = mark.adjusted(side * 0.33, side * 0.33, -side * 0.33, -side * 0.33)
            paint.rounded(painter, inner, side, look().colour("on_accent"))
        else:
            edge = look().colour("border_control")
            paint.rounded(painter, mark, side / 2, look().colour("surface"), edge)
        painter.setFont(look().font())
        painter.setPen(look().colour("text"))
        words = QRectF(mark.right() + 8, middle - 12, self.width() - side - 8, 24)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


def _small_window(painter: QPainter, box: QRectF, shown: Look) -> None:
    paint.rounded(painter, box, 6, shown.colour("surface"))
    side = QRectF(box.left(), box.top(), box.width() * 0.25, box.height())
    paint.rounded(painter, side, 6, shown.colour("window"))
    unit = box.height() / 62
    for place, tone in enumerate(("accent", "border_strong", "border_strong")):
        bar = QRectF(side.left() + 6 * unit, box.top() + (10 + 10 * place) * unit,
                     side.width() - 12 * unit, 4 * unit)  # fmt: skip
        paint.rounded(painter, bar, 2 * unit, shown.colour(tone))
    for row in range(3):
        for column in range(4):
            square = QRectF(
                side.right() + (10 + 18 * column) * unit, box.top() + (9 + 16 * row) * unit,
                12 * unit, 12 * unit,
            )  # fmt: skip
            empty = (row, column) in ((0, 3), (2, 0))
            fill = None if empty else shown.colour("accent")
            edge = shown.colour("border_control") if empty else None
            paint.rounded(painter, square, 3 * unit, fill, edge)
