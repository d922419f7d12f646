"""Marks pasted from a spreadsheet on the Attendance page, and names that nobody has."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.test_attendance_page import PEOPLE, Room
from workbench.ui.kit.inputs import Choice


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def paste(room: Room, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    room.qtbot.keyClick(room.cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()


def marks(room: Room, place: int = 1) -> list[str]:
    return [room.cell(name)[place] for name, _ in PEOPLE]


def test_a_column_goes_down_from_the_cursor_in_the_order_seen(room: Room) -> None:
    room.press(Qt.Key.Key_Down)
    paste(room, "x\nA\nlate\n")
    assert marks(room) == ["?", "P", "A", "L"]
    assert room.desk.said == ["3 marks pasted."]
    room.desk.undo()
    assert marks(room) == ["?"] * 4


def test_a_block_goes_right_too(room: Room) -> None:
    room.press(Qt.Key.Key_Left)
    paste(room, "x\tA\nE\tP\n")
    assert [room.cell(name)[:2] for name, _ in PEOPLE[:2]] == ["PA", "EP"]


def test_names_and_days_find_their_cells(room: Room) -> None:
    paste(room, "Name\t17 Sep\t1 Oct\nMartin, Zoe\tx\tA\nama boateng\tE\t\n")
    assert marks(room, 0) == ["E", "?", "?", "P"]
    assert marks(room, 1) == ["?", "?", "?", "A"]


def test_names_alone_were_here(room: Room) -> None:
    paste(room, "Bea Almeida\nJonas Weber\n")
    assert marks(room) == ["?", "P", "P", "?"]


def test_a_name_nobody_has_is_asked_for_before_anything_is_marked(room: Room) -> None:
    paste(room, "Ama Boateng\tx\nBea Almaida\tA\nKim Novak\tlate\nOther\tx\n")
    assert marks(room) == ["?"] * 4
    dialog: Any = room.dialog()
    bea, kim, _other = dialog.choices
    assert bea.key == "leave"
    assert bea.itemText(1).startswith("Bea Almeida: ")
    bea.setCurrentIndex(1)
    kim.pick("guest")
    assert dialog.do_button.text() == "Paste 3 marks"
    assert dialog.effect.text() == "1 name left out."
    dialog.accept()
    settle()
    assert marks(room) == ["P", "?", "A", "?"]
    assert room.cell("Kim Novak")[1] == "L"
    room.desk.undo()
    assert marks(room) == ["?"] * 4


def test_two_people_of_one_name_are_never_chosen_for_you(room: Room) -> None:
    from workbench.rosters.actions import add_people
    from workbench.rosters.rules import PersonDraft

    room.desk.workspace.perform(add_people, room.desk.community, [PersonDraft(name="Ama Boateng")])
    room.page.reload()
    paste(room, "Ama Boateng\tx\n")
    dialog: Any = room.dialog()
    assert [each.key for each in dialog.choices] == ["leave"]


def test_what_is_left_out_is_said_first(room: Room) -> None:
    paste(room, "x\tx\tx\nmaybe\nx\nx\nx\nx\n")
    dialog: Any = room.dialog()
    assert dialog.reading.problems == [
        "Row 2: “maybe” is no mark.",
        "1 column after the last session in view left out.",
        "2 rows below the last person in view left out.",
    ]


def test_a_session_to_come_refuses_the_whole_block(room: Room) -> None:
    paste(room, "x\tx\n")
    assert len(room.desk.told) == 1
    assert marks(room) == ["?"] * 4


def test_nothing_to_paste_is_said(room: Room) -> None:
    paste(room, "")
    assert room.desk.said == [
        "There are no marks on the clipboard. Copy cells of a spreadsheet first."
    ]


def test_nothing_is_pasted_while_names_are_hidden(room: Room) -> None:
    room.desk.hide_names(hidden=True)
    paste(room, "x\n")
    assert marks(room) == ["?"] * 4


def test_a_dialog_of_one_line_shows_its_whole_title(room: Room) -> None:
    paste(room, "Ama Boateng\tx\nBea Almeida\tmaybe\n")
    dialog = room.dialog()
    settle()
    assert not dialog.findChildren(Choice)
    assert dialog.title.height() >= dialog.title.sizeHint().height()
