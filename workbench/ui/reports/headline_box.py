"""The headline in the facilitator's words: two lines, a count, and the way back to the proposal."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.reports.brief_contents import HEADLINE_LETTERS
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.text import Text

_REST_MS = 700


class HeadlineBox(QWidget):
    """Tells each change as `tried` and, once typing rests or the field is left, as `kept`."""

    tried = Signal(str)
    kept = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text("Headline", "section"))
        head.addWidget(Text("in your words", tone="text_3"))
        head.addStretch(1)
        self.count = Text("", tone="text_3")
        head.addWidget(self.count)
        column.addLayout(head)
        self.field = _HeadlineField()
        self.field.setAccessibleName("Headline")
        column.addWidget(self.field)
        self.propose = Button("Use the proposed headline", self._use_proposed, kind="link")
        column.addWidget(self.propose)
        self._proposed = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self.flush)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.flush)

    @property
    def text(self) -> str:
        """The headline on one line."""
        return " ".join(self.field.toPlainText().split())

    def show_headline(self, headline: str, proposed: str) -> None:
        """Show a headline unless one is being typed."""
        self._proposed = proposed
        if not (self._soon.isActive() or self.text == headline):
            blocked = self.field.blockSignals(True)
            self.field.setPlainText(headline)
            self.field.blockSignals(blocked)
        self._count()

    def start(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def _typed(self) -> None:
        self._count()
        self.tried.emit(self.text)
        self._soon.start()

    def flush(self) -> None:
        """Keep what was typed."""
        self._soon.stop()
        self.kept.emit(self.text)

    def _use_proposed(self) -> None:
        self._soon.stop()
        self.field.setPlainText(self._proposed)
        self.flush()

    def _count(self) -> None:
        letters = len(self.text)
        tone = "danger" if letters > HEADLINE_LETTERS else "text_3"
        self.count.say(f"{letters} of {HEADLINE_LETTERS} characters", tone)
        self.propose.setVisible(self.text != self._proposed)


class _HeadlineField(TextArea):
    """Three lines, as 140 letters need, that keep what was typed when they are left."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(lines=3)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
