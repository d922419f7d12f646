"""First steps of a new community, ticked by what the file holds; gone once all are done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.home.home_reads import Steps
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what, one line on it, whether it is done, the button and where it leads."""

    title: str
    line: str
    done: bool
    button: str
    page: str


def steps_of(found: Steps) -> tuple[Step, ...]:
    """Return the steps in their order."""
    return (
        Step("Say what the circle is for", "One sentence: what gets better because you meet.",
             found.purpose, "Write the purpose", "community"),
        Step("Bring in the people", "Import a list from Excel or CSV, or type one name.",
             found.people > 0, "Add people", "people"),
        Step("Put the first session in the calendar", "A date and a title are enough.",
             found.sessions > 0, "Plan a session", "sessions"),
        Step("Mark who came", "One key for each person.", found.marked, "Mark attendance",
             "attendance"),
        Step("Ask how it feels, once 5 are in", "Results show for groups of 5 or more.",
             found.waves > 0, "Plan a wave", "surveys"),
    )  # fmt: skip


class FirstSteps(QWidget):
    """The list; the first open step has the button."""

    def __init__(self, found: Steps, go: Callable[[str], None]) -> None:
        super().__init__()
        steps = steps_of(found)
        self.done = all(step.done for step in steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        done = sum(step.done for step in steps)
        column.addLayout(heading_row("First steps", f"{done} of {len(steps)}"))
        opened = next((step for step in steps if not step.done), None)
        column.addWidget(card(*(_line(step, step is opened, go) for step in steps), gap=14))


def _line(step: Step, is_next: bool, go: Callable[[str], None]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    tick = Check(on=step.done, round=True)
    tick.setEnabled(False)
    tick.setAccessibleName(f"{step.title}: {'done' if step.done else 'open'}")
    row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(step.title, "strong" if is_next else "body", wrap=True))
    words.addWidget(Text(step.line, "caption", "text_3", wrap=True))
    row.addLayout(words, 1)
    if is_next:
        row.addWidget(Button(step.button, partial(go, step.page), kind="primary"))
    return holder
