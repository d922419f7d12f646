"""The Attendance page by keys alone: marks, moving on, bulk acts, undo, what may not be."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.errors import BadInput
from workbench.foundation.words import Mark, Role
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session, cancel_session
from workbench.sessions.attendance_actions import mark_attendance, set_head_count
from workbench.sessions.attendance_queries import marking
from workbench.sessions.grid_queries import attendance_grid
from workbench.sessions.grid_rules import Grid
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import LineInput
from workbench.ui.sessions.attendance_page import AttendancePage
from workbench.ui.theme import apply_look, made_look

PEOPLE = [
    ("Ama Boateng", "Support"),
    ("Jonas Weber", "Support"),
    ("Bea Almeida", "Operations"),
    ("Zoë Martin", "Operations"),
]


class Room:
    """The page over a small community: two sessions over, one to come."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        drafts = [PersonDraft(name=name, department=place) for name, place in PEOPLE]
        self.people = desk.workspace.perform(add_people, desk.community, drafts).value
        self.first, self.second, self.coming = (
            self.session(day) for day in ("2026-09-17", "2026-10-01", "2026-10-15")
        )
        page = desk.open(AttendancePage)
        assert isinstance(page, AttendancePage)
        self.page = page
        self.cells = page.grid.cells
        self.cells.setFocus()

    def session(self, day: str) -> int:
        from tests.storage.session_rows import wall

        draft = SessionDraft(title=f"On {day}", starts=wall(f"{day}T14:00"))
        return self.desk.workspace.perform(add_session, self.desk.community, draft).value

    def press(self, *keys: Qt.Key, widget: Any = None) -> None:
        for key in keys:
            self.qtbot.keyClick(widget or self.cells, key)
        settle()

    def grid(self) -> Grid:
        today = self.desk.clock.today()
        return self.desk.workspace.read(attendance_grid, self.desk.community, today)

    def cell(self, name: str) -> str:
        return next(row.cells for row in self.grid().rows if row.name == name)

    def here(self) -> tuple[str, date]:
        now = self.cells.currentIndex()
        row = self.page.grid.sheet.row(now.row())
        assert row is not None
        return row.name, self.page.grid.sheet.column(now.column()).on

    def dialog(self) -> Dialog:
        (found,) = self.page.window().findChildren(Dialog)
        return found


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def test_the_first_key_marks_and_the_cursor_moves_on(room: Room) -> None:
    assert room.here() == ("Ama Boateng", date(2026, 10, 1))
    room.press(Qt.Key.Key_P)
    assert room.cell("Ama Boateng") == "?P."
    assert room.here()[0] == "Jonas Weber"
    room.press(Qt.Key.Key_L, Qt.Key.Key_E, Qt.Key.Key_A)
    assert [room.cell(name)[1] for name, _ in PEOPLE] == ["P", "L", "E", "A"]
    assert "1 Oct: 2 of 4 here" in room.page.header.subtitle.text()


def test_each_stroke_undoes_alone(room: Room) -> None:
    room.press(Qt.Key.Key_P, Qt.Key.Key_A)
    room.desk.undo()
    assert (room.cell("Ama Boateng"), room.cell("Jonas Weber")) == ("?P.", "??.")
    room.desk.undo()
    assert room.cell("Ama Boateng") == "??."
    assert room.page.grid.sheet.letter(1, 1) == "?"


def test_what_shows_is_what_a_fresh_reading_gives(room: Room) -> None:
    room.press(Qt.Key.Key_P, Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_E)
    room.press(Qt.Key.Key_Up, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_E)
    assert room.page.grid.sheet.grid == room.grid()


def test_moving_by_enter_tab_and_arrows_skips_headings(room: Room) -> None:
    room.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert room.here()[0] == "Bea Almeida"
    room.press(Qt.Key.Key_Up)
    assert room.here()[0] == "Jonas Weber"
    room.press(Qt.Key.Key_Tab)
    assert room.here()[1] == date(2026, 10, 15)
    room.press(Qt.Key.Key_Backtab, Qt.Key.Key_Left)
    assert room.here()[1] == date(2026, 9, 17)


def test_tab_leaves_the_grid_at_its_end(room: Room, qtbot: QtBot) -> None:
    room.press(Qt.Key.Key_Tab)
    assert room.cells.hasFocus()
    room.press(Qt.Key.Key_Tab)
    assert not room.cells.hasFocus()


def test_letters_do_nothing_outside_the_grid(room: Room) -> None:
    room.page.focus_find()
    room.press(Qt.Key.Key_P, widget=room.page.find_field)
    assert room.page.find_field.text() == "p"
    assert room.cell("Ama Boateng") == "??."


def test_letters_can_be_switched_off(desk: BenchDesk, qtbot: QtBot) -> None:
    desk.settings.single_letter_keys = False
    room = Room(desk, qtbot)
    room.press(Qt.Key.Key_P, Qt.Key.Key_Delete)
    assert room.cell("Ama Boateng") == "??."


