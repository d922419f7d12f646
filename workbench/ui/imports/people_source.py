"""Where people come from: a file, or names pasted from a mail or a sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.imports.tables import SourceFile, source_from_text
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field, Form
from workbench.ui.kit.inputs import TextArea

PATTERNS = (
    "*.xlsx", "*.xlsm", "*.xlsb", "*.xls", "*.ods", "*.csv", "*.tsv", "*.txt", "*.json", "*.zip",
)  # fmt: skip
_HINT = "Ana Berg\nBo Li, bo.li@firm.example\n..."


class PeopleSource(Dialog):
    """Asks for a file or for pasted names, then hands them on."""

    def __init__(
        self,
        over: QWidget,
        desk: Desk,
        from_file: Callable[[Path], None],
        from_text: Callable[[Callable[[], SourceFile], str], None],
    ) -> None:
        super().__init__(over, "Bring people in", "Look at these names", width=560)
        self.desk, self._from_file, self._from_text = desk, from_file, from_text
        self.names = TextArea("", _HINT, lines=8)
        self.choose = Button("Choose an Excel or CSV file", self._choose, icon="folder")
        hint = "One person on a line, or rows copied from a sheet with their titles."
        self.body.addWidget(self.choose)
        self.body.addWidget(Form(Field("Or paste names", self.names, hint, key="names")))
        self.effect.say("Nothing is added yet.")
        self.names.textChanged.connect(self._typed)
        self.accepted.connect(self._paste)
        self._typed()

    def _typed(self) -> None:
        self.do_button.setEnabled(bool(self.names.toPlainText().strip()))

    def _choose(self) -> None:
        def chosen(path: Path) -> None:
            self.finish()
            self._from_file(path)

        self.desk.choose_file("Lists of people", PATTERNS, chosen)

    def _paste(self) -> None:
        text = self.names.toPlainText()
        self.finish()
        self._from_text(lambda: source_from_text(text), "Pasted names")
