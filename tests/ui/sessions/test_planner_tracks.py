"""Parallel tracks in the planner by keys, mouse and menus; splitting, merging, locking."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.rooms import dialog_of, press, session_on
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import everything
from workbench.sessions.row_queries import agenda_blocks
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.inputs import Stepper
from workbench.ui.kit.menus import Item
from workbench.ui.sessions.agenda_dialogs import SplitDialog, TrackDialog
from workbench.ui.sessions.block_drag import area_of
from workbench.ui.sessions.block_menu import block_items
from workbench.ui.sessions.block_mime import block_mime
from workbench.ui.sessions.planner_page import PlannerPage

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key

IN_BIRCH = (AgendaBlock(0, "Case", 20), AgendaBlock(0, "Swap", 10))
BLOCKS = (
    AgendaBlock(0, "Arrive", 10, BlockKind.CONNECT),
    AgendaBlock(
        0,
        "Rooms",
        30,
        BlockKind.PRACTISE,
        tracks=(
            TrackPlan(1, "Birch", "Ground floor", "Ruth", IN_BIRCH),
            TrackPlan(2, "Online", blocks=(AgendaBlock(0, "Screen", 35),)),
            TrackPlan(3),
        ),
    ),
    AgendaBlock(0, "Close", 20, BlockKind.COMMIT),
)


class Room:
    """The planner over one session with three tracks."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot, width: int = 1440, height: int = 900) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.session = session_on(desk, "2026-10-15", "Tracks", *BLOCKS, minutes=60)
        page = desk.open(PlannerPage, width, height)
        assert isinstance(page, PlannerPage)
        self.page, self.list = page, page.blocks
        self.list.setFocus()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        press(self.qtbot, self.list, *keys, **({"modifier": held} if held else {}))

    def choose(self, title: str) -> None:
        blocks = self.desk.workspace.read(agenda_blocks, self.session)
        key = next(b.key for b in everything(blocks) if b.title == title)
        self.page.presenter.blocks.select(key)

    def shape(self) -> list[object]:
        blocks = self.desk.workspace.read(agenda_blocks, self.session)
        return [
            {t.said: [f"{b.title} {b.minutes}" for b in t.blocks] for t in block.tracks}
            if block.tracks
            else f"{block.title} {block.minutes}"
            for block in blocks
        ]

    def tracks(self) -> dict[str, list[str]]:
        return next(part for part in self.shape() if isinstance(part, dict))

    def selected(self) -> str:
        card = self.list.selected_card()
        return card.placed.block.title if card else ""

    def middle(self, title: str) -> QPoint:
        """Where the grip of a block is in the list."""
        card = next(c for c in self.list.cards if c.placed.block.title == title)
        area = area_of(self.list, card)
        return QPoint(area_of(self.list, card.surface).left() + 12, area.center().y())

    def drag(self, title: str, to: QPoint) -> None:
        start = self.middle(title)
        self.qtbot.mousePress(self.list, LEFT, pos=start)
        self.qtbot.mouseMove(self.list, start + QPoint(0, 12))
        self.qtbot.mouseMove(self.list, to)
        settle()
        self.qtbot.mouseRelease(self.list, LEFT, pos=to)
        settle()

    def menu(self) -> dict[str, Item]:
        presenter = self.page.presenter
        return {item.label: item for item in block_items(presenter.blocks, presenter.tracks)}

    def button(self, label: str) -> Button:
        return next(b for b in self.list.findChildren(Button) if b.label == label)


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


START: list[object] = [
    "Arrive 10",
    {"Birch": ["Case 20", "Swap 10"], "Online": ["Screen 35"], "Track 3": []},
    "Close 20",
]


def test_every_track_shows_with_its_names_for_a_screen_reader(room: Room) -> None:
    assert room.shape() == START
    assert [card.accessibleName() for card in room.list.cards] == [
        "14:00, Arrive, Connect, 10 minutes",
        "14:10, Rooms, Practise, 30 minutes, 3 parallel tracks",
        "Birch: 14:10, Case, Exchange, 20 minutes",
        "Birch: 14:30, Swap, Exchange, 10 minutes",
        "Online: 14:10, Screen, Exchange, 35 minutes",
        "14:40, Close, Commit, 20 minutes",
    ]
    assert "Rooms 30 min in 3 tracks" in room.page.agenda.strip.accessibleName()


