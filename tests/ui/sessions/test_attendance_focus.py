"""The grid has the keys: after mouse, menus, dialogs, toasts, and on coming back to it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.test_attendance_page import Room
from workbench.ui.kit.chips import Icon


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def has_keys(room: Room) -> bool:
    return room.page.window().focusWidget() is room.cells


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(room: Room, label: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith(label)).trigger()
    menu.close()
    settle()


def test_the_rest_by_mouse_leaves_the_keys_in_the_grid(room: Room) -> None:
    room.press(Qt.Key.Key_E)
    click(room.page.everybody_button)
    choose(room, "Everybody else here")
    assert has_keys(room)
    room.press(Qt.Key.Key_A)
    assert "A" in room.cell("Jonas Weber")


@pytest.mark.parametrize("name", ["by_department", "by_session"])
def test_a_filter_gives_the_keys_back(room: Room, name: str) -> None:
    room.page.focus_find()
    filter_menu = getattr(room.page, name)
    click(filter_menu)
    choose(room, "All")
    assert has_keys(room)


def test_rates_by_keyboard_give_the_keys_back_when_shown_and_when_gone(room: Room) -> None:
    room.page.rates_button.setFocus()
    room.page.rates_button.click()
    assert (room.page.rates.isVisible(), has_keys(room)) == (True, True)
    room.page.rates_button.click()
    assert has_keys(room)


def test_an_import_begins_with_the_keys_in_the_grid(room: Room) -> None:
    room.page.focus_find()
    room.page.import_report()
    assert has_keys(room)


def test_a_dialog_asked_for_from_a_button_ends_in_the_grid(room: Room) -> None:
    room.page.guest_button.setFocus()
    room.page.guest_button.click()
    room.dialog().cancel()
    assert has_keys(room)


def test_escape_leaves_the_find_field(room: Room) -> None:
    room.page.focus_find()
    assert room.page.escape()
    assert has_keys(room)
    assert not room.page.escape()


def test_a_letter_that_is_no_mark_begins_a_name(room: Room) -> None:
    room.press(Qt.Key.Key_Z)
    assert room.page.find_field.hasFocus()
    room.qtbot.keyClicks(room.page.find_field, "o")
    room.press(Qt.Key.Key_Return, widget=room.page.find_field)
    room.press(Qt.Key.Key_P)
    assert room.cell("Zoë Martin") == "?P."


def test_coming_back_stands_at_the_session_to_mark(room: Room) -> None:
    room.press(Qt.Key.Key_P, Qt.Key.Key_Left)
    assert room.here()[1] == date(2026, 9, 17)
    room.page.hide()
    room.page.show()
    settle()
    assert room.here() == ("Jonas Weber", date(2026, 10, 1))


def test_a_session_added_meanwhile_is_the_one_to_mark(room: Room) -> None:
    assert room.here()[1] == date(2026, 10, 1)
    room.session("2026-10-12")
    room.page.reload()
    assert room.here() == ("Ama Boateng", date(2026, 10, 12))


def test_a_cursor_set_elsewhere_stays_when_the_grid_is_read_again(room: Room) -> None:
    room.press(Qt.Key.Key_Left, Qt.Key.Key_Down)
    room.session("2026-10-12")
    room.page.reload()
    assert room.here() == ("Jonas Weber", date(2026, 9, 17))


@pytest.fixture
def sample_window(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Evening]:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    path = tmp_path / "sample.fwb"
    path.write_bytes(sample_file.read_bytes())
    with evening(qtbot, path) as window:
        window.until(lambda: window.shell.at_work)
        window.shell.go("attendance")
        window.until(lambda: window.page.name == "attendance")
        window.rest()
        window.until(window.page.grid.cells.hasFocus)
        yield window


def test_a_toast_covers_nothing_and_takes_no_keys(sample_window: Evening) -> None:
    window = sample_window
    totals, toast = window.page.grid.totals, window.shell.toast
    window.page.presenter.clear()
    window.until(toast.isVisible)
    window.rest()
    assert (
        totals.mapToGlobal(totals.rect().bottomLeft()).y()
        < toast.mapToGlobal(toast.rect().topLeft()).y()
    )
    click(toast.undo)
    window.rest()
    assert window.toast.startswith("Undone")
    assert window.page.grid.cells.hasFocus()
    toast._close.setFocus()
    window.tap("Return")
    settle()
    assert window.page.grid.cells.hasFocus()
    assert window.page.body.contentsMargins().bottom() == 0


def test_an_offer_to_undo_goes_when_it_would_undo_something_else(sample_window: Evening) -> None:
    window = sample_window
    window.page.presenter.clear()
    window.until(window.shell.toast.isVisible)
    window.press("P")
    assert not window.toast
    window.press("Ctrl+Z")
    assert window.toast.startswith("Undone")


def test_a_refusal_has_no_tick(sample_window: Evening) -> None:
    window = sample_window
    window.press("Tab", "P")
    assert window.toast.startswith("Thu 15 Oct is still to come")
    icons = window.shell.toast.findChildren(Icon)
    assert [icon.icon for icon in icons if icon.isVisible()] == ["info"]
