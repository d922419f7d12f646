"""The first evening: an empty file becomes a community with people, a session and marks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.evening import evening
from workbench.foundation.words import Mark
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of
from workbench.storage.backups import backups_of
from workbench.ui.kit.inputs import LineInput
from workbench.ui.shell.first_community import FirstCommunityStage
from workbench.ui.shell.welcome import WelcomeStage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EMPTY_PAGES = [
    ("Ctrl+2", "community"), ("Ctrl+4", "sessions"), ("Ctrl+5", "live"), ("Ctrl+6", "attendance"),
    ("Ctrl+7", "contributions"), ("Ctrl+8", "surveys"), ("Ctrl+9", "insights"),
    ("Ctrl+0", "reports"), ("Ctrl+,", "settings"), ("Ctrl+1", "home"),
]  # fmt: skip


def test_from_an_empty_file_to_the_first_marks(empty: Path, qtbot: QtBot) -> None:
    with evening(qtbot, empty) as desk:
        desk.until(lambda: isinstance(desk.shell.stage, FirstCommunityStage))
        desk.until(lambda: isinstance(QApplication.focusWidget(), LineInput))
        desk.write("Bridges")
        desk.tap("Ctrl+Return")
        desk.until(lambda: desk.page.name == "home")
        desk.rest()
        for keys, name in EMPTY_PAGES:
            desk.go(keys, name)

        desk.go("Ctrl+3", "people")
        for name in ("Ama Boateng", "Jonas Weber"):
            desk.press("Ctrl+N")
            desk.write(name)
            desk.press("Ctrl+Return")
        members = desk.ask(lambda w: w.read(roster, desk.community))
        assert [row.name for row in members] == ["Ama Boateng", "Jonas Weber"]

        desk.go("Ctrl+4", "sessions")
        desk.press("Ctrl+N")
        desk.write("First time")
        desk.to_field(desk.dialog.day_input)
        desk.write("today")
        desk.press("Ctrl+Return")
        desk.until(lambda: desk.page.name == "planner")
        desk.go("Ctrl+6", "attendance")
        desk.until(desk.page.grid.cells.hasFocus)
        desk.tap("P", "L")
        desk.rest()
        ((_, marks),) = desk.ask(lambda w: w.read(marks_of, desk.community)).items()
        assert sorted(marks.values()) == [Mark.PART, Mark.PRESENT]
        desk.go("Ctrl+1", "home")
        assert not backups_of(empty), "a backup is made when the evening is over"


def test_without_a_file_it_begins_with_welcome(qtbot: QtBot) -> None:
    with evening(qtbot, None) as desk:
        desk.until(lambda: isinstance(desk.shell.stage, WelcomeStage))
        assert desk.program.desk is None
        desk.tap("Ctrl+K", "Ctrl+3", "Ctrl+N", "Ctrl+Z", "Ctrl+L")
        assert isinstance(desk.shell.stage, WelcomeStage)