def test_arrows_walk_through_the_tracks(room: Room) -> None:
    walked = [room.selected()]
    for key in (
        Key.Key_Down,
        Key.Key_Down,
        Key.Key_Right,
        Key.Key_Left,
        Key.Key_Down,
        Key.Key_Down,
    ):
        room.press(key)
        walked.append(room.selected())
    assert walked == ["Arrive", "Rooms", "Case", "Screen", "Case", "Swap", "Close"]
    room.press(Key.Key_Home)
    assert room.selected() == "Arrive"
    room.press(Key.Key_End)
    assert room.selected() == "Close"


def test_alt_arrows_move_into_between_and_out_of_tracks(room: Room) -> None:
    room.press(Key.Key_Right, held=ALT)
    assert room.tracks()["Birch"] == ["Arrive 10", "Case 20", "Swap 10"]
    room.press(Key.Key_Right, Key.Key_Right, held=ALT)
    assert room.tracks()["Track 3"] == ["Arrive 10"]
    assert (room.selected(), room.list.hasFocus()) == ("Arrive", True)
    room.press(Key.Key_Right, held=ALT)
    assert room.desk.said[-1] == "There is no parallel track on that side."
    room.press(Key.Key_Left, Key.Key_Left, Key.Key_Left, held=ALT)
    assert room.shape()[1:] == ["Arrive 10", "Close 20"]
    room.press(Key.Key_Up, held=ALT)
    assert room.shape() == START
    room.choose("Swap")
    room.press(Key.Key_Down, held=ALT)
    assert room.shape()[2:] == ["Swap 10", "Close 20"]
    for _ in range(8):
        room.desk.undo()
    assert room.shape() == START