def test_a_modifier_is_not_a_mark(room: Room) -> None:
    room.qtbot.keyClick(room.cells, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert room.cell("Ama Boateng") == "??."


def test_jumping_to_a_name_then_marking(room: Room) -> None:
    room.page.focus_find()
    room.qtbot.keyClicks(room.page.find_field, "zoe")
    room.press(Qt.Key.Key_Return, widget=room.page.find_field)
    assert room.cells.hasFocus()
    room.press(Qt.Key.Key_P)
    assert room.cell("Zoë Martin") == "?P."
    assert not room.page.find_field.text()


def test_a_session_to_come_takes_apologies_only(room: Room) -> None:
    room.press(Qt.Key.Key_Tab, Qt.Key.Key_P)
    assert room.desk.said == ["Thu 15 Oct is still to come: only apologies (E) can be entered yet."]
    assert room.here()[0] == "Ama Boateng"
    room.press(Qt.Key.Key_E)
    assert room.cell("Ama Boateng") == "??E"


def test_a_cancelled_session_takes_nothing(room: Room) -> None:
    room.desk.workspace.perform(cancel_session, room.second)
    room.page.presenter.arrive(room.second)
    room.page.reload()
    room.press(Qt.Key.Key_P)
    assert room.desk.said == ["On 2026-10-01 was cancelled, so nobody was expected."]


def test_the_running_total_shows_beside_all_buttons(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(AttendancePage, 1440, 900)
    line = page.header.subtitle
    assert line.text() == "16 sessions held · 1 Oct: 30 of 48 here · 17 is on Thursday"
    running = line.text().rpartition(" · ")[0]
    assert line.fontMetrics().horizontalAdvance(running) < line.width()


def test_the_rest_in_one_act(room: Room) -> None:
    room.press(Qt.Key.Key_E)
    everybody = room.page.commands()[0]
    assert everybody.label == "Everybody else here on 1 Oct"
    everybody.pressed()
    assert [room.cell(name)[1] for name, _ in PEOPLE] == ["E", "P", "P", "P"]
    assert room.desk.said == ["3 people marked here."]
    room.desk.undo()
    assert [room.cell(name)[1] for name, _ in PEOPLE] == ["E", "?", "?", "?"]


def test_a_guest_by_keys(room: Room) -> None:
    room.page.new_item()
    line = room.dialog().findChild(LineInput)
    room.qtbot.keyClicks(line, "Kim Guest")
    room.press(Qt.Key.Key_Return, widget=line)
    assert room.desk.said == ["Kim Guest was here on Thu 1 Oct."]
    found = room.desk.workspace.read(marking, room.second)
    assert (found.guests, found.rate.fraction) == (1, "0 of 4")
    assert room.cell("Kim Guest") == " P "
    assert "1 Oct: 0 of 4 here, 1 guest" in room.page.header.subtitle.text()
    room.press(Qt.Key.Key_P)
    assert room.page.grid.sheet.grid == room.grid()


def test_a_head_count_is_a_number(room: Room) -> None:
    count = next(item for item in room.page.commands() if item.label.startswith("Head-count"))
    count.pressed()
    dialog = room.dialog()
    line = dialog.findChild(LineInput)
    assert line is not None
    room.qtbot.keyClicks(line, "many")
    dialog.accept()
    assert line.accessibleDescription().startswith("many is not a whole number")
    line.setText("14")
    dialog.accept()
    assert room.page.head_count.words.text() == "1 Oct: 14 counted, nobody named"


def test_names_are_reconciled_with_the_head_count_at_every_stroke(room: Room) -> None:
    line = room.page.head_count
    assert not line.isVisible()
    room.desk.workspace.perform(set_head_count, room.second, 3)
    room.page.reload()
    room.press(Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_L)
    assert line.words.text() == "1 Oct: 3 counted, 2 named: 1 name missing"
    room.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    line.link.click()
    assert (room.here()[0], room.cells.hasFocus()) == ("Zoë Martin", True)
    room.press(Qt.Key.Key_A)
    line.link.click()
    room.dialog().cancel()
    room.press(Qt.Key.Key_P)
    assert line.words.text() == "1 Oct: 3 counted, 3 named: they agree"
    assert not line.link.isVisible()
    room.press(Qt.Key.Key_Left)
    assert not line.isVisible()


def test_strokes_shown_ahead_of_the_file_never_flicker_back(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Any] = []
    real = room.desk.run
    room.press(Qt.Key.Key_P)
    monkeypatch.setattr(room.desk, "run", lambda *job: waiting.append(job))
    room.press(Qt.Key.Key_P)
    room.page.presenter.load()
    room.press(Qt.Key.Key_A)
    monkeypatch.undo()
    read = waiting.pop(1)
    old = room.page.grid.sheet.grid
    for job in [read, *waiting]:
        real(*job)
        settle()
    assert room.page.grid.sheet.letter(2, 1) == old.rows[1].cells[1] == "P"
    assert room.page.grid.sheet.grid == room.grid()


def test_a_refusal_brings_the_true_mark_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.press(Qt.Key.Key_P)

    def refuse(_job: Any, _then: Any, failed: Any = None) -> None:
        monkeypatch.undo()
        failed(BadInput("Somebody cancelled it."))

    monkeypatch.setattr(room.desk, "run", refuse)
    room.press(Qt.Key.Key_P)
    assert isinstance(room.desk.told[0], BadInput)
    assert room.page.grid.sheet.letter(2, 1) == "?"


def test_cells_say_person_day_and_mark(room: Room) -> None:
    room.press(Qt.Key.Key_A)
    model = room.cells.model()
    said = model.data(model.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ama Boateng, 1 October, missed"


def test_departments_fold_filter_and_names_sort(room: Room) -> None:
    page = room.page
    page.grid.heading_pressed.emit("Support")
    assert [line if isinstance(line, int) else line.name for line in page.presenter.lines] == [
        "Support", "Operations", 2, 3,
    ]  # fmt: skip
    page.grid.heading_pressed.emit("Support")
    page.by_department.choose("Operations")
    names = [page.grid.sheet.row(line) for line in range(len(page.grid.sheet.lines))]
    assert [row.name for row in names if row] == ["Bea Almeida", "Zoë Martin"]
    page.by_department.choose("")
    page.grid.sort_pressed.emit()
    assert not page.presenter.by_last_name


def test_one_session_to_come_shows_unless_all_are_wanted(room: Room) -> None:
    room.session("2026-10-29")
    room.page.reload()
    assert len(room.page.grid.sheet.columns) == 3
    room.page.by_session.choose("all")
    assert len(room.page.grid.sheet.columns) == 4


def test_another_page_leads_to_a_session(room: Room) -> None:
    room.page.arrive(session=room.first)
    assert room.here() == ("Ama Boateng", date(2026, 9, 17))


def test_without_people_or_sessions_the_page_teaches(desk: BenchDesk, qtbot: QtBot) -> None:
    page = desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    assert page.stack.currentIndex() == 1
    desk.workspace.perform(add_people, desk.community, [PersonDraft(name="Ama")])
    page.reload()
    assert page.stack.currentIndex() == 2
    assert page.commands()[-1].label == "Export attendance to Excel"
    assert not page.everybody_button.isEnabled()
    assert not page.guest_button.isEnabled()


def test_one_session_stands_beside_the_names_without_a_gap(desk: BenchDesk, qtbot: QtBot) -> None:
    desk.workspace.perform(add_people, desk.community, [PersonDraft(name="Ama")])
    _only_desk(desk).session("2026-10-01")
    page = desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    assert page.everybody_button.isEnabled()
    grid = page.grid
    assert grid.cells.width() == grid.cells.columnWidth(0)
    assert grid.rates.x() == grid.cells.geometry().right() + 1
    assert grid.names.width() < page.width() / 3


def test_the_workbook_and_the_meeting_file(room: Room, tmp_path: Path) -> None:
    room.press(Qt.Key.Key_P)
    room.desk.path_to_choose = tmp_path / "attendance.xlsx"
    room.page.export()
    (_, first, *_), *_ = read_sheet(room.desk.path_to_choose)
    assert "Ama Boateng" in first
    assert room.desk.said == ["Written to attendance.xlsx."]
    room.page.import_report()
    assert room.desk.brought == [("attendance", None)]


def read_sheet(path: Path) -> list[list[list[Any]]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def test_many_people_and_sessions_stay_quick(desk: BenchDesk, qtbot: QtBot) -> None:
    drafts = [PersonDraft(name=f"Person {n:04}", role=Role.MEMBER) for n in range(2000)]
    people = desk.workspace.perform(add_people, desk.community, drafts).value
    room_session = partial(Room.session, _only_desk(desk))
    sessions = [room_session(f"2026-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(200)]
    desk.workspace.perform(mark_attendance, sessions[0], people[0], Mark.PRESENT)
    page = desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    drawn = page.grid.cells.model().rowCount()
    assert drawn == 2000
    page.grid.cells.verticalScrollBar().setValue(10_000)
    assert page.grid.names.verticalScrollBar().value() == 10_000


def _only_desk(desk: BenchDesk) -> Room:
    room = object.__new__(Room)
    room.desk = desk
    return room


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1024, 1151, 1180, 1440])
def test_the_grid_ends_on_whole_columns(
    sample_desk: BenchDesk, qapp: QApplication, request: pytest.FixtureRequest, width: int,
    scale: float,
) -> None:  # fmt: skip
    apply_look(qapp, made_look(scale=scale, still=True))
    request.addfinalizer(lambda: apply_look(qapp, made_look(still=True)))
    page = sample_desk.open(AttendancePage, width, 800)
    settle()
    assert isinstance(page, AttendancePage)
    cells = page.grid.cells
    column, room = cells.columnWidth(0), cells.viewport().width()
    count = cells.model().columnCount()
    assert room == min(room // column, count) * column
    bar = cells.horizontalScrollBar()
    for value in range(bar.minimum(), bar.maximum() + 1):
        bar.setValue(value)
        assert cells.columnViewportPosition(cells.columnAt(0)) == 0
        assert cells.columnAt(room - 1) >= 0
    assert cells.columnAt(room - 1) == count - 1
