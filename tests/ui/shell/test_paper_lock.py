"""What is typed from paper is gone once the real window locks, closes or is left."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, made_file, made_program
from workbench.communities.queries import communities
from workbench.storage.workspace import open_workspace
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.shell.program import Program
from workbench.ui.shell.unlock import UnlockStage
from workbench.ui.surveys.paper_entry import PaperEntry
from workbench.ui.surveys.paper_page import PaperPage


@pytest.fixture
def typing(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> Iterator[tuple[Program, PaperEntry]]:
    """The window of a protected file in which one sheet was typed."""
    path = made_file(tmp_path / "b.fwb", SECRET)
    with open_workspace(path, SECRET) as workspace:
        (community,) = workspace.read(communities)
        plan = AskingPlan("May", ("loneliness-pulse",), asks_comment=True)
        number = workspace.perform(plan_asking, community.id, plan).value
        workspace.perform(open_asking, number)
    program = made_program(qapp)
    program.entrance.open(path)
    settle()
    stage = program.shell.stage
    assert isinstance(stage, UnlockStage)
    stage.field.setText(SECRET)
    stage.button.click()
    settle()
    program.shell.go("paper-entry")
    settle()
    page = program.shell.page
    assert isinstance(page, PaperPage)
    qtbot.keyClicks(page.sheet, "123")
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    entry = page.presenter.entry
    assert entry is not None
    assert entry.holds
    del page
    yield program, entry
    program.end()


def test_locking_forgets_what_was_typed(typing: tuple[Program, PaperEntry]) -> None:
    program, entry = typing
    program.lock()
    settle()
    gc.collect()
    assert isinstance(program.shell.stage, UnlockStage)
    assert not entry.holds
    assert not [one for one in program.shell.findChildren(Dialog) if one.isVisible()]


def test_another_page_is_reached_only_after_asking(typing: tuple[Program, PaperEntry]) -> None:
    program, entry = typing
    program.shell.go("people")
    settle()
    assert isinstance(program.shell.page, PaperPage)
    (question,) = [one for one in program.shell.findChildren(Dialog) if one.isVisible()]
    next(b for b in question.findChildren(Button) if b.label == "Forget and leave").click()
    settle()
    assert not entry.holds
    assert program.shell.page is not None
    assert program.shell.page.name == "surveys"


def test_going_on_typing_keeps_the_sheets(typing: tuple[Program, PaperEntry], qtbot: QtBot) -> None:
    program, entry = typing
    program.shell.go("people")
    settle()
    (question,) = [one for one in program.shell.findChildren(Dialog) if one.isVisible()]
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    settle()
    assert entry.holds
    assert isinstance(program.shell.page, PaperPage)
