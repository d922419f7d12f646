"""A card of lines that each choose one thing: what was guessed is marked and can be changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.theme import look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CHOICE_WIDTH = 250
_NOTE_WIDTH = 96


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One line: what it is about, the key of what is chosen, and a note such as "guess".

    What is `fixed` is shown and cannot be changed.
    """

    key: str
    words: str
    chosen: str
    note: str = ""
    fixed: bool = False


class ChoiceLines(QWidget):
    """A heading and a line for each thing; gone where there is none."""

    def __init__(self, title: str, picked: Callable[[str, str], None]) -> None:
        super().__init__()
        self._picked = picked
        self.choices: dict[str, Choice] = {}
        self.notes: dict[str, Text] = {}
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._about = Text("", "caption", "text_2", wrap=True)
        surface = frame("card")
        self._lines = QVBoxLayout(surface)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(Text(title, "section"))
        column.addWidget(self._about)
        column.addWidget(surface)
        self.hide()

    def show_lines(
        self, lines: Sequence[ChoiceLine], offered: Sequence[tuple[str, str]], about: str
    ) -> None:
        """Show the lines with what can be chosen in each; lines that stay keep the cursor."""
        self._about.say(about)
        self._about.setVisible(bool(about))
        what = (tuple((line.key, line.words) for line in lines), tuple(offered))
        if self._shown != what:
            self._shown = what
            self._build(lines, offered)
        for line in lines:
            self.choices[line.key].offer(offered, line.chosen)
            self.choices[line.key].setEnabled(not line.fixed)
            self.notes[line.key].say(line.note)
        self.setVisible(bool(lines))

    def _build(self, lines: Sequence[ChoiceLine], offered: Sequence[tuple[str, str]]) -> None:
        clear(self._lines)
        self.choices, self.notes = {}, {}
        for line in lines:
            if self.choices:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(line, offered))

    def _line(self, line: ChoiceLine, offered: Sequence[tuple[str, str]]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(Text(line.words, wrap=True), 1, _MIDDLE)
        row.addWidget(Icon("arrow-right", "text_3", 16), 0, _MIDDLE)
        choice = Choice(offered, line.chosen)
        choice.setAccessibleName(line.words)
        choice.setFixedWidth(look().px(_CHOICE_WIDTH))
        choice.picked.connect(lambda chosen: self._picked(line.key, chosen))
        row.addWidget(choice, 0, _MIDDLE)
        note = Text(line.note, "caption", "text_2", wrap=True)
        note.setFixedWidth(look().px(_NOTE_WIDTH))
        row.addWidget(note, 0, _MIDDLE)
        self.choices[line.key], self.notes[line.key] = choice, note
        return holder
