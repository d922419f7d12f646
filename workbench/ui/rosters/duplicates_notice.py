"""The quiet line above the list of people that says how many may be one person."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from workbench.rosters.duplicates import Pair
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.rosters.duplicates_dialog import DuplicatesDialog, read_duplicates


class DuplicatesNotice(QWidget):
    """Hidden while nobody looks like somebody else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.pairs: tuple[Pair, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_SIDE, 4, PAGE_SIDE, 10)
        row.setSpacing(8)
        self.words = Text("", tone="text_2")
        self.look = Button("Look at them", self.open, kind="link")
        row.addWidget(Icon("merge", "text_2", 15))
        row.addWidget(self.words)
        row.addWidget(self.look)
        row.addStretch(1)
        self.hide()

    def load(self) -> None:
        """Look again for people who may be one."""

        def show(pairs: tuple[Pair, ...]) -> None:
            if isValid(self):
                self.show_pairs(pairs)

        read_duplicates(self._desk, show)

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Say how many pairs there are."""
        self.pairs = pairs
        many = f"{len(pairs):,} pairs of people here may each be one person."
        self.words.say("2 people here may be the same person." if len(pairs) == 1 else many)
        self.setVisible(bool(pairs))

    def open(self) -> None:
        """Open the pairs with their reasons."""
        DuplicatesDialog(self, self._desk, self.pairs).open()
