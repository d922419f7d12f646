"""The sample in a real window, under a test's hands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.name_hunt import told
from workbench.ui.kit.page import Page
from workbench.ui.shell.open_desk import OpenDesk
from workbench.ui.shell.program import Program

NEXT, LAST = 17, 16
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


class Window:
    """Presses keys where the focus is, goes to pages, and tells all that can be seen or heard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.shell, self.qtbot = program, program.shell, qtbot

    @property
    def desk(self) -> OpenDesk:
        assert self.program.desk is not None
        return self.program.desk

    def turn(self) -> None:
        """Press Ctrl+Shift+P wherever the focus is."""
        self.press(Qt.Key.Key_P, BOTH)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        more = {"modifier": held} if held else {}
        self.qtbot.keyClick(QApplication.focusWidget() or self.shell, key, **more)
        settle()

    def go(self, page: str, **argument: object) -> Page:
        self.shell.go(page, **argument)
        settle()
        assert self.shell.page is not None
        return self.shell.page

    def told(self) -> str:
        """Return all that can be seen or is read aloud in the window, tooltips included."""
        return "\n".join(told(self.shell))
