"""Who comes to the rooms, who is kept apart, what leaves them as a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.breakout import SESSION, Breakout
from workbench.foundation.words import Mark
from workbench.sessions.actions import delete_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.rooms_actions import keep_apart
from workbench.sessions.rooms_queries import apart_notes, rooms_facts
from workbench.ui.kit.dialog import Dialog
from workbench.ui.sessions.rooms_dialogs import ComingDialog, RoomDialog, ScreensDialog
from workbench.ui.sessions.rooms_notes import NotesDialog
from workbench.ui.sessions.rooms_page import RoomsPage


@pytest.fixture
def breakout(sample_desk: BenchDesk, qtbot: QtBot) -> Breakout:
    return Breakout(sample_desk, qtbot)


def test_who_comes_late_joins_the_smallest_room(breakout: Breakout) -> None:
    breakout.key("Grace Mbeki", Qt.Key.Key_A)
    dialog = breakout.dialog(ComingDialog)
    assert isinstance(dialog, ComingDialog)
    breakout.qtbot.keyClicks(dialog.name, "mikk")
    breakout.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    room = breakout.room("Mikkel Holm")
    assert breakout.desk.said[-1].startswith("Mikkel Holm joins Room")
    assert len(breakout.names()[room]) in (4, 5)
    assert breakout.page.waiting.text().startswith("13 more")


def test_somebody_in_a_room_leads_to_their_page(breakout: Breakout) -> None:
    grace = breakout.seat("Grace Mbeki").shown.person.id
    items = {item.label: item for item in breakout.page.person_items(grace)}
    items["Open this person"].pressed()
    assert breakout.desk.went == [("person", {"person": grace})]


def test_a_guest_in_two_keystrokes_sits_down(breakout: Breakout) -> None:
    breakout.page.new_item()
    dialog = breakout.dialog(ComingDialog)
    assert isinstance(dialog, ComingDialog)
    breakout.qtbot.keyClicks(dialog.name, "Kim Lee")
    assert dialog.effect.text() == "Kim Lee joins as a guest."
    breakout.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle()
    assert breakout.seat("Kim Lee").shown.department == "Guest"


def test_somebody_who_does_not_come_leaves_and_stays_away(breakout: Breakout) -> None:
    breakout.key("Grace Mbeki", Qt.Key.Key_Delete)
    assert not any("Grace Mbeki" in names for names in breakout.names())
    breakout.page.presenter.draw_again()
    settle()
    assert not any("Grace Mbeki" in names for names in breakout.names())
    assert sum(len(names) for names in breakout.names()) == 30


def test_while_it_runs_rooms_are_drawn_from_who_is_here(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    facts = sample_desk.workspace.read(rooms_facts, 16)
    room = Breakout(sample_desk, qtbot)
    room.page.arrive(session=16)
    settle()
    assert room.page.who.key == "here"
    assert sum(len(names) for names in room.names()) == len(facts.here) == 30
    assert room.page.waiting.text() == "Everybody who is here has a seat"
    late = next(p for p in facts.could if p not in facts.here)
    sample_desk.do(lambda workspace: workspace.perform(mark_attendance, 16, late, Mark.PART))
    settle()
    assert room.page.waiting.text() == "1 person is here without a seat: press A"
    assert room.page.presenter.state.shown.waiting[0].id == late  # type: ignore[union-attr]


def test_a_room_is_renamed_and_its_place_comes_back_next_time(breakout: Breakout) -> None:
    breakout.key("Grace Mbeki", Qt.Key.Key_F2)
    dialog = breakout.dialog(RoomDialog)
    assert isinstance(dialog, RoomDialog)
    dialog.name.setText("Quiet corner")
    dialog.place.setText("Attic")
    dialog.accept()
    settle()
    assert breakout.cards[2].shown.name == "Quiet corner"
    breakout.page.presenter.use()
    settle()
    breakout.page.arrive(session=18)
    settle()
    assert [card.shown.place for card in breakout.cards][:3] == [
        "Window table", "Long table", "Attic",
    ]  # fmt: skip
    assert breakout.cards[2].shown.name == "Room 3"


def test_notes_are_honoured_and_shown_only_behind_the_lock(breakout: Breakout) -> None:
    page, desk = breakout.page, breakout.desk
    facts = breakout.facts()
    room = next(room for room in page.presenter.state.rooms)  # type: ignore[union-attr]
    one, other = room.people[0], room.people[1]
    page.rules.lock_button.click()
    dialog = breakout.dialog(NotesDialog)
    assert isinstance(dialog, NotesDialog)
    dialog.one.pick(str(one))
    dialog.other.pick(str(other))
    dialog.note.setText("Zanzibar quarrel")
    dialog.add_button.click()
    settle()
    assert "Zanzibar quarrel" in breakout.words(dialog)
    dialog.accept()
    settle()
    assert [note.note for note in desk.workspace.read(apart_notes, desk.community)] == [
        "Zanzibar quarrel"
    ]
    state = page.presenter.state
    assert state is not None
    assert not any({one, other} <= set(room.people) for room in state.rooms)
    assert "Zanzibar" not in breakout.words(page)
    assert "Honoured" in breakout.words(page.strip)
    assert facts.people[one].name not in " ".join(desk.workspace.undo_names)


def test_notes_that_cannot_all_hold_are_said_and_name_nobody(
    breakout: Breakout,
) -> None:
    facts = breakout.facts()
    inside = [p for p in facts.likely if p not in facts.on_screen][:9]
    for place, one in enumerate(inside):
        for other in inside[place + 1 :]:
            breakout.desk.workspace.perform(keep_apart, one, other)
    breakout.page.presenter.choose_size(12)
    breakout.desk.changed(frozenset({"sessions"}))
    settle()
    strip = breakout.words(breakout.page.strip)
    assert "No draw can honour every note" in strip
    assert "the nearest draw is shown" in strip
    assert not any(facts.people[person].name in strip for person in inside)


def test_who_is_on_screen_is_ticked_and_drawn(breakout: Breakout) -> None:
    breakout.page.open_screens()
    dialog = breakout.dialog(ScreensDialog)
    assert isinstance(dialog, ScreensDialog)
    assert len(dialog.list.ticked) == 11
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    settle()
    assert not any(card.shown.on_screen for card in breakout.cards)
    assert breakout.facts().on_screen == frozenset()


def test_the_printed_list_the_files_and_the_clipboard(breakout: Breakout, tmp_path: Path) -> None:
    page, desk = breakout.page, breakout.desk
    written = (
        (page.files.print_list, "list.pdf"),
        (page.files.list_file, "list.csv"),
        (page.files.meeting_file, "zoom.csv"),
    )
    for write, name in written:
        desk.path_to_choose = tmp_path / name
        write()
    settle()
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert b"Grace Mbeki" in (tmp_path / "list.csv").read_bytes()
    assert b"grace.mbeki@halden.example" in (tmp_path / "zoom.csv").read_bytes()
    page.files.copy_list()
    assert "- Grace Mbeki" in QGuiApplication.clipboard().text()


def test_who_has_no_address_is_said_before_the_file_is_written(
    breakout: Breakout, tmp_path: Path
) -> None:
    breakout.page.hands.add_guest("Kim Lee")
    settle()
    breakout.desk.path_to_choose = tmp_path / "zoom.csv"
    breakout.page.files.meeting_file()
    dialog = breakout.dialog(Dialog)
    assert "Kim Lee cannot be assigned" in breakout.words(dialog)
    assert not (tmp_path / "zoom.csv").exists()
    dialog.accept()
    settle()
    assert (tmp_path / "zoom.csv").exists()


def test_without_people_it_asks_how_many_are_expected(desk: BenchDesk, qtbot: QtBot) -> None:
    from tests.ui.sessions.rooms import session_on

    session = session_on(desk, "2026-10-15", "Handovers")
    page = desk.open(RoomsPage)
    assert isinstance(page, RoomsPage)
    page.arrive(session=session)
    settle()
    assert page.stack.currentIndex() == 1
    for name in ("Kim Lee", "Lou Kay"):
        page.hands.add_guest(name)
    settle()
    assert [len(card.seats) for card in page.grid.cards] == [2]
    desk.workspace.perform(delete_session, session)
    desk.changed(frozenset({"sessions"}))
    settle()
    assert page.stack.currentIndex() == 2


def test_apologies_that_come_in_leave_the_draw_as_it_is(breakout: Breakout) -> None:
    before = breakout.names()
    person = breakout.seat("Grace Mbeki").person
    breakout.desk.do(
        lambda workspace: workspace.perform(mark_attendance, SESSION, person, Mark.EXCUSED)
    )
    settle()
    assert breakout.names() == before
    breakout.page.presenter.draw_again()
    settle()
    assert not any("Grace Mbeki" in names for names in breakout.names())
