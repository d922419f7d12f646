"""The book of names by keys: read, give to somebody else, ignore, forget, split, undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.ui.desks import BenchDesk, settle
from tests.ui.imports.files import meeting_file
from workbench.imports.attendance import perform_report, plan_report, with_choices
from workbench.imports.attendance_choices import AttendanceChoices, Decisions
from workbench.imports.tables import read_source
from workbench.models.rosters import Person
from workbench.models.sessions import AttendanceMark
from workbench.ui.imports.names_page import NamesPage
from workbench.ui.imports.people_picker import PeoplePicker
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Check


@pytest.fixture
def page(sample_desk: BenchDesk, tmp_path: Path, qtbot: QtBot) -> NamesPage:
    """The page after two files in which "Okafor, B" was said to be Ben."""
    for day in ("9/29/26", "9/30/26"):
        source = read_source(meeting_file(tmp_path, day))
        choices = AttendanceChoices(create=True, min_minutes=45)
        plan = plan_report(sample_desk.workspace, "Bridges", source, choices)
        ben = next(known.person for known in plan.roster if known.name == "Ben Okafor")
        decided = AttendanceChoices(
            create=True, min_minutes=45, decisions=Decisions(people={1: ben})
        )
        perform_report(sample_desk.workspace, with_choices(plan, decided))
    made = sample_desk.open(NamesPage)
    assert isinstance(made, NamesPage)
    qtbot.addWidget(made)
    settle()
    return made


def choose(page: NamesPage, name: str) -> None:
    page.table.setFocus()
    page.table.choose(lambda row: row.name == name)
    settle()


def here(desk: BenchDesk, name: str) -> int:
    def read(connection: Session) -> int:
        statement = (
            select(AttendanceMark.session_id)
            .join(Person, Person.id == AttendanceMark.person_id)
            .where(Person.name == name, AttendanceMark.source == "teams")
        )
        return len(connection.scalars(statement).all())

    return desk.workspace.read(read)


def pick(page: NamesPage, qtbot: QtBot, words: str) -> None:
    picker = next(each for each in page.window().findChildren(PeoplePicker) if each.isVisible())
    qtbot.keyClicks(picker.find_field, words)
    qtbot.keyClick(picker.find_field, Qt.Key.Key_Return)
    settle()


def press(page: NamesPage, label: str, qtbot: QtBot) -> None:
    button = next(
        each
        for each in page.detail.findChildren(Button)
        if each.label == label and each.isVisible()
    )
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


def test_names_are_read_with_reason_and_sessions_and_found_by_typing(
    page: NamesPage, qtbot: QtBot
) -> None:
    assert "4 names of people · 0 ignored" in page.header.subtitle.text()
    page.focus_find()
    qtbot.keyClicks(page.find_field, "okafor")
    settle()
    assert page.table.model().rowCount() == 1
    choose(page, "Okafor, B")
    assert page._chosen is not None
    assert page._chosen.why == "Teams report, you said so"
    assert len(page._chosen.sessions) == 2


def test_enter_gives_a_name_to_somebody_else_and_its_marks_go_along(
    page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    choose(page, "Okafor, B")
    assert (here(sample_desk, "Ben Okafor"), here(sample_desk, "Jide Okafor")) == (2, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    pick(page, qtbot, "jide")
    assert (here(sample_desk, "Ben Okafor"), here(sample_desk, "Jide Okafor")) == (0, 2)
    assert sample_desk.said[-1] == "Okafor, B is Jide Okafor. 2 marks went along."
    sample_desk.undo()
    assert (here(sample_desk, "Ben Okafor"), here(sample_desk, "Jide Okafor")) == (2, 0)


def test_one_session_is_split_off(page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot) -> None:
    choose(page, "Okafor, B")
    press(page, "Not them", qtbot)
    pick(page, qtbot, "jide")
    assert (here(sample_desk, "Ben Okafor"), here(sample_desk, "Jide Okafor")) == (1, 1)


def test_a_name_is_ignored_and_taken_back(
    page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    choose(page, "Okafor, B")
    press(page, "Nobody here: ignore from now on", qtbot)
    assert here(sample_desk, "Ben Okafor") == 0
    page.reload()
    settle()
    page.segments.setFocus()
    page.segments.choose("ignored")
    settle()
    assert page.table.model().rowCount() == 1
    choose(page, "Okafor, B")
    press(page, "It is somebody", qtbot)
    pick(page, qtbot, "ben ok")
    page.reload()
    settle()
    assert page.table.model().rowCount() == 0


@pytest.mark.parametrize("with_marks", [True, False])
def test_a_name_is_forgotten_with_its_marks_or_without(
    page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot, with_marks: bool
) -> None:
    choose(page, "Okafor, B")
    press(page, "Forget this name", qtbot)
    dialog = next(each for each in page.window().findChildren(Dialog) if each.isVisible())
    if with_marks:
        qtbot.keyClick(dialog.findChild(Check), Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert here(sample_desk, "Ben Okafor") == (0 if with_marks else 2)
    page.reload()
    settle()
    assert page.table.model().rowCount() == 3


def test_single_keys_ignore_and_forget_a_name(
    page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    choose(page, "Okafor, B")
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    settle()
    assert sample_desk.said[-1].startswith("Okafor, B is nobody here.")
    choose(page, "Okafor, B")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    settle()
    assert sample_desk.said[-1] == "The name Okafor, B is forgotten."
    assert not page.table.choose(lambda row: row.name == "Okafor, B")


def test_letters_do_nothing_where_they_are_switched_off(
    page: NamesPage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    sample_desk.settings.single_letter_keys = False
    page.reload()
    choose(page, "Okafor, B")
    before = list(sample_desk.said)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    assert sample_desk.said == before
    assert all(item.keys != "N" for item in page.commands())


def test_escape_closes_the_panel_then_leads_back(page: NamesPage, sample_desk: BenchDesk) -> None:
    choose(page, "Okafor, B")
    assert page.escape()
    assert not page.detail.isVisible()
    assert sample_desk.went == []
    assert page.escape()
    assert sample_desk.went == [("people", {})]


def test_without_names_the_page_says_where_they_come_from(desk: BenchDesk, qtbot: QtBot) -> None:
    made = desk.open(NamesPage)
    assert isinstance(made, NamesPage)
    qtbot.addWidget(made)
    settle()
    assert made.empty.isVisible()
    assert not made.table.isVisible()
