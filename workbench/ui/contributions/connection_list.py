"""The map of connections as a list: who helped whom, how often, and who has no help logged yet."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.foundation.text import counted, fold
from workbench.insights.connection_queries import Connections, MapPerson
from workbench.ui.kit.cells import TextCell
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.table import RowTable
from workbench.ui.theme import look

_PRIVATE = "stays on this screen · a missing record, not a verdict"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: who gave to whom and how often, or somebody with nothing logged."""

    person: int
    who: str
    other: int
    whom: str
    acts: int
    between: str

    @property
    def times(self) -> str:
        """How often, in words."""
        return {0: "", 1: "once", 2: "twice"}.get(self.acts, f"{self.acts} times")

    @property
    def said(self) -> str:
        """The line aloud."""
        if not self.whom:
            return f"{self.who}, {self.between}: no help logged yet"
        return f"{self.who} helped {self.whom} {self.times}, {self.between}"


class ConnectionList(QWidget):
    """Rows by the alphabet; `chosen` and `opened` tell the person who gave."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Connections | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table: RowTable[ListRow] = RowTable(
            [
                Column("who", "Who", lambda row: TextCell(row.who, role="label"),
                       lambda row: fold(row.who), width=150, stretch=True),
                Column("whom", "Helped", lambda row: TextCell(row.whom),
                       lambda row: fold(row.whom), width=150, stretch=True),
                Column("times", "How often", lambda row: TextCell(row.times, "text_2"), width=84),
                Column("between", "Departments", lambda row: TextCell(row.between, "text_2"),
                       lambda row: fold(row.between), width=190, stretch=True, leaves=1),
            ],
            lambda row: row.said,
            key=lambda row: (row.person, row.other),
            side=24,
            row_height=32,
        )  # fmt: skip
        self.table.setMinimumHeight(look().px(160))
        self.table.setAccessibleName("Who helped whom, as a list")
        self.table.chosen.connect(lambda row: self.chosen.emit(row.person))
        self.table.opened.connect(lambda row: self.opened.emit(row.person))
        column.addWidget(self.table, 1)

    def show_connections(self, shown: Connections) -> None:
        """Show the links, and below them privately whose help is not logged yet."""
        self._shown = shown
        self._fill()

    def choose(self, person: int) -> None:
        """Select the first line somebody gave, or else the first they were given; tells nobody."""
        blocked = self.table.blockSignals(True)
        row = self.table.current_row()
        if row is None or row.person != person:
            gave = self.table.choose(lambda row: row.person == person)
            _ = gave or self.table.choose(lambda row: row.other == person)
        self.table.blockSignals(blocked)

    def show_alone(self) -> None:
        """Go to those with no help logged."""
        self.table.choose(lambda row: not row.whom)
        self.table.setFocus()

    def resize_columns(self, width: int) -> None:
        """Let the departments go where there is no room for them."""
        self.table.leave_out(0 if width >= self.table.needed_width() else 1)

    def _fill(self) -> None:
        if self._shown is None:
            return
        links, alone = _links(self._shown), _alone(self._shown)
        groups: list[tuple[Section | None, list[ListRow]]] = [(None, links)]
        if alone:
            many = counted(len(alone), "person", "people")
            groups.append((Section("No help logged yet", f"{many} · {_PRIVATE}"), alone))
        self.table.show_groups(groups)


def _links(shown: Connections) -> list[ListRow]:
    people = {person.id: person for person in shown.people}
    rows = []
    for link in shown.links:
        giver, receiver = people[link.giver_id], people[link.receiver_id]
        here, there = _department(giver), _department(receiver)
        between = f"{here} to {there}" if link.across else f"inside {here}"
        rows.append(ListRow(giver.id, giver.name, receiver.id, receiver.name, link.acts, between))
    return sorted(rows, key=lambda row: (fold(row.who), row.person, fold(row.whom)))


def _alone(shown: Connections) -> list[ListRow]:
    alone = [person for person in shown.people if person.alone]
    return [ListRow(person.id, person.name, 0, "", 0, _department(person)) for person in alone]


def _department(person: MapPerson) -> str:
    return person.department.name if person.department else "no department"
