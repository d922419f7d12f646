"""Telling what went wrong: what the user can mend as sentences, our own faults once each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.foundation.crash_report import keep_report, report_text
from workbench.foundation.errors import UserFixable
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.text import Text


class Faults:
    """Shows problems over a window; a fault of the program is shown once and kept in a file."""

    def __init__(self, over: QWidget, now: Callable[[], datetime]) -> None:
        self._over, self._now = over, now
        self._told: set[str] = set()

    def tell(self, problem: BaseException, then: Callable[[], None] | None = None) -> None:
        """Show the problem; `then` goes on once it was read."""
        dialog: Dialog | None
        if isinstance(problem, UserFixable):
            dialog = self._sentences(problem)
        else:
            dialog = self._fault(problem)
        go_on = then or _nothing
        if dialog is None:
            go_on()
            return
        dialog.cancel_button.hide()
        dialog.accepted.connect(dialog.finish)
        dialog.accepted.connect(go_on)
        dialog.cancelled.connect(go_on)
        dialog.open()

    def _sentences(self, problem: UserFixable) -> Dialog:
        dialog = Dialog(self._over, problem.title, "Close", width=480)
        for sentence in (problem.sentence, problem.next_step):
            if sentence:
                dialog.body.addWidget(Text(sentence, wrap=True))
        return dialog

    def _fault(self, problem: BaseException) -> Dialog | None:
        report = report_text(problem)
        if report in self._told:
            return None
        self._told.add(report)
        place = keep_report(problem, self._now())
        dialog = Dialog(self._over, "Something went wrong in the program", "Close", width=560)
        dialog.without_names = True
        dialog.body.addWidget(
            Text(
                "This is our mistake, not yours. What you did last may not have been saved; "
                "everything before it is safe in your file.",
                wrap=True,
            )
        )
        shown = TextArea(report, lines=7)
        shown.setReadOnly(True)
        shown.setAccessibleName("Report")
        dialog.body.addWidget(shown)
        dialog.body.addWidget(
            Text(
                f"The report names places in the program and nothing of your data. It stays on "
                f"this computer: {place}",
                "caption",
                "text_3",
                wrap=True,
            )
        )
        copy = Button("Copy report", lambda: QGuiApplication.clipboard().setText(report),
                      icon="copy")  # fmt: skip
        dialog.body.addWidget(copy)
        return dialog


def _nothing() -> None:
    """Go on with whatever was going on."""
