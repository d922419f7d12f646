"""One follow-up of Home: a circle to tick, what it is, whose, and when it is due."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workbench.contributions.promise_queries import PromiseRow
from workbench.ui.home.home_words import due_words, who_words
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look


class FollowUp(Themed, QWidget):
    """Ticking it settles the promise as kept."""

    def __init__(self, row: PromiseRow, today: date, keep: Callable[[], object]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        self.check = Check(round=True)
        self.check.setAccessibleName(f"Done: {row.text}")
        self.check.clicked.connect(lambda _checked=False: keep())
        line.addWidget(self.check)
        text = Text(row.text, "label")
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.addWidget(text, 3)
        line.addWidget(Text(who_words(row), "caption", "text_3"))
        self._due = Text(*_due(row, today), align=Qt.AlignmentFlag.AlignRight)
        line.addWidget(self._due)
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text; the dates stand below each other."""
        self.setMinimumHeight(look().px(43))
        if hasattr(self, "_due"):
            self._due.setMinimumWidth(look().px(84))


def _due(row: PromiseRow, today: date) -> tuple[str, str, str]:
    words, tone = due_words(row, today)
    return words, "strong" if tone in ("danger", "warn") else "body", tone
