"""What the stage shows in turn: welcome, a question, thanks, the door, the end of a round."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_round import LONGEST_PART, Step, StepKind
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import LineInput, TextArea
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys import kiosk_words as words
from workbench.ui.surveys.kiosk_options import Options
from workbench.ui.theme import look

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class Face(QWidget):
    """A column of words with buttons below it; keys do what the faces that ask make of them."""

    def __init__(self, *left: Button) -> None:
        super().__init__()
        self.left: tuple[Button, ...] = left
        self.right: tuple[Button, ...] = ()
        self.first: QWidget | None = None
        self.clears = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        self.column.setSpacing(8)

    @property
    def chosen(self) -> QWidget | None:
        """What is chosen, to be kept in sight."""
        return None

    def enter(self) -> None:
        """Do what Enter does here."""

    def back(self) -> None:
        """Do what Backspace does here."""

    def choose(self, place: int) -> None:
        """Choose the answer at a place from 0."""

    def step(self, step: int) -> None:
        """Choose the answer beside the chosen one."""

    def fit(self, width: int) -> None:
        """Take a width in pixels."""

    def _say(self, text: str, role: str, tone: str = "text", *, space: int = 0) -> Text:
        made = Text(text, role, tone, wrap=True, align=_CENTRE)
        self.column.addWidget(made)
        self.column.addSpacing(space)
        return made


_ROOM = 4  # for the ring of keyboard focus


class WelcomeFace(Face):
    """Says what is asked and what protects those who answer."""

    def __init__(self, asked: AskedForm, begin: Callable[[], None]) -> None:
        super().__init__()
        self._begin = begin
        self._say(asked.label, "question", space=8)
        self._say(words.welcome(asked), "intro", "text_2", space=8)
        if asked.promise:
            self._say(asked.promise, "lead", "text_2")
        button = Button("Begin", begin, kind="primary", keys="Enter", size="large")
        self.right = (button,)

    def enter(self) -> None:
        """Begin."""
        self._begin()


class QuestionFace(Face):
    """One question with its options, or with a field to write into; `tight` where room is short."""

    def __init__(
        self, step: Step, answer: int | str | None, ask: "Asks", *, tight: bool = False
    ) -> None:
        super().__init__()
        self._ask = ask
        self.clears = True
        self.options: Options | None = None
        self.field: LineInput | TextArea | None = None
        self.column.addWidget(Progress(step.at, step.steps), 0, _CENTRE)
        self.column.addSpacing(8)
        self._say(words.place_of(step), "body" if tight else "lead", "text_2")
        self.question = self._say(step.text, "title" if tight else "question")
        hint = "body" if tight else "intro" if step.options else "lead"
        self._say(words.hint_of(step), hint, "text_2", space=4 if tight else 32)
        if step.options:
            self._offer(step, answer)
        else:
            self._take_words(step, str(answer or ""))
        self._add_buttons(step)

    @property
    def chosen(self) -> QWidget | None:
        """The tile of the chosen answer."""
        options = self.options
        return options.tiles[options.place] if options and options.place >= 0 else None

    def enter(self) -> None:
        """Go on."""
        self._ask.next()

    def back(self) -> None:
        """Show the question before."""
        if self.left[0].isEnabled():
            self._ask.back()

    def choose(self, place: int) -> None:
        """Choose an answer by its key."""
        if self.options is not None:
            self.options.choose(place)

    def step(self, step: int) -> None:
        """Choose by arrow."""
        if self.options is not None:
            self.options.step(step)

    def fit(self, width: int) -> None:
        """Lay out the options."""
        if self.options is not None:
            self.options.fit(width - 2 * _ROOM)

    def _offer(self, step: Step, answer: int | str | None) -> None:
        self.options = Options(step.options, self._chosen)
        self.options.mark(answer if isinstance(answer, int) else -1)
        self.column.addWidget(self.options)

    def _take_words(self, step: Step, answer: str) -> None:
        if step.kind is StepKind.CODE:
            line = LineInput(answer, large=True)
            line.setMaxLength(LONGEST_PART)
            line.textChanged.connect(self._ask.write)
            self.field = line
        else:
            area = _Comment(answer, lines=5)
            area.textChanged.connect(lambda: self._ask.write(area.toPlainText()))
            self.field = area
        self.field.setInputMethodHints(_PRIVATE)
        self.field.setAccessibleName(step.text)
        self.field.setAcceptDrops(False)
        self.column.addWidget(self.field)
        self.first = self.field

    def _add_buttons(self, step: Step) -> None:
        back = Button("Back", self._ask.back, icon="chevron-left", size="large")
        back.setEnabled(step.at > 1)
        self.next = Button(
            "Finish" if step.last else "Next",
            self._ask.next,
            kind="primary",
            keys="Enter",
            size="large",
        )
        if self.options is not None:
            self.next.setEnabled(self.options.place >= 0)
        self.left = (back,)
        self.right = (
            Button("Skip this one", self._ask.skip, kind="ghost", size="large"),
            self.next,
        )

    def _chosen(self, place: int) -> None:
        self.next.setEnabled(True)
        self._ask.choose(place)


class Asks:
    """What a question asks of the round; each is a function without Qt."""

    def __init__(
        self,
        choose: Callable[[int], None],
        write: Callable[[str], None],
        next: Callable[[], None],  # noqa: A002 - it is what the button says
        skip: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        self.choose, self.write, self.next, self.skip, self.back = choose, write, next, skip, back


class ThanksFace(Face):
    """The ending: no button, no focus, the same for everybody."""

    def __init__(self) -> None:
        super().__init__()
        self._say(words.THANKS, "question", space=8)
        self._say(words.THANKS_NOTE, "intro", "text_2")


class StoringFace(Face):
    """Says that the round is on its way into the file."""

    def __init__(self) -> None:
        super().__init__()
        self._say("Storing the round", "question")


class DoorFace(Face):
    """Asks for what leads back into the program; after each wrong try the wait doubles."""

    def __init__(
        self, what_opens: str, opened: Callable[[str], None], stay: Callable[[], None]
    ) -> None:
        super().__init__(Button("Go on answering", stay, icon="chevron-left", size="large"))
        self.clears = True
        self._opened = opened
        self._say("For the facilitator", "question", space=8)
        self._say(
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
        self._say(title, "question", space=8)
        for sentence in sentences:
            self._say(sentence, "intro", "text_2", space=4)


class Progress(Themed, QWidget):
    """How far the form is: a dash for each question, the present one higher."""

    def __init__(self, at: int, steps: int) -> None:
        super().__init__()
        self._at, self._steps = at, steps
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{at} of {steps}")

    def sizeHint(self) -> QSize:
        """Dashes of one size, narrower where there are many."""
        return QSize(min(look().px(44) * self._steps, look().px(640)), look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashes."""
        painter = QPainter(self)
        each = self.width() / self._steps
        gap = min(look().px(8), each * 0.25)
        for place in range(1, self._steps + 1):
            high = look().px(12 if place == self._at else 6)
            top = (self.height() - high) / 2
            box = QRectF((place - 1) * each + gap / 2, top, each - gap, high)
            tone = "accent" if place <= self._at else "border_strong"
            rounded(painter, box, high / 2, look().colour(tone))


class _Comment(TextArea):
    """Several lines; Enter goes on, Shift and Enter begin a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the stage."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
