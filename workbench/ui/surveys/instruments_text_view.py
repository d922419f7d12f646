"""A questionnaire as the text of its file, checked line by line while it is written."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from workbench.foundation.errors import BadInput
from workbench.foundation.text import counted
from workbench.surveys.instrument_lines import Problem
from workbench.surveys.instrument_opening import OpenedText
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.instrument_syntax import LARGEST_TEXT
from workbench.ui.kit.dialog import Dialog, ask
from workbench.ui.surveys.instruments_editor import LinesEditor
from workbench.ui.surveys.instruments_problems import ProblemList, words_of

if TYPE_CHECKING:
    from workbench.ui.surveys.instruments_presenter import InstrumentsPresenter

_PAUSE_MS = 300


class TextView(Dialog):
    """The text with line numbers, below it what is wrong; nothing is kept while anything is."""

    def __init__(
        self,
        over: QWidget,
        presenter: "InstrumentsPresenter",
        tell: Callable[[Exception], None],
        opened: OpenedText,
    ) -> None:
        super().__init__(over, opened.title, "Keep it", width=980)
        self._presenter, self._tell, self._opened = presenter, tell, opened
        self._problems: Sequence[Problem] = ()
        self._summary = ""
        self._checks = 0
        self._asking: Dialog | None = None
        self.editor = LinesEditor(opened.text, "Text of the questionnaire", most=LARGEST_TEXT)
        self.problems = ProblemList()
        self.problems.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body.addWidget(self.editor, 1)
        self.body.addWidget(self.problems)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self._written = self.editor.text
        self.editor.textChanged.connect(self._wrote)
        self.editor.cursorPositionChanged.connect(self._say)
        self.editor.refused.connect(self._refuse_paste)
        self.problems.wanted.connect(self.editor.go_to)
        self.accepted.connect(self._keep)
        self.show_problems(())
        self.check()

    def check(self) -> None:
        """Check what stands there now, off the window's thread; an older answer is dropped."""
        self._checks += 1
        mine = self._checks

        def show(instrument: Instrument | None, problems: Sequence[Problem]) -> None:
            if isValid(self) and mine == self._checks:
                self._summary = self._kept_as(instrument) if instrument else ""
                self.show_problems(problems)

        self._presenter.check(self.editor.text, show)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what is wrong and mark its lines."""
        self._problems = problems
        self.problems.show_problems(problems)
        self.editor.mark({one.line for one in problems})
        many = counted(len(problems), "problem", "problems")
        first = f"{many}, the first in line {problems[0].line}" if problems else "No problems"
        self.editor.setAccessibleDescription(first)
        self._say()

    def may_go(self) -> bool:
        """Return whether nothing written would be lost; else ask."""
        if self.editor.text == self._written:
            return True
        if self._asking is None or not isValid(self._asking):
            self._asking = ask(
                self,
                "Leave what was written?",
                "The changes to this text are not kept yet.",
                "Leave it",
                self.finish,
            )
        return False

    def cancel(self) -> None:
        """Go without keeping; what was written is left only after an answer."""
        if self.may_go():
            super().cancel()

    def _wrote(self) -> None:
        self._checks += 1
        self._pause.start()

    def _say(self) -> None:
        """Say what is wrong in the cursor's line, else what keeping will do."""
        here = [one for one in self._problems if one.line == self.editor.line]
        if here:
            self.effect.say(words_of(here[0]))
        elif self._problems:
            many = len(self._problems)
            keeps = "keeps" if many == 1 else "keep"
            problems = counted(many, "problem", "problems")
            self.effect.say(f"{problems} {keeps} this from being a questionnaire.")
        else:
            self.effect.say(self._summary)

    def _kept_as(self, instrument: Instrument) -> str:
        kept = f"No problems. Kept as {instrument.id}, version {instrument.version}"
        return f"{kept}: a new trend." if instrument.version > 1 else f"{kept}."

    def _keep(self) -> None:
        self._pause.stop()
        self._checks += 1
        self.do_button.setEnabled(False)  # until it is known what came of it: once is enough
        self._presenter.keep_text(
            self.editor.text, self._opened.before, self._kept, self._wrong, self._failed
        )

    def _kept(self) -> None:
        if isValid(self):
            self.finish()

    def _wrong(self, problems: Sequence[Problem]) -> None:
        if not isValid(self):
            return
        self.do_button.setEnabled(True)
        self.show_problems(problems)
        if problems:
            self.editor.go_to(problems[0].line)

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, BadInput) and problem.field == "version" and isValid(self):
            line = self._presenter.line_of_version(self.editor.text)
            self._wrong([Problem(line, "version", str(problem))])
        else:
            self._wrong(())
            self._tell(problem)

    def _refuse_paste(self) -> None:
        self.effect.say(
            f"That is too long: {LARGEST_TEXT:,} signs are the most. Nothing was pasted."
        )
