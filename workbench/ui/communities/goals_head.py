"""The heading over the goals: how many sessions serve none, and the way to one more."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.panel import clear, heading_row

_NOTE = "each tied to one figure that matters to leaders"


class GoalsHead(QWidget):
    """The links stand beside the title, or below it where there is little room."""

    def __init__(self, add: Callable[[], object], link: Callable[[], object]) -> None:
        super().__init__()
        self._add, self._link = add, link
        self._links, self._narrow = "", False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_links(self, words: str) -> None:
        """Show what is not linked yet, in words; nothing where all is."""
        self._links = words
        self._lay_out()

    def fit(self, *, narrow: bool) -> None:
        """Put the links below the title where it is narrow."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._lay_out()

    def _lay_out(self) -> None:
        clear(self._column)
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        links = Button(self._links, self._link, kind="link", icon="link") if self._links else None
        if links is not None and not self._narrow:
            row.addWidget(links)
        row.addWidget(Button("Add goal", self._add, kind="link"))
        self._column.addLayout(heading_row("Goals", _NOTE, actions))
        if links is not None and self._narrow:
            self._column.addWidget(links, 0, Qt.AlignmentFlag.AlignLeft)
