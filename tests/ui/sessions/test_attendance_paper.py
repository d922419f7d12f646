"""Row numbers typed back on the Attendance page, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from tests.ui.sessions.test_attendance_page import PEOPLE, Room
from workbench.sessions.sign_in_queries import sign_in_rows
from workbench.sessions.sign_in_rules import NameOrder, list_code
from workbench.ui.sessions.paper_dialog import PaperDialog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def paper(room: Room) -> PaperDialog:
    room.page.activateWindow()
    room.qtbot.keyClick(room.cells, Qt.Key.Key_R, CTRL_SHIFT)
    dialog = room.dialog()
    assert isinstance(dialog, PaperDialog)
    return dialog


def names(dialog: PaperDialog) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_numbers_typed_show_their_people_then_mark_them(room: Room) -> None:
    dialog = paper(room)
    room.qtbot.keyClicks(dialog.numbers, "1 3-4 +Kim Novak")
    assert names(dialog) == ["Almeida, Bea", "Martin, Zoë", "Weber, Jonas", "Kim Novak"]
    assert dialog.do_button.text() == "Mark 3 people and 1 guest here"
    room.press(Qt.Key.Key_Return, widget=dialog.numbers)
    assert room.desk.said == ["3 people and 1 guest marked here."]
    assert [room.cell(name)[1] for name, _ in PEOPLE] == ["?", "P", "P", "P"]
    assert room.cells.hasFocus()
    room.desk.undo()
    assert {room.cell(name) for name, _ in PEOPLE} == {"??."}


def test_the_rest_can_be_missed(room: Room) -> None:
    dialog = paper(room)
    room.qtbot.keyClicks(dialog.numbers, "1")
    dialog.rest.setChecked(True)
    dialog.accept()
    assert room.desk.said == ["1 person marked here, 3 others missed."]


def test_what_is_no_row_is_said_and_nothing_typed_marks_nothing(room: Room) -> None:
    dialog = paper(room)
    assert not dialog.do_button.isEnabled()
    room.qtbot.keyClicks(dialog.numbers, "9 Kim 2 2")
    assert dialog.told.text().splitlines() == [
        "There is no row 9: the sheet has rows 1 to 4.",
        "“Kim” is no row number. A guest has a + before the name.",
        "Row 2 was typed twice; it counts once.",
    ]
    assert dialog.effect.text() == "2 entries left out."


def test_the_code_on_the_sheet_tells_how_it_was_sorted(room: Room) -> None:
    rows = room.desk.workspace.read(sign_in_rows, room.second, NameOrder.FIRST)
    dialog = paper(room)
    room.qtbot.keyClicks(dialog.code, list_code(rows).lower())
    room.qtbot.keyClicks(dialog.numbers, "1")
    assert (dialog.order.key, names(dialog)) == ("first", ["Ama Boateng"])
    dialog.code.setText("XXXX")
    assert dialog.told.text().startswith("The sheet says list XXXX")


def test_a_session_to_come_has_no_paper_yet(room: Room) -> None:
    room.press(Qt.Key.Key_Tab)
    room.page.type_paper()
    assert room.desk.said == ["Thu 15 Oct is still to come: only apologies (E) can be entered yet."]