def test_minutes_locks_copies_and_deleting_work_in_a_track(room: Room) -> None:
    room.choose("Case")
    room.press(Key.Key_Plus, Key.Key_Plus, Key.Key_Minus, Key.Key_D)
    assert room.tracks()["Birch"] == ["Case 21", "Swap 10"]
    press(room.qtbot, room.list, Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert room.tracks()["Birch"] == ["Case 21", "Case 21", "Swap 10"]
    room.press(Key.Key_Delete)
    assert (room.tracks()["Birch"], room.selected()) == (["Case 21", "Swap 10"], "Swap")
    room.press(Key.Key_L)
    assert "Birch: 14:31, locked, Swap" in room.list.cards[3].accessibleName()
    room.press(Key.Key_L, Key.Key_Delete, Key.Key_Delete)
    assert (room.tracks()["Birch"], room.selected()) == ([], "Rooms")
    room.press(Key.Key_Delete)
    assert room.shape() == ["Arrive 10", "Close 20"]
    assert room.selected() == "Close"
    room.desk.undo()
    assert room.tracks()["Online"] == ["Screen 35"]


def test_b_adds_into_the_track_of_the_selected_block(room: Room) -> None:
    room.choose("Case")
    room.press(Key.Key_B)
    assert room.page.form.title_input.hasFocus()
    assert room.tracks()["Birch"] == ["Case 20", "New block 10", "Swap 10"]
    room.button("Add a block")
    empty = next(v for _, v in room.list.rows if v).columns[2]
    empty.findChildren(Button)[-1].click()
    assert room.tracks()["Track 3"] == ["New block 10"]
    room.page.agenda.add_row.findChildren(Button)[0].click()
    assert room.shape()[-1] == "New block 10"


def test_a_track_of_another_length_is_mended_on_a_click(room: Room) -> None:
    room.button("Make the block 35 min").click()
    settle()
    assert room.desk.workspace.undo_names[0] == "Make the block 35 min"
    assert [c.placed.block.minutes for c in room.list.cards if c.placed.block.title == "Rooms"] == [
        35
    ]
    room.button("Make Swap 15 min").click()
    assert room.tracks()["Birch"] == ["Case 20", "Swap 15"]


def test_the_stepper_of_a_card_in_a_track(room: Room) -> None:
    room.choose("Swap")
    card = room.list.selected_card()
    assert isinstance(card, QWidget)
    card.findChildren(Stepper)[0].set_value(12)
    assert room.tracks()["Birch"] == ["Case 20", "Swap 12"]


def test_dragging_into_a_track_between_tracks_and_out(room: Room) -> None:
    room.drag("Close", room.middle("Swap") - QPoint(0, 10))
    assert room.tracks()["Birch"] == ["Case 20", "Close 20", "Swap 10"]
    column = next(v for _, v in room.list.rows if v).columns[2]
    room.drag("Close", area_of(room.list, column).center())
    assert room.tracks()["Track 3"] == ["Close 20"]
    room.drag("Close", room.middle("Arrive") - QPoint(0, 10))
    assert room.shape() == ["Close 20", "Arrive 10", START[1]]
    assert (room.selected(), room.list.hasFocus()) == ("Close", True)


def test_a_block_with_tracks_is_dragged_past_others_never_into_its_own(room: Room) -> None:
    column = next(v for _, v in room.list.rows if v).columns[2]
    room.drag("Rooms", area_of(room.list, column).center())
    assert room.shape() == START
    room.drag("Rooms", room.middle("Arrive") - QPoint(0, 12))
    assert room.shape() == [START[1], "Arrive 10", "Close 20"]
    assert room.desk.told == []


def test_a_drag_begins_on_the_grip_itself(room: Room) -> None:
    card = room.list.cards[-1]
    assert isinstance(card, QWidget)
    grip = card.findChildren(Icon)[0]
    up = QPoint(6, -grip.mapTo(room.list, QPoint(0, 0)).y() + 2)
    room.qtbot.mousePress(grip, LEFT)
    room.qtbot.mouseMove(grip, QPoint(6, -20))
    room.qtbot.mouseMove(grip, up)
    room.qtbot.mouseRelease(grip, LEFT, pos=up)
    assert room.shape() == ["Close 20", *START[:2]]


def test_escape_ends_a_drag(room: Room) -> None:
    start = room.middle("Close")
    room.qtbot.mousePress(room.list, LEFT, pos=start)
    room.qtbot.mouseMove(room.list, QPoint(start.x(), 5))
    line = next(w for w in room.list.findChildren(QWidget) if type(w).__name__ == "_LandingMark")
    assert line.isVisible()
    room.press(Key.Key_Escape)
    assert not line.isVisible()
    room.qtbot.mouseRelease(room.list, LEFT, pos=QPoint(start.x(), 5))
    assert room.shape() == START


def test_a_method_is_dropped_into_a_track(room: Room) -> None:
    data = block_mime(AgendaBlock(0, "Troika", 30, BlockKind.PRACTISE))
    at = QPointF(room.middle("Screen") + QPoint(0, 20))
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(room.list, QDragEnterEvent(at.toPoint(), actions, data, LEFT, none))
    QApplication.sendEvent(room.list, QDragMoveEvent(at.toPoint(), actions, data, LEFT, none))
    QApplication.sendEvent(room.list, QDropEvent(at, actions, data, LEFT, none, QEvent.Type.Drop))
    assert room.tracks()["Online"] == ["Screen 35", "Troika 30"]
    assert room.selected() == "Troika"


def test_t_runs_a_block_in_tracks_and_adds_one_more(room: Room) -> None:
    room.press(Key.Key_T)
    assert room.shape()[0] == {"Track 1": ["Arrive 10"], "Track 2": ["Arrive 10"]}
    room.press(Key.Key_T)
    first = room.shape()[0]
    assert isinstance(first, dict)
    assert list(first) == ["Track 1", "Track 2", "Track 3"]
    room.menu()["End the tracks"].pressed()
    assert room.shape() == START
    assert room.selected() == "Arrive"


def test_a_track_is_named_and_removed_from_the_menu(room: Room) -> None:
    room.choose("Screen")
    assert "Run in parallel tracks" not in room.menu()
    room.menu()["Name, place and lead"].pressed()
    dialog = dialog_of(room.page, TrackDialog)
    dialog.name_input.setText("Garden")
    dialog.place_input.setText("Outside")
    dialog.accept()
    assert room.tracks()["Garden"] == ["Screen 35"]
    room.menu()["Remove Garden"].pressed()
    assert list(room.tracks()) == ["Birch", "Track 3"]
    assert (room.desk.said[-1], room.selected()) == ("Removed Garden.", "Rooms")


def test_the_menu_of_a_track_opens_from_its_button(room: Room) -> None:
    column = next(v for _, v in room.list.rows if v).columns[0]
    more = next(w for w in column.findChildren(QWidget) if w.accessibleName() == "More for Birch")
    room.qtbot.mouseClick(more, LEFT)
    menu = more.findChild(QMenu)
    assert menu is not None
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Name, place and lead", "Add a track", "Remove Birch",
    ]  # fmt: skip
    menu.close()


