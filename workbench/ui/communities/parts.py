"""Small parts of the Community page: rows to press, chips to turn over, hosts, held widths."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from workbench.ui.communities.charter_shown import Host
from workbench.ui.kit import paint
from workbench.ui.kit.text import elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_FACE = 24
_FIXED = QSizePolicy.Policy.Fixed


class Pressable(Themed, QAbstractButton):
    """Anything drawn by itself that is pressed with the mouse, Space or Enter.

    `key` tells it from the others of its page, whatever it says.
    """

    radius = 6

    def __init__(self, key: str, name: str, pressed: Callable[[], object], tip: str = "") -> None:
        super().__init__()
        self.key = key
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _checked=False: pressed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Take the tint of a row under the mouse."""
        if self.underMouse() or self.isDown():
            paint.rounded(QPainter(self), QRectF(self.rect()), 0, look().colour("hover"))


class PressRow(Pressable):
    """A row of widgets that is pressed as a whole; fill `row`."""

    radius = 2

    def __init__(
        self, key: str, name: str, pressed: Callable[[], object], tip: str = "", *,
        side: int = 16, air: int = 8,
    ) -> None:  # fmt: skip
        super().__init__(key, name, pressed, tip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(side, air, side, air)
        self.row.setSpacing(12)


class Held(Themed, QWidget):
    """Holds a widget at a width that grows with the text, so that rows line up."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__()
        self._width = width
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedWidth(look().px(self._width))


class PurposeChip(Pressable):
    """Says whether the purpose names a reason; pressing it says the other."""

    radius = 4

    def __init__(self, theme: str, in_purpose: bool, pressed: Callable[[], object]) -> None:
        self._text = "yes" if in_purpose else "not yet"
        self._tone, self._icon = ("good", "check") if in_purpose else ("neutral", "dash")
        other = "not in the purpose yet" if in_purpose else "in the purpose"
        super().__init__(
            f"purpose {theme}", f"{theme}: {self._text}", pressed, f"Say that it is {other}"
        )
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        """Room for the words, never under 24 px high."""
        return QSize(round(paint.chip_width(self._text, self._icon)) + 1, look().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip, with a frame under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        paint.chip(painter, where, self._text, self._tone, self._icon)
        if self.underMouse():
            paint.rounded(painter, where, 4, None, look().colour("border_control"))


class HostButton(Pressable):
    """Faces, a name and a line; pressing it leads to the people."""

    def __init__(self, host: Host, pressed: Callable[[], object]) -> None:
        name = f"{host.title}, {host.line}"
        super().__init__(f"host {host.title}", name, pressed, "Show on People")
        self._host = host
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        """The faces beside the wider of the two lines."""
        title = QFontMetricsF(look().font("strong")).horizontalAdvance(self._host.title)
        line = QFontMetricsF(look().font("caption")).horizontalAdvance(self._host.line)
        return QSize(round(self._left + max(title, line)) + 4, look().px(38))

    def minimumSizeHint(self) -> QSize:
        """Room for the faces and some letters."""
        return QSize(min(self.sizeHint().width(), self._left + look().px(60)), look().px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the faces and both lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = look().px(_FACE), self.height() / 2
        for place, face in enumerate(self._host.faces):
            centre = QPointF(size / 2 + place * (size + look().px(3)), middle)
            paint.avatar(painter, centre, size, face.name, face.place)
        words = QRectF(self.rect()).adjusted(self._left, 0, 0, 0)
        self._paint_line(painter, words, self._host.title, "strong", -1)
        self._paint_line(painter, words, self._host.line, "caption", 1)

    @property
    def _left(self) -> int:
        faces = len(self._host.faces)
        return faces * look().px(_FACE) + (faces - 1) * look().px(3) + look().px(9)

    def _paint_line(
        self, painter: QPainter, words: QRectF, text: str, role: str, side: int
    ) -> None:
        painter.setFont(look().font(role))
        painter.setPen(look().colour("text" if side < 0 else "text_3"))
        half = words.height() / 2
        top = words.top() + (half if side > 0 else 0)
        elided(
            painter,
            QRectF(words.left(), top, words.width(), half),
            text,
            Qt.AlignmentFlag.AlignLeft,
        )
