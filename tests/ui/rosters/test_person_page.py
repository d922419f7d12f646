from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.contributions.kind_actions import change_kinds
from workbench.contributions.kind_rules import USUAL, KindSpec
from workbench.foundation.words import ContributionKind as Kind
from workbench.foundation.words import PromiseState, Role
from workbench.insights.person_queries import person_whole
from workbench.rosters.actions import add_guest, add_person
from workbench.rosters.alias_queries import aliases_of
from workbench.rosters.call_actions import note_called, snooze_call
from workbench.rosters.call_queries import call_notes
from workbench.rosters.queries import roster
from workbench.rosters.rules import PersonDraft
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.promise_row import PromiseLine
from workbench.ui.kit.squares import SquareStrip
from workbench.ui.kit.text import Text
from workbench.ui.kit.thanks_dialog import ThanksDialog
from workbench.ui.rosters.merge_dialog import MergeDialog
from workbench.ui.rosters.people_page import PeoplePage
from workbench.ui.rosters.person_form import PersonForm
from workbench.ui.rosters.person_page import PersonPage
from workbench.ui.rosters.promote_form import PromoteForm

TODAY = date(2026, 10, 13)


def number_of(desk: BenchDesk, name: str) -> int:
    rows = desk.workspace.read(roster, desk.community)
    return next(row.person_id for row in rows if row.name == name)


def opened(desk: BenchDesk, name: str, width: int = 1440, height: int = 900) -> PersonPage:
    page = desk.open(PersonPage, width, height)
    assert isinstance(page, PersonPage)
    page.arrive(person=number_of(desk, name))
    assert not desk.told
    return page


def said(widget: QWidget) -> str:
    settle()
    return "\n".join(text.text() for text in widget.findChildren(Text) if text.isVisible())


def dialog_of(page: QWidget) -> Dialog:
    found = [each for each in page.window().findChildren(Dialog) if each.isVisible()]
    return found[-1]


def test_the_page_says_what_the_picture_says(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, "Hana Novák")
    words = said(page)
    for part in (
        "Hana Novák", "Test engineer", "Engineering", "hana.novak@halden.example",
        "Here for 12 of 13 since joining; apologies once",
        "23 given, 2 received", "2 open, 3 kept", "Bring the damage-photo guide",
        "Damage photos are tagged", "To know whom to ask before I log a fault.",
        "Theme: Know who to ask", "5 Mar 2026 to now", "Sep 2025 to Feb 2026", "since Mar 2026",
        "Teams report, name without accent", "Zoom file, you said so", "HR roster, same e-mail",
        "Survey answers are not on this page: nothing joins them to a person.",
        "Stays in this file. Never in exports or reports.",
    ):  # fmt: skip
        assert part in words, part
    days = [strip.accessibleName() for strip in page.area.findChildren(SquareStrip)]
    assert any(day.endswith("14 May: apologies") for day in days)
    assert any(day.endswith("22 Jan: not a member then") for day in days)
    assert "not a member then" in words
    assert "missed" not in words.split("\n")
    assert page.aside.note is not None
    assert page.aside.note.area.toPlainText().startswith("Likes to be asked the day before")


