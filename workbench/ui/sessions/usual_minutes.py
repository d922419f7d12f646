"""What a block's method usually takes, where the plan says clearly more or less, with one click."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.sessions.durations import Learned
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class UsualMinutes(QWidget):
    """Says "usually 24 min, from 6 runs" beside a link that gives the block these minutes.

    With an `inset` in pixels, as in the narrow card of a track, the link stands below the words.
    """

    def __init__(
        self, learned: Learned, use: Callable[[int], object], inset: int | None = None
    ) -> None:
        super().__init__()
        below = inset is not None
        row = QBoxLayout(_DOWN if below else _ACROSS, self)
        row.setContentsMargins(inset or 0, 0, 0, 0)
        row.setSpacing(0 if below else 8)
        words = Text(learned.usually, "caption", "text_2")
        words.setToolTip(f"{learned.words}.")
        row.addWidget(words)
        self.button = Button(f"Use {learned.minutes} min", lambda: use(learned.minutes),
                             kind="link")  # fmt: skip
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.button)
        if not below:
            row.addStretch(1)
