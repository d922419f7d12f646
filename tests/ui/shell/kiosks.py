"""A round in the real window, and hands that answer in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import dialogs, made_file, made_program
from workbench.storage.workspace import open_workspace
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.kit.buttons import Button
from workbench.ui.shell.open_desk import OpenDesk
from workbench.ui.shell.program import Program
from workbench.ui.surveys.kiosk_faces import (
    DoorFace,
    ThanksFace,
)
from workbench.ui.surveys.kiosk_setup import KioskSetup
from workbench.ui.surveys.kiosk_stage import KioskStage

CODE = "round 7"
NOBODY = Qt.KeyboardModifier.NoModifier


class Kiosk:
    """A window with a round in it, and hands that answer."""

    def __init__(self, program: Program, qtbot: QtBot, path: Path, asking: int) -> None:
        self.program, self.shell, self.qtbot = program, program.shell, qtbot
        self.path, self.asking = path, asking

    @property
    def desk(self) -> OpenDesk:
        assert self.program.desk is not None
        return self.program.desk

    @property
    def stage(self) -> KioskStage:
        assert isinstance(self.shell.stage, KioskStage)
        return self.shell.stage

    def start(self, code: str = CODE) -> KioskStage:
        self.desk.start_kiosk(self.asking)
        (dialog,) = dialogs(self.program)
        assert isinstance(dialog, KioskSetup)
        dialog.code.setText(code)
        dialog.again.setText(code)
        dialog.accept()
        settle()
        return self.stage

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NOBODY) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.shell, key, held)
            settle()

    def answer(self, key: Qt.Key = Qt.Key.Key_2, comment: str = "") -> None:
        """Answer as one person, by keys alone, up to the neutral ending and past it."""
        self.press(Qt.Key.Key_Return)
        for _ in range(3):
            self.press(key, Qt.Key.Key_Return)
        self.qtbot.keyClicks(QApplication.focusWidget(), comment)
        self.press(Qt.Key.Key_Return)
        assert isinstance(self.stage.face, ThanksFace)
        self.stage.thanks.stop()
        self.stage.show_welcome()
        settle()

    def open_door(self, typed: str = CODE) -> None:
        self.stage.facilitator.click()
        settle()
        face = self.stage.face
        assert isinstance(face, DoorFace)
        self.qtbot.keyClicks(face.typed, typed)
        self.press(Qt.Key.Key_Return)

    def stored(self) -> int:
        (wave,) = self.desk.workspace.read(asking_row, self.asking).waves
        return len(self.desk.workspace.read(stored_sheets, wave.id))

    def is_shut(self) -> bool:
        """Whether the stage fills the screen and nothing of the program shows or opened."""
        settle()
        shell = self.shell
        return (
            isinstance(shell.stage, KioskStage)
            and shell.isVisible()
            and shell.isFullScreen()
            and not shell.at_work
            and shell.page is None
            and shell.palette_shown is None
            and not shell.menuBar().isVisible()
            and not dialogs(self.program)
            and self.program.desk is not None
        )

    def decide(self, label: str) -> None:
        """Press the button of that name on the stage."""
        (button,) = [each for each in self.stage.findChildren(Button) if each.label == label]
        button.click()
        settle()


def opened(tmp_path: Path, qapp: QApplication, qtbot: QtBot, secret: str | None = None) -> Kiosk:
    path = made_file(tmp_path / "w.fwb", secret)
    with open_workspace(path, secret) as workspace:
        plan = AskingPlan("May", ("loneliness-pulse",), asks_comment=True)
        asking = workspace.perform(plan_asking, 1, plan).value
        workspace.perform(open_asking, asking)
    program = made_program(qapp)
    program.entrance.open(path, secret)
    settle()
    program.shell.go("surveys")
    return Kiosk(program, qtbot, path, asking)
