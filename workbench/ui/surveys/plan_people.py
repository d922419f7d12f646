"""Who is invited, the smallest group shown, and how people answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import Means
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.suppression import SMALLEST_FOR_DISTRIBUTION
from workbench.ui.kit.inputs import Stepper
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.surveys.plan_read import PlanRead
from workbench.ui.surveys.plan_rows import PlanRow, PlanSection

_MOST = 9999


class WhoIsInvited(QWidget):
    """How many are invited, beside the smallest group shown."""

    def __init__(self, read: PlanRead, plan: AskingPlan, changed: Callable[[], None]) -> None:
        super().__init__()
        self._members = read.members
        self.invited = Stepper(plan.invited or 0, 0, _MOST, name="People invited")
        least = max(plan.minimum_group, read.smallest)
        self.least = Stepper(least, read.smallest, 50, name="Smallest group shown")
        self._who = Text("", "body", "text_2", wrap=True)
        can = "Can be raised, not lowered; fixed once the wave opens."
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(_part("Who is invited", self.invited, self._who), 1)
        row.addWidget(hairline(upright=True))
        words = Text(can, "body", "text_2", wrap=True)
        row.addLayout(_part("Smallest group shown", self.least, words), 1)
        for stepper in (self.invited, self.least):
            stepper.changed.connect(lambda _value: changed())

    def describe(self) -> None:
        """Say who they are, and when so few may show nothing."""
        invited = self.invited.value
        if invited < SMALLEST_FOR_DISTRIBUTION:
            few = f"Fewer than {SMALLEST_FOR_DISTRIBUTION} invited: this wave may show nothing."
            self._who.say(few, "warn")
        elif invited == self._members:
            self._who.say(
                "members on the day it opens. Later joiners wait for the next wave.", "text_2"
            )
        else:
            members = counted(self._members, "member", "members")
            self._who.say(f"people, of {members} today. Later joiners wait.", "text_2")


class HowPeopleAnswer(PlanSection):
    """By which means people may answer."""

    def __init__(self, plan: AskingPlan, changed: Callable[[], None]) -> None:
        super().__init__("How people answer", "the count moves once per round, never per person")
        self.rows = {
            Means.LAPTOP: PlanRow("This laptop, handed round", icon="monitor"),
            Means.PAPER: PlanRow("On paper", icon="printer"),
            Means.FILE: PlanRow("From a form", icon="upload"),
        }
        self._error = Text("", "caption", "danger", wrap=True)
        self._error.hide()
        self.add(rows_card(*self.rows.values()), self._error)
        for means, row in self.rows.items():
            row.check.setChecked(means in plan.means)
            row.check.toggled.connect(lambda _on: changed())

    @property
    def means(self) -> frozenset[Means]:
        """What is ticked and possible."""
        return frozenset(means for means, row in self.rows.items() if row.on)

    def describe(self, minimum: int, *, worded: bool) -> None:
        """Say what becomes of answers; only a file is possible where the wording is not here."""
        self._error.hide()
        missing = "Not possible: the wording of a questionnaire is not here."
        laptop, paper = self.rows[Means.LAPTOP], self.rows[Means.PAPER]
        for row in (laptop, paper):
            row.check.setEnabled(worded)
        stored = f"Stored together when a round of {minimum} or more ends."
        laptop.say(stored if worded else missing)
        paper.say("Typed in twice, in mixed order, then shredded." if worded else missing)
        self.rows[Means.FILE].say("Names, addresses and times are dropped before storing.")

    def show_error(self, sentence: str) -> None:
        """Show that there is no way to answer."""
        self._error.say(sentence)
        self._error.show()
        self.rows[Means.LAPTOP].check.setFocus()


def _part(title: str, control: QWidget, words: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(Text(title, "section"))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(control)
    row.addWidget(words, 1)
    column.addLayout(row)
    column.addStretch(1)
    return column
