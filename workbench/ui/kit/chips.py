"""Small things beside words: chips, avatars, icons and category marks as widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import paint
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

_FIXED = QSizePolicy.Policy.Fixed


class _Small(Themed, QWidget):
    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(_FIXED, _FIXED)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Chip(_Small):
    """A short word on a tint: tone good, warn, danger, info, neutral, or a category c0 to c5."""

    def __init__(
        self, text: str, tone: str = "neutral", icon: str = "", why: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self.show_chip(text, tone, icon, why)

    def show_chip(self, text: str, tone: str = "neutral", icon: str = "", why: str = "") -> None:
        """Show another word; `why` is its tooltip."""
        self.text, self.tone, self.icon = text, tone, icon
        self.setAccessibleName(text)
        self.setAccessibleDescription(why)
        self.setToolTip(why)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(round(paint.chip_width(self.text, self.icon)), look().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint.chip(painter, QRectF(self.rect()), self.text, self.tone, self.icon)


class Avatar(_Small):
    """A person's initials on the tint of their department."""

    def __init__(
        self, name: str, place: int | None, diameter: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.person, self.place, self.diameter = name, place, diameter

    def show_person(self, name: str, place: int | None) -> None:
        """Show another person; `place` is the department's place in the order of colours."""
        self.person, self.place = name, place
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square as wide as the circle."""
        return QSize(look().px(self.diameter), look().px(self.diameter))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the letters."""
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        paint.avatar(painter, centre, look().px(self.diameter), self.person, self.place)


class Icon(_Small):
    """A line icon in the colour of a token; decorative unless it has a name.

    `in_line` gives it the height of a line of words, for a place at the top of wrapped text.
    """

    def __init__(
        self, icon: str, tone: str = "text_2", size: int = 16, name: str = "", *,
        in_line: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, parent)
        self.icon, self.tone, self.size_ = icon, tone, size
        self._in_line = in_line

    def show_icon(self, icon: str, tone: str = "text_2", name: str = "") -> None:
        """Show another icon."""
        self.icon, self.tone = icon, tone
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square, or as high as a line of words beside it."""
        side = look().px(self.size_)
        return QSize(side, max(side, look().line()) if self._in_line else side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = 2.0 if self.size_ <= 13 else 1.5
        colour = look().colour(self.tone)
        side = look().px(self.size_)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, self.icon, box, colour, stroke)


class Mark(_Small):
    """The square of a category; its name stands beside it."""

    def __init__(self, place: int | None, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.place = place

    def sizeHint(self) -> QSize:
        """Eight pixels and air."""
        return QSize(look().px(8), look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        paint.mark(painter, QPointF(self.width() / 2, self.height() / 2), self.place, look().px(8))


class Bar(Themed, QWidget):
    """A thin bar filled to a share between 0 and 1, or in coloured parts; words stand beside it."""

    def __init__(self, height: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._parts: tuple[tuple[float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: str = "accent", words: str = "") -> None:
        """Fill up to `share`, held between 0 and 1."""
        self.show_parts([(min(1.0, max(0.0, share)), tone)], words)

    def show_parts(self, parts: Sequence[tuple[float, str]], words: str = "") -> None:
        """Show parts side by side: share of the width and a tone, or a category as "c0"."""
        self._parts = tuple(parts)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Any width, the height asked for."""
        return QSize(look().px(80), look().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the parts."""
        painter = QPainter(self)
        radius = min(3.0, self.height() / 2)
        paint.rounded(painter, QRectF(self.rect()), radius, look().colour("hover"))
        left = 0.0
        for share, tone in self._parts:
            width = share * self.width()
            part = QRectF(
                left, 0, max(0.0, width - (2 if len(self._parts) > 1 else 0)), self.height()
            )
            paint.rounded(painter, part, radius, _bar_colour(tone))
            left += width


def _bar_colour(tone: str) -> QColor:
    if len(tone) == 2 and tone.startswith("c") and tone[1].isdigit():
        return look().category(int(tone[1]))
    return look().colour(tone)
