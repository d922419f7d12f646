"""The Live page by keys and a clicker, over a clock the test moves; a restart loses nothing."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from tests.ui.sessions.live_room import BLOCKS, Room
from tests.ui.sessions.rooms import session_on
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.kind_actions import change_kinds
from workbench.contributions.kind_rules import USUAL, KindSpec
from workbench.contributions.rules import FeedFilter
from workbench.foundation.words import ContributionKind, Mark
from workbench.sessions.actions import cancel_session, delete_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.storage.workspace import open_workspace
from workbench.ui.sessions.live_page import LivePage

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def test_it_waits_for_the_start_of_the_next_session(room: Room) -> None:
    assert "Handovers · session 1" in room.page.top.heading.text()
    assert room.timer() == "2:00"
    assert room.page.clock.next_button.label == "Start session"
    assert room.page.top.end_button.isHidden()
    assert room.page.clock.following.isHidden()


def test_days_before_it_says_so_and_after_its_start_it_presses(room: Room) -> None:
    room.wait(-48 * 60)
    assert room.timer() == "in 2 days"
    assert room.page.clock.under.text() == "Planned for Thu 15 Oct, 14:00, 45 minutes"
    room.wait(48 * 60 + 5)
    assert (room.timer(), room.page.clock.timer._tone) == ("−3:00", "warn")


def test_a_whole_session_by_function_keys(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    assert (room.timer(), room.page.clock.title.text()) == ("8:00", "Check-in")
    room.wait(9)
    assert room.timer() == "−1:00"
    room.press(Qt.Key.Key_F7)
    assert room.page.agenda.drift.text == "1 min behind"
    assert room.lines() == ["14:00 Check-in 9", "14:09 Troika ", "14:39 Close "]
    assert room.page.agenda.pace.ends.text() == "14:49"
    room.press(Qt.Key.Key_F6)
    assert room.timer() == "31:00"
    room.press(Qt.Key.Key_F5)
    room.wait(10)
    assert room.timer() == "31:00"
    assert room.page.clock.pause_button.label == "Go on"
    room.press(Qt.Key.Key_F5, Qt.Key.Key_F7)
    assert room.page.clock.next_button.label == "End session"
    room.press(Qt.Key.Key_F7)
    assert room.run().ended is None, "F7 does not end: the last slide may be pressed twice"
    room.page.clock.next_button.click()
    assert room.run().ended is not None
    assert room.page.clock.under.text() == "Ended at 14:19"


def test_letters_and_arrows_work_outside_text(room: Room) -> None:
    room.wait(2)
    room.page.setFocus()
    room.press(Qt.Key.Key_Space)
    assert room.run().current is not None
    room.press(Qt.Key.Key_N)
    assert room.page.clock.title.text() == "Troika"
    room.press(Qt.Key.Key_Left)
    assert room.page.clock.title.text() == "Check-in"
    room.press(Qt.Key.Key_Right, Qt.Key.Key_M)
    assert room.timer() == "31:00"
    room.press(Qt.Key.Key_Space)
    assert room.run().paused_at is not None


def test_letters_are_text_in_the_capture_line(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7, Qt.Key.Key_F3)
    line = room.page.capture.line
    assert line.hasFocus()
    room.press(Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Space, Qt.Key.Key_B, at=line)
    assert line.text() == "nm b"
    assert room.page.clock.title.text() == "Check-in"
    assert room.page.dark.isHidden()


def test_a_clicker_works_even_while_writing(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7, Qt.Key.Key_F3)
    room.press(Qt.Key.Key_PageDown, at=room.page.capture.line)
    assert room.page.clock.title.text() == "Troika"
    room.press(Qt.Key.Key_PageUp, at=room.page.capture.line)
    assert room.page.clock.title.text() == "Check-in"
    assert room.page.escape(), "Esc of a clicker does nothing"


def test_letters_can_be_switched_off(room: Room) -> None:
    room.desk.settings.single_letter_keys = False
    room.page.setFocus()
    room.press(Qt.Key.Key_N)
    assert room.run().visits == ()
    room.press(Qt.Key.Key_PageDown)
    assert len(room.run().visits) == 1


def test_the_last_minute_turns_amber_and_is_announced(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    timer = room.page.clock.timer
    assert timer._tone == "text"
    room.wait(7.2)
    assert timer._tone == "warn"
    assert timer.accessibleDescription() == "1 minute left"
    room.wait(2)
    assert timer._tone == "danger"


def test_a_press_on_a_block_runs_it_and_undo_takes_it_back(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.page.presenter.go_to(room.page.agenda._shown[2].key)
    assert room.page.clock.title.text() == "Close"
    room.desk.undo()
    assert room.page.clock.title.text() == "Check-in"


def test_ticking_people_by_two_letters(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F2)
    found = room.page.people.field
    assert found.hasFocus()
    room.qtbot.keyClicks(found, "zo")
    room.press(Qt.Key.Key_Return, at=found)
    assert room.mark_of("Zoë Martin") is Mark.PRESENT
    assert found.text() == ""
    room.clock.at = room.clock.at + timedelta(minutes=12)
    room.qtbot.keyClicks(found, "web")
    room.press(Qt.Key.Key_Return, at=found, modifier=SHIFT)
    late = next(row for row in room.marking().rows if row.name == "Jonas Weber")
    assert (late.mark, late.arrived_at) == (Mark.PART, time(14, 12))
    assert (room.page.people.here.text(), room.page.people.of.text()) == ("2", "of 4")


def test_nobody_found_marks_nobody(room: Room) -> None:
    found = room.page.people.field
    room.qtbot.keyClicks(found, "xyz")
    room.press(Qt.Key.Key_Return, at=found)
    assert found.text() == "xyz"
    found.clear()
    room.press(Qt.Key.Key_Return, at=found)
    assert {row.mark for row in room.marking().rows} == {Mark.UNKNOWN}


def test_a_click_ticks_and_a_second_one_takes_it_back(room: Room) -> None:
    row = room.marking().rows[0]
    room.page.presenter.toggle(row)
    assert room.mark_of(row.name) is Mark.PRESENT
    room.page.presenter.toggle(room.marking().rows[0])
    assert room.mark_of(row.name) is Mark.UNKNOWN


def test_apologies_sent_before_show_among_the_marked(room: Room) -> None:
    room.desk.workspace.perform(mark_attendance, room.session, room.people[0], Mark.EXCUSED)
    room.page.reload()
    said = [
        str(room.page.people.table.rows.index(line, 1).data())
        for line in range(room.page.people.table.rows.rowCount())
        if room.page.people.table.rows.row(line)
    ]
    assert said.count("apologies") == 1


def test_capturing_in_one_line(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7, Qt.Key.Key_F3)
    line = room.page.capture.line
    room.qtbot.keyClicks(line, "ama q who owns Fridays?")
    room.press(Qt.Key.Key_Return, at=line)
    wanted = FeedFilter(session_id=room.session)
    (row,) = room.desk.workspace.read(feed_rows, room.desk.community, wanted)
    assert (row.giver.name, row.kind) == ("Ama Boateng", ContributionKind.QUESTION)
    assert line.text() == ""
    assert "1 so far" in room.page.capture.title.text()
    assert room.page.clock.title.text() == "Check-in", "the place is not lost"


def test_what_is_in_doubt_stays_and_is_said(room: Room) -> None:
    line = room.page.capture.line
    line.setFocus()
    room.qtbot.keyClicks(line, "nobody q why")
    room.press(Qt.Key.Key_Return, at=line)
    assert line.text() == "nobody q why"
    assert 'Nobody here is called "nobody"' in room.page.capture.hint.text()


def test_kinds_of_ones_own_are_captured_in_the_room(room: Room) -> None:
    lift = KindSpec("lift", "l", ContributionKind.HELP, own=True)
    kinds = [*USUAL.kinds, lift]
    room.desk.do(lambda workspace: workspace.perform(change_kinds, kinds))
    assert room.page.capture.hint.text().endswith("hosting, lift")
    line = room.page.capture.line
    line.setFocus()
    room.qtbot.keyClicks(line, "ama lift> zo")
    room.press(Qt.Key.Key_Tab, at=line)
    assert line.text() == "ama lift> Zoë Martin: "
    room.qtbot.keyClicks(line, "to the depot")
    room.press(Qt.Key.Key_Return, at=line)

    wanted = FeedFilter(session_id=room.session)
    (row,) = room.desk.workspace.read(feed_rows, room.desk.community, wanted)
    assert (row.kind, row.kind_name, row.text) == (ContributionKind.HELP, "lift", "to the depot")


def test_tab_takes_what_is_offered(room: Room) -> None:
    line = room.page.capture.line
    line.setFocus()
    room.qtbot.keyClicks(line, "zo")
    assert "Zoë Martin" in room.page.capture.hint.text()
    room.press(Qt.Key.Key_Tab, at=line)
    assert line.text().startswith("Zoë Martin")
    assert line.hasFocus()


def test_a_blank_screen_and_back(room: Room) -> None:
    room.page.setFocus()
    room.press(Qt.Key.Key_B)
    assert room.page.dark.isVisible()
    room.qtbot.mouseClick(room.page.dark, Qt.MouseButton.LeftButton)
    assert room.page.dark.isHidden()


def test_a_restart_comes_back_at_the_block_with_its_clock(room: Room, tmp_path: Path) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.wait(8)
    room.press(Qt.Key.Key_F7)
    room.wait(3)
    copy = tmp_path / "after.fwb"
    copy.write_bytes(room.desk.workspace.path.read_bytes())
    room.clock.at += timedelta(minutes=2)
    with open_workspace(copy, clock=room.clock) as found:
        desk = BenchDesk(found, room.desk.community, "Bridges")
        page = desk.open(LivePage)
        assert isinstance(page, LivePage)
        assert (page.clock.title.text(), page.clock.timer._words) == ("Troika", "25:00")


def test_a_run_left_open_is_asked_about(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.wait(24 * 60)
    button = room.page.clock.next_button
    assert button.label == "End it at 14:45"
    button.click()
    assert room.run().ended == datetime(2026, 10, 15, 14, 45, tzinfo=UTC)


def test_an_ended_session_can_go_on(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.page.top.end_button.click()
    assert room.desk.said[-1].startswith("Session ended.")
    assert room.page.clock.next_button.label == "Go on after all"
    assert room.page.clock.timer.isHidden()
    assert room.lines()[1:] == ["14:08 Troika ", "14:38 Close "], "what did not run keeps its plan"
    room.press(Qt.Key.Key_F7)
    assert room.page.clock.title.text() == "Check-in"


def test_without_an_agenda_it_is_a_stopwatch(room: Room) -> None:
    other = session_on(room.desk, "2026-10-15", "Open floor")
    room.page.arrive(session=other)
    room.press(Qt.Key.Key_F7)
    room.wait(7.5)
    assert (room.page.clock.title.text(), room.timer()) == ("Open floor", "7:30")


def test_a_cancelled_session_does_not_run(room: Room) -> None:
    room.desk.workspace.perform(cancel_session, room.session)
    room.page.arrive(session=room.session)
    room.page.reload()
    assert room.page.clock.under.text() == "This session was cancelled"
    room.press(Qt.Key.Key_F7, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_PageUp)
    assert room.run().visits == ()
    assert room.desk.told == []


def test_a_deleted_session_gives_way_to_the_next(room: Room) -> None:
    room.desk.workspace.perform(delete_session, room.session)
    room.page.reload()
    assert room.page.stack.currentIndex() == 1
    session_on(room.desk, "2026-10-22", "Later", *BLOCKS)
    room.page.reload()
    assert "Later" in room.page.top.heading.text()


def test_it_ticks_only_while_it_shows(room: Room) -> None:
    assert room.page._second.isActive()
    room.page.hide()
    assert not room.page._second.isActive()


def test_little_room_leaves_the_timer_and_the_keys(room: Room) -> None:
    page = room.opened(1024 + 232, 500)
    room.page = page
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    assert not page.agenda.isVisible()
    assert page.pace.isVisible()
    assert page.clock.next_button.isVisible()
    assert not page.clock.following.isVisible()
