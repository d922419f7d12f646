"""What stands where something is said of people by name, while names are hidden."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.text import Text

HIDDEN = "Names are hidden. Ctrl+Shift+P shows them."


def are_names_hidden(over: QWidget) -> bool:
    """Return whether names are hidden in the window of a widget: it says so, or hides none."""
    return bool(getattr(over.window(), "names_hidden", False))


def hidden_line(words: str = HIDDEN) -> QWidget:
    """Return the one line that stands in place of what names somebody."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Icon("eye-off", "text_2", 16, in_line=True), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, tone="text_2", wrap=True), 1)
    return line


def hidden_cover(why: str, show: Callable[[], object]) -> EmptyState:
    """Return what covers a page that is about people: why, and a button that shows the names."""
    button = Button("Show names", show, keys="Ctrl Shift P")
    return EmptyState("eye-off", "Names are hidden", why, [button], outline=False)
