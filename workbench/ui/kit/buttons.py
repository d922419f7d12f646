"""Buttons: primary, secondary, ghost, link, way back and danger, with icon and key cap inside."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.text import typeset
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

Kind = Literal["primary", "secondary", "ghost", "link", "way", "danger"]
_BARE = ("link", "way")  # words alone, without room at their sides
Size = Literal["small", "normal", "large"]
_HEIGHTS = {"small": 28, "normal": 32, "large": 44}


class Button(Themed, QPushButton):
    """A button whose label is a verb and an object; `keys` is only shown, the shell owns keys.

    With `elides` a label longer than its place is cut in the middle and shown whole on hover.
    """

    def __init__(
        self,
        label: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: Kind = "secondary",
        icon: str = "",
        keys: str = "",
        size: Size = "normal",
        menu_arrow: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label.replace("&", "&&"), parent)
        self.label, self.kind, self.icon_name, self.keys = label, kind, icon, keys
        self._size, self._arrow, self._elides = size, menu_arrow, elides
        self._hovered = False
        self.setAccessibleName(label)
        across = QSizePolicy.Policy.Maximum if elides else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind in _BARE else self.cursor())
        if pressed is not None:
            self.clicked.connect(lambda _checked=False: pressed())

    def relabel(self, label: str) -> None:
        """Change the words, as when a button counts what it will do."""
        self.label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, label and key cap."""
        bare = self.kind in _BARE
        width = self._content_width() + 2 * self._edge
        height = look().px(24 if bare else _HEIGHTS[self._size])
        return QSize(round(max(width, 0 if bare else height)), height)

    def minimumSizeHint(self) -> QSize:
        """A label is never cut, unless it may elide."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), look().px(72)), whole.height()) if self._elides else whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole label on hover where it is cut."""
        super().resizeEvent(event)
        if self._elides:
            self.setToolTip(self.label if self.width() < self.sizeHint().width() else "")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the hover tint."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the hover tint."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, icon, label and key cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._colours()
        if fill is not None or edge is not None:
            paint.rounded(painter, QRectF(self.rect()), self.radius, fill, edge)
        cut = (
            max(0.0, self._content_width() + 2 * self._edge - self.width()) if self._elides else 0.0
        )
        left = (self.width() - self._content_width() + cut) / 2 if self.kind not in _BARE else 0.0
        self._draw_content(painter, left, ink, cut)

    @property
    def radius(self) -> int:
        """Corner radius, for the focus ring."""
        return 4 if self.kind in _BARE else 6

    @property
    def _side(self) -> int:
        return {"small": 10, "normal": 13, "large": 18}[self._size]

    @property
    def _edge(self) -> int:
        return 0 if self.kind in _BARE else look().px(self._side)

    @property
    def _font_role(self) -> str:
        if self._size == "large":
            return "lead"
        if self.kind in _BARE:
            return "body" if self.kind == "way" else "label"
        return "caption_label" if self._size == "small" else "label"

    def _icon_side(self) -> int:
        return look().px(14 if self._size == "small" else 16)

    def _content_width(self) -> float:
        metrics = QFontMetricsF(look().font(self._font_role))
        width = metrics.horizontalAdvance(typeset(self.label))
        if self.icon_name:
            width += self._icon_side() + (look().px(8) if self.label else 0)
        if self.keys:
            width += look().px(10) + paint.key_cap_width(self.keys)
        if self._arrow:
            width += look().px(22)
        return width

    def _draw_content(self, painter: QPainter, left: float, ink: QColor, cut: float) -> None:
        middle = self.height() / 2
        if self.icon_name:
            side = self._icon_side()
            paint_icon(painter, self.icon_name, QRectF(left, middle - side / 2, side, side), ink)
            left += side + look().px(8)
        font = look().font(self._font_role)
        painter.setFont(font)
        painter.setPen(ink)
        metrics, label = QFontMetricsF(font), typeset(self.label)
        width = metrics.horizontalAdvance(label) + 1 - cut
        if cut:  # the middle goes: what is done to what stands at the ends
            label = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, width)
        words = QRectF(left, 0, width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, label)
        left += width
        if self.keys:
            self._draw_keys(painter, left + look().px(9), ink)
        if self._arrow:
            side = look().px(16)
            box = QRectF(left + look().px(5), middle - side / 2, side, side)
            paint_icon(painter, "chevron-down", box, ink)

    def _draw_keys(self, painter: QPainter, left: float, ink: QColor) -> None:
        height = look().px(18)
        cap = QRectF(left, (self.height() - height) / 2, paint.key_cap_width(self.keys), height)
        primary = self.kind in ("primary", "danger")
        edge = QColor(ink) if primary else look().colour("border_strong")
        words = ink if primary or not self.isEnabled() else look().colour("text_2")
        paint.key_cap(painter, cap, self.keys, words, edge)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        now = look()
        pressed = self.isDown() or self.isChecked()
        over = self._hovered and self.isEnabled()
        if not self.isEnabled():
            edge = None if self.kind in ("ghost", *_BARE) else now.colour("border")
            return None, edge, now.colour("text_disabled")
        if self.kind == "primary":
            ground = now.colour("accent_hover" if over or pressed else "accent")
            return ground, None, now.colour("on_accent")
        if self.kind == "danger":
            return now.colour("danger"), None, now.colour("surface")
        if self.kind == "link":
            return None, None, now.colour("accent_hover" if over else "accent_text")
        if self.kind == "way":
            return None, None, now.colour("text" if over else "text_2")
        fill = now.colour("selected") if pressed else now.colour("hover") if over else None
        if self.kind == "ghost":
            return fill, None, now.colour("text_2")
        return (
            fill if fill is not None else now.colour("surface"),
            now.colour("border_strong"),
            now.colour("text"),
        )


class IconButton(Button):
    """A square button with an icon alone; its name is read aloud and shown on hover."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: Kind = "ghost",
        size: Size = "normal",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", pressed, kind=kind, icon=icon, size=size, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)

    def sizeHint(self) -> QSize:
        """A square, never under 24 px."""
        side = look().px({"small": 28, "normal": 32, "large": 44}[self._size])
        return QSize(side, side)
