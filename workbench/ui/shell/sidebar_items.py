"""The parts of the sidebar besides the pages, each drawn wide or as an icon in the rail."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.nav_item import NavButton
from workbench.ui.kit.text import Text, elided
from workbench.ui.theme import look, paint_icon

LEFT = Qt.AlignmentFlag.AlignLeft


class Switcher(NavButton):
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


class SearchButton(NavButton):
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


class FileRow(NavButton):
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
