"""Days off of a season: whose public holidays, and when the house is closed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.sessions.days_off import DaysShut, check_closure, countries, regions
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form, beside
from workbench.ui.kit.inputs import Choice, DateInput, LineInput
from workbench.ui.kit.panel import heading_row
from workbench.ui.kit.text import Text

Keep = Callable[[str, str, tuple[DaysShut, ...]], None]


class DaysOffDialog(Dialog):
    """Chooses a country, a region and the closures of the house."""

    without_names = True

    def __init__(
        self, over: QWidget, keep: Keep, *, country: str, region: str,
        closures: Sequence[DaysShut], today: date,
    ) -> None:  # fmt: skip
        super().__init__(over, "Days off", "Use these days off", width=580)
        self._keep, self._today = keep, today
        self.country = Choice([("", "No public holidays"), *countries()], country)
        self.region = Choice((), "")
        self.closures: list[ClosureRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._none = Text("The house is never closed.", tone="text_3")
        self.form = Form(
            beside(
                Field("Public holidays of", self.country, key="country"),
                Field("Region", self.region, key="region"),
            )
        )
        self.body.addWidget(self.form)
        add = Button("Add", self.add, kind="link", icon="plus")
        self.body.addLayout(heading_row("Closed", "", add, role="strong"))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self.effect.say("Kept for the next season too.")
        self._offer_regions(region)
        self.country.picked.connect(lambda _: self._offer_regions(""))
        for closure in closures:
            self.add(closure)
        self._none.setVisible(not self.closures)
        self.accepted.connect(self._accept)

    def add(self, closure: DaysShut | None = None) -> None:
        """Add a line for a closure."""
        row = ClosureRow(closure, self._today, self._drop)
        self.closures.append(row)
        self._rows.addWidget(row)
        self._none.hide()
        if closure is None:
            row.first.setFocus()

    def _offer_regions(self, region: str) -> None:
        found = regions(self.country.key)
        self.region.offer([("", "The whole country"), *found], region)
        self.region.setEnabled(bool(found))

    def _drop(self, row: "ClosureRow") -> None:
        self.closures.remove(row)
        row.hide()
        row.deleteLater()
        self._none.setVisible(not self.closures)

    def _accept(self) -> None:
        kept = [row.closure() for row in self.closures]
        if all(each is not None for each in kept):
            closures = tuple(each for each in kept if each is not None)
            self.finish()
            self._keep(self.country.key, self.region.key, closures)


class ClosureRow(Form):
    """One closure: first day, last day, what it is called."""

    def __init__(
        self, closure: DaysShut | None, today: date, drop: Callable[["ClosureRow"], None]
    ) -> None:
        self.first = DateInput(closure.first if closure else None, today=today)
        self.last = DateInput(closure.last if closure else None, today=today)
        self.name = LineInput(closure.name if closure else "", "Closed")
        gone = IconButton("trash", "Remove this closure", lambda: drop(self))
        fields = beside(
            Field("From", self.first, key="closed_from"),
            Field("To", self.last, key="closed_to"),
            Field("Called", self.name),
            gap=8,
        )
        super().__init__(_with_button(fields, gone))

    def closure(self) -> DaysShut | None:
        """Return the closure; None after saying at the field what is wrong with it."""
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            return None
        made = DaysShut(first, last, clean(self.name.text()))
        try:
            check_closure(made)
        except BadInput as problem:
            self.show_problem(problem)
            return None
        return made


def _with_button(fields: QWidget, button: IconButton) -> QWidget:
    """Return the fields with the button at their right, on the line of the inputs."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(fields, 1)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(Text("", "caption_label"))
    column.addWidget(button)
    column.addStretch(1)
    row.addLayout(column)
    return holder
