"""The line above the feed that says that what was just logged is hidden by the filter."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame

_SAID = "Logged. Hidden by the filter."


class LoggedNote(QWidget):
    """Hidden until something logged does not show; the button takes the filter away."""

    def __init__(self, show_all: Callable[[], object]) -> None:
        super().__init__()
        around = QVBoxLayout(self)
        around.setContentsMargins(28, 8, 28, 8)
        box: QFrame = frame("noteInfo")
        around.addWidget(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(Icon("info", "info", 16))
        row.addWidget(Text(_SAID, "label", "info", wrap=True), 1)
        self.show_all = Button("Show all", show_all, kind="link")
        self.show_all.setAccessibleDescription(_SAID)
        row.addWidget(self.show_all)
        self.hide()
