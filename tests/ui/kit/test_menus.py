"""Menus by keys: what stands beside an item does it, Enter is for the one under the cursor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.kit.menus import Item, menu_of

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Shown:
    """A menu that is open, and what was done through it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.over = QWidget()
        qtbot.addWidget(self.over)
        self.over.show()
        items = [
            Item("Called…", lambda: self.done.append("called"), keys="C"),
            Item("Snooze 1 week", lambda: self.done.append("week"), keys="1"),
            Item("Open person", lambda: self.done.append("open"), keys="Enter"),
            Item("Export", lambda: self.done.append("export"), keys="Ctrl E"),
            Item("Merge", lambda: self.done.append("merge"), keys="M", enabled=False),
            Item("Delete", lambda: self.done.append("delete"), keys="Del", grave=True),
        ]
        self.menu: QMenu = menu_of(items, self.over)
        self.menu.popup(self.over.mapToGlobal(self.over.rect().center()))


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("key", "modifiers", "done"),
    [
        (Qt.Key.Key_C, NONE, "called"),
        (Qt.Key.Key_1, NONE, "week"),
        (Qt.Key.Key_1, KEYPAD, "week"),
        (Qt.Key.Key_E, CONTROL, "export"),
        (Qt.Key.Key_Return, NONE, "open"),
        (Qt.Key.Key_Enter, KEYPAD, "open"),
        (Qt.Key.Key_Delete, NONE, "delete"),
    ],
)
def test_the_key_beside_an_item_does_it_and_the_menu_goes(
    shown: Shown, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, done: str
) -> None:
    qtbot.keyClick(shown.menu, key, modifiers)
    assert shown.done == [done]
    assert not shown.menu.isVisible()


def test_arrows_and_enter_take_the_item_under_the_cursor(shown: Shown, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(shown.menu, Qt.Key.Key_Down)
    qtbot.keyClick(shown.menu, Qt.Key.Key_Return)
    assert shown.done == ["week"]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_Z])
def test_other_keys_and_what_cannot_be_done_leave_it_open(
    shown: Shown, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClick(shown.menu, key)
    assert (shown.done, shown.menu.isVisible()) == ([], True)
    qtbot.keyClick(shown.menu, Qt.Key.Key_Escape)
    assert not shown.menu.isVisible()
