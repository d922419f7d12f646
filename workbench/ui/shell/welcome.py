"""Welcome: make a workspace, open one, try the sample; and what stands against a file."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.errors import UserFixable
from workbench.ui.kit import paint
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Span, Text, elided
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.shell.seats import CircleOfSeats
from workbench.ui.shell.stage import Stage
from workbench.ui.theme import look, paint_icon

_LEFT = Qt.AlignmentFlag.AlignLeft


class ChoiceCard(Themed, QPushButton):
    """A large button with an icon, a title and a line; `main` is the first choice."""

    def __init__(
        self, icon: str, title: str, line: str, keys: str = "", *, main: bool = False
    ) -> None:
        super().__init__(title)
        self._icon, self._title, self._line, self._keys = icon, title, line, keys
        self._main, self._over = main, False
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)

    radius = 8

    def sizeHint(self) -> QSize:
        """High enough for two lines and air."""
        return QSize(look().px(320), look().px(76))

    def minimumSizeHint(self) -> QSize:
        """Narrower where the window is."""
        return QSize(look().px(220), look().px(76))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the hover tint."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Drop the hover tint."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        main = self._main
        ground = (
            ("accent_hover" if self._over else "accent")
            if main
            else ("hover" if self._over else "surface")
        )
        edge = None if main else look().colour("border_strong")
        paint.rounded(painter, QRectF(self.rect()), 8, look().colour(ground), edge)
        side = look().px(40)
        box = QRectF(18, (self.height() - side) / 2, side, side)
        paint.rounded(painter, box, 6, look().colour("accent_hover" if main else "selected"))
        inset = side * 0.27
        ink = look().colour("on_accent" if main else "accent_text")
        paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), ink)
        right = self._paint_right(painter)
        self._paint_words(painter, box.right() + 16, right - 12)

    def _paint_words(self, painter: QPainter, left: float, right: float) -> None:
        middle = self.height() / 2
        painter.setPen(look().colour("on_accent" if self._main else "text"))
        painter.setFont(look().font("section"))
        top = QRectF(left, middle - look().px(21), right - left, look().px(21))
        elided(painter, top, self._title, _LEFT)
        painter.setFont(look().font())
        if not self._main:
            painter.setPen(look().colour("text_2"))
        elided(painter, QRectF(left, middle, right - left, look().px(20)), self._line, _LEFT)

    def _paint_right(self, painter: QPainter) -> float:
        ink = look().colour("on_accent" if self._main else "text_2")
        side = look().px(16)
        right = self.width() - 20.0
        box = QRectF(right - side, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-right", box, ink)
        right -= side + 16
        if self._keys:
            width, height = paint.key_cap_width(self._keys), look().px(20)
            cap = QRectF(right - width, (self.height() - height) / 2, width, height)
            edge = ink if self._main else look().colour("border_strong")
            paint.key_cap(painter, cap, self._keys, ink, edge)
            right -= width
        return right


class WelcomeStage(Stage):
    """The first thing seen; three choices, the first one focused."""

    protect = Signal()
    open_file = Signal()
    sample = Signal()

    def __init__(self, problem: UserFixable | None = None) -> None:
        super().__init__(CircleOfSeats(), top=40 if problem else 96)
        self.column.addSpacing(28 if problem else 64)
        if problem is not None:
            self.column.addWidget(notice(problem))
            self.column.addSpacing(28)
        hero = Text("Everyone has a seat.\u2028You see who is missing.", "hero", wrap=True)
        self.column.addWidget(hero)
        self.column.addSpacing(14)
        self.column.addWidget(
            Text(
                "Keep your learning community's people, sessions and surveys in one place, and "
                "see what changes over time.",
                "intro",
                "text_2",
                wrap=True,
            )
        )
        self.column.addSpacing(32)
        self._add_choices()
        self.column.addSpacing(36)
        self._add_trust()
        self.column.addStretch(1)
        self.setFocusProxy(self.first)

    def _add_choices(self) -> None:
        self.first = ChoiceCard(
            "lock",
            "Create a protected workspace",
            "One encrypted file. You choose its passphrase and place.",
            "Enter",
            main=True,
        )
        second = ChoiceCard(
            "folder",
            "Open a workspace",
            "Continue with a file from this laptop or a backup drive.",
            "Ctrl O",
        )
        third = ChoiceCard(
            "sprout",
            "Try with a sample community",
            "48 made-up people and four survey waves. Nothing is saved.",
        )
        for card, signal in (
            (self.first, self.protect),
            (second, self.open_file),
            (third, self.sample),
        ):
            card.clicked.connect(signal)
            self.column.addWidget(card)
            self.column.addSpacing(12)

    def _add_trust(self) -> None:
        for icon, strong, rest in (
            ("laptop", "Stays on this laptop. ", "No account, no internet, no tracking."),
            (
                "shield",
                "Only your passphrase opens it. ",
                "If it is lost, nobody can recover the file, so print the recovery sheet.",
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Icon(icon, "accent_text", 16, in_line=True), 0, Qt.AlignmentFlag.AlignTop)
            words = Text(tone="text_2", wrap=True)
            words.say_spans(Span(strong, "strong", "text"), Span(rest))
            row.addWidget(words, 1)
            self.column.addLayout(row)
            self.column.addSpacing(12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first choice unless another one is focused."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.first.click()
            return
        super().keyPressEvent(event)


def notice(problem: UserFixable) -> QWidget:
    """Return what went wrong as title, sentence and next step on a tint."""
    box = frame("noteWarn")
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 14, 16, 14)
    row.setSpacing(14)
    row.addWidget(Icon("warning", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Text(problem.title, "section", wrap=True))
    text = " ".join(part for part in (problem.sentence, problem.next_step) if part)
    words.addWidget(Text(text, tone="text_2", wrap=True))
    row.addLayout(words, 1)
    return box
