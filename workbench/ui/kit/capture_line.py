"""Quick capture: one line with completion, what it will log below it, and what is in doubt."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.contributions.capture import Capture
from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.completion import Completion, Offer, Wanted
from workbench.contributions.kind_rules import KindBook
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.capture_offers import CaptureOffers
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.gifts import captured_sentence
from workbench.ui.kit.own_undo import OwnUndo
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_ASKS = {
    Wanted.WHO: "Who gave something? Tab takes the first name.",
    Wanted.KIND: "What kind? One letter is enough, Tab goes on.",
    Wanted.RECEIVER: "To whom? Several with commas, Tab goes on.",
    Wanted.WHAT: "What was it? Enter logs it.",
    Wanted.TAG: "A tag, such as where it is in use. Tab takes the first.",
}


class CaptureBox(QWidget):
    """The line with its hint; `logged` carries a line that is understood, and empties it at once.

    `beside` stands at the right of the line, such as the choice of a session. `add_wanted` carries
    a name nobody here has, where `may_add` lets it be added.
    """

    logged = Signal(str)
    add_wanted = Signal(str)

    def __init__(
        self, hint: str = "Who · kind · to whom · what", *, large: bool = False,
        beside: QWidget | None = None, may_add: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._may_add, self._unknown = may_add, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.line = _Line(hint, large=large)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(6)
        self._icon = Icon("danger", "danger", 13)
        self._said = Text("", "caption", "text_3", wrap=True)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._said, 1)
        self.add_button = Button("Add", self._add, kind="link", icon="plus", size="small")
        below.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self.line.textEdited.connect(lambda _: self._show_reading())
        self.line.read.connect(self._show_reading)
        self.line.entered.connect(self._enter)
        self._show_reading()

    def show_words(self, words: CaptureWords) -> None:
        """Say whom, which kinds and which tags a line may name."""
        self.line.words = words
        self._show_reading()

    def start(self) -> None:
        """Put the cursor into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_back(self, line: str, sentence: str) -> None:
        """Put a line that was refused back and say why; one being typed by now is left alone."""
        if not self.line.text():
            self.line.setText(line)
        self.show_problem(sentence)

    def show_problem(self, sentence: str) -> None:
        """Say what is in doubt; the line stays as it was typed."""
        self._icon.show()
        self._said.say(sentence, "danger")
        self.line.setAccessibleDescription(sentence)

    @property
    def said(self) -> str:
        """What stands below the line."""
        return self._said.text()

    def _enter(self) -> None:
        understood = self._understood()
        if understood.ready:
            line = self.line.text()
            self.line.setText("")
            self._show_reading()
            self.logged.emit(line)
        elif self.line.text().strip():
            self.show_problem(" ".join(understood.problems))
            self._offer_to_add(understood.unknown)

    def _understood(self) -> Capture:
        return self.line.words.read(self.line.text())

    def _offer_to_add(self, name: str) -> None:
        self._unknown = name if self._may_add else ""
        self.add_button.relabel(f"Add {self._unknown}")
        self.add_button.setVisible(bool(self._unknown))

    def _add(self) -> None:
        self.add_wanted.emit(self._unknown)

    def _show_reading(self) -> None:
        self._icon.hide()
        self._offer_to_add("")
        if not self.line.text().strip():
            self._said.say_spans(*_kinds(self.line.words.book))
            self.line.setAccessibleDescription("Who, kind, to whom, what")
            return
        understood = self._understood()
        if understood.ready:
            sentence = f"Enter logs: {captured_sentence(understood)}"
        else:
            wanted = self.line.completion.wanted
            no_name = wanted is Wanted.WHAT and understood.unknown
            sentence = understood.problems[0] if no_name else _ASKS[wanted]
        self._said.say_spans(Span(sentence, "caption", "text_2"))
        self.line.setAccessibleDescription(sentence)


class _Line(Themed, QLineEdit):
    """The input: Tab takes what is offered, arrows choose among it, Enter logs."""

    entered = Signal()
    read = Signal()

    def __init__(self, hint: str, *, large: bool) -> None:
        super().__init__()
        self.words = CaptureWords()
        self.setProperty("large", large)
        self._role = "lead" if large else "body"
        self.setPlaceholderText(hint)
        self.setAccessibleName("Log contribution")
        OwnUndo(self)
        self._offers = CaptureOffers(self)
        self._offers.taken.connect(self._take)
        self.textEdited.connect(lambda _: self._offer())
        self.restyle()

    @property
    def completion(self) -> Completion:
        """What the line lacks next."""
        return self.words.complete(self.text())

    def restyle(self) -> None:
        """Take the font of the text size."""
        self.setFont(look().font(getattr(self, "_role", "body")))

    def event(self, event: QEvent) -> bool:
        """Tab takes the offer before it would move the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Tab and plain and self._offers.isVisible():
                self._take(self._offers.chosen)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and up choose an offer; Enter logs; Esc puts the offers away, then the words."""
        key = event.key()
        if self._offers.isVisible() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._offers.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_enter()
        elif key == Qt.Key.Key_Escape and self._offers.isVisible():
            self._offers.hide()
        elif key == Qt.Key.Key_Escape and self.text():
            self.setText("")
            self.read.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the offers away."""
        self._offers.hide()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the offers below the line."""
        super().resizeEvent(event)
        self._offers.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the Enter key at the right end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = paint.key_cap_width("Enter"), look().px(18)
        left = self.width() - width - look().px(8)
        cap = QRectF(left, (self.height() - height) / 2, width, height)
        painter.fillRect(cap.adjusted(-4, 0, 0, 0), look().colour("surface"))
        paint.key_cap(
            painter, cap, "Enter", look().colour("text_2"), look().colour("border_strong")
        )

    def _press_enter(self) -> None:
        if self._offers.isVisible() and self._offers.was_moved:
            self._take(self._offers.chosen)
            return
        self._offers.hide()
        self.entered.emit()

    def _offer(self) -> None:
        typed = self.text().strip()
        self._offers.show_offers(self.completion.offers if typed else ())

    def _take(self, offer: Offer | None) -> None:
        if offer is None:
            return
        self.setText(offer.line)
        self._offer()
        self.read.emit()


def _kinds(book: KindBook) -> list[Span]:
    spans: list[Span] = [Span("Kinds:  ", "caption", "text_3")]
    for spec in book.offered:
        at = spec.name.casefold().find(spec.letter) if spec.letter else -1
        name = spec.name if at >= 0 or not spec.letter else f"{spec.name} ({spec.letter})"
        at = len(name) - 2 if at < 0 and spec.letter else at
        after = at + 1 if at >= 0 else 0
        spans.append(Span(name[: max(at, 0)], "caption", "text_2"))
        spans.append(Span(name[max(at, 0) : after], "caption_strong", "accent_text"))
        spans.append(Span(f"{name[after:]}    ", "caption", "text_2"))
    return [span for span in spans if span.text]
