"""The stage of a round on this laptop: one face at a time, what protects people at its foot."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.key_store import KeyStore
from workbench.surveys.kiosk_door import Door
from workbench.surveys.kiosk_patience import Patience, Untouched, awake_and_asleep
from workbench.surveys.kiosk_round import Step
from workbench.surveys.rounds import TheFew
from workbench.surveys.wave_rules import MoreThanInvited
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.surveys import kiosk_words as words
from workbench.ui.surveys.kiosk_faces import (
    DecisionFace,
    DoorFace,
    Face,
    StoringFace,
    ThanksFace,
    WelcomeFace,
)
from workbench.ui.surveys.kiosk_foot import Foot
from workbench.ui.surveys.kiosk_presenter import KioskPresenter
from workbench.ui.surveys.kiosk_question import Asks, QuestionFace
from workbench.ui.theme import look

THANKS_MS = 5000
_WIDTH = 1008
_MARGIN = 40
_AROUND = 32 + 24 + 44 + 22  # facilitator, gap, buttons, word before clearing: they grow with text
_TIGHT = 430  # under this height the question is set smaller, so that answers are in sight
_AIR = 20 + 12 + 28
_LOOK_MS = 1000
_BAR = 14  # what a scroll bar takes: words that just fit must not bring one up
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
}  # fmt: skip


_Choice = tuple[str, str, Callable[[], None]]  # verb, icon, what it does


class KioskStage(Themed, QWidget):
    """Asks one question at a time; `left` is called when the round has ended."""

    def __init__(
        self,
        desk: Desk,
        asked: AskedForm,
        door: Door,
        left: Callable[[], None],
        *,
        keys: KeyStore | None = None,
        seconds: Callable[[], float] = awake_and_asleep,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(words.heading(asked))
        self._asked, self._left, self._seconds = asked, left, seconds
        self._untouched = Untouched(seconds())
        self.presenter = KioskPresenter(desk, self, asked, door, keys or KeyStore())
        self.face: Face = Face()
        self._lay_out()
        self.thanks = self._timer(self.show_welcome, THANKS_MS)
        self._wait = self._timer(self._ready)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self.look)
        self.show_welcome()

    def show_welcome(self) -> None:
        """Show what is said before the first question."""
        self._show(WelcomeFace(self._asked, self.presenter.begin))

    def show_step(self, step: Step, answer: int | str | None) -> None:
        """Show a question and what this person answered to it so far."""
        does = self.presenter
        asks = Asks(does.choose, does.write, does.next, does.skip, does.back)
        tight = self.height() < look().px(_TIGHT)
        self._show(QuestionFace(step, answer, asks, tight=tight))

    def show_thanks(self) -> None:
        """Show the ending for five seconds, whoever answered and however."""
        self._show(ThanksFace())
        self.facilitator.setEnabled(False)
        self.thanks.start()

    def show_door(self, what_opens: str) -> None:
        """Ask for what leads back into the program."""
        self._show(DoorFace(what_opens, self.presenter.try_door, self.presenter.stay))
        self.facilitator.setEnabled(False)
        if self._wait.isActive():
            self._bar_door()

    def refuse(self, seconds: float) -> None:
        """Say that this does not open it, and wait."""
        self._wait.start(round(seconds * 1000))
        self._bar_door()

    def show_storing(self) -> None:
        """Say that the round is on its way into the file."""
        self._show_end(StoringFace())

    def show_too_few(self) -> None:
        """Tell the group that so few answers are not stored, and let it decide."""
        does = self.presenter
        self._decide(
            (words.too_few(self._asked), words.FEW, words.SEAL),
            ("Discard them", "trash", does.discard),
            ("Keep them sealed", "lock", does.seal),
        )

    def show_some_too_few(self, titles: tuple[str, ...]) -> None:
        """Tell the group which questionnaires too few answered, and let it decide about them."""
        self._decide(
            words.some_too_few(self._asked, titles),
            ("Discard the few", "trash", lambda: self.presenter.settle_the_few(TheFew.DISCARD)),
            ("Keep the few sealed", "lock", lambda: self.presenter.settle_the_few(TheFew.SEAL)),
        )

    def show_more_than_invited(self, problem: MoreThanInvited) -> None:
        """Ask whether the number invited is to be corrected."""
        does, number = self.presenter, problem.answered
        self._decide(
            words.more_than_invited(problem),
            ("Discard the round", "trash", does.discard),
            (f"Correct to {number}", "check", lambda: does.correct_invited(number)),
        )

    def show_problem(self, sentence: str, *, sealed_shut: bool = False) -> None:
        """Say why the round could not be stored; it is still in memory."""
        does = self.presenter
        verb, do = ("Try again", does.try_again)
        if sealed_shut:
            verb, do = ("Let the sealed ones go", does.end_without_sealed)
        self._decide(
            ("The round is not stored yet", sentence, "Nothing of it is lost so far."),
            ("Discard the round", "trash", does.discard),
            (verb, "", do),
        )

    def _decide(self, said: tuple[str, ...], left: _Choice, right: _Choice) -> None:
        """Tell what became of the round and offer two ways on, the safer at right."""
        title, *sentences = said
        verb, icon, do = left
        other, own, safer = right
        self._show_end(
            DecisionFace(
                title, *sentences,
                left=Button(verb, do, icon=icon, size="large"),
                right=Button(other, safer, kind="primary", icon=own, size="large"),
            )
        )  # fmt: skip

    def leave(self) -> None:
        """Show the program again."""
        for timer in (self.thanks, self._wait, self._watch):
            timer.stop()
        self._forget_selection()
        self._left()

    def touch(self) -> None:
        """Note a hand on the laptop."""
        self._untouched.touch(self._seconds())
        self.warning.say("")

    def look(self) -> None:
        """See whether a form that nobody goes on with has to be cleared."""
        now = self._seconds()
        due = self._untouched.look(now)
        if due is Patience.CLEAR:
            self.presenter.clear()
        elif due is Patience.WARN:
            self.warning.say(words.soon(self._untouched.left(now)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key; a key held down answers once."""
        event.accept()
        key, face = Qt.Key(event.key()), self.face
        if event.isAutoRepeat():
            return
        if key in _ENTER:
            face.enter()
        elif key == Qt.Key.Key_Backspace:
            face.back()
        elif key in _ARROWS:
            face.step(_ARROWS[key])
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            face.choose((key - Qt.Key.Key_0 - 1) % 10)
        if face.chosen is not None:
            self._area.ensureWidgetVisible(face.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a face more room when it says more."""
        if watched is self.face and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def restyle(self) -> None:
        """Follow theme and text size."""
        if hasattr(self, "_area"):
            self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 28)
        column.setSpacing(0)
        self.facilitator = Button("Facilitator", self._ask_at_door, kind="ghost", icon="lock")
        top = QHBoxLayout()
        top.addWidget(Text(words.heading(self._asked), "lead", "text_2"), 1)
        top.addWidget(self.facilitator)
        self._area = scrolled(QWidget())
        self._area.setObjectName("window")
        self._nav = QWidget()
        self._buttons = QHBoxLayout(self._nav)
        self._buttons.setContentsMargins(8, 0, 8, 0)
        self._buttons.setSpacing(20)
        self.warning = Text("", "lead", "warn", align=Qt.AlignmentFlag.AlignHCenter)
        self.foot = Foot(words.facts(self._asked))
        self._gap = QWidget()
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(self._area, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._gap)
        column.addWidget(self._nav, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self.warning)
        column.addStretch(1)
        column.addWidget(self.foot, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show(self, face: Face) -> None:
        """Put a face in place of the one before, of which nothing is kept, typing included."""
        self.face = face
        self._forget_selection()
        face.setObjectName("window")
        face.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        face.installEventFilter(self)
        gone = self._area.takeWidget()  # it may be the one whose key is being answered
        gone.hide()
        gone.deleteLater()
        self._area.setWidget(face)
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in face.left:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        for button in face.right:
            self._buttons.addWidget(button)
        face.keys = self.keyPressEvent
        self.facilitator.setEnabled(True)
        self.touch()
        if face.clears:
            self._watch.start()
        else:
            self._watch.stop()
        self._fit()
        for before, after in pairwise((self, *face.stops, self.facilitator)):
            QWidget.setTabOrder(before, after)
        (face.first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_end(self, face: Face) -> None:
        self._show(face)
        self.facilitator.setEnabled(False)
        self.foot.hide()

    def _fit(self) -> None:
        """Give the face what it needs, or what there is; the facts go first where room is short."""
        width = min(look().px(_WIDTH), self.width() - 2 * _MARGIN)
        self._area.setFixedWidth(width)
        self._nav.setFixedWidth(width)
        self._gap.setFixedHeight(look().px(24))
        self.face.fit(width)
        layout = self.face.column
        layout.invalidate()
        beside = width - look().px(_BAR)
        wanted = layout.totalHeightForWidth(beside) if layout.hasHeightForWidth() else 0
        around = look().px(_AROUND) + _AIR
        foot = self.foot.fit(min(look().px(1164), self.width() - 2 * _MARGIN))
        self.foot.setVisible(wanted + around + foot <= self.height() and not self._ended)
        room = self.height() - around - (0 if self.foot.isHidden() else foot)
        self._area.setFixedHeight(max(look().px(80), min(wanted, room)))

    @property
    def _ended(self) -> bool:
        return isinstance(self.face, DecisionFace | StoringFace)

    def _ask_at_door(self) -> None:
        self.presenter.ask_at_door()

    def _bar_door(self) -> None:
        if isinstance(self.face, DoorFace):
            self.setFocus()
            self.face.refuse()

    def _ready(self) -> None:
        if isinstance(self.face, DoorFace):
            self.face.ready()

    def _timer(self, do: Callable[[], None], wait: int = 0) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(do)
        return timer

    @staticmethod
    def _forget_selection() -> None:
        """Empty what a marked word put where a middle click would paste it."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
