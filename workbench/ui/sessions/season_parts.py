"""Small parts of the panel that plans a season: a rhythm, a remark, a row with its choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.sessions.season_words import Remark, RemarkKind
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Icon, Mark
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.session_words import kind_place
from workbench.ui.theme import look

_ICONS: dict[RemarkKind, tuple[str, str]] = {
    "skipped": ("close", "text_3"),
    "moved": ("arrow-right", "text_3"),
    "kept": ("check", "text_3"),
    "clocks": ("clock", "text_3"),
    "there": ("check", "text_3"),
    "warning": ("warning", "warn"),
}


class RhythmCard(QWidget):
    """The mark of a kind, its name, its rhythm in words; the pencil or a click changes it."""

    def __init__(
        self, name: str, words: str, kinds: Sequence[str], edit: Callable[[], None]
    ) -> None:
        super().__init__()
        self._edit = edit
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(10)
        row.addWidget(Mark(kind_place(name, kinds), name), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(name, "strong"))
        column.addWidget(Text(words, "caption", "text_2", wrap=True))
        row.addLayout(column, 1)
        self.pencil = IconButton("pencil", f"Change {name}, {words}", edit, size="small")
        row.addWidget(self.pencil)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Change the rhythm."""
        self._edit()


class ChoiceLink(Button):
    """A choice in plain words at the right edge, with the arrow of what opens on pressing it."""

    def __init__(self, label: str, pressed: Callable[[], object]) -> None:
        super().__init__(label, pressed, kind="link", menu_arrow=True)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, look().colour("accent_text" if self._hovered else "text")


class RemarkLine(QWidget):
    """An icon, the strong beginning of a remark and the rest of it."""

    def __init__(self, remark: Remark) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        icon, tone = _ICONS[remark.kind]
        row.addWidget(Icon(icon, tone, 14, in_line=True), 0, Qt.AlignmentFlag.AlignTop)
        words = Text(wrap=True)
        ink = "warn" if tone == "warn" else "text"
        words.say_spans(
            Span(f"{remark.strong} ", "label", ink), Span(remark.rest, "body", "text_2")
        )
        row.addWidget(words, 1)


def no_rhythms() -> QWidget:
    """Return what stands where there is no rhythm yet."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(12, 10, 12, 10)
    words = "None yet. Add what repeats, such as a deep dive every 2nd Thursday."
    column.addWidget(Text(words, tone="text_3", wrap=True))
    return holder


def quiet_row(left: str | QWidget, right: QWidget) -> QHBoxLayout:
    """Return words at the left and a control or a note at the right end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Text(left, tone="text_2") if isinstance(left, str) else left)
    row.addStretch(1)
    row.addWidget(right)
    return row
