"""One question on the stage: how far the form is, its words, its answers, and where to go."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.surveys.kiosk_round import Step
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys import kiosk_words as words
from workbench.ui.surveys.kiosk_faces import ROOM, Face
from workbench.ui.surveys.kiosk_options import Options
from workbench.ui.theme import look

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class QuestionFace(Face):
    """One question with its options, or with a field to write into; `tight` where room is short."""

    def __init__(
        self, step: Step, answer: int | str | None, ask: "Asks", *, tight: bool = False
    ) -> None:
        super().__init__()
        self._ask = ask
        self.clears = True
        self.options: Options | None = None
        self.field: TextArea | None = None
        self.column.addWidget(Progress(step.at, step.steps), 0, _CENTRE)
        self.column.addSpacing(8)
        self.say(words.place_of(step), "body" if tight else "lead", "text_2")
        self.question = self.say(step.text, "title" if tight else "question")
        hint = "body" if tight else "intro" if step.options else "lead"
        self.say(words.hint_of(step), hint, "text_2", space=4 if tight else 32)
        if step.options:
            self._offer(step, answer)
        else:
            self._take_comment(step, str(answer or ""))
        self._add_buttons(step)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The answers, then the buttons."""
        tiles = self.options.tiles if self.options is not None else ()
        return (*tiles, *super().stops)

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
            self.options.fit(width - 2 * ROOM)

    def _offer(self, step: Step, answer: int | str | None) -> None:
        self.options = Options(step.options, self._chosen)
        self.options.mark(answer if isinstance(answer, int) else -1)
        self.column.addWidget(self.options)

    def _take_comment(self, step: Step, answer: str) -> None:
        self.field = area = _Comment(answer, lines=5)
        area.textChanged.connect(lambda: self._ask.write(area.toPlainText()))
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
