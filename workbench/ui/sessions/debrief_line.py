"""One line where sessions are listed: the debrief that is still open, and the way to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.sessions.debrief_rules import OpenDebrief
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text


class DebriefLine(QWidget):
    """The words "Debrief of 1 Oct is still open" and "Write it"; hidden where none is open."""

    def __init__(self, write: Callable[[int], object]) -> None:
        super().__init__()
        self._write = write
        self._debrief: OpenDebrief | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = Text("", tone="text_2")
        self.button = Button("Write it", self._press, kind="link")
        row.addWidget(self.words)
        row.addWidget(self.button)
        self.hide()

    def show_debrief(self, debrief: OpenDebrief | None) -> None:
        """Show another debrief that is open, or none."""
        self._debrief = debrief
        self.setVisible(debrief is not None)
        if debrief is not None:
            self.words.say(debrief.line)

    def _press(self) -> None:
        if self._debrief is not None:
            self._write(self._debrief.session_id)
