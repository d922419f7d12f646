"""Settings: each switch acts at once, backups are listed, checked and restored, rows are found."""

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.communities.queries import workspace_setting
from workbench.sessions.engagement import USUAL, Thresholds
from workbench.sessions.threshold_queries import engagement_thresholds
from workbench.storage.backups import back_up, backups_folder
from workbench.surveys.usual_queries import usual_minimum
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Switch
from workbench.ui.kit.text import Text
from workbench.ui.settings.settings_page import SettingsPage


@pytest.fixture
def page(desk: BenchDesk) -> SettingsPage:
    made = desk.open(SettingsPage)
    assert isinstance(made, SettingsPage)
    return made


def words(page: SettingsPage) -> str:
    return " | ".join(text.text() for text in page.findChildren(Text) if text.isVisibleTo(page))


def test_says_what_protects_the_file_and_that_there_is_no_network(page: SettingsPage) -> None:
    assert "Not protected" in words(page)
    assert "There is no such switch: this program never connects." in words(page)


def test_theme_size_and_motion_are_kept_at_once(
    page: SettingsPage, desk: BenchDesk, qtbot: QtBot
) -> None:
    dark = next(each for each in page.appearance._pictures if each.theme == "dark")
    dark.click()
    assert (desk.settings.theme, desk.keeper.asked) == ("dark", ["look"])
    page.appearance.slider.setValue(15)
    qtbot.waitUntil(lambda: desk.settings.text_scale == 1.5)
    for switch in page.findChildren(Switch):
        switch.click()
    assert desk.settings.less_motion
    assert not desk.settings.single_letter_keys


def test_name_is_kept_in_the_file_and_can_be_undone(page: SettingsPage, desk: BenchDesk) -> None:
    field = page._cards[1].name  # type: ignore[attr-defined]
    field.setText("Ruth Adeyemi")
    field.editingFinished.emit()
    assert desk.workspace.read(workspace_setting, "facilitator") == "Ruth Adeyemi"
    field.editingFinished.emit()
    assert desk.said == ["Name kept."]
    desk.undo()
    assert desk.workspace.read(workspace_setting, "facilitator") == ""


def test_without_a_backup_the_button_is_the_primary_one(
    page: SettingsPage, desk: BenchDesk
) -> None:
    assert page.backups.now.kind == "primary"
    assert not page.backups.table.isVisible()
    page.backups.now.click()
    assert desk.keeper.asked == [("back up", "by hand")]


def test_backups_are_listed_checked_and_restored_after_a_question(desk: BenchDesk) -> None:
    copy = back_up(desk.workspace)
    page = desk.open(SettingsPage)
    assert isinstance(page, SettingsPage)
    assert "1 copy, each opened and checked" in words(page)
    page.backups._again(copy)
    assert desk.said == ["The backup of Tue 13 Oct 09:41 opens and is whole."]
    copy.path.write_bytes(b"x" * 4096)
    page.backups._again(copy)
    assert "cannot be used" in desk.said[-1]
    page.backups.table.opened.emit(copy)
    settle()
    dialog = page.window().findChild(Dialog)
    assert isinstance(dialog, Dialog)
    dialog.do_button.click()
    assert desk.keeper.asked[-1] == ("restore", copy)


def test_only_the_newest_are_shown_until_all_are_asked_for(desk: BenchDesk) -> None:
    folder = backups_folder(desk.workspace.path)
    folder.mkdir()
    for day in range(1, 9):
        at = datetime(2026, 10, day, 8)
        (folder / f"{desk.workspace.path.stem} {at:%Y-%m-%d %H%M%S} on closing.fwb").write_bytes(
            b"x"
        )
    page = desk.open(SettingsPage)
    assert isinstance(page, SettingsPage)
    assert len(page.backups.table.rows.rows()) == 5
    page.backups._more.click()
    assert len(page.backups.table.rows.rows()) == 8


def test_missing_second_folder_says_what_is_safe(desk: BenchDesk, tmp_path: Path) -> None:
    desk.settings.second_backup_folder = str(tmp_path / "RUTH-USB")
    page = desk.open(SettingsPage)
    assert isinstance(page, SettingsPage)
    assert "not there now; your file is safe on this laptop" in words(page)
    page._drop_folder()
    assert desk.settings.second_backup_folder == ""


def test_find_shows_what_names_it(page: SettingsPage) -> None:
    page._find.setText("motion")
    assert "Less motion" in words(page)
    assert "Use the network" not in words(page)
    page._find.setText("")
    assert "Use the network" in words(page)


def test_the_smallest_group_can_be_raised_and_says_what_follows(
    page: SettingsPage, desk: BenchDesk
) -> None:
    page.smallest.stepper.set_value(8)
    settle()
    assert desk.workspace.read(usual_minimum) == 8
    assert desk.said == ["Waves opened from now on show no group below 8."]
    page.smallest.stepper.set_value(2)
    settle()
    assert desk.workspace.read(usual_minimum) == 5
    assert "Never below 5." in words(page)


def test_engagement_chips_have_a_way_back_to_usual(page: SettingsPage, desk: BenchDesk) -> None:
    card = page.engagement
    assert card.back.isHidden()
    card.steppers["missed_to_drift"].set_value(5)
    card.steppers["regular_percent"].set_value(80)
    settle()
    wanted = Thresholds(missed_to_drift=5, regular_from=0.8)
    assert desk.workspace.read(engagement_thresholds) == wanted
    page.reload()
    settle()
    assert not card.back.isHidden()
    card.back.click()
    settle()
    page.reload()
    settle()
    assert desk.workspace.read(engagement_thresholds) == USUAL
    assert card.steppers["missed_to_drift"].value == 3
    assert card.back.isHidden()
