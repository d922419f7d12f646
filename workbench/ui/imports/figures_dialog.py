"""Monthly figures from a file before they are taken in."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.foundation.text import counted
from workbench.imports.figures import FiguresImport, perform_figures, preview_figures
from workbench.ui.desk import Desk
from workbench.ui.imports.import_dialog import ImportDialog
from workbench.ui.imports.remarks import Remarks
from workbench.ui.imports.responses_dialog import PairList
from workbench.ui.kit.buttons import Button


class FiguresDialog(ImportDialog):
    """Shows which months of which figures a file would add or change."""

    def __init__(self, over: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(
            over,
            desk,
            "Import figures",
            "Import figures",
            f"{path.name} · nothing is added yet",
            620,
        )
        self.path = path
        self._found: FiguresImport | None = None
        self._decimal: str | None = None
        self.remarks = Remarks()
        self.figures = PairList("Figures")
        self.aside = PairList("Left aside")
        for widget in (self.remarks, self.figures, self.aside):
            self.body.addWidget(widget)
        self.accepted.connect(self._write)

    def load(self) -> None:
        """Read the file."""
        name = self.desk.community_name
        self.desk.read(
            lambda workspace: preview_figures(workspace, name, self.path, self._decimal),
            self._show,
            self.failed,
        )

    def _answers(self) -> dict[str, list[Button]]:
        def button(label: str, decimal: str) -> Button:
            return Button(label, lambda: self._read_with(decimal), size="small")

        return {
            "decimal": [
                button("Dots before decimals", "point"),
                button("Dots between thousands", "comma"),
            ]
        }

    def _read_with(self, decimal: str) -> None:
        self._decimal = decimal
        self.load()

    def _show(self, found: FiguresImport) -> None:
        if self.gone:
            return
        self._found = found
        questions = [
            (each.about, each.sentence if each.about == "decimal" else str(each))
            for each in found.asked
        ]
        self.remarks.show_remarks(questions, found.warnings, self._answers())
        self.figures.show_pairs(
            [
                (plan.title, f"{plan.added} new, {plan.changed} changed, {plan.unchanged} the same")
                for plan in found.plans
            ],
            "",
        )
        self.aside.show_pairs([(why, f"row {row}") for row, why in found.table.rejected], "")
        months = sum(plan.added + plan.changed for plan in found.plans)
        verb = f"Import {counted(months, 'month', 'months')}"
        ready = not found.questions and months > 0
        self.filled_with("One undo takes all of it back.", verb, ready=ready)

    def _write(self) -> None:
        found = self._found
        if found is not None:
            self.desk.do(
                lambda workspace: perform_figures(workspace, found),
                then=lambda _months: self.done(),
                said=lambda months: f"Imported {counted(months, 'month', 'months')} of figures.",
            )
