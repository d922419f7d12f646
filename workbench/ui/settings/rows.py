"""Cards and rows of Settings: name, one line with the effect, the control at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.text import fold
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame, hairline


class SettingRow(QWidget):
    """A setting; the line says what happens, not how."""

    def __init__(self, name: str, line: str, control: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(name, "strong", wrap=True))
        self.line = Text(line, "caption", "text_2", wrap=True)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        if control is not None:
            if not control.accessibleName():
                control.setAccessibleName(name)
            control.setAccessibleDescription(line)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.folded = fold(f"{name} {line}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class SettingCard(QFrame):
    """A section: heading with icon and note, then rows with hairlines between them."""

    def __init__(
        self, key: str, icon: str, title: str, note: str = "", action: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.key, self.icon, self.title = key, icon, title
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 1)
        self._column.setSpacing(0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(10)
        row.addWidget(Icon(icon, "accent_text", 18))
        self.heading = Text(role="section")
        self.note(note)
        row.addWidget(self.heading, 1)
        if action is not None:
            row.addWidget(action)
        self._column.addWidget(head)
        self.rows: list[SettingRow] = []

    def note(self, words: str) -> None:
        """Show other quiet words beside the title."""
        spans = [Span(self.title)]
        if words:
            spans.append(Span(f"   {words}", "body", "text_3"))
        self.heading.say_spans(*spans)

    def add(self, widget: QWidget) -> None:
        """Add a row, or anything as wide as the card, below a hairline."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(widget)
        self._column.addWidget(holder)
        if isinstance(widget, SettingRow):
            self.rows.append(widget)

    def narrow_to(self, typed: str) -> bool:
        """Show the rows that name what was typed; returns whether anything is left."""
        wanted = fold(typed)
        whole = wanted in fold(self.title)
        for row in self.rows:
            shown = whole or wanted in row.folded
            holder = row.parentWidget()
            if holder is not None:
                holder.setVisible(shown)
        left = whole or any(wanted in row.folded for row in self.rows)
        self.setVisible(left)
        return left


def place_tile(icon: str, title: str, line: str, *controls: QWidget) -> QFrame:
    """Return a sunken tile for one place where backups lie."""
    tile = frame("cardSunken")
    row = QHBoxLayout(tile)
    row.setContentsMargins(14, 9, 14, 9)
    row.setSpacing(12)
    row.addWidget(Icon(icon, "accent_text", 18))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(title, "strong"))
    words.addWidget(Text(line, "caption", "text_2"))
    row.addLayout(words, 1)
    for control in controls:
        row.addWidget(control)
    return tile
