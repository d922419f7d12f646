"""A button that leads to a page or a section: an icon and a name, or the icon alone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip

from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft
_TIGHT_FROM = 1.25
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class NavButton(Themed, QAbstractButton):
    """A part that can be pressed; knows whether it is in the rail and under the mouse."""

    height_px = 32

    def __init__(self, name: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.rail = False
        self.hovered = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: pressed())

    def set_rail(self, *, rail: bool) -> None:
        """Show the icon alone, or everything."""
        self.rail = rail
        self.setToolTip(self.rail_words() if rail else "")
        self.updateGeometry()
        self.update()

    def rail_words(self) -> str:
        """What the tooltip says in the rail."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        """As wide as the sidebar."""
        tight = self.rail and look().scale > _TIGHT_FROM
        return QSize(look().px(40), look().px(self.height_px - 5 if tight else self.height_px))

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be: nothing is cut."""
        return QSize(look().px(24), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """In the rail the name shows at once when the keyboard leads here."""
        super().focusInEvent(event)
        if self.rail and event.reason() in _BY_KEYBOARD:
            QToolTip.showText(self.mapToGlobal(self.rect().topRight()), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the name away."""
        super().focusOutEvent(event)
        if self.rail:
            QToolTip.hideText()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the hover tint."""
        self.hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the hover tint."""
        self.hovered = False
        self.update()
        super().leaveEvent(event)

    def begin(self) -> QPainter:
        """Return a painter with smooth edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def icon_box(self, size: int, left: int) -> QRectF:
        """Return where the icon stands: in the middle of the rail, else at `left`."""
        side = look().px(size)
        x = (self.width() - side) / 2 if self.rail else left
        return QRectF(x, (self.height() - side) / 2, side, side)


class NavItem(NavButton):
    """One page: tint, weight and accent text when it is shown; a count at the right."""

    def __init__(self, title: str, icon: str, keys: str, pressed: Callable[[], object]) -> None:
        super().__init__(title, pressed)
        self._title, self._icon, self._keys = title, icon, keys
        self._badge = ""
        self._asks = False
        self._on = False

    def show_badge(self, text: str, *, asks: bool) -> None:
        """Show a count; `asks` adds a dot."""
        self._badge, self._asks = text, asks
        self.setAccessibleName(", ".join(part for part in (self._title, text) if part))
        self.update()

    def light(self, *, on: bool) -> None:
        """Show that this page is open."""
        self._on = on
        self.setAccessibleDescription("open" if on else "")
        self.update()

    def rail_words(self) -> str:
        """Name and shortcut."""
        return f"{self._title} ({self._keys})" if self._keys else self._title

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the item."""
        painter = self.begin()
        if self._on or self.hovered:
            tone = "selected" if self._on else "hover"
            edge = look().colour("border") if look().contrast and self._on else None
            paint.rounded(painter, QRectF(self.rect()), 6, look().colour(tone), edge)
        ink = look().colour("accent_text" if self._on else "text_2")
        box = self.icon_box(18, 10)
        paint_icon(painter, self._icon, box, ink)
        if self.rail:
            self._paint_dot(painter, QPointF(box.right() + 2, box.top() - 1))
            return
        painter.setPen(ink)
        painter.setFont(look().font("strong" if self._on else "label"))
        left = box.right() + look().px(10)
        words = QRectF(left, 0, self.width() - left - 8, self.height())
        elided(painter, words, self._title, _LEFT)
        self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge:
            return
        painter.setFont(look().font("caption_label"))
        painter.setPen(look().colour("accent_text" if self._on else "text_2"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._badge)
        where = QRectF(self.width() - width - 10, 0, width + 1, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._badge)
        self._paint_dot(painter, QPointF(where.left() - look().px(10), self.height() / 2))

    def _paint_dot(self, painter: QPainter, at: QPointF) -> None:
        if self._asks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("warn_mark"))
            painter.drawEllipse(at, look().px(3), look().px(3))
