"""The rooms by keys and mouse: drawn, moved, pinned, filled, put to use; notes stay private."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.words import Mark
from workbench.sessions.actions import delete_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.rooms_actions import keep_apart
from workbench.sessions.rooms_queries import RoomsFacts, apart_notes, rooms_facts
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.sessions.rooms_card import RoomCard, Seat
from workbench.ui.sessions.rooms_dialogs import ComingDialog, RoomDialog, ScreensDialog
from workbench.ui.sessions.rooms_notes import NotesDialog
from workbench.ui.sessions.rooms_page import RoomsPage

ALT = Qt.KeyboardModifier.AltModifier
SESSION = 17


class Breakout:
    """The rooms of the sample's next session."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        page = desk.open(RoomsPage)
        assert isinstance(page, RoomsPage)
        self.page = page
        page.arrive(session=SESSION)
        settle()

    def names(self) -> list[set[str]]:
        return [{seat.shown.person.name for seat in card.seats} for card in self.cards]

    @property
    def cards(self) -> list[RoomCard]:
        return self.page.grid.cards

    def seat(self, name: str) -> Seat:
        return next(seat for seat in self.page.grid.seats if seat.shown.person.name == name)

    def room(self, name: str) -> int:
        return next(number for number, names in enumerate(self.names()) if name in names)

    def key(self, name: str, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        seat = self.seat(name)
        seat.setFocus()
        more = {"modifier": held} if held else {}
        self.qtbot.keyClick(seat, key, **more)
        settle()

    def drag(self, name: str, onto: QWidget, at: QPoint) -> None:
        seat = self.seat(name)
        target = seat.mapFromGlobal(onto.mapToGlobal(at))
        start = seat.rect().center()
        _mouse(seat, QEvent.Type.MouseButtonPress, start)
        for point in (start + QPoint(30, 0), target):
            _mouse(seat, QEvent.Type.MouseMove, point)
        _mouse(seat, QEvent.Type.MouseButtonRelease, target)
        settle()

    def words(self, inside: QWidget) -> str:
        return " ".join(text.text() for text in inside.findChildren(Text) if text.isVisible())

    def dialog(self, kind: type[Dialog]) -> Dialog:
        return next(one for one in self.page.findChildren(kind) if one.isVisible())

    def facts(self) -> RoomsFacts:
        return self.desk.workspace.read(rooms_facts, SESSION)


def _mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            kind, QPointF(at), QPointF(widget.mapToGlobal(at)), left, held,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip


@pytest.fixture
def breakout(sample_desk: BenchDesk, qtbot: QtBot) -> Breakout:
    return Breakout(sample_desk, qtbot)


def test_the_draw_of_the_pictures(breakout: Breakout) -> None:
    page = breakout.page
    assert [len(names) for names in breakout.names()] == [4] * 7 + [3]
    strip = breakout.words(page.strip)
    assert "41  of 45 pairs" in strip
    assert "by chance about 28" in strip
    assert "37" in strip
    assert "each once; by chance 17" in strip
    assert "Honoured" in strip
    assert page.way.label == "Handovers that hold"
    assert page.waiting.text().startswith("14 more could come but are less likely")
    assert {seat.shown.person.name for seat in page.grid.seats if seat.shown.pinned} == {
        "Priya Raman", "Ravi Iyer",
    }  # fmt: skip
    panel = breakout.words(page.rules)
    for effect in (
        "at least 3 in every room", "11 earlier draws remembered",
        "4 newcomers, 4 different rooms", "11 people in Teams rooms 1 to 3",
    ):  # fmt: skip
        assert effect in panel
    assert [card.shown.place for card in breakout.cards] == [
        "Window table", "Long table", "Sofa corner", "Whiteboard", "Kitchen door",
        "Teams room 1", "Teams room 2", "Teams room 3",
    ]  # fmt: skip
    assert [card.shown.next_here for card in breakout.cards] == [False] * 7 + [True]


def test_seats_say_who_sits_where(breakout: Breakout) -> None:
    assert breakout.seat("Priya Raman").accessibleName() == "Priya Raman, Support, Room 1, pinned"
    new = next(seat for seat in breakout.page.grid.seats if seat.shown.person.newcomer)
    assert ", new, " in new.accessibleName()
    stops = [
        seat for seat in breakout.page.grid.seats
        if seat.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]  # fmt: skip
    assert len(stops) == 1


def test_alt_and_arrows_move_and_the_cursor_follows(breakout: Breakout) -> None:
    breakout.key("Grace Mbeki", Qt.Key.Key_Right, ALT)
    assert breakout.room("Grace Mbeki") == 3
    assert breakout.page.window().focusWidget() is breakout.seat("Grace Mbeki")
    breakout.key("Grace Mbeki", Qt.Key.Key_Down, ALT)
    assert breakout.room("Grace Mbeki") == 7
    breakout.key("Grace Mbeki", Qt.Key.Key_Up, ALT)
    breakout.key("Grace Mbeki", Qt.Key.Key_Left, ALT)
    assert [len(names) for names in breakout.names()] == [4] * 7 + [3]


def test_arrows_go_through_seats_and_rooms(breakout: Breakout) -> None:
    grid = breakout.page.grid
    grid.cards[0].seats[0].setFocus()
    walk = [
        (Qt.Key.Key_Down, (0, 1)), (Qt.Key.Key_Right, (1, 1)), (Qt.Key.Key_Up, (1, 0)),
        (Qt.Key.Key_Up, (1, 0)), (Qt.Key.Key_Left, (0, 0)), (Qt.Key.Key_Left, (0, 0)),
    ]  # fmt: skip
    for key, (room, place) in walk:
        now = grid.seat_of(grid.current)
        assert now is not None
        breakout.qtbot.keyClick(now, key)
        assert grid.current == grid.cards[room].seats[place].person


def test_r_draws_again_and_pinned_people_stay(breakout: Breakout) -> None:
    before = breakout.names()
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert breakout.seat("Grace Mbeki").shown.pinned
    breakout.key("Grace Mbeki", Qt.Key.Key_R)
    after = breakout.names()
    assert after != before
    assert breakout.room("Grace Mbeki") == 2
    assert (breakout.room("Priya Raman"), breakout.room("Ravi Iyer")) == (0, 1)
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert not breakout.seat("Grace Mbeki").shown.pinned


def test_letters_do_nothing_when_switched_off(breakout: Breakout) -> None:
    breakout.page.grid.letters = False
    breakout.key("Grace Mbeki", Qt.Key.Key_P)
    assert not breakout.seat("Grace Mbeki").shown.pinned


def test_a_drag_onto_a_person_swaps_and_onto_a_free_seat_moves(breakout: Breakout) -> None:
    other = breakout.cards[3].seats[1]
    name = other.shown.person.name
    breakout.drag("Grace Mbeki", other, other.rect().center())
    assert breakout.room("Grace Mbeki") == 3
    assert breakout.room(name) == 2
    last = breakout.cards[7]
    breakout.drag("Grace Mbeki", last, QPoint(40, last.height() - 50))
    assert breakout.room("Grace Mbeki") == 7
    assert [len(names) for names in breakout.names()] == [4, 4, 4, 3, 4, 4, 4, 4]


def test_a_drag_that_ends_where_it_began_changes_nothing(breakout: Breakout) -> None:
    before = breakout.names()
    card = breakout.cards[breakout.room("Grace Mbeki")]
    breakout.drag("Grace Mbeki", card, QPoint(20, 20))
    assert breakout.names() == before


def test_rooms_are_put_to_use_and_taken_back(breakout: Breakout) -> None:
    page = breakout.page
    drawn = breakout.names()
    breakout.qtbot.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
    settle()
    assert breakout.desk.said[-1] == "8 rooms in use."
    assert not page.use_button.isEnabled()
    used = breakout.facts().used(page.presenter.state.block)  # type: ignore[union-attr]
    assert used is not None
    assert [len(room.people) for room in used.rooms] == [4] * 7 + [3]
    assert breakout.names() == drawn
    breakout.desk.undo()
    settle()
    assert page.use_button.isEnabled()
    assert breakout.names() == drawn
    assert breakout.facts().used(used.block) is None


def test_using_again_replaces_and_another_visit_shows_what_is_in_use(breakout: Breakout) -> None:
    page = breakout.page
    page.presenter.use()
    breakout.key("Grace Mbeki", Qt.Key.Key_Right, ALT)
    assert page.use_button.isEnabled()
    page.presenter.use()
    settle()
    assert len([d for d in breakout.facts().draws if d.session == SESSION]) == 1
    again = Breakout(breakout.desk, breakout.qtbot)
    assert again.room("Grace Mbeki") == 3
    assert not again.page.use_button.isEnabled()


def test_sizes_people_blocks_and_switches_draw_anew(breakout: Breakout) -> None:
    page = breakout.page
    page.stepper.setFocus()
    breakout.qtbot.keyClick(page.stepper, Qt.Key.Key_Down)
    settle()
    assert max(len(names) for names in breakout.names()) == 3
    breakout.qtbot.keyClick(page.stepper, Qt.Key.Key_Up)
    page.who.setFocus()
    breakout.qtbot.keyClick(page.who, Qt.Key.Key_Right)
    settle()
    assert sum(len(names) for names in breakout.names()) == 45
    page.rules.switches["avoid_met"].click()
    settle()
    found = page.presenter.state.shown.figures  # type: ignore[union-attr]
    assert not page.presenter.wishes.avoid_met
    assert found.met.count > 4
    key = next(str(b.id) for b in breakout.facts().blocks if b.size == 3)
    page.blocks.pick(key)
    settle()
    assert page.stepper.value == 3


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


def test_two_columns_when_narrow_and_the_panel_opens_on_wish(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = sample_desk.open(RoomsPage, 1024, 700)
    assert isinstance(page, RoomsPage)
    page.arrive(session=SESSION)
    settle()
    tops = [card.y() for card in page.grid.cards]
    assert tops[0] == tops[1] < tops[2]
    assert not page.rules.isVisible()
    page.show_panel()
    assert page.rules.isVisible()


def test_a_failed_draw_is_told_and_the_page_goes_on(
    breakout: Breakout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("torn")

    monkeypatch.setattr("workbench.ui.sessions.rooms_presenter.compose", fail)
    before = breakout.names()
    breakout.page.presenter.draw_again()
    assert isinstance(breakout.desk.told[-1], ValueError)
    assert breakout.names() == before
    assert breakout.page.settled()


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


def test_read_again_while_a_draw_is_made_keeps_what_was_chosen_for_it(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Any] = []
    run = sample_desk.run

    def later(*job: Any) -> None:
        waiting.append(lambda: run(*job))

    page = RoomsPage(sample_desk)
    sample_desk.pages.append(page)
    qtbot.addWidget(page)
    monkeypatch.setattr(sample_desk, "read", lambda job, then: run(
        lambda: job(sample_desk.workspace), then))  # fmt: skip
    monkeypatch.setattr(sample_desk, "run", later)
    page.arrive(session=SESSION)
    page.reload()
    assert len(waiting) == 2
    assert not page.settled()
    for job in waiting:
        job()
    settle()
    assert page.settled()
    assert [seat.shown.person.name for seat in page.grid.seats if seat.shown.pinned] == [
        "Priya Raman", "Ravi Iyer",
    ]  # fmt: skip
