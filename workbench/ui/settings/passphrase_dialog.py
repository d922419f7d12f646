"""Another passphrase, a first one, or none: the present one is asked for, loss is told before."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workbench.foundation.errors import BadInput
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import Check, LineInput
from workbench.ui.kit.passphrase import five_words, strength
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame

_FIRST_WAIT_MS = 500
_LONGEST_WAIT_MS = 60_000
_ALIKE = "The backups made so far stay as they are:"


class Wish(Enum):
    """What is to become of the passphrase: title, verb, what follows."""

    ADD = (
        "Add a passphrase",
        "Protect this file",
        f"{_ALIKE} without a passphrase, readable for whoever has them.",
    )
    CHANGE = (
        "Change the passphrase",
        "Change it",
        f"{_ALIKE} they open with the passphrase of their day.",
    )
    REMOVE = (
        "Remove the passphrase",
        "Remove it",
        f"{_ALIKE} they need the present passphrase. Afterwards whoever has the file can read it.",
    )


class PassphraseDialog(Dialog):
    """`change(current, new)` is called once both are right; None stands for no passphrase."""

    without_names = True

    def __init__(
        self,
        over: QWidget,
        desk: Desk,
        wish: Wish,
        change: Callable[[str | None, str | None], None],
    ) -> None:
        title, verb, follows = wish.value
        super().__init__(over, title, verb, grave=wish is Wish.REMOVE)
        self._desk, self._wish, self._change = desk, wish, change
        self._wait_ms = _FIRST_WAIT_MS
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._follow)
        self.form = Form(gap=12)
        self.body.addWidget(self.form)
        self.current, self.new, self.again = _secret(), _secret(), _secret()
        if wish is not Wish.ADD:
            self.form.add(Field("Present passphrase", self.current, key="current"))
        if wish is not Wish.REMOVE:
            self._add_new()
        self.follows = Text(follows, tone="text_2", wrap=True)
        self.form.add(self.follows)
        self.effect.say("A backup is made first.")
        self.accepted.connect(self._try)
        self._follow()

    def _add_new(self) -> None:
        self.form.add(Field("New passphrase", self.new, key="new"))
        self.told = Text(tone="text_2", wrap=True)
        self.form.add(self.told)
        self.form.add(self._offer())
        self.form.add(Field("Once more", self.again, key="again"))
        self.form.add(
            Text(
                "If you lose it, the file stays shut, for everyone: there is no reset and no "
                "second key.",
                tone="text_2",
                wrap=True,
            )
        )
        self.written = Check("I have written it down")
        self.form.add(self.written)
        self.written.toggled.connect(self._follow)
        for field in (self.new, self.again):
            field.textChanged.connect(self._follow)

    def _offer(self) -> QWidget:
        holder = frame("cardSunken")
        row = QHBoxLayout(holder)
        row.setContentsMargins(14, 6, 10, 6)
        words = five_words()
        text = Text(wrap=True)
        text.say_spans(Span("Or take five words:  ", tone="text_2"), Span(words, "label"))
        row.addWidget(text, 1)
        row.addWidget(Button("Take them", lambda: self._take(words), kind="link"))
        return holder

    def _take(self, words: str) -> None:
        self.new.setEchoMode(QLineEdit.EchoMode.Normal)
        self.new.setText(words)
        self.again.setFocus()

    def _follow(self) -> None:
        """Show what was typed so far in words and button."""
        ready = not self._waiting.isActive()
        if self._wish is not Wish.REMOVE:
            found = strength(self.new.text())
            tone = "good" if found.steps > 2 else "warn"
            self.told.say_spans(Span(f"{found.word} ", "strong", tone), Span(found.meaning))
            ready = ready and self.written.isChecked()
        self.do_button.setEnabled(ready)

    def _try(self) -> None:
        for field in self.form.fields.values():
            field.show_error("")
        try:
            self._check()
        except BadInput as problem:
            self.form.show_problem(problem)
            return
        if self._wish is Wish.ADD:
            self._done()
            return
        from workbench.storage.passphrase_change import is_current

        typed = self.current.text()
        self._desk.read(lambda workspace: is_current(workspace, typed), self._compared)

    def _check(self) -> None:
        if self._wish is not Wish.ADD and not self.current.text():
            raise BadInput("Type the passphrase it has now.", field="current")
        if self._wish is Wish.REMOVE:
            return
        if not self.new.text():
            raise BadInput("The passphrase is empty.", "Type one.", field="new")
        if self.new.text() != self.again.text():
            raise BadInput("The two are not the same.", "Type it once more.", field="again")
        if self._wish is Wish.CHANGE and self.new.text() == self.current.text():
            raise BadInput("This is the passphrase it has.", "Choose another one.", field="new")

    def _compared(self, right: bool) -> None:
        if right:
            self._done()
            return
        self.current.clear()
        wrong = BadInput("This is not the passphrase of this file.", field="current")
        self.form.show_problem(wrong)
        self._waiting.start(self._wait_ms)
        self._wait_ms = min(_LONGEST_WAIT_MS, self._wait_ms * 2)
        self._follow()

    def _done(self) -> None:
        current = None if self._wish is Wish.ADD else self.current.text()
        new = None if self._wish is Wish.REMOVE else self.new.text()
        self.finish()
        self._change(current, new)


def _secret() -> LineInput:
    made = LineInput()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
