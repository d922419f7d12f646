"""Where the five steps stand: beside the page, or below it where the window is narrow."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from workbench.ui.communities.steps_panel import StepsPanel
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import PANEL_WIDTH
from workbench.ui.kit.themed import Themed, frame
from workbench.ui.theme import look


class StepsAside(Themed, QFrame):
    """The ground beside the page; it lends the steps to the page's column and takes them back."""

    def __init__(self, steps: StepsPanel) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.wanted = False
        self._steps = steps
        self._below = frame("card")
        self._below_column = QVBoxLayout(self._below)
        self._below_column.setContentsMargins(1, 1, 1, 1)
        inside = frame("panelBody")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        inside.setObjectName("panelBody")
        column.addWidget(area)
        self.hide()
        self.restyle()

    def place(self, column: QBoxLayout, *, beside: bool) -> None:
        """Show the steps beside the page, or as the last card of its column."""
        if column.indexOf(self._below) < 0:
            column.insertWidget(column.count() - 1, self._below)
        (self._inside if beside else self._below_column).addWidget(self._steps)
        self.setVisible(self.wanted and beside)
        self._below.setVisible(self.wanted and not beside)

    def restyle(self) -> None:
        """Grow with the text."""
        self.setFixedWidth(look().px(PANEL_WIDTH))