def test_s_splits_and_j_merges(room: Room) -> None:
    room.press(Key.Key_S)
    assert room.shape()[:2] == ["Arrive 5", "Arrive (2) 5"]
    assert room.selected() == "Arrive"
    room.press(Key.Key_J)
    assert room.shape() == START
    room.press(Key.Key_J)
    assert [str(told) for told in room.desk.told][-1].startswith("Rooms has parallel tracks")
    room.choose("Swap")
    room.press(Key.Key_S)
    assert room.tracks()["Birch"] == ["Case 20", "Swap 5", "Swap (2) 5"]


def test_splitting_after_some_minutes_says_what_cannot_be_at_its_field(room: Room) -> None:
    room.press(Key.Key_S, held=SHIFT)
    dialog = dialog_of(room.page, SplitDialog)
    for typed, said in (
        ("0", "Arrive lasts 10 minutes, so it cannot be split after 0."),
        ("10000", "Arrive lasts 10 minutes, so it cannot be split after 10,000."),
        ("ten", "“ten” is not a whole number of minutes."),
        ("", "How many minutes is the first part?"),
    ):
        dialog.minutes_input.setText(typed)
        dialog.accept()
        assert dialog.minutes_input.accessibleDescription().startswith(said)
    dialog.minutes_input.setText("3")
    dialog.accept()
    assert room.shape()[:2] == ["Arrive 3", "Arrive (2) 7"]


def test_narrow_windows_stack_the_tracks(desk: BenchDesk, qtbot: QtBot) -> None:
    wide = next(v for _, v in Room(desk, qtbot).list.rows if v)
    assert len({column.y() for column in wide.columns}) == 1
    holder = QWidget()
    qtbot.addWidget(holder)
    wide.setParent(holder)
    wide.resize(360, 900)
    wide.show()
    holder.show()
    settle()
    assert len({column.x() for column in wide.columns}) == 1
    assert len({column.y() for column in wide.columns}) == 3


def test_a_long_agenda_scrolls_to_the_selected_block(desk: BenchDesk, qtbot: QtBot) -> None:
    blocks = [AgendaBlock(0, f"Block {n}", 10) for n in range(40)]
    session = session_on(desk, "2026-10-20", "Long", *blocks, minutes=400)
    page = desk.open(PlannerPage)
    assert isinstance(page, PlannerPage)
    page.arrive(session=session)
    page.blocks.setFocus()
    press(qtbot, page.blocks, Key.Key_End)
    settle()
    card = page.blocks.selected_card()
    assert isinstance(card, QWidget)
    assert card.placed.block.title == "Block 39"
    assert not card.visibleRegion().isEmpty()
    press(qtbot, page.blocks, Key.Key_Up, Key.Key_Up, modifier=ALT)
    settle()
    card = page.blocks.selected_card()
    assert isinstance(card, QWidget)
    assert (card.placed.block.title, page.blocks.hasFocus()) == ("Block 39", True)
    assert not card.visibleRegion().isEmpty()
