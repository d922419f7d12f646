"""Live with parallel tracks, rounds, ways to end in time, a blank window and no names: by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.live_room import BLOCKS, Room
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.queries import session_detail
from workbench.sessions.track_actions import add_track
from workbench.ui.kit.buttons import Button

Key = Qt.Key
TRACKS = (
    TrackPlan(1, "Quiet", "Oak", blocks=(AgendaBlock(0, "Read", 10), AgendaBlock(0, "Write", 20))),
    TrackPlan(2, "Loud", "Ash", blocks=(AgendaBlock(0, "Case", 30),)),
)
TWO_ROOMS = (
    AgendaBlock(0, "Check-in", 8),
    AgendaBlock(0, "Two rooms", 30, BlockKind.PRACTISE, tracks=TRACKS),
    AgendaBlock(0, "Close", 7),
)
TROIKA = (
    AgendaBlock(0, "Check-in", 8),
    AgendaBlock(0, "Bring one", 30, method="Troika consulting", grouping="Threes"),
    AgendaBlock(0, "Close", 12),
)


@pytest.fixture
def rooms(desk: BenchDesk, qtbot: QtBot) -> Room:
    """Two tracks run since 14:08."""
    room = Room(desk, qtbot, TWO_ROOMS)
    room.wait(2)
    room.press(Key.Key_F7)
    room.wait(8)
    room.press(Key.Key_F7)
    return room


def timers(room: Room) -> list[str]:
    return [card.timer.text() for card in room.page.clock.tracks.cards.values()]


def buttons(room: Room, label: str) -> list[Button]:
    settle()
    return [b for b in room.page.findChildren(Button) if b.label == label and b.isVisible()]


def test_each_track_shows_its_own_block_and_clock(rooms: Room) -> None:
    rooms.wait(4)
    assert timers(rooms) == ["6:00", "26:00"]
    card = rooms.page.clock.tracks.cards[1]
    assert card.title.text() == "Read"
    assert card.following.text() == "Next: Write · 20 min"
    assert card.accessibleName() == "Quiet, Oak: Read, 6:00 left"
    assert rooms.lines()[1] == "14:08 Two rooms · 2 tracks "


def test_a_number_chooses_a_track_and_the_keys_move_it(rooms: Room) -> None:
    rooms.page.setFocus()
    rooms.press(Key.Key_1)
    assert rooms.page.clock.next_button.label == "Next in Quiet"
    rooms.press(Key.Key_M)
    assert timers(rooms) == ["11:00", "30:00"]
    rooms.wait(5)
    rooms.press(Key.Key_PageDown)
    assert timers(rooms) == ["20:00", "25:00"]
    rooms.press(Key.Key_Left)
    assert timers(rooms) == ["6:00", "25:00"]
    assert rooms.page.clock.title.text() == "Two rooms", "the whole stays"
    rooms.press(Key.Key_0, Key.Key_M)
    assert rooms.timer() == "26:00", "now the minute is the whole's"


def test_a_track_that_is_through_gives_the_keys_back(rooms: Room) -> None:
    rooms.page.setFocus()
    rooms.press(Key.Key_2, Key.Key_N)
    assert timers(rooms) == ["10:00", "–"]
    assert rooms.page.clock.next_button.label == "Back to all tracks"
    rooms.press(Key.Key_N)
    assert rooms.page.clock.next_button.label == "Next block"
    rooms.press(Key.Key_N)
    assert rooms.page.clock.title.text() == "Close"
    assert rooms.page.clock.tracks.isHidden()
    assert all(own.current is None for own in rooms.state().tracked.tracks.values())


def test_cards_take_the_mouse_and_enter(rooms: Room) -> None:
    cards = rooms.page.clock.tracks.cards
    rooms.qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton)
    assert rooms.page.presenter.chosen == 2
    cards[1].setFocus()
    rooms.press(Key.Key_Return, at=cards[1])
    assert rooms.page.presenter.chosen == 1
    for place, expected in (
        (2, ["20:00", "30:00"]),
        (0, ["10:00", "30:00"]),
        (1, ["11:00", "30:00"]),
    ):
        rooms.page.clock.tracks.cards[1].buttons[place].click()
        assert timers(rooms) == expected


def test_one_pause_holds_every_clock(rooms: Room) -> None:
    rooms.press(Key.Key_F5)
    rooms.wait(10)
    assert (rooms.timer(), timers(rooms)) == ("30:00", ["10:00", "30:00"])


def test_numbers_are_text_in_a_field_and_people_are_ticked_meanwhile(rooms: Room) -> None:
    rooms.press(Key.Key_F2)
    field = rooms.page.people.field
    rooms.press(Key.Key_1, at=field)
    assert (field.text(), rooms.page.presenter.chosen) == ("1", None)


def test_a_track_added_while_it_runs_appears(rooms: Room) -> None:
    rooms.wait(3)
    block = rooms.run().current_block
    assert block is not None
    rooms.desk.workspace.perform(add_track, block, "Window")
    rooms.page.reload()
    assert timers(rooms) == ["7:00", "27:00", "27:00"]


def test_rounds_are_said_and_one_can_be_skipped(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot, TROIKA)
    room.wait(2)
    room.press(Key.Key_F7)
    room.wait(8)
    room.press(Key.Key_F7)
    room.wait(14.3)
    page = room.page
    assert page.clock.under.text() == "Troika consulting · Threes · round 2 of 3"
    assert page.clock.until_round.text() == "Round 3 in 5:42"
    assert (page.agenda.pace.ends.text(), page.agenda.pace.slot.text()) == ("14:50", "14:45")
    (skip,) = buttons(room, "Skip a round")
    skip.click()
    assert room.timer() == "5:42"
    assert page.clock.under.text().endswith("round 2 of 2")
    assert page.agenda.pace.ends.text() == "14:40"
    assert buttons(room, "Skip a round") == []
    assert room.desk.said == ["One round less."]
    room.desk.undo()
    assert room.timer() == "15:42"


def test_spreading_takes_minutes_off_the_blocks_to_come(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot, BLOCKS)
    room.wait(8)
    room.press(Key.Key_F7)
    (spread,) = buttons(room, "Spread it")
    spread.click()
    agenda = room.desk.workspace.read(session_detail, room.session).agenda
    assert [placed.block.minutes for placed in agenda.blocks] == [8, 22, 9]
    assert room.page.agenda.pace.ends.text() == "14:45"


def test_a_narrow_window_tells_no_pace_before_the_start(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    room.page = room.opened(1024 + 232, 700)
    room.page.resize(1024, 660)
    settle()
    assert not room.page.pace.isVisible()


def test_a_narrow_window_offers_the_first_way(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot, BLOCKS)
    room.page = room.opened(1024 + 232, 700)
    room.wait(2)
    room.press(Key.Key_F7)
    assert room.page.pace.button.isVisible()
    room.page.pace.button.click()
    assert room.page.pace.button.isHidden()


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_PageDown, Key.Key_F7, Key.Key_Space, Key.Key_A])
def test_any_key_ends_a_blank_window_and_does_nothing_else(rooms: Room, key: Qt.Key) -> None:
    rooms.page.setFocus()
    rooms.press(Key.Key_B)
    dark = rooms.page.dark
    assert dark.isVisible()
    assert dark.size() == rooms.page.window().size()
    before = rooms.run()
    rooms.wait(4)
    rooms.press(key, at=dark)
    assert dark.isHidden()
    assert rooms.run() == before
    assert timers(rooms) == ["6:00", "26:00"], "the clock went on"
    assert QApplication.focusWidget() is rooms.page


def test_a_blank_window_grows_with_the_window_and_covers_names(rooms: Room) -> None:
    rooms.press(Key.Key_B)
    rooms.page.window().resize(1300, 700)
    settle()
    assert rooms.page.dark.geometry() == rooms.page.window().rect()
    middle = rooms.page.window().grab().toImage()
    seen = {middle.pixelColor(x, y).name() for x in range(0, 1300, 50) for y in range(0, 700, 50)}
    assert seen == {"#000000"}


def test_leaving_or_locking_takes_the_blank_away(rooms: Room) -> None:
    rooms.press(Key.Key_B)
    rooms.page.hide()
    assert rooms.page.dark.isHidden()
    assert rooms.page.dark.parentWidget() is rooms.page


def test_after_a_blank_the_words_being_typed_go_on(rooms: Room) -> None:
    rooms.press(Key.Key_F3, Key.Key_Escape)
    rooms.page.dark.toggle()
    rooms.press(Key.Key_Escape, at=rooms.page.dark)
    assert QApplication.focusWidget() is rooms.page.capture.line, "back where it was"


def test_names_are_hidden_for_a_projector(rooms: Room) -> None:
    rooms.page.setFocus()
    rooms.desk.hide_names(hidden=True)
    assert rooms.page.people.isHidden()
    assert rooms.page.capture.isHidden()
    assert rooms.page.agenda.isVisible()
    rooms.press(Key.Key_F2, Key.Key_F3)
    assert QApplication.focusWidget() is rooms.page
    rooms.desk.hide_names(hidden=False)
    assert rooms.page.people.isVisible()


def test_the_end_leads_to_the_debrief(rooms: Room) -> None:
    rooms.page.top.end_button.click()
    rooms.page.top.debrief_button.click()
    assert rooms.desk.went == [("debrief", {"session": rooms.session})]


def test_a_rehearsal_gives_way_to_the_day(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    room.wait(-2 * 24 * 60)
    room.press(Key.Key_F7)
    room.wait(3)
    room.page.top.end_button.click()
    assert room.page.clock.next_button.label == "Go on after all"
    room.clock.at += timedelta(days=2)
    room.page.presenter.tick()
    assert room.page.clock.next_button.label == "Start session"
    room.press(Key.Key_F7)
    assert len(room.run().visits) == 1
