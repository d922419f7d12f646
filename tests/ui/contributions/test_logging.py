"""Logging a line: its kind, names nobody has, who was there then, and what a filter hides."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.contributions.test_contributions_page import opened, texts
from tests.ui.desks import NOW, BenchDesk
from workbench.contributions.queries import people_to_name
from workbench.rosters.actions import add_people, leave_community
from workbench.rosters.rules import PersonDraft

Key = Qt.Key


def test_what_will_be_logged_names_the_kind(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    qtbot.keyClicks(page.capture.line, "ama f> jonas: clear words")
    assert page.capture.said == ("Enter logs: Ama Boateng, feedback to Jonas Weber: clear words")


def test_a_name_nobody_has_can_be_added_and_the_line_waits(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    line = page.capture.line
    assert not page.capture.add_button.isVisible()
    qtbot.keyClicks(line, "ama h> jonas, Ola Berg: pivot tables #excel")
    qtbot.keyClick(line, Key.Key_Return)
    assert page.capture.said.startswith('Nobody here is called "Ola Berg".')
    page.capture.add_button.click()
    assert sample_desk.went == [("people", {"add": True, "called": "Ola Berg"})]
    drafts = [PersonDraft(name="Ola Berg")]
    sample_desk.changed(
        sample_desk.workspace.perform(add_people, sample_desk.community, drafts).topics
    )
    assert not page.capture.add_button.isVisible()
    assert page.capture.said == (
        "Enter logs: Ama Boateng helped Jonas Weber and Ola Berg: pivot tables #excel"
    )


def test_the_line_knows_who_was_there_in_the_session_it_goes_into(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    jonas = next(
        one for one in sample_desk.workspace.read(people_to_name, 1, NOW.date())
        if one.name == "Jonas Weber"
    )  # fmt: skip
    sample_desk.workspace.perform(leave_community, 1, jonas.id, date(2026, 10, 5))
    page = opened(sample_desk)
    qtbot.keyClicks(page.capture.line, "ama h> jonas: the note")
    assert page.capture.said.startswith("Enter logs: Ama Boateng helped Jonas Weber")
    page.into.pick("")
    assert page.capture.said == (
        'Nobody here is called "jonas". Check the spelling or add them on People.'
    )
    page.into.setCurrentIndex(1)
    qtbot.keyClick(page.capture.line, Key.Key_Return)
    assert texts(page)[0] == "the note"


def test_a_line_that_the_filter_hides_says_so_with_a_way_to_it(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.filters.by_kind.choose("question")
    line = page.capture.line
    line.setFocus()
    qtbot.keyClicks(line, "ama s the slow lift")
    qtbot.keyClick(line, Key.Key_Return)
    assert sample_desk.said == ["Logged."]
    assert page.hidden_note.isVisible()
    qtbot.keyClicks(line, "ama q why is it slow?")
    qtbot.keyClick(line, Key.Key_Return)
    assert not page.hidden_note.isVisible()

    qtbot.keyClicks(line, "ama s the quick lift")
    qtbot.keyClick(line, Key.Key_Return)
    page.hidden_note.show_all.click()
    assert not page.hidden_note.isVisible()
    assert texts(page)[0] == "the quick lift"
    assert page.filters.by_kind.key == ""
    assert page.window().focusWidget() is line


def test_what_was_logged_and_undone_is_not_said_to_be_hidden(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.filters.find_field.setText("damage")
    line = page.capture.line
    line.setFocus()
    qtbot.keyClicks(line, "ama s the slow lift")
    qtbot.keyClick(line, Key.Key_Return)
    assert page.hidden_note.isVisible()
    sample_desk.undo()
    assert not page.hidden_note.isVisible()
