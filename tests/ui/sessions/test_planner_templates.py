"""Templates and copies of blocks from the planner, by keys and by files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.planner_room import Room
from tests.ui.sessions.rooms import session_on
from workbench.foundation.errors import UnreadableFile
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.row_queries import agenda_blocks
from workbench.sessions.template_actions import save_template
from workbench.sessions.template_queries import templates
from workbench.ui.kit.buttons import Button
from workbench.ui.sessions.copy_dialog import CopyDialog
from workbench.ui.sessions.template_forms import RenameTemplateDialog, SaveTemplateDialog
from workbench.ui.sessions.templates_dialog import TemplatesDialog

KEY = Qt.Key


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    tools = [AgendaBlock(-1, "Arrive", 5), AgendaBlock(-2, "Show", 9), AgendaBlock(-3, "Leave", 3)]
    session_on(desk, "2026-09-03", "Café on tools", *tools)
    session_on(desk, "2026-09-17", "Empty")
    session_on(desk, "2026-10-01", "Bug reports", AgendaBlock(-1, "Only one", 5))
    return Room(desk, qtbot, AgendaBlock(-1, "Check-in", 10), AgendaBlock(-2, "Troika", 20))


def own_names(room: Room) -> list[str]:
    return [c.name for c in room.desk.workspace.read(templates) if c.own]


def test_blocks_are_found_ticked_and_copied_by_keys(room: Room) -> None:
    room.page.blocks.setFocus()
    room.choose("Copy blocks from a session")
    dialog = room.dialog(CopyDialog)
    assert [s.title for s in dialog.list.rows.rows()] == ["Bug reports", "Café on tools"]
    assert dialog.find_field.hasFocus()
    room.write(dialog.find_field, "cafe")
    room.press(dialog.find_field, KEY.Key_Down)
    assert dialog.list.hasFocus()
    room.press(dialog.list, KEY.Key_Return)
    assert dialog.table.hasFocus()
    assert not dialog.do_button.isEnabled()
    room.press(dialog.table, KEY.Key_Return)
    assert room.open_dialogs() == [dialog]
    room.press(dialog.table, KEY.Key_A, ctrl=True)
    assert dialog.do_button.label == "Add 3 blocks"
    room.press(dialog.table, KEY.Key_Down, KEY.Key_Space)
    assert dialog.do_button.label == "Add 2 blocks"
    assert dialog.effect.text() == "8 min"
    assert dialog.subtitle.text() == "Added after Check-in, with tracks and own columns."
    room.press(dialog.table, KEY.Key_Return)
    assert room.titles() == ["Check-in", "Arrive", "Leave", "Troika"]
    assert room.desk.said[-1] == "2 blocks copied from Café on tools."
    assert room.open_dialogs() == []
    room.desk.undo()
    assert room.titles() == ["Check-in", "Troika"]


def test_blocks_are_copied_into_the_track_of_the_selected_block(room: Room) -> None:
    room.page.blocks.setFocus()
    room.press(room.page.blocks, KEY.Key_T, KEY.Key_Down)
    room.choose("Copy blocks from a session")
    dialog = room.dialog(CopyDialog)
    assert dialog.subtitle.text() == (
        "Added after Check-in, in its track; blocks with tracks of their own after Check-in."
    )
    room.press(dialog.table, KEY.Key_Space)
    room.press(dialog.table, KEY.Key_Return)
    first = room.desk.workspace.read(agenda_blocks, room.session)[0]
    assert [[b.title for b in track.blocks] for track in first.tracks] == [
        ["Check-in", "Only one"],
        ["Check-in"],
    ]


def test_all_ticks_are_taken_away_again(room: Room) -> None:
    room.choose("Copy blocks from a session")
    dialog = room.dialog(CopyDialog)
    room.press(dialog.table, KEY.Key_A, ctrl=True)
    room.press(dialog.table, KEY.Key_A, ctrl=True)
    assert not dialog.do_button.isEnabled()
    room.write(dialog.find_field, "nothing like it")
    assert dialog.heading.text() == "No session fits."
    assert dialog.table.rows.rows() == []
    dialog.cancel()


def test_without_other_agendas_the_dialog_says_so(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    room.choose("Copy blocks from a session")
    dialog = room.dialog(CopyDialog)
    assert dialog.heading.text() == "No other session has an agenda yet."
    dialog.cancel()


def test_a_plan_is_saved_and_replaced_only_after_asking(room: Room) -> None:
    room.choose("Save as template")
    dialog = room.dialog(SaveTemplateDialog)
    assert dialog.name_input.text() == "Handovers"
    room.press(dialog, KEY.Key_Return, ctrl=True)
    assert own_names(room) == ["Handovers"]
    room.choose("Save as template")
    dialog = room.dialog(SaveTemplateDialog)
    assert dialog.do_button.label == "Replace Handovers"
    assert dialog.effect.text().startswith("There is a template Handovers already.")
    dialog.name_input.setText("")
    assert dialog.do_button.label == "Save template"
    dialog.accept()
    assert dialog.name_input.accessibleDescription().startswith("A template needs a name.")
    dialog.name_input.setText("HANDOVERS")
    dialog.accept()
    assert own_names(room) == ["HANDOVERS"]
    room.desk.undo()
    assert own_names(room) == ["Handovers"]


def test_a_session_starts_from_the_template_that_was_found(room: Room) -> None:
    room.choose("Templates")
    dialog = room.dialog(TemplatesDialog)
    room.write(dialog.find_field, "coaching")
    room.press(dialog.find_field, KEY.Key_Down)
    room.press(dialog.list, KEY.Key_Return)
    assert len(room.titles()) == 11
    assert len(room.page.extras.cards.cards) == 1
    assert room.desk.said[-1] == "Started from Peer coaching. Change it to your own."
    room.desk.undo()
    assert room.titles() == ["Check-in", "Troika"]


def test_own_templates_are_renamed_and_deleted(room: Room) -> None:
    room.desk.workspace.perform(save_template, room.session, "Dive")
    room.choose("Templates")
    dialog = room.dialog(TemplatesDialog)
    assert dialog.choice is not None
    assert dialog.choice.name == "Dive"
    dialog.rename_button.click()
    rename = room.dialog(RenameTemplateDialog)
    rename.name_input.setText(" ")
    rename.accept()
    assert rename.name_input.accessibleDescription().startswith("A template needs a name.")
    rename.name_input.setText("Deep")
    rename.accept()
    assert [c.name for c in dialog.choices if c.own] == ["Deep"]
    dialog.delete_button.click()
    assert own_names(room) == []
    assert dialog.delete_button.isHidden()
    room.desk.undo()
    assert own_names(room) == ["Deep"]
    dialog.cancel()


def test_a_template_goes_out_to_a_file_and_comes_in_again(room: Room, tmp_path: Path) -> None:
    room.desk.workspace.perform(save_template, room.session, "Dive: a/b")
    room.choose("Templates")
    dialog = room.dialog(TemplatesDialog)
    room.desk.path_to_choose = tmp_path / "dive.toml"
    dialog.export_button.click()
    assert room.desk.said[-1] == "Dive: a/b is in dive.toml."
    assert 'title = "Troika"' in (tmp_path / "dive.toml").read_text(encoding="utf-8")
    dialog.bring_button.click()
    assert room.desk.said[-1] == "Brought in Dive: a/b 2."
    assert dialog.choice is not None
    assert dialog.choice.name == "Dive: a/b 2"
    assert own_names(room) == ["Dive: a/b", "Dive: a/b 2"]
    dialog.cancel()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "odd.toml: it is empty."),
        (b"\xff\x00\x01", "odd.toml: it is not a text file."),
        (b'name = "x"\nminutes = 0', "odd.toml, line 2: A session"),
        (b'name = "x"\nlength = 60', 'odd.toml, line 2: a template has no field "length"'),
        (None, "odd.toml could not be opened."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_template_is_told_by_its_name(
    room: Room, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "odd.toml"
    if content is not None:
        path.write_bytes(content)
    room.choose("Templates")
    dialog = room.dialog(TemplatesDialog)
    room.desk.path_to_choose = path
    dialog.bring_button.click()
    (problem,) = room.desk.told
    assert isinstance(problem, UnreadableFile)
    assert problem.sentence.startswith(said)
    assert problem.next_step
    assert own_names(room) == []
    dialog.cancel()


def test_an_answer_that_comes_after_a_dialog_closed_is_let_go(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[], None]] = []

    def read(job: Callable[[Any], Any], then: Callable[[Any], None], _failed: Any = None) -> None:
        late.append(lambda: then(job(room.desk.workspace)))

    monkeypatch.setattr(room.desk, "read", read)
    room.choose("Copy blocks from a session")
    room.dialog(CopyDialog).cancel()
    room.choose("Templates")
    room.dialog(TemplatesDialog).cancel()
    settle()
    assert len(late) == 2
    for answer in late:
        answer()


def test_an_empty_planner_offers_what_fits_the_slot(desk: BenchDesk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    labels = [b.label for b in room.page.empty.findChildren(Button) if not b.isHidden()]
    assert labels == [
        "Ask me anything, 60 min",
        "Onboarding circle, 60 min",
        "Half an hour, here and on screen, 30 min",
        "All templates",
        "Copy blocks",
        "Add a single block",
    ]
    room.page.empty.findChildren(Button)[0].click()
    assert len(room.titles()) == 7
    assert room.page.blocks.isVisible()
