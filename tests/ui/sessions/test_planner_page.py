"""The planner by keys and drags: starts follow, what runs over is mended on a click."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.rooms import dialog_of, press, session_on
from workbench.foundation.words import BlockKind
from workbench.sessions.actions import cancel_session, delete_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.queries import SessionDetail, session_detail
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.block_menu import block_items
from workbench.ui.sessions.planner_page import PlannerPage
from workbench.ui.sessions.session_form import SessionForm

BLOCKS = (
    AgendaBlock(0, "Check-in", 10, BlockKind.CONNECT, method="Round", lead="Ruth"),
    AgendaBlock(0, "Story", 20, BlockKind.INPUT),
    AgendaBlock(0, "Troika", 35, BlockKind.PRACTISE, to_say="In threes."),
)
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Room:
    """The planner over one session of 60 minutes with 65 planned."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot, *blocks: AgendaBlock) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.session = session_on(desk, "2026-10-15", "Handovers", *blocks, minutes=60)
        page = desk.open(PlannerPage)
        assert isinstance(page, PlannerPage)
        self.page = page
        self.list = page.blocks
        self.list.setFocus()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        more = {"modifier": held} if held else {}
        press(self.qtbot, self.list, *keys, **more)

    def detail(self) -> SessionDetail:
        return self.desk.workspace.read(session_detail, self.session)

    def agenda(self) -> list[str]:
        agenda = self.detail().agenda
        return [
            f"{agenda.wall(p.start):%H:%M} {p.block.title} {p.block.minutes}" for p in agenda.blocks
        ]

    def shown(self) -> list[str]:
        return [card.accessibleName() for card in self.list.cards]

    def selected(self) -> str:
        card = self.list.selected_card()
        return card.placed.block.title if card else ""

    def menu(self) -> dict[str, Item]:
        presenter = self.page.presenter
        return {item.label: item for item in block_items(presenter.blocks, presenter.tracks)}

    def buttons(self, inside: QWidget) -> dict[str, Button]:
        return {b.label: b for b in inside.findChildren(Button) if not b.isHidden()}


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot, *BLOCKS)


def test_the_next_session_shows_with_its_starts(room: Room) -> None:
    assert room.page.header.title.text() == "Handovers"
    assert room.page.header.subtitle.text() == "Session 1"
    assert room.shown() == [
        "14:00, Check-in, Connect, 10 minutes, Round, Ruth",
        "14:10, Story, Input, 20 minutes",
        "14:30, Troika, Practise, 35 minutes",
    ]
    assert room.page.foot.voice_words.text() == "Everyone 69% (54% in groups)   One person 31%"
    assert room.page.foot.planned.text() == "Planned 65 of 60 min"


def test_arrows_choose_and_alt_moves(room: Room) -> None:
    assert room.selected() == "Check-in"
    room.press(Qt.Key.Key_Down)
    assert room.selected() == "Story"
    room.press(Qt.Key.Key_Down, held=ALT)
    assert room.agenda() == ["14:00 Check-in 10", "14:10 Troika 35", "14:45 Story 20"]
    assert room.selected() == "Story"
    assert room.list.hasFocus()
    room.press(Qt.Key.Key_Down, held=ALT)
    room.press(Qt.Key.Key_Up, Qt.Key.Key_Up, held=ALT)
    assert room.agenda()[0] == "14:00 Story 20"
    room.desk.undo()
    assert room.agenda()[0] == "14:00 Check-in 10"


