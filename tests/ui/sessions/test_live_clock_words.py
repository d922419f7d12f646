"""What Live says of the time: late across midnight, standing still, and a block gone back from."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from tests.ui.sessions.live_room import Room
from tests.ui.sessions.rooms import session_on
from workbench.sessions.actions import SessionDraft, edit_session
from workbench.sessions.live_queries import live_session
from workbench.ui.kit.text import Text


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def evening(room: Room, hour: int, minutes: int) -> None:
    room.clock.at = datetime(2026, 10, 15, hour, 0, tzinfo=UTC)
    draft = SessionDraft(title="Late", starts=room.clock.local(), minutes=minutes)
    room.desk.workspace.perform(edit_session, room.session, draft)
    room.page.reload()
    room.press(Qt.Key.Key_F7)
    room.wait(0)


def test_an_end_after_midnight_is_late_where_the_slot_ends_before(room: Room) -> None:
    evening(room, 23, 45)
    room.wait(20)
    face = room.page.presenter._face
    assert face is not None
    assert (face.ends, face.slot_ends, face.is_late) == ("00:00", "23:45", True)


def test_an_end_before_midnight_is_in_time_where_the_slot_ends_after(room: Room) -> None:
    evening(room, 23, 90)
    face = room.page.presenter._face
    assert face is not None
    assert (face.ends, face.slot_ends, face.is_late) == ("23:48", "00:30", False)


def test_standing_still_is_said_in_words(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.wait(3)
    room.press(Qt.Key.Key_Space)
    assert room.page.clock.under.text() == "Paused at 14:03 · Round"
    room.press(Qt.Key.Key_Space)
    assert room.page.clock.under.text() == "Round"


def test_a_block_gone_back_from_is_to_come_again(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    room.wait(1)
    room.press(Qt.Key.Key_Left)
    assert room.lines() == ["14:00 Check-in ", "14:09 Troika ", "14:38 Close "]


def test_esc_leaves_the_line_as_it_is(room: Room) -> None:
    room.press(Qt.Key.Key_F3)
    line = room.page.capture.line
    room.qtbot.keyClicks(line, "Ama")
    room.page.escape()
    assert room.page.hasFocus()
    assert line.text() == "Ama"
    room.press(Qt.Key.Key_B)
    assert room.page.dark.isVisible()


def test_the_end_is_on_no_key_and_a_press_too_many_does_not_go_on(room: Room) -> None:
    room.wait(2)
    room.press(Qt.Key.Key_F7, Qt.Key.Key_PageDown)
    button = room.page.clock.next_button
    assert (button.label, button.keys) == ("Next block", "F7")
    room.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert (button.label, button.keys) == ("End session", "")
    button.click()
    assert button.keys == "F7"
    room.press(Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_N)
    assert room.run().ended is not None
    room.press(Qt.Key.Key_F7)
    assert room.run().ended is None


def test_coming_back_another_day_shows_the_next_session(room: Room) -> None:
    other = session_on(room.desk, "2026-10-17", "Two days later")
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.page.clock.next_button.click()
    room.page.presenter.end()
    room.wait(120)
    room.page.arrive()
    assert room.page.presenter.session == room.session
    room.wait(24 * 60)
    room.page.arrive()
    assert room.page.presenter.session == other


def test_a_stopwatch_says_that_it_counts_up_and_has_no_minute_to_add(room: Room) -> None:
    other = session_on(room.desk, "2026-10-15", "Open floor")
    room.page.arrive(session=other)
    room.wait(2)
    room.press(Qt.Key.Key_F7)
    room.press(Qt.Key.Key_M, Qt.Key.Key_F6)
    room.wait(1)
    assert room.timer() == "1:00"
    run = room.desk.workspace.read(live_session, other).run
    assert [visit.extra for visit in run.visits] == [0]
    assert room.page.clock.more_button.isHidden()
    assert not room.page.clock.pause_button.isHidden()
    said = [each.text() for each in room.page.agenda.findChildren(Text)]
    assert "No agenda: the clock counts up from the start." in said
    room.page.arrive(session=room.session)
    assert room.lines()
