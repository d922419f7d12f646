"""The agenda beside the timer: what took how long, what is to come, when all ends at this pace."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit import paint
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.sessions.live_face import Face, LiveLine, Offer
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place
from workbench.ui.theme import look


class LiveAgenda(QWidget):
    """One line for each block; pressing one runs it now."""

    def __init__(self, go_to: Callable[[int], object], take: Callable[[Offer], object]) -> None:
        super().__init__()
        self._go_to = go_to
        self._shown: tuple[LiveLine, ...] = ()
        self.drift = Chip("")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        surface = frame("card")
        outer.addWidget(surface)
        column = QVBoxLayout(surface)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(15, 12, 15, 12)
        head.addWidget(Text("Agenda", "section"), 1)
        head.addWidget(self.drift)
        column.addLayout(head)
        column.addWidget(hairline())
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._rebuild()
        column.addWidget(scrolled(inside), 1)
        column.addWidget(hairline())
        self.pace = Pace(take)
        column.addWidget(self.pace)

    def show_face(self, face: Face) -> None:
        """Show what changes with the clock."""
        self.drift.setVisible(bool(face.drift))
        if face.drift:
            tone = "warn" if face.is_behind else "good"
            if (self.drift.text, self.drift.tone) != (face.drift, tone):
                self.drift.show_chip(face.drift, tone, "clock")
        self.pace.show_face(face)
        if face.lines != self._shown:
            self._shown = face.lines
            self._rebuild()

    def _rebuild(self) -> None:
        clear(self._lines)
        for line in self._shown:
            self._lines.addWidget(_Line(line, partial(self._go_to, line.key)))
        if not self._shown:
            self._lines.addWidget(_no_agenda())
        self._lines.addStretch(1)


def _no_agenda() -> Text:
    words = Text("No agenda: the clock counts up from the start.", tone="text_2", wrap=True)
    words.setContentsMargins(15, 12, 15, 12)
    return words


class Pace(QWidget):
    """When the session ends at this pace, beside the end of its slot, and what would mend it."""

    def __init__(self, take: Callable[[Offer], object]) -> None:
        super().__init__()
        self._take = take
        self._shown: tuple[Offer, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 14)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        self.ends, self.slot = Text("", "title"), Text("", "title")
        for place, (words, time) in enumerate(
            (("Ends at this pace", self.ends), ("Slot ends", self.slot))
        ):
            grid.addWidget(Text(words, tone="text_2"), 0, place)
            grid.addWidget(time, 1, place)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(6)
        column.addLayout(self._offers)

    def show_face(self, face: Face) -> None:
        """Show both times, and what can be pressed to bring them together."""
        self.ends.say(face.ends or "–", "warn" if face.is_late else "text")
        self.slot.say(face.slot_ends)
        if face.offers != self._shown:
            self._shown = face.offers
            clear(self._offers)
            for offer in face.offers:
                self._offers.addWidget(Text(offer.words, tone="text_2", wrap=True))
                button = Button(offer.button, partial(self._take, offer), size="small")
                self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class PaceLine(Themed, QWidget):
    """The agenda in one line where there is no room for more."""

    def __init__(self, take: Callable[[Offer], object]) -> None:
        super().__init__()
        self._take = take
        self._offer: Offer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        self.words = Text("", wrap=True)
        row.addWidget(self.words, 1)
        self.button = Button("", self._press, size="small")
        row.addWidget(self.button)

    def show_face(self, face: Face) -> None:
        """Show drift and ends, and the first thing that would mend them."""
        self.setVisible(bool(face.drift))
        self.words.say_spans(
            Span(face.drift, "strong", "warn" if face.is_behind else "good"),
            Span(f" · ends at this pace {face.ends}", tone="warn" if face.is_late else "text_2"),
            Span(f" · slot ends {face.slot_ends}", tone="text_2"),
        )
        self._offer = face.offers[0] if face.offers else None
        self.button.setVisible(self._offer is not None)
        if self._offer is not None and self.button.label != self._offer.button:
            self.button.relabel(self._offer.button)
            self.button.setToolTip(self._offer.words)

    def _press(self) -> None:
        if self._offer is not None:
            self._take(self._offer)


class _Line(Themed, QWidget):
    """One block: start, colour, title, minutes taken of minutes planned; a press runs it now."""

    radius = 0

    def __init__(self, line: LiveLine, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._line, self._pressed = line, pressed
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 10, 15, 11)
        row.setSpacing(10)
        tone = "text_2" if line.is_done else "text"
        role = "strong" if line.is_current else "label" if not line.is_done else "body"
        self._at = Text(line.at, role, "text" if line.is_current else "text_2")
        row.addWidget(self._at)
        row.addSpacing(14)
        self._title = Text(line.title, role, tone, wrap=True)
        row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        minutes = Text()
        if line.is_done:
            minutes.say_spans(Span(line.took, "label"), Span(f" /{line.planned}", tone="text_2"))
        else:
            minutes.say_spans(Span(line.planned, role))
        row.addWidget(minutes)
        if line.is_done:
            row.addWidget(Icon("check", "good", 14))
        self.setAccessibleName(self._said())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Run this block."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter runs this block."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pressed()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the colour of the kind, the hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line.is_current:
            painter.fillRect(self.rect(), look().colour("selected"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look().colour("hover"))
        place = block_place(self._line.kind)
        colour = look().colour("border_strong") if place is None else look().category(place)
        left = self._at.geometry().right() + 10
        paint.rounded(painter, QRectF(left, 8, 4, self.height() - 17), 2, colour)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look().colour("border"))

    def _said(self) -> str:
        line = self._line
        state = "now" if line.is_current else f"took {line.took}" if line.is_done else "to come"
        kind = BLOCK_WORDS[line.kind]
        return f"{line.at}, {line.title}, {kind}, {line.planned} minutes, {state}"
