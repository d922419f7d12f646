"""Members have a place at sessions while they belong: cells, the cursor, pasted blocks."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.test_attendance_page import Room
from tests.ui.sessions.test_attendance_paste import paste
from workbench.rosters.actions import add_people, leave_community
from workbench.rosters.rules import PersonDraft
from workbench.ui.kit.inputs import LineInput


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


@pytest.fixture
def joined_later(room: Room) -> Room:
    """Lin Okoro, of Operations too, joined between the two sessions."""
    draft = PersonDraft(name="Lin Okoro", department="Operations", joined_on=date(2026, 9, 25))
    room.desk.workspace.perform(add_people, room.desk.community, [draft])
    room.page.reload()
    return room


def test_before_somebody_joined_a_cell_takes_no_mark_and_says_why(joined_later: Room) -> None:
    room = joined_later
    room.page.presenter.jump("okoro")
    room.press(Qt.Key.Key_Left, Qt.Key.Key_P, Qt.Key.Key_A)
    assert room.cell("Lin Okoro") == " ?."
    why = "Lin Okoro joined 25 Sep. If they visited on 17 Sep, add them as a guest (Ctrl+N)."
    assert room.desk.said == [why, why]
    model = room.cells.model()
    tip = model.data(room.cells.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert tip == "Lin Okoro, 17 September, joined 25 Sep"
    room.page.new_item()
    line = room.dialog().findChild(LineInput)
    room.qtbot.keyClicks(line, "lin okoro")
    room.press(Qt.Key.Key_Return, widget=line)
    assert room.cell("Lin Okoro") == "P?."
    room.press(Qt.Key.Key_L)
    assert room.cell("Lin Okoro") == "L?."


def test_the_cursor_moves_on_past_whoever_was_no_member(joined_later: Room) -> None:
    room = joined_later
    room.page.presenter.jump("bea")
    room.press(Qt.Key.Key_Left)
    below = [row.name for line in range(4, 8) if (row := room.page.grid.sheet.row(line))]
    assert below == ["Bea Almeida", "Zoë Martin", "Lin Okoro"]
    room.press(Qt.Key.Key_P, Qt.Key.Key_P, Qt.Key.Key_P)
    assert [room.cell(name)[0] for name in below] == ["P", "P", " "]


def test_marks_from_before_somebody_joined_are_left_out_and_said(joined_later: Room) -> None:
    room = joined_later
    paste(room, "Name\t17 Sep\t1 Oct\nLin Okoro\tA\tx\nAma Boateng\tx\tx\nLinny\tx\t\n")
    dialog: Any = room.dialog()
    assert dialog.reading.problems == ["Lin Okoro joined 25 Sep: 1 mark left out."]
    found = next(row.person_id for row in room.grid().rows if row.name == "Lin Okoro")
    dialog.choices[0].pick(str(found))
    dialog.accept()
    settle()
    assert (room.cell("Lin Okoro"), room.cell("Ama Boateng")) == (" P.", "PP.")
    assert room.desk.said == ["3 marks pasted. Lin Okoro joined 25 Sep: 1 mark left out."]


def test_whoever_has_left_by_a_session_to_come_sends_no_apologies(room: Room) -> None:
    room.desk.workspace.perform(
        leave_community, room.desk.community, room.people[0], date(2026, 10, 5)
    )
    room.page.reload()
    room.page.presenter.jump("ama")
    room.press(Qt.Key.Key_Tab, Qt.Key.Key_E)
    assert room.cell("Ama Boateng") == "?? "
    assert room.desk.said == [
        "Ama Boateng left 5 Oct. Correct their dates on their page if they belong then."
    ]
