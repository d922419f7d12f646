"""The themes of a season as a list, typed or pasted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import TextArea


class ThemesDialog(Dialog):
    """Takes a list of themes, one on each line, in the order of the dates."""

    def __init__(
        self, over: QWidget, keep: Callable[[list[str]], None], themes: Sequence[str], dates: int
    ) -> None:
        super().__init__(over, "Themes", "Put onto dates", width=520)
        self.lines = TextArea("\n".join(themes).rstrip("\n"), "One theme on each line", lines=12)
        hint = f"The first line goes to the first of {dates} dates; an empty line leaves one open."
        self.body.addWidget(Field("Themes", self.lines, hint))
        self._keep = keep
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        self.finish()
        self._keep(self.lines.toPlainText().splitlines())
