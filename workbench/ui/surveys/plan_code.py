"""The code that links the waves of one person: whether it is asked, why, and its questions."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.surveys.asking_rules import CODE_PARTS, AskingPlan
from workbench.surveys.promise import CODE_EXPLAINED, CODE_QUESTIONS
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text
from workbench.ui.surveys.plan_rows import PlanRow

_UNDER_THE_WORDS = 40


class CodeRows(QWidget):
    """A row to tick; below it the explanation and the questions once it is ticked."""

    def __init__(self, plan: AskingPlan, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self.row = PlanRow(
            "A code that links waves, asked last",
            "On paper and in files, not on this laptop. Pseudonymous; nobody ever sees a code.",
            on=bool(plan.code_parts),
        )
        texts = (*(plan.code_parts or CODE_QUESTIONS), "")[: CODE_PARTS[1]]
        self.lines = [LineInput(text) for text in texts]
        self._fields = [
            Field(f"Question {place}" + _may_stay_empty(place), line)
            for place, line in enumerate(self.lines, 1)
        ]
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(_UNDER_THE_WORDS, 0, 12, 12)
        inside.addWidget(Text(CODE_EXPLAINED, "caption", "text_2", wrap=True))
        for field in self._fields:
            inside.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self._inside)
        self._inside.setVisible(self.row.on)
        self.row.check.toggled.connect(self._tick)
        for line in self.lines:
            line.editingFinished.connect(changed)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that make the code, none where it is not asked."""
        typed = (line.text().strip() for line in self.lines)
        return tuple(filter(None, typed)) if self.row.on else ()

    def show_error(self, sentence: str) -> None:
        """Show what is wrong with the questions, or that nothing is any more."""
        self._fields[0].show_error(sentence)
        if sentence:
            self.lines[0].setFocus()

    def _tick(self, on: bool) -> None:
        self._inside.setVisible(on)
        self._changed()


def _may_stay_empty(place: int) -> str:
    return " (may stay empty)" if place > CODE_PARTS[0] else ""
