"""What a block's method usually takes, where the plan says clearly more or less, with one click."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.sessions.durations import Learned
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text


class UsualMinutes(QWidget):
    """Says "usually 24 min, from 6 runs" beside a link that gives the block these minutes."""

    def __init__(self, learned: Learned, use: Callable[[int], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = Text(learned.usually, "caption", "text_2")
        words.setToolTip(f"{learned.words}.")
        row.addWidget(words)
        self.button = Button(f"Use {learned.minutes} min", lambda: use(learned.minutes),
                             kind="link")  # fmt: skip
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.button)
        row.addStretch(1)
