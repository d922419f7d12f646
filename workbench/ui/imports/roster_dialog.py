"""A list of people before it is taken in: columns to correct, rows to accept, rows left aside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.imports.tables import SourceFile
from workbench.ui.desk import Desk
from workbench.ui.imports.column_lines import ColumnLines
from workbench.ui.imports.import_dialog import ImportDialog
from workbench.ui.imports.remarks import Remarks
from workbench.ui.imports.roster_review import RosterReview, ShownRoster, ShownRow
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cells import Cell, TextCell
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.theme import look

_ROWS_SHOWN = 8


class RosterDialog(ImportDialog):
    """Shows what a list of people would change; nothing is written before its button is pressed."""

    def __init__(
        self, over: QWidget, desk: Desk, read: Callable[[], SourceFile], name: str
    ) -> None:
        super().__init__(
            over, desk, "Import people", "Import people", f"{name} · nothing is added yet", 920
        )
        self.presenter = RosterReview(desk, self, read, name)
        self.remarks = Remarks()
        self.columns = ColumnLines(self.presenter.take_column_as)
        self.rows: RowTable[ShownRow] = RowTable(
            self._columns(), name=lambda row: str(row.number), side=12
        )
        self.rows.opened.connect(self._toggle)
        self.save = Button("Save rows left aside to a file", self._save, icon="save", size="small")
        self.body.addWidget(self.remarks)
        self.body.addWidget(_heading("Columns", "Guesses: correct any that is wrong."))
        self.body.addWidget(self.columns)
        self.summary = Text("", tone="text_2")
        self.body.addWidget(_heading("Rows", "", self.summary, self.save))
        self.body.addWidget(self.rows)
        self.accepted.connect(self.presenter.write)

    def load(self) -> None:
        """Read the list."""
        self.presenter.load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar takes a row or leaves it."""
        if event.key() == Qt.Key.Key_Space and self.rows.hasFocus():
            self._toggle(self.rows.current_row())
            return
        super().keyPressEvent(event)

    def show_roster(self, shown: ShownRoster) -> None:
        """Show columns, rows and what will happen."""
        if self.gone:
            return
        self.remarks.show_remarks(shown.questions, shown.warnings, self._answers())
        self.columns.show_guesses(shown.guesses)
        self.summary.say(shown.summary)
        self.save.setVisible(bool(shown.aside))
        groups = [
            (Section("Left aside", "read, but not taken"), shown.aside),
            (Section("Changed", "Enter takes or leaves a row"), shown.changed),
            (Section("New", counted(len(shown.added), "person", "people")), shown.added),
        ]
        self.rows.show_groups([(section, rows) for section, rows in groups if rows])
        count = sum(len(rows) + 1 for _, rows in groups if rows)
        self.rows.setFixedHeight(look().px(40) * min(max(count, 1), _ROWS_SHOWN) + look().px(34))
        self.filled_with("One undo takes all of it back.", shown.verb, ready=shown.can_write)

    def _columns(self) -> list[Column[ShownRow]]:
        def tick(row: ShownRow) -> Cell:
            if row.kind == "rejected":
                return TextCell("", icon="warning", tone="warn")
            return TextCell("Take" if row.ticked else "Leave", icon="check" if row.ticked else "")

        return [
            Column("tick", "", tick, width=84),
            Column("row", "Row", lambda row: TextCell(f"{row.number}", "text_3"), width=60),
            Column("name", "Name", lambda row: TextCell(row.name, role="strong"), width=210),
            Column("what", "What", lambda row: TextCell(row.what, "text_2"), stretch=True),
        ]

    def _toggle(self, row: ShownRow | None) -> None:
        if row is not None and row.kind != "rejected":
            self.presenter.toggle(row.number)
            self.rows.choose(lambda other: other.number == row.number)

    def _answers(self) -> dict[str, list[Button]]:
        def button(label: str, order: str) -> Button:
            return Button(label, lambda: self.presenter.choose_order(order), size="small")

        return {"dates": [button("Day first", "day-first"), button("Month first", "month-first")]}

    def _save(self) -> None:
        def chosen(target: Path) -> None:
            self.presenter.save_rejected(target)

        self.desk.choose_new_file("Rows left aside", "Rows left aside.xlsx", chosen)


def _heading(title: str, note: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 6, 0, 0)
    row.setSpacing(10)
    row.addWidget(Text(title, "section"))
    if note:
        row.addWidget(Text(note, tone="text_2"))
    for widget in widgets[:1]:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in widgets[1:]:
        row.addWidget(widget)
    return holder
