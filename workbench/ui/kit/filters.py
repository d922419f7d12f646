"""Finding and filtering above a list: find field, segments with counts, menus of choices."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.find_field import FindField
from workbench.ui.kit.find_menu import FindMenu
from workbench.ui.kit.flow import Flow, flow_of
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.theme import look

__all__ = ["FOOT_GAP", "FilterBar", "FilterMenu", "FindField", "Segments", "footer"]

FOOT_GAP = 20
_MOST_IN_A_MENU = 12


class Segments(Themed, QWidget):
    """Choices side by side, one of which holds; arrows move, `chosen` tells the new key."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str = "Filter",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._choices = list(choices)
        self._counts: dict[str, int] = {}
        self._key = self._choices[0][0] if self._choices else ""
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def key(self) -> str:
        """The key of the choice that holds."""
        return self._key

    def offer(self, choices: Sequence[tuple[str, str]], key: str = "") -> None:
        """Offer other choices as (key, label); `key` holds, else the present or the first."""
        self._choices = list(choices)
        keys = [each for each, _ in self._choices]
        wanted = key or self._key
        self._key = wanted if wanted in keys else (keys[0] if keys else "")
        self._describe()
        self.updateGeometry()
        self.update()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show a count behind each label."""
        self._counts = dict(counts)
        self.updateGeometry()
        self.update()

    def choose(self, key: str) -> None:
        """Let a choice hold and tell it."""
        if key != self._key and any(each == key for each, _ in self._choices):
            self._key = key
            self._describe()
            self.updateGeometry()
            self.update()
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        """All segments in a row."""
        return QSize(round(sum(self._widths())), look().px(32))

    def minimumSizeHint(self) -> QSize:
        """Segments are never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the mouse."""
        place = self._at(event.position().x())
        if place >= 0:
            self.choose(self._choices[place][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the segment under the mouse."""
        self._hovered = self._at(event.position().x())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Drop the tint."""
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [each for each, _ in self._choices]
        place = min(len(keys) - 1, max(0, keys.index(self._key) + step))
        self.choose(keys[place])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, 6, look().colour("surface"))
        left = 0.0
        for place, ((key, label), width) in enumerate(
            zip(self._choices, self._widths(), strict=True)
        ):
            self._paint_one(painter, QRectF(left, 0, width, self.height()), place, key, label)
            left += width
        paint.rounded(painter, whole, 6, None, look().colour("border_strong"))

    def _paint_one(
        self, painter: QPainter, where: QRectF, place: int, key: str, label: str
    ) -> None:
        held = key == self._key
        painter.save()
        painter.setClipRect(where)
        if held or place == self._hovered:
            ground = QRectF(self.rect())
            paint.rounded(painter, ground, 6, look().colour("selected" if held else "hover"))
        painter.restore()
        if place:
            line = QRectF(where.left(), 1, 1, where.height() - 2)
            painter.fillRect(line, look().colour("border_strong"))
        self._paint_words(painter, where, held, key, label)

    def _paint_words(
        self, painter: QPainter, where: QRectF, held: bool, key: str, label: str
    ) -> None:
        font = look().font("strong" if held else "label")
        painter.setFont(font)
        painter.setPen(look().colour("accent_text" if held else "text_2"))
        inner = where.adjusted(look().px(9), 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, label)
        if key in self._counts:
            used = QFontMetricsF(font).horizontalAdvance(label) + look().px(6)
            ink = look().colour("accent_text" if held else "text_3")
            painter.setFont(look().font("label"))
            painter.setPen(QColor(ink))
            count = f"{self._counts[key]:,}"
            painter.drawText(inner.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, count)

    def _widths(self) -> list[float]:
        widths = []
        for key, label in self._choices:
            held = key == self._key
            width = QFontMetricsF(look().font("strong" if held else "label")).horizontalAdvance(
                label
            )
            if key in self._counts:
                metrics = QFontMetricsF(look().font("label"))
                width += look().px(6) + metrics.horizontalAdvance(f"{self._counts[key]:,}")
            widths.append(width + 2 * look().px(9))
        return widths

    def _at(self, x: float) -> int:
        left = 0.0
        for place, width in enumerate(self._widths()):
            if left <= x < left + width:
                return place
            left += width
        return -1

    def _describe(self) -> None:
        self.setAccessibleDescription(dict(self._choices).get(self._key, ""))


class FilterMenu(Button):
    """A button that opens a menu of choices, one of which holds; empty key means all.

    Where there are many choices, letters find among them.
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, choices: Callable[[], Sequence[tuple[str, str]]], all_label: str = "All",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, self._open, menu_arrow=True, parent=parent)
        self._title, self._offer, self._all = title, choices, all_label
        self.key = ""

    def choose(self, key: str) -> None:
        """Let a choice hold and tell it."""
        self.key = key
        self.relabel(dict(self._offer()).get(key, self._title) if key else self._title)
        self.setAccessibleName(f"{self._title}: {self.label if key else self._all}")
        self.chosen.emit(key)

    def _open(self) -> None:
        offered: list[tuple[str, str]] = [("", self._all), *self._offer()]
        if len(offered) > _MOST_IN_A_MENU:
            FindMenu(offered, self.key, self.choose, self).pop_up(self)
            return
        pop_up([self._item(key, label) for key, label in offered], self)

    def _item(self, key: str, label: str) -> Item:
        return Item(label, lambda: self.choose(key), checked=key == self.key)


class FilterBar(QWidget):
    """The strip under the page header: find, segments, menus at the left; anything at the right."""

    def __init__(self, *left: QWidget, right: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 12, 28, 12)
        row.setSpacing(12)
        holder = QWidget()
        flow = Flow(holder, gap=8, row_gap=12)
        for widget in left:
            flow.addWidget(widget)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        holder.setSizePolicy(policy)
        row.addWidget(holder, 1)
        for widget in right:
            row.addWidget(widget)
        own = self.sizePolicy()
        own.setHeightForWidth(True)
        own.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(own)


def footer(*left: QWidget, right: Sequence[QWidget] = ()) -> QWidget:
    """Return the strip at the foot of a page: a legend at the left, a count at the right."""
    strip = frame("footer")
    row = QHBoxLayout(strip)
    row.setContentsMargins(28, 9, 28, 9)
    row.setSpacing(FOOT_GAP)
    row.addWidget(flow_of(*left, gap=FOOT_GAP, row_gap=4), 1)
    for widget in right:
        row.addWidget(widget)
    return strip
