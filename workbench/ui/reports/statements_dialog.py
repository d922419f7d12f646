"""Writing what members changed, or what is asked: words that stand out, and how they go on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.reports.brief_contents import Statement
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import LineInput


class StatementsDialog(Dialog):
    """Up to `most` statements; an emptied one is left out. `keep` gets them when it is done."""

    def __init__(
        self,
        over: QWidget,
        title: str,
        subtitle: str,
        statements: Sequence[Statement],
        most: int,
        keep: Callable[[list[Statement]], None],
    ) -> None:
        super().__init__(over, title, "Keep", subtitle=subtitle, width=720)
        self._most, self._keep = most, keep
        self._lines: list[tuple[LineInput, LineInput]] = []
        self._more = Button("Add another", self._add_empty, kind="link", icon="plus")
        self.body.addWidget(self._more)
        for statement in statements[:most] or [Statement("")]:
            self._add(statement)
        self.effect.say("Say it without names: the brief promises that nobody is named.")
        self.accepted.connect(self._done)

    @property
    def lines(self) -> list[tuple[LineInput, LineInput]]:
        """The inputs: words that stand out, and how they go on."""
        return list(self._lines)

    def add_choice(self, label: str, choose: Callable[[], None]) -> None:
        """Add a link that does something else instead, and closes the dialog."""

        def chosen() -> None:
            self.finish()
            choose()

        self.body.addWidget(Button(label, chosen, kind="link"))

    def _add_empty(self) -> None:
        self._add(Statement(""))
        self._lines[-1][0].setFocus()

    def _add(self, statement: Statement) -> None:
        lead, rest = LineInput(statement.lead), LineInput(statement.rest)
        number = len(self._lines) + 1
        row = beside(
            Field(f"{number}. Stands out", lead),
            Field("Goes on", rest),
        )
        self.body.insertWidget(self.body.indexOf(self._more), row)
        self._lines.append((lead, rest))
        self._more.setVisible(len(self._lines) < self._most)

    def _done(self) -> None:
        written = [
            Statement(lead.text().strip(), rest.text().strip()) for lead, rest in self._lines
        ]
        self.finish()
        self._keep([one for one in written if one.lead or one.rest])
