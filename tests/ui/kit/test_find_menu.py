"""A filter with many choices: letters find, arrows move, Enter takes; few choices stay a menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.kit.filters import FilterMenu
from workbench.ui.kit.find_menu import FindMenu

PEOPLE = [(str(number), f"Añn{number} Lee") for number in range(1, 201)]


class People:
    """A filter of 200 people, and the keys it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.told: list[str] = []
        self.filter = FilterMenu("Everybody", lambda: PEOPLE, "Everybody")
        self.filter.chosen.connect(self.told.append)
        qtbot.addWidget(self.filter)
        self.filter.show()

    @property
    def menu(self) -> FindMenu:
        (found,) = [one for one in self.filter.findChildren(FindMenu) if one.isVisible()]
        return found

    @property
    def offered(self) -> list[str]:
        return [self.menu.list.item(row).text() for row in range(self.menu.list.count())]


@pytest.fixture
def people(qtbot: QtBot) -> People:
    return People(qtbot)


def test_letters_find_among_two_hundred_and_enter_takes_the_first(
    people: People, qtbot: QtBot
) -> None:
    people.filter.click()
    assert len(people.offered) == 201
    qtbot.keyClicks(people.menu.find_field, "ann17 L")
    assert (people.offered[0], len(people.offered)) == ("Añn17 Lee", 11)
    assert people.menu.find_field.accessibleDescription() == "Añn17 Lee"
    qtbot.keyClick(people.menu.find_field, Qt.Key.Key_Return)
    assert (people.told, people.filter.label) == (["17"], "Añn17 Lee")
    assert (
        people.filter.findChildren(FindMenu) == []
        or not people.filter.findChildren(FindMenu)[0].isVisible()
    )


def test_arrows_move_from_what_holds_and_a_click_takes(people: People, qtbot: QtBot) -> None:
    people.filter.choose("40")
    people.filter.click()
    menu = people.menu
    assert menu.list.currentItem().text() == "Añn40 Lee"
    qtbot.keyClick(menu.find_field, Qt.Key.Key_Down)
    qtbot.keyClick(menu.find_field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    people.filter.click()
    menu = people.menu
    qtbot.keyClicks(menu.find_field, "everybody")
    spot = menu.list.visualItemRect(menu.list.item(0)).center()
    qtbot.mouseClick(menu.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert people.told == ["40", "41", ""]


def test_nothing_that_fits_takes_nothing_and_esc_closes(people: People, qtbot: QtBot) -> None:
    people.filter.click()
    menu = people.menu
    qtbot.keyClicks(menu.find_field, "nobody like this")
    assert menu.nothing.isVisible()
    qtbot.keyClick(menu.find_field, Qt.Key.Key_Return)
    qtbot.keyClick(menu.find_field, Qt.Key.Key_Escape)
    assert len(people.offered) == 201
    qtbot.keyClick(menu.find_field, Qt.Key.Key_Escape)
    assert people.told == []
    assert QApplication.activePopupWidget() is None


def test_words_that_begin_stand_before_those_inside(qtbot: QtBot) -> None:
    names = [*(("", f"Johanna {n}") for n in range(12)), ("", "Anna Berg"), ("", "Eva Anders")]
    menu = FindMenu(names, "", print, one := QWidget())
    qtbot.addWidget(one)
    menu.find_field.setText("an")
    assert [menu.list.item(row).text() for row in (0, 1, 2)] == [
        "Anna Berg", "Eva Anders", "Johanna 0",
    ]  # fmt: skip


def test_few_choices_stay_a_menu(qtbot: QtBot) -> None:
    few = FilterMenu("Kinds", lambda: PEOPLE[:5])
    qtbot.addWidget(few)
    few.show()
    few.click()
    assert few.findChildren(FindMenu) == []
    assert few.findChildren(QMenu)[0].isVisible()
