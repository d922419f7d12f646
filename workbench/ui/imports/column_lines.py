"""The columns of a list: what each is taken for, why, and three of its cells to judge by."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.imports.mapping import ColumnGuess
from workbench.ui.imports.roster_review import FIELD_WORDS
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.theme import look

_FIELDS = [(field.value, words) for field, words in FIELD_WORDS.items()]
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ColumnLines(QWidget):
    """One line a column; a correction is handed on as column title and field."""

    def __init__(self, corrected: Callable[[str, str], None]) -> None:
        super().__init__()
        self._corrected = corrected
        self.choices: dict[str, Choice] = {}
        self._whys: dict[str, Text] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        surface = frame("card")
        self._lines = QVBoxLayout(surface)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(surface)

    def show_guesses(self, guesses: Sequence[ColumnGuess]) -> None:
        """Show the guesses; lines that are there already keep the focus."""
        if list(self.choices) != [guess.title for guess in guesses]:
            self._build(guesses)
        for guess in guesses:
            self.choices[guess.title].offer(_FIELDS, guess.field.value)
            self._whys[guess.title].say(guess.why)

    def _build(self, guesses: Sequence[ColumnGuess]) -> None:
        clear(self._lines)
        self.choices, self._whys = {}, {}
        for guess in guesses:
            if self.choices:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(guess))

    def _line(self, guess: ColumnGuess) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(guess.title, "strong"))
        words.addWidget(Text(" · ".join(guess.samples) or "empty", "caption", "text_3"))
        row.addLayout(words, 1)
        row.addWidget(Icon("arrow-right", "text_3", 16), 0, _MIDDLE)
        choice = Choice(_FIELDS, guess.field.value)
        choice.setAccessibleName(f"{guess.title} is")
        choice.setFixedWidth(look().px(190))
        choice.picked.connect(lambda field: self._corrected(guess.title, field))
        row.addWidget(choice, 0, _MIDDLE)
        why = Text(guess.why, "caption", "text_2")
        why.setFixedWidth(look().px(200))
        row.addWidget(why, 0, _MIDDLE)
        self.choices[guess.title], self._whys[guess.title] = choice, why
        return line
