"""The list of what is wrong in a text, line by line; Enter or a press leads to the line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from workbench.surveys.instrument_lines import Problem
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

_SHOWN_LINES = 4


class ProblemList(Themed, QListWidget):
    """Problems with their lines; `wanted` gets the line, from 1, that the user wants to see."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Problems")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)
        self.restyle()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems in the order of their lines; without any the list goes."""
        self.clear()
        for one in problems:
            item = QListWidgetItem(words_of(one), self)
            item.setData(Qt.ItemDataRole.UserRole, one.line)
        self.setVisible(bool(problems))
        self.updateGeometry()

    def restyle(self) -> None:
        """Take the font of the text size."""
        self.setFont(look().font())

    def sizeHint(self) -> QSize:
        """A few problems high."""
        lines = min(_SHOWN_LINES, self.count()) + 0.5
        return QSize(look().px(300), round(look().line() * lines) + 16)

    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        return QSize(look().px(200), look().line() * 2 + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the line; Ctrl+Enter and Esc are left to the dialog."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            event.ignore()
        elif enter and self.currentItem() is not None:
            self._tell(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem) -> None:
        self.wanted.emit(int(item.data(Qt.ItemDataRole.UserRole)))


def words_of(problem: Problem) -> str:
    """Return a problem as a line of its own: where it stands and a sentence."""
    where = ", ".join(filter(None, (f"Line {problem.line}", problem.place)))
    sentence = problem.sentence
    return f"{where}: {sentence[:1].upper()}{sentence[1:].rstrip('.')}."
