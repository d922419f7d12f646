"""Around the open workspace: pages on first visit, echo, undo, locking, backups, closing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from workbench.communities.actions import create_community, set_workspace_setting
from workbench.foundation.errors import UserFixable
from workbench.storage.backups import backups_of
from workbench.ui.app import PAGES
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Switch
from workbench.ui.kit.page import Page
from workbench.ui.lane import QtLane
from workbench.ui.shell.keys import Keys
from workbench.ui.shell.program import Program
from workbench.ui.shell.unlock import UnlockStage


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = made_program(qapp)
    made.entrance.open(made_file(tmp_path / "a.fwb"))
    yield made
    made.end()


@pytest.fixture
def locked(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = made_program(qapp)
    made.entrance.open(made_file(tmp_path / "p.fwb", SECRET), SECRET)
    yield made
    made.end()


def built(program: Program) -> set[str]:
    return {page.name for page in program.shell.findChildren(Page)}


class WindowWatch(QObject):
    """Notes every widget that is shown as a window of its own, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.add(type(watched).__name__)
        return False


def test_pages_are_built_on_first_visit(program: Program) -> None:
    assert built(program) == {"home"}
    program.shell.go("settings")
    assert built(program) == {"home", "settings"}


def test_every_page_opens_on_an_empty_community_without_another_window(
    program: Program, qapp: QApplication
) -> None:
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    for spec in PAGES:
        program.shell.go(spec.name)
        settle()
        page = program.shell.page
        assert page is not None
        assert page.name == spec.name
    qapp.removeEventFilter(watch)
    assert watch.shown == set()
    assert dialogs(program) == []


def test_change_reloads_the_page_shown_and_later_those_that_care(program: Program) -> None:
    desk = program.desk
    assert desk is not None
    program.shell.go("community")
    program.shell.go("home")
    reloaded: list[str] = []
    for page in program.shell.findChildren(Page):
        page.reload = lambda name=page.name: reloaded.append(name)  # type: ignore[method-assign, misc]
    desk.do(lambda workspace: workspace.perform(set_workspace_setting, "facilitator", "Ruth"))
    assert reloaded == ["home"]
    program.shell.go("community")
    assert reloaded == ["home", "community"]
    program.shell.go("community")
    assert reloaded == ["home", "community"]


