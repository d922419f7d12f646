"""The stage of a round on this laptop: one face at a time, what protects people at its foot."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

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
from workbench.ui.surveys.kiosk_warning import WarningPlace
from workbench.ui.theme import look

THANKS_MS = 5000
_WIDTH = 1008
_MARGIN = 40
_GAP = 24
_TOP, _BELOW, _BOTTOM = 20, 12, 28
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
        self._given = 0
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
        self._show(QuestionFace(step, answer, asks))

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
        self._word.say("")

    def look(self) -> None:
        """See whether a form that nobody goes on with has to be cleared."""
        now = self._seconds()
        due = self._untouched.look(now)
        if due is Patience.CLEAR:
            self.presenter.clear()
        elif due is Patience.WARN:
            self._word.say(words.soon(self._untouched.left(now), short=self._word.short))

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
            face.step(_ARROWS[key] * (-1 if self._mirrored(key) else 1))
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            face.choose((key - Qt.Key.Key_0 - 1) % 10)
        if face.chosen is not None:
            self._area.ensureWidgetVisible(face.chosen)

    def minimumSizeHint(self) -> QSize:
        """Follow the window to any size: what is shown is fitted into it afterwards."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a face more room when it says more."""
        asks = watched is self.face and event.type() == QEvent.Type.LayoutRequest
        if asks and self._height_of_face() != self._given:
            self._fit()
        return False

    def restyle(self) -> None:
        """Follow theme and text size."""
        if hasattr(self, "_area"):
            self._fit()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(0)
        self.facilitator = Button("Facilitator", self._ask_at_door, kind="ghost", icon="lock")
        self._heading = Text(words.heading(self._asked), "lead", "text_2")
        self._word = WarningPlace(self._heading)
        self.warning = self._word.text
        self._word.top.addWidget(self.facilitator)
        self._area = scrolled(QWidget())
        self._area.setObjectName("window")
        self._nav = QWidget()
        self._buttons = QHBoxLayout(self._nav)
        self._buttons.setContentsMargins(8, 0, 8, 0)
        self._buttons.setSpacing(20)
        self.foot = Foot(words.facts(self._asked))
        self._gap = QWidget()
        column.addLayout(self._word.top)
        column.addStretch(1)
        column.addWidget(self._area, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._gap)
        column.addWidget(self._nav, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._word.below)
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
        """Give the face what it needs, or what there is.

        Where room is short the facts go first, then what is below the buttons, then the face
        takes a lower shape; the last of them may scroll.
        """
        width = min(look().px(_WIDTH), self.width() - 2 * _MARGIN)
        self._area.setFixedWidth(width)
        self._nav.setFixedWidth(width)
        self._gap.setFixedHeight(look().px(_GAP))
        foot = self.foot.fit(min(look().px(1164), self.width() - 2 * _MARGIN))
        foot = 0 if self._ended else foot
        always = self._always()
        roomy = always + self.warning.sizeHint().height() + _BOTTOM
        wanted = self._wanted(width, 0)
        short = wanted + roomy + foot > self.height()
        room = self.height() - (always if short else roomy + foot)
        for shape in range(1, self.face.shapes):
            if wanted <= room:
                break
            wanted = self._wanted(width, shape)
        self._given = wanted
        height = max(look().px(80), min(wanted, room))
        # on the way no more may be asked for than there is, or the window would grow
        self._area.setFixedHeight(min(height, self._area.height()))
        self.foot.setVisible(not short and not self._ended)
        self._column.setContentsMargins(_MARGIN, _TOP, _MARGIN, _BELOW if short else _BOTTOM)
        self._word.take(short=short)
        self._area.setFixedHeight(height)

    def _always(self) -> int:
        """Return the height in pixels of what stands above and below every face."""
        top = max(row.sizeHint().height() for row in (self._heading, self.facilitator))
        below = (row.sizeHint().height() for row in (*self.face.left, *self.face.right))
        buttons = max(below, default=0)
        return _TOP + top + look().px(_GAP) + buttons + _BELOW

    def _wanted(self, width: int, shape: int) -> int:
        """Return the height in pixels of the face in one of its shapes."""
        self.face.fit(width, shape)
        return self._height_of_face()

    def _height_of_face(self) -> int:
        """Return the height in pixels of the face in the shape it has."""
        layout = self.face.column
        layout.invalidate()
        beside = self._area.width() - look().px(_BAR)
        return layout.totalHeightForWidth(beside) if layout.hasHeightForWidth() else 0

    def _mirrored(self, key: Qt.Key) -> bool:
        """Whether an arrow goes the other way because the screen is read from right to left."""
        aside = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return aside and self.layoutDirection() is Qt.LayoutDirection.RightToLeft

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
