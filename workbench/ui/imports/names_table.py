"""The list of learned names: Enter says who it is, N that it is nobody here, Delete forgets."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workbench.ui.imports.names_presenter import ShownName
from workbench.ui.kit.rows import Column
from workbench.ui.kit.table import RowTable


class NamesTable(RowTable[ShownName]):
    """Names as rows; `letters` says whether single letters do something."""

    def __init__(
        self, columns: Sequence[Column[ShownName]], *, nobody: Callable[[ShownName], object],
        forget: Callable[[ShownName], object],
    ) -> None:  # fmt: skip
        super().__init__(columns, lambda row: row.name, key=lambda row: row.id)
        self._nobody, self._forget = nobody, forget
        self.letters = True
        self.setAccessibleName("Names in files")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says with the selected name."""
        row, key = self.current_row(), Qt.Key(event.key())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if row is not None and plain and key == Qt.Key.Key_Delete:
            self._forget(row)
        elif row is not None and plain and self.letters and key == Qt.Key.Key_N:
            self._nobody(row)
        else:
            super().keyPressEvent(event)
