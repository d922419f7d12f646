"""What the stage shows in turn: welcome, a question, thanks, the door, the end of a round."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text
from workbench.ui.surveys import kiosk_words as words
from workbench.ui.theme import look

_CENTRE = Qt.AlignmentFlag.AlignHCenter
ROOM = 4  # for the ring of keyboard focus


class Face(QWidget):
    """A column of words with buttons below it; keys do what the faces that ask make of them."""

    def __init__(self, *left: Button) -> None:
        super().__init__()
        self.left: tuple[Button, ...] = left
        self.right: tuple[Button, ...] = ()
        self.first: QWidget | None = None
        self.clears = False
        self.keys: Callable[[QKeyEvent], None] = super().keyPressEvent
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self.column.setSpacing(8)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        first = () if self.first is None or self.first in self.right else (self.first,)
        return (*first, *self.left, *self.right)

    @property
    def chosen(self) -> QWidget | None:
        """What is chosen, to be kept in sight."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to the stage, past the area around, which would scroll by arrow."""
        self.keys(event)

    def enter(self) -> None:
        """Do what Enter does here."""

    def back(self) -> None:
        """Do what Backspace does here."""

    def choose(self, place: int) -> None:
        """Choose the answer at a place from 0."""

    def step(self, step: int) -> None:
        """Choose the answer beside the chosen one."""

    @property
    def shapes(self) -> int:
        """How many shapes it can take, each lower than the one before."""
        return 1

    def fit(self, width: int, shape: int = 0) -> None:
        """Take a width in pixels, in one of its shapes from 0."""

    def say(self, text: str, role: str, tone: str = "text", *, space: int = 0) -> "Words":
        """Add a line of words in the middle, with some more space below it."""
        made = Words(text, role, tone, wrap=True, align=_CENTRE)
        self.column.addWidget(made)
        self.column.addSpacing(space)
        return made


class Words(Text):
    """Words that can be set smaller."""

    def take(self, role: str) -> None:
        """Take another role of type."""
        self._role = role
        self.restyle()
        self.updateGeometry()


class WelcomeFace(Face):
    """Says what is asked and what protects those who answer."""

    def __init__(self, asked: AskedForm, begin: Callable[[], None]) -> None:
        super().__init__()
        self._begin = begin
        self.say(asked.label, "question", space=8)
        self.say(words.welcome(asked), "intro", "text_2", space=8)
        if asked.promise:
            self.say(asked.promise, "lead", "text_2")
        button = Button("Begin", begin, kind="primary", keys="Enter", size="large")
        self.right = (button,)

    def enter(self) -> None:
        """Begin."""
        self._begin()


class ThanksFace(Face):
    """The ending: no button, no focus, the same for everybody."""

    def __init__(self) -> None:
        super().__init__()
        self.say(words.THANKS, "question", space=8)
        self.say(words.THANKS_NOTE, "intro", "text_2")


class StoringFace(Face):
    """Says that the round is on its way into the file."""

    def __init__(self) -> None:
        super().__init__()
        self.say("Storing the round", "question")


class DoorFace(Face):
    """Asks for what leads back into the program; after each wrong try the wait doubles."""

    def __init__(
        self, what_opens: str, opened: Callable[[str], None], stay: Callable[[], None]
    ) -> None:
        super().__init__(Button("Go on answering", stay, icon="chevron-left", size="large"))
        self.clears = True
        self._opened = opened
        self.say("For the facilitator", "question", space=8)
        self.say(
            "This ends the round for everybody. A form that is begun is not kept.",
            "intro", "text_2", space=16,
        )  # fmt: skip
        self.typed = LineInput(large=True)
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setAcceptDrops(False)
        self._form = Field(what_opens, self.typed)
        self._form.setMaximumWidth(look().px(440))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._form, 3)
        row.addStretch(1)
        self.column.addLayout(row)
        self.button = Button(
            "End the round", self.enter, kind="primary", icon="unlock", keys="Enter", size="large"
        )
        self.right = (self.button,)
        self.first = self.typed

    def enter(self) -> None:
        """Try what was typed."""
        typed = self.typed.text()
        if typed and self.button.isEnabled():
            self._enable(usable=False)
            self._opened(typed)

    def refuse(self) -> None:
        """Say that it was wrong, and take nothing for a while."""
        self._enable(usable=False)
        self.typed.clear()
        self._form.show_error("This does not open it. Wait a moment, then try again.")

    def ready(self) -> None:
        """Let it be tried again."""
        self._enable(usable=True)
        self.typed.setFocus()

    def _enable(self, *, usable: bool) -> None:
        self.typed.setEnabled(usable)
        self.button.setEnabled(usable)


class DecisionFace(Face):
    """Tells what became of the round, and offers what can be done with it, the safer at right."""

    def __init__(self, title: str, *sentences: str, left: Button, right: Button) -> None:
        super().__init__(left)
        self.right = (right,)
        self.first = right
        self.say(title, "question", space=8)
        for sentence in sentences:
            self.say(sentence, "intro", "text_2", space=4)