def test_undo_is_told_and_can_be_done_again(program: Program, qtbot: QtBot) -> None:
    desk = program.desk
    assert desk is not None
    desk.do(lambda workspace: workspace.perform(create_community, "Circle"), said="Made Circle.")
    assert program.shell.toast.words.text() == "Made Circle."
    assert program.facts is not None
    assert len(program.facts.communities) == 2
    qtbot.keyClick(program.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.shell.toast.words.text() == "Undone: New community Circle"
    assert len(program.facts.communities) == 1
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(program.shell, Qt.Key.Key_Z, both)
    assert len(program.facts.communities) == 2
    for _ in range(3):
        desk.undo()
    assert program.shell.toast.words.text() == "There is nothing to undo."


def test_shortcuts_lead_to_pages(program: Program, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key, name in (
        (Qt.Key.Key_3, "people"),
        (Qt.Key.Key_Comma, "settings"),
        (Qt.Key.Key_1, "home"),
    ):
        qtbot.keyClick(program.shell, key, control)
        page = program.shell.page
        assert page is not None
        assert page.name == name


def test_palette_finds_commands_and_goes(program: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(program.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = program.shell.palette_shown
    assert palette is not None
    qtbot.keyClicks(palette.field, "go to sess")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle()
    page = program.shell.page
    assert page is not None
    assert page.name == "sessions"
    assert program.shell.palette_shown is None


def test_no_shortcut_reaches_the_page_below_a_dialog(program: Program, qtbot: QtBot) -> None:
    from workbench.foundation.errors import BadInput

    program.tell(BadInput("One thing first."))
    qtbot.keyClick(program.shell.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = program.shell.page
    assert page is not None
    assert page.name == "home"
    dialogs(program)[0].accept()
    qtbot.keyClick(program.shell, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert program.shell.page is not page


def test_menu_names_the_step_that_would_be_undone(program: Program) -> None:
    desk = program.desk
    assert desk is not None
    desk.do(lambda workspace: workspace.perform(create_community, "Circle"))
    assert program.shell.actions_bar[Keys.UNDO].text() == "Undo: New community Circle"
    desk.undo()
    assert program.shell.actions_bar[Keys.REDO].text() == "Redo: New community Circle"


def test_rail_under_1200_pixels_at_this_text_size(program: Program) -> None:
    wide = program.shell.sidebar.width()
    program.shell.resize(1100, 800)
    assert program.shell.sidebar.width() < wide / 3
    program.shell.resize(1440, 900)
    assert program.shell.sidebar.width() == wide


def test_alt_alone_shows_every_command_in_the_menu_bar(program: Program, qtbot: QtBot) -> None:
    bar = program.shell.menuBar()
    assert not bar.isVisible()
    qtbot.keyClick(program.shell, Qt.Key.Key_Alt)
    assert bar.isVisible()
    menus = [menu for menu in bar.findChildren(QMenu) if menu.title()]
    shown = {action.text() for menu in menus for action in menu.actions()}
    assert {"Undo", "Redo", "Lock now", "Go to People", "Open a workspace"} <= shown
    qtbot.keyClick(program.shell, Qt.Key.Key_Alt)
    assert not bar.isVisible()


def test_alt_with_another_key_leaves_the_bar_alone(program: Program, qtbot: QtBot) -> None:
    bar, alt = program.shell.menuBar(), Qt.KeyboardModifier.AltModifier
    qtbot.keyPress(program.shell.sidebar.switcher, Qt.Key.Key_Alt)
    qtbot.keyClick(program.shell.sidebar.switcher, Qt.Key.Key_Up, alt)
    qtbot.keyRelease(program.shell.sidebar.switcher, Qt.Key.Key_Alt)
    assert not bar.isVisible()
    program.shell.sidebar.switcher.setFocus()
    qtbot.keyClick(program.shell, Qt.Key.Key_Alt)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert program.shell.sidebar.switcher.hasFocus()


def test_locking_closes_the_file_and_leaves_nothing_to_see(locked: Program, tmp_path: Path) -> None:
    locked.shell.go("settings")
    locked.lock()
    settle()
    stage = locked.shell.stage
    assert isinstance(stage, UnlockStage)
    assert locked.desk is None
    assert locked.shell.findChildren(Page) == []
    locked.shell.open_palette()
    assert locked.shell.palette_shown is None
    stage.field.setText(SECRET)
    stage.button.click()
    page = locked.shell.page
    assert page is not None
    assert page.name == "settings"


def test_idle_minutes_and_sleep_lock_a_protected_file(
    locked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    locked.idle.look()
    assert locked.shell.at_work
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 120)
    locked.idle.look()
    assert isinstance(locked.shell.stage, UnlockStage)


def test_unprotected_file_says_that_there_is_nothing_to_lock(program: Program) -> None:
    program.lock()
    assert program.shell.at_work
    assert "nothing to lock" in program.shell.toast.words.text()


def test_closing_backs_up_what_changed_and_leaves_no_thread(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    lanes = (QtLane("storage"), QtLane("second"))
    program = made_program(qapp, lanes)
    for lane in lanes:
        lane.on_error = program.tell
    file = made_file(tmp_path / "a.fwb")
    program.entrance.open(file)
    qtbot.waitUntil(lambda: program.shell.at_work and not lanes[0].busy)
    desk = program.desk
    assert desk is not None
    desk.do(lambda workspace: workspace.perform(create_community, "Circle"))
    qtbot.waitUntil(lambda: not lanes[0].busy)
    program.shell.close()
    qtbot.waitUntil(lambda: not program.shell.isVisible())
    assert len(backups_of(file)) == 1
    for lane in lanes:
        lane.close()
    program.end()


def test_failed_backup_is_told_and_turns_the_file_row_red(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise UserFixable("Not saved", "The disk is full.", "Free some space.")

    monkeypatch.setattr("workbench.storage.backups.back_up", refuse)
    program.back_up("by hand")
    assert [dialog.accessibleName() for dialog in dialogs(program)] == ["Not saved"]
    assert "the last backup failed" in program.shell.sidebar.file.accessibleName()


def test_fault_of_the_program_is_shown_once_and_kept(program: Program, tmp_path: Path) -> None:
    for _ in range(3):
        with pytest.raises(ValueError) as caught:
            int("Ana Novák's answer")
        program.tell(caught.value)
    assert len(dialogs(program)) == 1
    reports = list((tmp_path / "home" / "logs").glob("fault*.txt"))
    assert len(reports) == 1
    assert "Ana" not in reports[0].read_text("utf-8")


def test_switching_communities_reads_the_other_one(program: Program) -> None:
    desk = program.desk
    assert desk is not None
    desk.do(lambda workspace: workspace.perform(create_community, "Circle"))
    assert program.facts is not None
    other = next(row for row in program.facts.communities if row.name == "Circle")
    program.show_community(other.id)
    assert desk.community_name == "Circle"
    assert program.shell.at_work


def test_locking_works_inside_a_form_and_leaves_nothing_of_it(
    locked: Program, qtbot: QtBot
) -> None:
    locked.shell.go("people")
    assert locked.shell.page is not None
    locked.shell.page.new_item()
    (form,) = dialogs(locked)
    focus = locked.shell.focusWidget()
    assert form.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert locked.shell.page.name == "people"
    qtbot.keyClick(focus, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(locked.shell.stage, UnlockStage)
    assert dialogs(locked) == []
    assert locked.desk is None


def test_enter_presses_a_button_and_leaves_a_switch_to_space(
    program: Program, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    button, switch = Button("Go", lambda: pressed.append("go")), Switch("On")
    for widget in (button, switch):
        widget.setParent(program.shell)
        widget.show()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert pressed == ["go"]
    assert not switch.isChecked()


def test_a_file_gets_the_ending_that_belongs_there(program: Program, tmp_path: Path) -> None:
    assert program.desk is not None
    written: list[Path] = []
    program.desk._with_ending(tmp_path / "brief v1.2", ".pdf", written.append)
    program.desk._with_ending(tmp_path / "brief.PDF", ".pdf", written.append)
    assert [path.name for path in written] == ["brief v1.2.pdf", "brief.PDF"]
    (tmp_path / "brief v1.2.pdf").touch()
    program.desk._with_ending(tmp_path / "brief v1.2", ".pdf", written.append)
    (question,) = [each for each in program.shell.findChildren(Dialog) if each.isVisible()]
    assert len(written) == 2, "not before it was asked"
    question.accept()
    assert len(written) == 3
