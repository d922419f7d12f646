"""What protects those who answer, at the foot of every question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_GAP = 48
_LEAST = 230


class Foot(QWidget):
    """Facts with an icon each, side by side, or one below the other where it is narrow."""

    def __init__(self, facts: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._facts = [_fact(*each) for each in facts]

    def fit(self, width: int) -> int:
        """Take a width in pixels and return the height."""
        each = (width - (len(self._facts) - 1) * _GAP) // len(self._facts)
        beside = each >= look().px(_LEAST)
        for place, fact in enumerate(self._facts):
            self._grid.removeWidget(fact)
            self._grid.addWidget(fact, 0 if beside else place, place if beside else 0)
            self._grid.setColumnStretch(place, 1 if beside or place == 0 else 0)
        self.setFixedWidth(width)
        height = max(self._grid.heightForWidth(width), 0)
        self.setFixedHeight(height)
        return height


def _fact(icon: str, promise: str, meaning: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Icon(icon, "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(Text(promise, "strong", wrap=True))
    lines.addWidget(Text(meaning, tone="text_2", wrap=True))
    lines.addStretch(1)
    row.addLayout(lines, 1)
    return made
