"""The dialog for another passphrase: nothing happens until everything in it is right."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.storage.workspace import create_workspace, open_workspace
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.settings.passphrase_dialog import PassphraseDialog
from workbench.ui.settings.settings_page import SettingsPage

OLD, NEW = "lamp otter seven quiet brook", "five other words for this"


def opened(desk: BenchDesk, button: str) -> PassphraseDialog:
    page = desk.open(SettingsPage)
    next(each for each in page.findChildren(Button) if each.label == button).click()
    settle()
    (dialog,) = page.window().findChildren(PassphraseDialog)
    return dialog


@pytest.fixture
def protected(desk: BenchDesk, tmp_path: Path) -> BenchDesk:
    """A desk whose file is protected."""
    path = tmp_path / "protected.fwb"
    create_workspace(path, OLD).close()
    desk.workspace.close()
    desk.workspace = open_workspace(path, OLD)
    return desk


def wrongs(dialog: PassphraseDialog, key: str) -> str:
    field = dialog.form.fields[key]
    return " ".join(text.text() for text in field.findChildren(Text) if text.isVisibleTo(field))


def test_an_unprotected_file_gets_one_after_it_is_written_down(desk: BenchDesk) -> None:
    dialog = opened(desk, "Add a passphrase")
    assert "current" not in dialog.form.fields
    dialog.new.setText("sun")
    assert "Weak." in dialog.told.text()
    dialog.new.setText(NEW)
    assert not dialog.do_button.isEnabled()
    dialog.written.setChecked(True)
    dialog.again.setText("other")
    dialog.accept()
    assert "not the same" in wrongs(dialog, "again")
    dialog.again.setText(NEW)
    assert "readable for whoever has them" in dialog.follows.text()
    dialog.accept()
    assert desk.keeper.asked == [("passphrase", None, NEW)]


def test_a_wrong_present_one_changes_nothing_and_waits_longer_each_time(
    protected: BenchDesk, qtbot: QtBot
) -> None:
    dialog = opened(protected, "Change")
    dialog.new.setText(NEW)
    dialog.again.setText(NEW)
    dialog.written.setChecked(True)
    dialog.current.setText("not it")
    dialog.accept()
    assert "not the passphrase of this file" in wrongs(dialog, "current")
    assert not dialog.do_button.isEnabled()
    qtbot.waitUntil(dialog.do_button.isEnabled)
    assert dialog._wait_ms == 1000
    dialog.current.setText(OLD)
    dialog.accept()
    assert protected.keeper.asked == [("passphrase", OLD, NEW)]


def test_the_same_again_is_no_change(protected: BenchDesk) -> None:
    dialog = opened(protected, "Change")
    for field in (dialog.current, dialog.new, dialog.again):
        field.setText(OLD)
    dialog.written.setChecked(True)
    dialog.accept()
    assert "the passphrase it has" in wrongs(dialog, "new")
    assert protected.keeper.asked == []


def test_taking_it_away_asks_for_it_and_says_what_follows(protected: BenchDesk) -> None:
    dialog = opened(protected, "Remove")
    assert set(dialog.form.fields) == {"current"}
    assert "whoever has the file can read it" in dialog.follows.text()
    dialog.accept()
    assert "has now" in wrongs(dialog, "current")
    dialog.current.setText(OLD)
    dialog.accept()
    assert protected.keeper.asked == [("passphrase", OLD, None)]
