"""One question on the stage: how far the form is, its words, its answers, and where to go."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from workbench.surveys.kiosk_round import Step, StepKind
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys import kiosk_words as words
from workbench.ui.surveys.kiosk_faces import ROOM, Face
from workbench.ui.surveys.kiosk_options import Options
from workbench.ui.theme import look

_ROOMY, _TIGHT, _CLOSE = range(3)  # how closely the words are set
_ORDERED = ((_ROOMY, 0), (_TIGHT, 0), (_ROOMY, 1), (_TIGHT, 1), (_CLOSE, 1))
_OTHERS = ((_ROOMY, 0), (_TIGHT, 0), (_TIGHT, 1), (_TIGHT, 2), (_CLOSE, 2))
_COMMENT = ((_ROOMY, 0), (_TIGHT, 0), (_CLOSE, 0))
_ROLES = {
    _ROOMY: ("lead", "question", "intro"),
    _TIGHT: ("body", "title", "body"),
    _CLOSE: ("body", "lead_strong", "body"),
}
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class QuestionFace(Face):
    """One question with its options, or with a field to write into; lower where room is short."""

    def __init__(self, step: Step, answer: int | str | None, ask: "Asks") -> None:
        super().__init__()
        self._ask, self._step = ask, step
        self.clears = True
        self.options: Options | None = None
        self.field: TextArea | None = None
        self.column.addWidget(Progress(step.at, step.steps), 0, _CENTRE)
        self.column.addSpacing(8)
        self.place = self.say(words.place_of(step), "lead", "text_2")
        self.question = self.say(step.text, "question")
        self.hint = self.say(words.hint_of(step), "intro", "text_2")
        self._gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.column.addItem(self._gap)
        if step.options:
            self._offer(step, answer)
        else:
            self._take_comment(step, str(answer or ""))
        self._add_buttons(step)
        self._set_words(_ROOMY)

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

    @property
    def shapes(self) -> int:
        """How many shapes it can take."""
        return len(self._ways)

    def fit(self, width: int, shape: int = 0) -> None:
        """Set the words and lay out the options."""
        close, short = self._ways[shape]
        self._set_words(close)
        if self.options is not None:
            self.options.fit(width - 2 * ROOM, short)

    @property
    def _ways(self) -> tuple[tuple[int, int], ...]:
        """How closely the words are set and how short the answers, shape by shape."""
        if self.options is None:
            return _COMMENT
        return _ORDERED if self._step.kind is StepKind.ITEM else _OTHERS

    def _set_words(self, close: int) -> None:
        place, question, hint = _ROLES[close]
        self.place.take(place)
        self.place.setVisible(close != _CLOSE)
        self.question.take(question)
        self.hint.take("lead" if self.options is None and close == _ROOMY else hint)
        self._gap.changeSize(0, 32 if close == _ROOMY else 4)

    def _offer(self, step: Step, answer: int | str | None) -> None:
        ordered = step.kind is StepKind.ITEM
        self.options = Options(step.options, self._chosen, ordered=ordered)
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
