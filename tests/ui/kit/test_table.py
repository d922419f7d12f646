"""Rows: the list sorts itself, blanks last, the selection stays, every cell can be read aloud."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.ui.kit.cells import BarCell, ChipCell, MarkCell, PersonCell, SquaresCell, TextCell
from workbench.ui.kit.rows import Column, Section
from workbench.ui.kit.squares import Square
from workbench.ui.kit.table import RowTable


@dataclass(frozen=True)
class Dish:
    name: str
    price: float | None


COLUMNS = [
    Column[Dish]("name", "Dish", lambda row: TextCell(row.name), lambda row: row.name),
    Column[Dish](
        "price", "Price", lambda row: TextCell("" if row.price is None else f"{row.price:g}"),
        lambda row: row.price, width=80, align="right", one_way=True, leaves=1,
    ),
]  # fmt: skip
NO_SELECTION = QItemSelectionModel.SelectionFlag.NoUpdate
MENU = [Dish("soup", 4), Dish("bread", None), Dish("fish", 12), Dish("apple", 1)]


@pytest.fixture
def table(qtbot: QtBot) -> RowTable[Dish]:
    made = RowTable(COLUMNS, lambda row: row.name)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_rows(MENU)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(table: RowTable[Dish]) -> list[str]:
    return [row.name for row in table.rows.rows()]


def test_order_given_until_somebody_sorts(table: RowTable[Dish]) -> None:
    assert shown(table) == ["soup", "bread", "fish", "apple"]
    table.sort_by("name")
    assert shown(table) == ["apple", "bread", "fish", "soup"]
    table.sort_by("name", descending=True)
    assert shown(table) == ["soup", "fish", "bread", "apple"]


def test_blanks_come_last_and_one_way_stays_one_way(table: RowTable[Dish]) -> None:
    table.sort_by("price", descending=True)
    assert shown(table) == ["apple", "soup", "fish", "bread"]


def test_header_click_sorts_and_turns(table: RowTable[Dish]) -> None:
    header = table.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(60)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(table)[0] == "apple"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(table)[0] == "soup"


def test_selection_survives_new_rows_and_sorting(table: RowTable[Dish]) -> None:
    told: list[Dish] = []
    assert table.choose(lambda row: row.name == "soup")
    table.chosen.connect(told.append)
    for descending in (False, True):
        table.sort_by("name", descending=descending)
        assert table.current_row() == Dish("soup", 4)
    table.show_rows([Dish("zest", 2), *MENU])
    assert table.current_row() == Dish("soup", 4)
    assert told == [], "nobody chose anything"
    assert not table.choose(lambda row: row.name == "cake")


def test_two_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    table = RowTable(COLUMNS, lambda row: row.name, key=lambda row: row.price)
    qtbot.addWidget(table)
    table.show_rows([Dish("soup", 4), Dish("soup", 6)])
    table.choose(lambda row: row.price == 6)
    table.show_rows([Dish("soup", 4), Dish("soup", 6), Dish("soup", 8)])
    assert table.current_row() == Dish("soup", 6)


def test_focus_alone_chooses_nothing(table: RowTable[Dish]) -> None:
    table.clearFocus()
    chosen: list[Dish] = []
    table.chosen.connect(chosen.append)
    table.setFocus()
    assert chosen == []
    assert table.current_row() is None


def test_enter_opens_and_arrows_choose(table: RowTable[Dish], qtbot: QtBot) -> None:
    opened: list[Dish] = []
    chosen: list[Dish] = []
    table.opened.connect(opened.append)
    table.chosen.connect(chosen.append)
    table.choose(lambda row: row.name == "soup")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row.name for row in chosen] == ["soup", "bread"]
    assert opened == [Dish("bread", None)]


def test_the_menu_key_asks_for_the_row_of_the_cursor(table: RowTable[Dish]) -> None:
    wanted: list[str] = []
    table.menu_wanted.connect(lambda row, _at: wanted.append(row.name))
    table.choose(lambda row: row.name == "fish")
    elsewhere = table.visualRect(table.rows.index(0, 0)).center()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        table.contextMenuEvent(QContextMenuEvent(reason, elsewhere, elsewhere))
    assert wanted == ["fish", "soup"]


def test_ctrl_enter_is_left_to_what_is_around(table: RowTable[Dish], qtbot: QtBot) -> None:
    opened: list[Dish] = []
    table.opened.connect(opened.append)
    table.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    table.selectionModel().setCurrentIndex(table.rows.index(1, 0), NO_SELECTION)
    assert table.is_cursor(table.currentIndex().row())
    assert table.current_row() is None
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    table.keyPressEvent(press)
    assert not press.isAccepted()
    assert opened == []


def test_sections_are_headings_not_rows(table: RowTable[Dish]) -> None:
    table.show_groups([(Section("Warm", "2"), MENU[:2]), (Section("Cold"), MENU[2:])])
    assert table.rows.rowCount() == 6
    assert table.rows.row(0) is None
    assert not table.rows.flags(table.rows.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    table.sort_by("name")
    assert shown(table) == ["bread", "soup", "apple", "fish"]


def test_each_cell_says_whose_it_is(table: RowTable[Dish]) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.rows.index(0, 0).data(role) == "soup"
    assert table.rows.index(0, 1).data(role) == "soup, Price: 4"
    assert table.rows.index(1, 1).data(role) == "bread, Price: empty"


def test_columns_leave_in_their_order(table: RowTable[Dish]) -> None:
    table.leave_out(1)
    assert table.isColumnHidden(1)
    table.leave_out(0)
    assert not table.isColumnHidden(1)
    assert table.needed_width(0) > table.needed_width(1)


def test_cells_say_what_they_draw() -> None:
    squares = (Square.HERE, Square.HERE, Square.MISSED)
    assert SquaresCell(squares).said == "here 2, missed 1"
    assert (
        ChipCell("Drifting", "warn", why="missed the last 3").said == "Drifting: missed the last 3"
    )
    assert PersonCell("Ana", "Baker", 0, "Sales").said == "Ana, Sales, Baker"
    assert MarkCell("Sales", 1).said == "Sales"
    assert BarCell(0.5, "7").said == "7"


def test_five_thousand_rows_sort_without_waiting(table: RowTable[Dish]) -> None:
    many = [Dish(f"dish {number:05d}", float(number % 97)) for number in range(5000)]
    table.show_rows(many)
    table.sort_by("price")
    assert table.rows.rows()[0].price == 0
    assert table.rows.rows()[-1].price == 96
