"""A file that gets another passphrase while it is open: closed, changed, opened again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from workbench.storage.backups import backups_of
from workbench.storage.opening import is_protected
from workbench.storage.workspace import open_workspace
from workbench.ui.shell.program import Program

NEW = "five other words for this"


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    made = made_program(qapp)
    yield made
    made.end()


def test_another_one_a_first_one_and_none(program: Program, tmp_path: Path) -> None:
    path = made_file(tmp_path / "a.fwb")
    program.entrance.start(path)
    for current, new in ((None, SECRET), (SECRET, NEW), (NEW, None)):
        program.change_passphrase(current, new)
        settle()
        assert program.shell.at_work
        assert program.shell.page is not None
        assert program.shell.page.name == "settings"
        assert program.desk is not None
        assert program.desk.workspace.passphrase == new
        assert "made before" in program.shell.toast.words.text()
    program.end_work()
    assert not is_protected(path)
    assert len(backups_of(path)) == 3
    open_workspace(path).close()


def test_what_stands_against_it_is_told_and_the_file_opens_as_it_was(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.storage import passphrase_change

    def refuse(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(passphrase_change, "sync", refuse)
    path = made_file(tmp_path / "a.fwb", SECRET)
    program.entrance.open(path, SECRET)
    program.change_passphrase(SECRET, NEW)
    settle()
    assert program.shell.at_work
    assert program.desk is not None
    assert program.desk.workspace.passphrase == SECRET
    assert dialogs(program)


def test_the_sample_is_not_protected(program: Program) -> None:
    program.entrance.open_sample()
    settle()
    program.change_passphrase(None, NEW)
    assert program.desk is not None
    assert not program.desk.workspace.protected
    assert "sample" in program.shell.toast.words.text()
