"""The sign-in sheet typed back: numbers in one field, the people they mean below, one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.foundation.text import counted
from workbench.foundation.words import Mark
from workbench.sessions.grid_rules import GridColumn
from workbench.sessions.paper_actions import PaperDone, mark_paper
from workbench.sessions.paper_rules import PaperReading, read_numbers
from workbench.sessions.sign_in_queries import sign_in_rows
from workbench.sessions.sign_in_rules import NameOrder, SignInRow, list_code
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, beside
from workbench.ui.kit.inputs import Check, Choice, LineInput
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.sessions.while_open import while_open
from workbench.ui.theme import look

_ORDERS = ((NameOrder.LAST.value, "By last name"), (NameOrder.FIRST.value, "By first name"))
_HIGH = 182
Sheets = dict[str, Sequence[SignInRow]]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of the preview: number on the sheet (empty for a guest), name, what else."""

    number: str
    name: str
    note: str = ""


class PaperDialog(Dialog):
    """Type "3 7 9-12 +Kim Novak"; Enter marks those here, with the rest left open or missed."""

    def __init__(self, over: QWidget, desk: Desk, head: GridColumn) -> None:
        super().__init__(
            over, "Row numbers from paper", "Mark here", width=620,
            subtitle=f"{head.title}, {weekday_and_day(head.on)}",
        )  # fmt: skip
        self.desk, self.session = desk, head.session_id
        self.sheets: Sheets = {}
        self.reading = PaperReading(())
        self.numbers = LineInput(hint="3 7 9-12 +Kim Novak")
        hint = "Ranges with a hyphen, -3 takes row 3 out, a guest has a + before the name."
        self.field = Field("Numbers of those who signed", self.numbers, hint)
        self.code = LineInput(hint="As printed")
        self.code.setMaxLength(8)
        self.order = Choice(_ORDERS)
        self.order.setAccessibleName("How the sheet is sorted")
        self.told = Text("", "caption", "warn", wrap=True)
        self.table = self._made_table()
        self.rest = Check("Everybody else on the list missed, apologies stay")
        self.body.addWidget(self.field)
        self.body.addWidget(
            beside(Field("List code", self.code), Field("Sheet sorted", self.order))
        )
        for widget in (self.told, self.table, self.rest):
            self.body.addWidget(widget)
        self._connect()
        desk.read(self._read, while_open(self, self._show_sheets))
        self._say()

    def _read(self, workspace: Workspace) -> Sheets:
        return {
            order.value: workspace.read(sign_in_rows, self.session, order) for order in NameOrder
        }

    def _connect(self) -> None:
        self.numbers.textChanged.connect(lambda _: self._say())
        self.code.textChanged.connect(lambda _: self._follow_code())
        self.order.currentIndexChanged.connect(lambda _: self._say())
        self.rest.toggled.connect(lambda _: self._say())
        self.numbers.returnPressed.connect(self.accept)
        self.accepted.connect(self._mark)

    def _made_table(self) -> RowTable[PaperLine]:
        table: RowTable[PaperLine] = RowTable(
            [
                Column("number", "Row", lambda line: TextCell(line.number), width=56),
                Column("name", "Name", lambda line: TextCell(line.name), width=200, stretch=True),
                Column("note", "", lambda line: TextCell(line.note, "text_2"), width=170),
            ],
            lambda line: line.name,
            row_height=30,
        )
        table.setAccessibleName("People whose numbers were typed")
        table.setFixedHeight(look().px(_HIGH))
        return table

    def _show_sheets(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self._follow_code()

    def _follow_code(self) -> None:
        """Take the order of the sheet whose code was typed."""
        typed = self.code.text().strip().upper()
        for order, rows in self.sheets.items():
            if typed and list_code(rows) == typed:
                self.order.pick(order)
        self._say()

    def _say(self) -> None:
        rows = self.sheets.get(self.order.key, ())
        full = len(self.code.text().strip()) >= len(list_code(rows))
        self.reading = read_numbers(self.numbers.text(), rows, self.code.text() if full else "")
        found = self.reading
        twice = [f"Row {number} was typed twice; it counts once." for number in found.repeated]
        notes = [note for note in (found.note, *found.problems, *twice) if note]
        self.told.say("\n".join(notes))
        self.told.setVisible(bool(notes))
        self.table.show_rows(_lines(found))
        some = bool(found.rows or found.guests)
        self.do_button.setEnabled(some)
        self.do_button.relabel(f"Mark {found.words} here" if some else "Mark here")
        self.effect.say(self._effect(len(rows)))

    def _effect(self, listed: int) -> str:
        problems = len(self.reading.problems)
        if problems:
            return f"{counted(problems, 'entry', 'entries')} left out."
        return f"{len(self.reading.rows)} of {listed} on the list."

    def _mark(self) -> None:
        found, rest = self.reading, Mark.ABSENT if self.rest.isChecked() else None
        people = [row.person_id for row in found.rows]
        self.desk.do(
            lambda w: w.perform(mark_paper, self.session, people, found.guests, rest),
            then=while_open(self, lambda _: self.finish()),
            said=_said,
        )


def _said(done: PaperDone) -> str:
    rest = f", {counted(done.rest, 'other', 'others')} missed" if done.rest else ""
    return f"{done.words}{rest}."


def _lines(found: PaperReading) -> list[PaperLine]:
    people = [
        PaperLine(str(row.number), row.shown, "sent apologies" if row.apologies else "")
        for row in found.rows
    ]
    return [*people, *(PaperLine("+", name, "guest") for name in found.guests)]
