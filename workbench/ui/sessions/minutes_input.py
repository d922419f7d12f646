"""A field for a length in minutes: typed as people write it, arrows add and take minutes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from workbench.foundation.errors import BadInput
from workbench.sessions.typed_minutes import read_minutes
from workbench.ui.kit.inputs import LineInput


class MinutesInput(LineInput):
    """Takes 30, 30 min, 1:15 or 1 h 15; nothing is cut off, so that a mistake can be said."""

    def __init__(self, minutes: int | None = None, hint: str = "min") -> None:
        super().__init__("", hint)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int | None) -> None:
        """Show other minutes, or none."""
        self.setText("" if minutes is None else f"{minutes} min")

    def minutes(self) -> int:
        """Return what was typed; raises BadInput for what is no length."""
        return read_minutes(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take all of it, so that what is typed replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change what stands there by a minute."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not by:
            super().keyPressEvent(event)
            return
        try:
            self.set_minutes(max(1, self.minutes() + by))
        except BadInput:
            self.selectAll()
