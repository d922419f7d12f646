"""The ways into a workspace, and what bars each: every refusal has its own sentence and page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from workbench.foundation.settings import Settings
from workbench.ui.kit.text import Text
from workbench.ui.shell.create import CreateStage
from workbench.ui.shell.first_community import FirstCommunityStage
from workbench.ui.shell.program import Program
from workbench.ui.shell.recovery import RecoveryStage
from workbench.ui.shell.unlock import UnlockStage
from workbench.ui.shell.welcome import WelcomeStage


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    made = made_program(qapp)
    yield made
    made.end()


def words(program: Program) -> str:
    stage = program.shell.stage
    assert stage is not None
    return " ".join(text.text() for text in stage.findChildren(Text))


def test_first_start_shows_welcome_with_the_first_choice_focused(program: Program) -> None:
    program.entrance.start(None)
    stage = program.shell.stage
    assert isinstance(stage, WelcomeStage)
    assert stage.focusProxy() is stage.first


def test_last_file_opens_by_itself(qapp: QApplication, tmp_path: Path) -> None:
    file = made_file(tmp_path / "a.fwb")
    program = made_program(qapp, settings=Settings(last_workspace=str(file)))
    program.entrance.start(None)
    assert program.shell.at_work
    program.end()


def test_file_that_went_away_shows_welcome_not_an_empty_one(
    program: Program, tmp_path: Path
) -> None:
    program.entrance.start(tmp_path / "gone.fwb")
    assert isinstance(program.shell.stage, WelcomeStage)
    assert "There is no file gone.fwb" in words(program)
    assert not (tmp_path / "gone.fwb").exists()


def test_foreign_newer_and_empty_files_are_told_apart(program: Program, tmp_path: Path) -> None:
    pdf, empty = tmp_path / "a.fwb", tmp_path / "b.fwb"
    pdf.write_bytes(b"%PDF-1.7 " + b"x" * 600)
    empty.write_bytes(b"")
    program.entrance.open(pdf)
    assert "it is a PDF" in words(program)
    program.entrance.open(empty)
    assert "is empty" in words(program)
    assert empty.read_bytes() == b""


def test_damaged_file_opens_recovery_with_its_backups(program: Program, tmp_path: Path) -> None:
    file = made_file(tmp_path / "a.fwb")
    program.entrance.open(file)
    program.back_up("by hand")
    program.end_work()
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + bytes(8192) + whole[16384:])
    program.entrance.open(file)
    stage = program.shell.stage
    assert isinstance(stage, RecoveryStage)
    assert "has not been changed" in words(program)
    assert len(stage.table.rows.rows()) == 1
    stage.restore.emit(stage.table.rows.rows()[0])
    assert program.shell.at_work
    assert list(tmp_path.glob("a before restore*.fwb"))


def test_protected_file_asks_and_a_wrong_passphrase_waits_longer_each_time(
    program: Program, tmp_path: Path
) -> None:
    file = made_file(tmp_path / "a.fwb", SECRET)
    program.entrance.open(file)
    stage = program.shell.stage
    assert isinstance(stage, UnlockStage)
    stage.field.setText("wrong")
    stage.button.click()
    assert program.shell.stage is stage
    assert not stage.button.isEnabled()
    first = stage.wait_ms
    stage.refuse("no")
    assert stage.wait_ms == 2 * first
    assert not stage.can_recover
    program.entrance.open(file, SECRET)
    assert program.shell.at_work


def test_wrong_passphrase_offers_the_backups_there_are(program: Program, tmp_path: Path) -> None:
    file = made_file(tmp_path / "a.fwb", SECRET)
    program.entrance.open(file, SECRET)
    program.back_up("by hand")
    program.end_work()
    program.entrance.open(file)
    stage = program.shell.stage
    assert isinstance(stage, UnlockStage)
    stage.unlock.emit("wrong")
    assert stage.can_recover
    stage.recover.emit()
    recovery = program.shell.stage
    assert isinstance(recovery, RecoveryStage)
    recovery.restore.emit(recovery.table.rows.rows()[0])
    asked = program.shell.stage
    assert isinstance(asked, UnlockStage)
    asked.unlock.emit(SECRET)
    assert program.shell.at_work


def test_unusable_backup_is_named_and_not_restored(program: Program, tmp_path: Path) -> None:
    file = made_file(tmp_path / "a.fwb")
    program.entrance.open(file)
    program.back_up("by hand")
    program.end_work()
    copy = next((tmp_path / "a backups").glob("*.fwb"))
    copy.write_bytes(copy.read_bytes()[:8192])
    file.write_bytes(file.read_bytes()[:8192] + bytes(8192))
    program.entrance.open(file)
    stage = program.shell.stage
    assert isinstance(stage, RecoveryStage)
    row = stage.table.rows.rows()[0]
    assert row.checked is False
    stage.table.opened.emit(row)
    assert program.shell.stage is stage


def test_creating_a_protected_workspace_leads_to_its_first_community(
    program: Program, tmp_path: Path
) -> None:
    program.entrance.show_create()
    stage = program.shell.stage
    assert isinstance(stage, CreateStage)
    stage.file.setText(str(tmp_path / "new"))
    assert not stage.button.isEnabled()
    stage.fill(SECRET)
    stage.button.click()
    first = program.shell.stage
    assert isinstance(first, FirstCommunityStage)
    first.make()
    assert program.shell.stage is first
    first.name.setText("Bridges")
    first.make()
    assert program.shell.at_work
    assert program.desk is not None
    assert program.desk.community_name == "Bridges"
    assert (tmp_path / "new.fwb").read_bytes()[:6] != b"SQLite"


def test_existing_file_is_never_written_over(program: Program, tmp_path: Path) -> None:
    file = made_file(tmp_path / "a.fwb")
    before = file.read_bytes()
    program.entrance.show_create()
    stage = program.shell.stage
    assert isinstance(stage, CreateStage)
    stage.file.setText(str(file))
    stage.open_to_all.setChecked(True)
    stage.button.click()
    assert program.shell.stage is stage
    assert "already exists" in words(program)
    assert file.read_bytes() == before


def test_unequal_passphrases_are_said_at_the_second_field(program: Program) -> None:
    program.entrance.show_create()
    stage = program.shell.stage
    assert isinstance(stage, CreateStage)
    stage.passphrase.setText(SECRET)
    stage.again.setText("other")
    stage.written.setChecked(True)
    stage.create_now()
    assert stage.form.fields["again"].control.accessibleDescription().startswith("The two")


def test_sample_is_tried_without_leaving_a_trace_in_settings(program: Program) -> None:
    program.entrance.open_sample()
    assert program.shell.at_work
    assert program.settings.last_workspace == ""
    assert program.shell.sidebar.file.accessibleName() == "File The sample: nothing is saved"


def test_second_instance_is_told_where_the_file_is_open(program: Program, tmp_path: Path) -> None:
    from workbench.storage.workspace import open_workspace

    file = made_file(tmp_path / "a.fwb")
    with open_workspace(file):
        program.entrance.open(file)
        assert "already open" in words(program)
    settle()
    assert dialogs(program) == []
