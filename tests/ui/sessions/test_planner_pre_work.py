"""Pre-work above the first block, own columns and materials, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.planner_room import Room
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.column_actions import add_column
from workbench.sessions.column_queries import column_values, columns
from workbench.sessions.pre_work_queries import pre_work
from workbench.ui.sessions.columns_dialog import ColumnsDialog
from workbench.ui.sessions.materials_dialog import MaterialsDialog
from workbench.ui.sessions.pre_work_form import PreWorkForm

KEY = Qt.Key


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(
        desk, qtbot,
        AgendaBlock(-1, "Check-in", 10, materials="Pens, cards"),
        AgendaBlock(-2, "Troika", 20, materials="Card (printed 11)\nPENS"),
    )  # fmt: skip


def add_item(room: Room, text: str) -> None:
    room.choose("Add pre-work")
    form = room.dialog(PreWorkForm)
    assert form.text_input.hasFocus()
    room.write(form.text_input, text)
    room.press(form, KEY.Key_Return, ctrl=True)


def test_pre_work_stands_above_the_first_block_and_counts_no_minutes(room: Room) -> None:
    cards = room.page.extras.cards
    assert cards.isHidden()
    add_item(room, "Read two pages")
    assert [card.accessibleName() for card in cards.cards] == [
        "Pre-work, Read two pages: Everyone, by Tue 13 Oct"
    ]
    assert cards.y() < room.page.blocks.y()
    assert room.page.foot.planned.text() == "Planned 30 of 60 min"
    room.desk.undo()
    assert cards.isHidden()


def test_p_adds_pre_work_from_the_agenda_and_insert_from_the_cards(room: Room) -> None:
    room.page.blocks.setFocus()
    room.press(room.page.blocks, KEY.Key_P)
    form = room.dialog(PreWorkForm)
    room.write(form.text_input, "Read")
    room.press(form, KEY.Key_Return, ctrl=True)
    cards = room.page.extras.cards
    cards.setFocus()
    room.press(cards, KEY.Key_Insert)
    room.dialog(PreWorkForm).cancel()
    assert len(cards.cards) == 1


def test_pre_work_is_edited_moved_and_deleted_by_keys(room: Room) -> None:
    for text in ("Read", "Ask", "Bring"):
        add_item(room, text)
    cards = room.page.extras.cards
    assert cards.selected == cards.cards[2].item.key
    cards.setFocus()
    room.press(cards, KEY.Key_Up, alt=True)
    assert [card.item.text for card in cards.cards] == ["Read", "Bring", "Ask"]
    room.press(cards, KEY.Key_Up, KEY.Key_Up, KEY.Key_Return)
    form = room.dialog(PreWorkForm)
    assert form.text_input.text() == "Read"
    form.minutes_input.setText("1:30")
    form.days_input.setFocus()
    room.press(form.days_input, KEY.Key_Up)
    assert form.effect.text().startswith("Due by Mon 12 Oct, which has passed.")
    room.press(form, KEY.Key_Return, ctrl=True)
    (first, *_) = room.desk.workspace.read(pre_work, room.session)
    assert (first.minutes, first.days_before) == (90, 3)
    cards.setFocus()
    room.press(cards, KEY.Key_Delete)
    assert [card.item.text for card in cards.cards] == ["Bring", "Ask"]
    assert room.desk.said[-1] == "Deleted the pre-work Read."
    room.desk.undo()
    assert len(cards.cards) == 3


@pytest.mark.parametrize(
    ("text", "minutes", "field", "said"),
    [
        ("", "", "text_input", "Pre-work needs to say what to do."),
        ("Read", "0", "minutes_input", "Pre-work cannot take 0 minutes."),
        ("Read", "99999", "minutes_input", "Pre-work cannot take 99,999 minutes."),
        ("Read", "a while", "minutes_input", "a while is not a number of minutes."),
    ],
)
def test_what_pre_work_cannot_be_is_said_at_its_field(
    room: Room, text: str, minutes: str, field: str, said: str
) -> None:
    room.choose("Add pre-work")
    form = room.dialog(PreWorkForm)
    form.text_input.setText(text)
    form.minutes_input.setText(minutes)
    form.accept()
    assert getattr(form, field).accessibleDescription().startswith(said)
    assert room.open_dialogs() == [form]
    form.cancel()
    assert room.desk.workspace.read(pre_work, room.session) == []


def test_the_form_has_a_field_for_each_own_column(room: Room) -> None:
    column = room.desk.workspace.perform(add_column, room.desk.community, "Slide").value
    room.page.reload()
    room.page.blocks.setFocus()
    room.press(room.page.blocks, KEY.Key_Return)
    field = room.page.form.column_inputs[column]
    field.setFocus()
    room.write(field, "12 to 14")
    room.page.form.title_input.setFocus()
    settle()
    key = room.page.blocks.cards[0].placed.block.key
    assert room.desk.workspace.read(column_values, room.session) == {key: {column: "12 to 14"}}
    (own,) = room.page.presenter.plan.own_values(room.page.presenter.blocks.block)  # type: ignore[union-attr,arg-type] # there is a plan
    assert own == ("Slide", "12 to 14")
    room.page.presenter.blocks.duplicate()
    assert len(room.desk.workspace.read(column_values, room.session)) == 2


def test_columns_are_added_renamed_moved_and_deleted(room: Room) -> None:
    room.choose("Own columns")
    dialog = room.dialog(ColumnsDialog)
    for name in ("Slide", "Music"):
        room.write(dialog.name_input, name)
        room.press(dialog.name_input, KEY.Key_Return)
    room.write(dialog.name_input, "slide")
    room.press(dialog.name_input, KEY.Key_Return)
    assert dialog.name_input.accessibleDescription().startswith("There is a column Slide already.")
    dialog.name_input.clear()
    room.press(dialog.name_input, KEY.Key_Return)
    assert dialog.name_input.accessibleDescription().startswith("A column needs a name.")
    dialog.lines[1].input.setFocus()
    room.press(dialog.lines[1].input, KEY.Key_Up, alt=True)
    assert dialog.lines[0].input.hasFocus()
    dialog.lines[0].input.setText("Sound")
    room.press(dialog.lines[0].input, KEY.Key_Return)
    read = room.desk.workspace.read
    assert [c.name for c in read(columns, room.desk.community)] == ["Sound", "Slide"]
    dialog.delete(dialog.lines[1].column)
    assert [line.column.name for line in dialog.lines] == ["Sound"]
    room.press(dialog, KEY.Key_Return, ctrl=True)
    assert room.open_dialogs() == []
    room.desk.undo()
    assert len(read(columns, room.desk.community)) == 2


def test_materials_are_one_list_that_is_copied(room: Room) -> None:
    add_item(room, "Read")
    room.choose("Materials")
    dialog = room.dialog(MaterialsDialog)
    assert dialog.text().splitlines() == [
        "Materials: Handovers",
        "- Pens - 14:00 Check-in; 14:10 Troika",
        "- cards - 14:00 Check-in",
        "- Card (printed 11) - 14:10 Troika",
    ]
    assert dialog.effect.text() == "3 things"
    room.press(dialog, KEY.Key_Return, ctrl=True)
    assert QGuiApplication.clipboard().text() == dialog.text()
    assert room.desk.said[-1] == "The list of materials is copied."


def test_without_materials_the_list_says_where_they_come_from(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    room = Room(desk, qtbot)
    room.choose("Materials")
    dialog = room.dialog(MaterialsDialog)
    assert not dialog.do_button.isEnabled()
    dialog.cancel()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "A block cannot last 0 minutes."),
        ("10000", "A block cannot last 10,000 minutes."),
        ("ten", "ten is not a number of minutes."),
        ("", "A length is needed."),
    ],
)
def test_a_length_that_cannot_be_is_said_at_its_field(room: Room, typed: str, said: str) -> None:
    room.page.blocks.setFocus()
    room.press(room.page.blocks, KEY.Key_Return)
    form = room.page.form
    form.minutes_input.setText(typed)
    form.keep()
    assert form.minutes_input.accessibleDescription().startswith(said)
    assert room.page.foot.planned.text() == "Planned 30 of 60 min"
    form.minutes_input.setText("1 h 5")
    form.keep()
    assert room.page.foot.planned.text() == "Planned 85 of 60 min"