def test_enter_on_people_leads_here_and_escape_back(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    people = sample_desk.open(PeoplePage)
    assert isinstance(people, PeoplePage)
    hana = number_of(sample_desk, "Hana Novák")
    people.choose(hana)
    people.table.setFocus()
    qtbot.keyClick(people.table, Qt.Key.Key_Return)
    assert sample_desk.went == [("person", {"person": hana})]
    page = opened(sample_desk, "Hana Novák")
    assert page.escape()
    assert sample_desk.went[-1] == ("people", {"person": hana})


def test_earlier_gifts_are_shown_when_asked(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, "Hana Novák")
    more = next(
        each for each in page.findChildren(QWidget) if each.accessibleName() == "Show 17 earlier"
    )
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert " earlier" not in said(page.area)
    whole = sample_desk.workspace.read(
        person_whole, sample_desk.community, number_of(sample_desk, "Hana Novák"), TODAY
    )
    assert whole.given[-1].text in said(page.area)


def test_a_promise_is_kept_where_it_stands_and_one_is_added(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, "Hana Novák")
    line = page.findChildren(PromiseLine)[0]
    assert line.row.text == "Bring the damage-photo guide"
    line.check.setFocus()
    qtbot.keyClick(line.check, Qt.Key.Key_Space)
    settle()
    states = [row.row.state for row in page.findChildren(PromiseLine) if row.isVisible()]
    assert states.count(PromiseState.OPEN) == 1
    sample_desk.undo()
    assert "2 open, 3 kept" in said(page)
    page.new_item()
    assert dialog_of(page).accessibleName() == "Follow-up with Hana Novák"
    dialog_of(page).cancel()
    page.add_promise()
    assert dialog_of(page).accessibleName() == "Add promise"


def test_edit_thanks_and_merge_open_their_dialogs(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, "Hana Novák")
    for open_it, kind in (
        (page.edit, PersonForm),
        (page.thank, ThanksDialog),
        (page.merge, MergeDialog),
    ):
        open_it()
        dialog = dialog_of(page)
        assert isinstance(dialog, kind)
        dialog.cancel()
    items = {item.label: item for item in page.menu()}
    assert "Make a member" not in items
    items["Copy e-mail"].pressed()
    assert QGuiApplication.clipboard().text() == "hana.novak@halden.example"


def test_the_note_is_kept_when_the_page_is_left(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, "Hana Novák")
    assert page.aside.note is not None
    qtbot.keyClicks(page.aside.note.area, "Prefers tea. ")
    assert page.may_leave()
    hana = number_of(sample_desk, "Hana Novák")
    whole = sample_desk.workspace.read(person_whole, sample_desk.community, hana, TODAY)
    assert whole.person.note.startswith("Prefers tea.")


def test_a_guest_becomes_a_member_by_keys(desk: BenchDesk, qtbot: QtBot) -> None:
    desk.workspace.perform(add_guest, desk.community, "Sofia Reyes", date(2026, 9, 17))
    page = opened(desk, "Sofia Reyes")
    assert "none logged yet" in said(page)
    assert not page.area.findChildren(SquareStrip)
    assert "No session yet since joining" in said(page)
    {item.label: item for item in page.menu()}["Make a member"].pressed()
    form = dialog_of(page)
    assert isinstance(form, PromoteForm)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rows = desk.workspace.read(roster, desk.community)
    assert [(row.role, row.joined_on) for row in rows] == [
        (Role.GUEST, date(2026, 9, 17)),
        (Role.MEMBER, TODAY),
    ]
    assert "17 Sep to 12 Oct 2026" in said(page)
    assert "Make a member" not in {item.label for item in page.menu()}
    desk.undo()
    assert "Make a member" in {item.label for item in page.menu()}


def test_somebody_who_is_gone_is_said_and_leads_back(desk: BenchDesk) -> None:
    page = desk.open(PersonPage)
    assert isinstance(page, PersonPage)
    page.arrive(person=99)
    assert page.settled()
    assert page.header.subtitle.text() == "This person is no longer in the workspace."
    assert page.empty.isVisible()
    assert not page.follow.isEnabled()
    assert desk.told == []


def test_removing_leads_to_the_list(desk: BenchDesk) -> None:
    desk.workspace.perform(add_person, desk.community, PersonDraft(name="Typed Twice"))
    page = opened(desk, "Typed Twice")
    {item.label: item for item in page.menu()}["Remove Typed Twice"].pressed()
    assert desk.went[-1] == ("people", {})
    assert desk.said == ["Removed Typed Twice."]
    assert desk.workspace.read(roster, desk.community) == []


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (1024, False), (800, False)])
def test_what_is_beside_goes_below_where_it_is_narrow(
    sample_desk: BenchDesk, width: int, beside: bool
) -> None:
    page = opened(sample_desk, "Hana Novák", width, 700)
    assert page.aside.isVisible() is beside
    assert page.aside.content.isVisibleTo(page)
    assert page._column.minimumSize().width() <= page.area.viewport().width()


def test_the_longest_words_stay_inside(desk: BenchDesk) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-" * 3
    draft = PersonDraft(name=name, job_title="Head of " * 20, email="a" * 80 + "@halden.example")
    desk.workspace.perform(add_person, desk.community, draft)
    page = opened(desk, name.strip(), 1024, 700)
    assert page._column.minimumSize().width() <= page.area.viewport().width()
    assert page.follow.isVisible()


def press(inside: QWidget, name: str, qtbot: QtBot) -> None:
    button = next(each for each in inside.findChildren(QWidget) if each.accessibleName() == name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


def test_a_learned_name_is_forgotten_here_and_undo_brings_it_back(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, "Hana Novák")
    hana = number_of(sample_desk, "Hana Novák")
    press(page.aside, "Forget the name hnovak (Test bench)", qtbot)
    names = [name.name for name in sample_desk.workspace.read(aliases_of, hana)]
    assert names == ["Hana Novak", "Nováková, Hana"]
    assert sample_desk.said == ["The name hnovak (Test bench) is forgotten."]
    assert "hnovak" not in said(page)
    sample_desk.undo()
    assert "hnovak (Test bench)" in said(page)
    press(page.aside, "All names", qtbot)
    assert sample_desk.went == [("names", {"words": "Hana Novák"})]


def test_calls_with_their_notes_stand_here_and_can_be_forgotten(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    hana, home = number_of(sample_desk, "Hana Novák"), sample_desk.community
    perform = sample_desk.workspace.perform
    perform(note_called, home, hana, "Moving house until May", "Missed 3")
    perform(snooze_call, home, hana, date(2027, 1, 5), "Missed 4")
    page = opened(sample_desk, "Hana Novák")
    words = said(page.aside)
    for part in (
        "Called Tue 13 Oct", "Moving house until May",
        "Ask again Tue 5 Jan 2027", "Missed 4 (put off 13 Oct)",
    ):  # fmt: skip
        assert part in words, part
    press(page.aside, "Forget: Called Tue 13 Oct", qtbot)
    assert [note.note for note in sample_desk.workspace.read(call_notes, home, hana)] == [""]
    assert "Moving house" not in said(page)


def test_kinds_are_counted_as_the_facilitator_calls_them(sample_desk: BenchDesk) -> None:
    reworded = [
        replace(spec, name="sparring") if spec.counts_as is Kind.FEEDBACK else spec
        for spec in USUAL.kinds
    ]
    own = KindSpec("demo day", "", Kind.STORY, own=True)
    sample_desk.workspace.perform(change_kinds, [*reworded, own])
    page = opened(sample_desk, "Hana Novák")
    words = said(page)
    assert "Sparring" in words
    assert "Feedback" not in words
    assert "Questions" in words


def test_the_way_back_leads_where_one_came_from(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk, "Hana Novák")
    assert page.way_back is not None
    page.way_back.lead_to("home", "Home")
    assert page.escape()
    assert sample_desk.went == [("home", {})]
