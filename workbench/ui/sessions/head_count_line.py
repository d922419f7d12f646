"""The head-count beside the names, in words, with the way to the names that are missing."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.sessions.attendance_rules import HeadCount
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text


class HeadCountLine(QWidget):
    """The line "34 counted, 30 named: 4 names missing"; hidden while nobody was counted."""

    def __init__(self, add: Callable[[], object] | None = None, *, side: int = 0) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(side, 6, side, 6)
        row.setSpacing(12)
        self.words = Text("", "label", wrap=add is None)
        row.addWidget(self.words, 0 if add else 1)
        self.link = Button("Add the missing names", add or self.hide, kind="link")
        self._leads = add is not None
        row.addWidget(self.link)
        if add is not None:
            row.addStretch(1)
        self.hide()

    def show_count(self, count: HeadCount | None, when: str = "", *, lead: bool = True) -> None:
        """Show the two numbers; what does not agree stands in the colour of a warning."""
        self.setVisible(count is not None)
        if count is None:
            return
        agrees = count.counted == count.named
        words = f"{when}: {count.words}" if when else count.words
        self.words.say(words, "text_2" if agrees or not count.named else "warn")
        self.link.setVisible(self._leads and lead and bool(count.missing))
