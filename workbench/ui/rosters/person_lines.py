"""Lines about one person: words with a sign before them, a quiet line below, an action after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.rosters.queries import PersonDetail
from workbench.ui.kit.chips import Avatar
from workbench.ui.kit.text import Text

_TOP = Qt.AlignmentFlag.AlignTop


def told_line(
    words: Text, line: str = "", *, sign: QWidget | None = None, gap: int = 8,
    tone: str = "text_3", after: tuple[QWidget, ...] = (),
) -> QWidget:  # fmt: skip
    """Return words with a quiet line below them; `sign` before, `after` at the right end."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(gap)
    if sign is not None:
        row.addWidget(sign, 0, _TOP)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(words)
    if line:
        column.addWidget(Text(line, "caption", tone, wrap=True))
    row.addLayout(column, 1)
    for widget in after:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


def portrait(person: PersonDetail, size: int, gap: int) -> tuple[QWidget, QVBoxLayout]:
    """Return a row that begins with somebody's avatar, and the column for words beside it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    place = person.department.position if person.department else None
    row.addWidget(Avatar(person.name, place, size))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    return holder, words
