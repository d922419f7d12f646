"""The parts of the sidebar, each drawn wide or as an icon in the rail."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.text import Text, elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

LEFT = Qt.AlignmentFlag.AlignLeft
_TIGHT_FROM = 1.25


class SidebarButton(Themed, QAbstractButton):
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


class NavItem(SidebarButton):
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
        elided(painter, words, self._title, LEFT)
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


class Switcher(SidebarButton):
    """Monogram, name and size of the community; opens the list of communities."""

    height_px = 48

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__("Community", pressed)
        self._name, self._size = "", ""

    def show_community(self, name: str, size: str) -> None:
        """Show another community."""
        self._name, self._size = name, size
        self.setAccessibleName(f"Community {name}, {size}")
        self.setToolTip(name if self.rail else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw monogram, words and arrows."""
        painter = self.begin()
        if self.hovered:
            paint.rounded(painter, QRectF(self.rect()), 6, look().colour("hover"))
        box = self.icon_box(32, 8)
        paint.rounded(painter, box, 8, look().colour("accent"))
        painter.setFont(look().font("section"))
        painter.setPen(look().colour("on_accent"))
        painter.drawText(box, paint.CENTRE, self._name[:1].upper() or "+")
        if self.rail:
            return
        left = box.right() + look().px(10)
        room = self.width() - left - look().px(30)
        middle = self.height() / 2
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        elided(painter, QRectF(left, middle - look().px(18), room, look().px(19)), self._name, LEFT)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2"))
        elided(painter, QRectF(left, middle + 1, room, look().px(16)), self._size, LEFT)
        side = look().px(16)
        arrows = QRectF(self.width() - side - 8, middle - side / 2, side, side)
        paint_icon(painter, "chevrons", arrows, look().colour("text_2"))


class SearchButton(SidebarButton):
    """Looks like a field and opens the palette."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__("Search", pressed)

    def rail_words(self) -> str:
        """Name and shortcut."""
        return "Search (Ctrl K)"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, glass, word and key."""
        painter = self.begin()
        edge = look().colour("border_control")
        fill = look().colour("hover" if self.hovered else "surface")
        paint.rounded(painter, QRectF(self.rect()), 6, fill, edge)
        box = self.icon_box(16, 10)
        paint_icon(painter, "search", box, look().colour("text_2"))
        if self.rail:
            return
        painter.setFont(look().font())
        painter.setPen(look().colour("text_2"))
        words = QRectF(self.rect()).adjusted(box.right() + look().px(8), 0, -10, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "Search")
        painter.setFont(look().font("caption"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, right, "Ctrl K")


class FileRow(SidebarButton):
    """The file: name, protection and last backup; amber or red when the backup is late."""

    height_px = 40

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__("File", pressed)
        self._name, self._line, self._tone, self._locked = "", "", "good", False

    def show_state(self, name: str, line: str, tone: str, *, locked: bool) -> None:
        """Show the state of the file."""
        self._name, self._line, self._tone, self._locked = name, line, tone, locked
        self.setAccessibleName(f"File {name}: {line}")
        self.setToolTip(self.rail_words() if self.rail else "")
        self.update()

    def rail_words(self) -> str:
        """Name and state."""
        return f"{self._name}: {self._line}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words."""
        painter = self.begin()
        if self.hovered:
            paint.rounded(painter, QRectF(self.rect()), 6, look().colour("hover"))
        ink = look().colour(self._tone)
        box = self.icon_box(16, 10)
        icon = {"warn": "warning", "danger": "danger"}.get(self._tone)
        paint_icon(painter, icon or ("lock" if self._locked else "unlock"), box, ink)
        if self.rail:
            return
        left = box.right() + look().px(11)
        room, middle = self.width() - left - 4, self.height() / 2
        painter.setFont(look().font("caption_strong"))
        painter.setPen(look().colour("text"))
        elided(painter, QRectF(left, middle - look().px(16), room, look().px(16)), self._name, LEFT)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_2") if self._tone == "good" else ink)
        elided(painter, QRectF(left, middle, room, look().px(16)), self._line, LEFT)


def group_name(name: str) -> QWidget:
    """Return the name of a group with air above."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(10, 13, 0, 4)
    column.addWidget(Text(name, "caption_label", "text_2"))
    return holder
