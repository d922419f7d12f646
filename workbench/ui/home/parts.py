"""The parts of Home: the next session, follow-ups, who has been quiet, the survey, the file."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from workbench.foundation.dates import WEEKDAYS, short_month
from workbench.sessions.queries import SessionRow
from workbench.ui.home.home_words import agenda_words
from workbench.ui.kit import paint
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Span, Text, elided
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look, paint_icon

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class DayTile(Themed, QWidget):
    """The day of the next session: weekday, number, month."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self.setAccessibleName(f"{WEEKDAYS[day.weekday()]} {day.day} {short_month(day)}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A tall tile."""
        return QSize(look().px(64), look().px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        painter = QPainter(self)
        edge = look().colour("border") if look().contrast else None
        paint.rounded(painter, QRectF(self.rect()), 8, look().colour("selected"), edge)
        painter.setPen(look().colour("accent_text"))
        for text, role, top, high in (
            (WEEKDAYS[self._day.weekday()][:3], "caption_strong", 8, 18),
            (str(self._day.day), "display", 25, 34),
            (short_month(self._day), "caption_strong", 58, 18),
        ):
            painter.setFont(look().font(role))
            where = QRectF(0, look().px(top), self.width(), look().px(high))
            painter.drawText(where, paint.CENTRE, text)


class LineButton(Themed, QAbstractButton):
    """A line of a list that leads somewhere; draws itself between hairlines."""

    high = 40
    radius = 4

    def __init__(self, words: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.over = False
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: pressed())

    def sizeHint(self) -> QSize:
        """As wide as the list."""
        return QSize(look().px(200), look().px(self.high))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the hover tint."""
        self.over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the hover tint."""
        self.over = False
        self.update()
        super().leaveEvent(event)

    def begin(self) -> QPainter:
        """Return a painter over the ground of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.over:
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), look().colour("hover"))
        return painter


class DayLine(LineButton):
    """A day, what it is about, and a quiet note at the right."""

    def __init__(self, day: str, title: str, note: str, go: Callable[[], object]) -> None:
        super().__init__(f"{day}, {title}, {note}", go)
        self._day, self._title, self._note = day, title, note

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = self.begin()
        high = self.height()
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        elided(painter, QRectF(20, 0, look().px(92), high), self._day, _LEFT)
        side = look().px(16)
        arrow = QRectF(self.width() - side - 16, (high - side) / 2, side, side)
        paint_icon(painter, "chevron-right", arrow, look().colour("text_2"))
        painter.setFont(look().font())
        right = arrow.left() - look().px(16)
        wanted = painter.fontMetrics().horizontalAdvance(self._note) + 2
        left = 20 + look().px(100)
        room = max(0.0, right - left)
        words = min(wanted, room * 0.6)
        painter.setPen(look().colour("text_3"))
        elided(painter, QRectF(right - words, 0, words, high), self._note, _RIGHT)
        painter.setPen(look().colour("text"))
        painter.setFont(look().font("label"))
        title = QRectF(left, 0, max(0.0, room - words - look().px(12)), high)
        elided(painter, title, self._title, _LEFT)


class SessionLine(DayLine):
    """A later session: day, title, how far its agenda got."""

    def __init__(self, row: SessionRow, day: str, go: Callable[[], object]) -> None:
        super().__init__(day, row.title, agenda_words(row), go)


def fact(icon: str, words: Sequence[str], tone: str = "accent_text") -> QWidget:
    """Return an icon and its words; the second and fourth of the words are strong."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Icon(icon, tone, 16, in_line=True), 0, Qt.AlignmentFlag.AlignTop)
    text = Text(wrap=True)
    spans = [Span(part, "strong" if place % 2 else "") for place, part in enumerate(words) if part]
    text.say_spans(*spans)
    row.addWidget(text, 1)
    return holder


def detail(icon: str, words: str) -> QWidget:
    """Return a small icon with a detail beside it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(Icon(icon, "text_2", 16))
    row.addWidget(Text(words, tone="text_2"))
    return holder
