"""The quiet line over the pages while names are hidden, with the key that shows them again."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.hidden_names import HIDDEN
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look


class NamesSign(Themed, QFrame):
    """Shows on every page for as long as names are hidden, and is read aloud as they go."""

    def __init__(self, show_names: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("namesSign")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(10)
        row.addWidget(Icon("eye-off", "text_2", 16))
        self.words = Text(HIDDEN, "label", "text_2")
        row.addWidget(self.words)
        row.addStretch(1)
        self.button = Button("Show names", show_names, kind="link")
        row.addWidget(self.button)
        self.hide()
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedHeight(look().px(33))

    def show_hidden(self, *, hidden: bool) -> None:
        """Come, or go."""
        self.setVisible(hidden)
        if hidden:
            QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))
