"""The word before a form clears itself: below the buttons, or at the top where room is short."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.ui.kit.text import Text

_ABOVE = 12


class WarningPlace:
    """Two places of one word; at the top it stands in place of the heading while it speaks."""

    def __init__(self, heading: Text) -> None:
        self.text = Text("", "lead", "warn", align=Qt.AlignmentFlag.AlignHCenter)
        self._heading = heading
        self.top = QHBoxLayout()
        self.top.addWidget(heading, 1)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, _ABOVE, 0, 0)
        self.below.addWidget(self.text)

    @property
    def short(self) -> bool:
        """Whether there is no room for words below the buttons."""
        return self.top.indexOf(self.text) >= 0

    def say(self, said: str) -> None:
        """Show other words, or none."""
        self.text.say(said)
        self._share_top()

    def take(self, *, short: bool) -> None:
        """Go to the top, leaving nothing empty below the buttons, or go back."""
        self.below.setContentsMargins(0, 0 if short else _ABOVE, 0, 0)
        if short and not self.short:
            self.below.removeWidget(self.text)
            self.top.insertWidget(0, self.text, 1)
        elif self.short and not short:
            self.top.removeWidget(self.text)
            self.below.addWidget(self.text)
        self._share_top()

    def _share_top(self) -> None:
        speaks = bool(self.text.text())
        self.text.setVisible(speaks or not self.short)
        self._heading.setVisible(not (speaks and self.short))