def test_signs_change_minutes(room: Room) -> None:
    room.press(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert room.agenda()[:2] == ["14:00 Check-in 11", "14:11 Story 20"]
    assert room.desk.workspace.undo_names[0] == "Check-in: 11 min"
    assert room.page.header.subtitle.text() == "Session 1 · saved 09:41"


def test_what_runs_over_is_mended_on_a_click_and_undone(room: Room) -> None:
    mends = room.buttons(room.page.agenda.overrun)
    assert list(mends) == ["Shorten Troika to 30 min", "Spread over all blocks"]
    mends["Shorten Troika to 30 min"].click()
    settle()
    assert room.detail().agenda.over == 0
    assert room.page.agenda.overrun.isHidden()
    room.desk.undo()
    assert not room.page.agenda.overrun.isHidden()
    room.buttons(room.page.agenda.overrun)["Spread over all blocks"].click()
    assert room.detail().agenda.over == 0


def test_b_adds_a_block_and_its_title_is_typed(room: Room) -> None:
    room.press(Qt.Key.Key_B)
    form = room.page.form
    assert form.isVisible()
    assert form.title_input.hasFocus()
    room.qtbot.keyClicks(form.title_input, "Pulse")
    press(room.qtbot, form.title_input, Qt.Key.Key_Tab)
    assert room.agenda()[1] == "14:10 Pulse 10"
    assert room.selected() == "Pulse"


def test_the_form_keeps_each_field_as_it_is_left(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    form = room.page.form
    form.say_input.setFocus()
    room.qtbot.keyClicks(form.say_input, "One word each.")
    form.minutes_input.setFocus()
    room.qtbot.keyClicks(form.minutes_input, "12")
    form.method_input.setFocus()
    form.kind_input.pick("frame")
    block = room.detail().agenda.blocks[0].block
    assert (block.to_say, block.minutes, block.kind) == ("One word each.", 12, BlockKind.FRAME)


def test_a_lock_is_typed_and_a_bad_one_lands_at_its_field(room: Room) -> None:
    room.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    form = room.page.form
    form.start_input.setText("13:30")
    form.keep()
    assert form.start_input.accessibleDescription().startswith(
        "13:30 is before the session starts at 14:00."
    )
    form.start_input.setText("25:00")
    form.keep()
    assert form.start_input.accessibleDescription().startswith("25:00 is not a time of day.")
    form.start_input.setText("14:15")
    form.keep()
    assert room.agenda()[1:] == ["14:15 Story 20", "14:35 Troika 35"]
    assert "14:15, locked, Story" in room.shown()[1]
    assert "5 min without a block before this" in room.shown()[1]
    form.start_input.setText("")
    form.keep()
    assert room.agenda()[1] == "14:10 Story 20"


@pytest.mark.parametrize("bad", ["soon", "13:30"])
def test_what_was_wrong_is_said_until_it_is_mended_and_no_longer(room: Room, bad: str) -> None:
    room.page.activateWindow()
    room.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    form = room.page.form
    form.start_input.setFocus()
    room.qtbot.keyClicks(form.start_input, bad)
    form.method_input.setFocus()
    settle()
    assert form.start_input.hasFocus()
    form.title_input.setFocus()
    settle()
    assert form.start_input.accessibleDescription().startswith(bad)
    assert room.agenda()[1] == "14:10 Story 20"
    form.start_input.setFocus()
    form.start_input.selectAll()
    room.qtbot.keyClicks(form.start_input, "14:15")
    form.method_input.setFocus()
    settle()
    assert room.agenda()[1] == "14:15 Story 20"
    assert not form.start_input.accessibleDescription().startswith(bad)
    assert form.method_input.hasFocus()


def test_an_empty_title_is_refused_at_its_field(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.page.form.title_input.setText("  ")
    room.page.form.keep()
    assert room.page.form.title_input.accessibleDescription().startswith("A block needs a title.")
    assert room.agenda()[0] == "14:00 Check-in 10"


def test_what_is_being_written_is_not_overwritten(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    form = room.page.form
    form.title_input.selectAll()
    room.qtbot.keyClicks(form.title_input, "Hello")
    room.page.reload()
    assert form.title_input.text() == "Hello"
    assert room.page.may_leave()
    assert room.agenda()[0] == "14:00 Hello 10"


def test_menu_items_lock_duplicate_and_delete(room: Room) -> None:
    room.menu()["Lock the start"].pressed()
    room.menu()["Unlock the start"].pressed()
    assert room.detail().agenda.blocks[0].block.locked_start is None
    room.press(Qt.Key.Key_D, held=CTRL)
    assert [line[6:] for line in room.agenda()[:2]] == ["Check-in 10", "Check-in 10"]
    room.press(Qt.Key.Key_Delete)
    assert len(room.agenda()) == 3
    assert room.desk.said[-1] == "Deleted Check-in."
    room.press(Qt.Key.Key_Delete, Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert room.agenda() == []
    assert room.page.stack.currentIndex() == 1


def test_dragging_by_the_grip_moves(room: Room) -> None:
    grip = room.list.cards[0].surface.x() + 12
    start = QPoint(grip, room.list.cards[0].geometry().center().y())
    end = QPoint(grip, room.list.cards[2].geometry().bottom() - 4)
    room.qtbot.mousePress(room.list, Qt.MouseButton.LeftButton, pos=start)
    room.qtbot.mouseMove(room.list, end)
    settle()
    room.qtbot.mouseRelease(room.list, Qt.MouseButton.LeftButton, pos=end)
    settle()
    assert [line[6:] for line in room.agenda()] == ["Story 20", "Troika 35", "Check-in 10"]


def test_a_click_chooses_and_a_drag_elsewhere_does_nothing(room: Room) -> None:
    at = QPoint(400, room.list.cards[1].geometry().center().y())
    room.qtbot.mousePress(room.list, Qt.MouseButton.LeftButton, pos=at)
    room.qtbot.mouseMove(room.list, QPoint(400, 5))
    room.qtbot.mouseRelease(room.list, Qt.MouseButton.LeftButton, pos=QPoint(400, 5))
    assert room.selected() == "Story"
    assert room.agenda()[0] == "14:00 Check-in 10"


def test_signs_and_letters_hold_only_in_the_list(room: Room) -> None:
    press(room.qtbot, room.page, Qt.Key.Key_B, Qt.Key.Key_Plus)
    assert len(room.agenda()) == 3
    assert room.agenda()[0].endswith("10")


def test_letters_can_be_switched_off(desk: BenchDesk, qtbot: QtBot) -> None:
    desk.settings.single_letter_keys = False
    room = Room(desk, qtbot, *BLOCKS)
    room.press(Qt.Key.Key_B, Qt.Key.Key_Plus)
    assert room.agenda()[0] == "14:00 Check-in 10"
    assert len(room.agenda()) == 3


def test_an_empty_agenda_offers_starters(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    assert room.page.stack.currentIndex() == 1
    inside = room.page.stack.currentWidget()
    assert inside is not None
    starters = room.buttons(inside)
    starters["Ask me anything, 60 min"].click()
    assert room.detail().agenda.end == 60
    assert room.desk.workspace.undo_names[0] == "Start from Ask me anything"
    assert room.page.stack.currentIndex() == 0


def test_an_agenda_is_begun_from_a_template_and_walked_by_keys_alone(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    room = Room(desk, qtbot)
    room.page.activateWindow()
    planned = session_on(desk, "2026-10-22", "Full", *BLOCKS)
    for session in (planned, room.session, room.session):
        room.page.arrive(session=session)
        settle()
    first = room.page.window().focusWidget()
    assert isinstance(first, Button)
    assert first.kind == "primary"
    first.click()
    settle()
    assert room.page.blocks.hasFocus()
    before = room.page.presenter.blocks.selected
    room.press(Qt.Key.Key_Down)
    assert room.page.presenter.blocks.selected != before


def test_changing_the_session(room: Room) -> None:
    room.page.edit_session()
    form = dialog_of(room.page, SessionForm)
    assert form.title_input.text() == "Handovers"
    form.time_input.setText("15:00")
    form.minutes_input.set_value(90)
    form.accept()
    assert room.agenda()[0] == "15:00 Check-in 10"
    assert room.page.agenda.overrun.isHidden()


def test_the_note_of_a_session_shows_and_is_written_in_its_form(room: Room) -> None:
    assert room.page.note.isHidden()
    room.page.edit_session()
    form = dialog_of(room.page, SessionForm)
    form.note_input.setPlainText("From 1 Oct: ask <b>Tomasz</b> first\nand bring chalk")
    form.accept()
    assert room.page.note.text() == "From 1 Oct: ask <b>Tomasz</b> first and bring chalk"
    room.page.edit_session()
    again = dialog_of(room.page, SessionForm)
    assert again.note_input.toPlainText().endswith("first\nand bring chalk")
    again.note_input.setPlainText("word " * 200)
    again.accept()
    assert len(room.page.note.text()) < 250
    assert room.page.note.text().endswith("…")


def test_a_cancelled_session_cannot_start(room: Room) -> None:
    room.desk.workspace.perform(cancel_session, room.session)
    room.page.reload()
    assert room.page.header.subtitle.text() == "Session 1 · cancelled"
    assert not room.page.head.start_button.isEnabled()


def test_starting_live_leads_there(room: Room) -> None:
    room.page.head.start_button.click()
    assert room.desk.went == [("live", {"session": room.session})]


def test_without_any_session_it_leads_to_them(room: Room) -> None:
    room.desk.workspace.perform(delete_session, room.session)
    room.page.reload()
    assert room.page.stack.currentIndex() == 2
