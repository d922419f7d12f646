"""Quiet lately by keys and menu: call noted, snoozed, forgotten, undone, hidden with the names."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.home.test_home import shown
from workbench.foundation.words import CallState
from workbench.rosters.call_queries import CallNoteRow, call_notes
from workbench.ui.home.calls_dialog import CallsDialog
from workbench.ui.home.follow_ups import FollowUp
from workbench.ui.home.home_page import HomePage
from workbench.ui.home.quiet_lines import QuietLine
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Check, TextArea
from workbench.ui.kit.text import Text


@pytest.fixture
def home(sample_desk: BenchDesk) -> HomePage:
    page = sample_desk.open(HomePage)
    assert isinstance(page, HomePage)
    return page


def lines(page: HomePage) -> list[QuietLine]:
    """Return the lines of the page itself, not of a dialog over it."""
    return [line for line in page.quiet._lines if line.isVisible()]


def names(page: HomePage) -> list[str]:
    return [line.row.member.roster.name for line in lines(page)]


def dialogs(page: HomePage) -> list[Dialog]:
    return [one for one in page.window().findChildren(Dialog) if one.isVisible()]


def notes(desk: BenchDesk) -> list[CallNoteRow]:
    return desk.workspace.read(call_notes, desk.community)


def test_the_newest_reasons_stand_on_home_and_are_read_aloud(home: HomePage) -> None:
    assert names(home) == ["Omar Farouk", "Tomasz Zieliński", "Arjun Mehta", "Daniel Kim"]
    assert "11 people" in shown(home)
    said = lines(home)[1].accessibleName()
    assert said.startswith("Tomasz Zieliński: Missed 2, 1 apology, last here 20 Aug.")


def test_enter_opens_the_person(home: HomePage, sample_desk: BenchDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(lines(home)[1], Qt.Key.Key_Return)
    assert sample_desk.went == [("person", {"person": 13})]


def test_c_notes_a_call_with_words(home: HomePage, sample_desk: BenchDesk, qtbot: QtBot) -> None:
    line = lines(home)[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_C)
    (dialog,) = dialogs(home)
    qtbot.keyClicks(dialog.findChildren(TextArea)[0], "On the late shift until May")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert dialogs(home) == []
    (note,) = notes(sample_desk)
    assert (note.person_id, note.state) == (13, CallState.CALLED)
    assert (note.note, note.reason) == (
        "On the late shift until May",
        "Missed 2, 1 apology, last here 20 Aug",
    )
    assert "Tomasz Zieliński" not in names(home)
    assert sample_desk.said == ["Noted the call to Tomasz Zieliński. It stays in this file."]
    sample_desk.undo()
    settle()
    assert "Tomasz Zieliński" in names(home)


@pytest.mark.parametrize(
    ("key", "until"),
    [
        (Qt.Key.Key_1, date(2026, 10, 20)),
        (Qt.Key.Key_2, date(2026, 10, 27)),
        (Qt.Key.Key_4, date(2026, 11, 10)),
    ],
)
def test_a_digit_snoozes_for_so_many_weeks_and_the_next_line_has_the_keys(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot, key: Qt.Key, until: date
) -> None:
    first = lines(home)[0]
    first.setFocus()
    qtbot.keyClick(first, key)
    settle()
    (note,) = notes(sample_desk)
    assert (note.person_id, note.until) == (30, until)
    assert names(home)[0] == "Tomasz Zieliński"
    assert QApplication.focusWidget() is lines(home)[0]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    return found


def test_after_the_mouse_the_keys_are_on_what_took_the_place(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    lines(home)[3].more.setFocus(Qt.FocusReason.MouseFocusReason)
    lines(home)[3].items()[1].pressed()
    settle()
    assert focused() is lines(home)[3].more
    lines(home)[0].more.setFocus(Qt.FocusReason.MouseFocusReason)
    lines(home)[0].items()[0].pressed()
    (dialog,) = dialogs(home)
    qtbot.mouseClick(dialog.do_button, Qt.MouseButton.LeftButton)
    settle()
    assert [note.state for note in notes(sample_desk)] == [CallState.CALLED, CallState.SNOOZED]
    assert focused() is lines(home)[0].more


def test_after_forgetting_the_keys_stay_in_the_list(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    for row in lines(home)[:2]:
        home.presenter.snooze(row.row, 1)
    home.quiet.see_all()
    (dialog,) = dialogs(home)

    def forgets() -> list[Button]:
        every = dialog.findChildren(Button)
        return [one for one in every if one.label == "Forget" and one.isVisible()]

    forgets()[1].setFocus(Qt.FocusReason.MouseFocusReason)
    forgets()[1].click()
    settle()
    assert len(forgets()) == 1
    forgets()[0].setFocus(Qt.FocusReason.MouseFocusReason)
    forgets()[0].click()
    settle()
    assert (forgets(), notes(sample_desk)) == ([], [])
    assert dialog.isAncestorOf(focused())


def test_after_a_follow_up_is_kept_the_next_one_has_the_keys(home: HomePage, qtbot: QtBot) -> None:
    def ticks() -> list[Check]:
        return [line.check for line in home.findChildren(FollowUp) if line.isVisible()]

    many = ticks()
    many[1].setFocus()
    qtbot.keyClick(many[1], Qt.Key.Key_Space)
    settle()
    assert focused() is ticks()[1]


def test_single_letters_can_be_switched_off(
    sample_desk: BenchDesk, qtbot: QtBot, home: HomePage
) -> None:
    sample_desk.settings.single_letter_keys = False
    home.reload()
    settle()
    for key in (Qt.Key.Key_C, Qt.Key.Key_1):
        qtbot.keyClick(lines(home)[0], key)
    assert (dialogs(home), notes(sample_desk)) == ([], [])
    assert [item.keys for item in lines(home)[0].items()] == ["", "", "", "", "Enter"]


def test_the_menu_offers_the_same(home: HomePage, sample_desk: BenchDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(lines(home)[0], Qt.Key.Key_Menu)
    (menu,) = [one for one in lines(home)[0].findChildren(QMenu) if one.isVisible()] or [
        one for one in lines(home)[0].more.findChildren(QMenu) if one.isVisible()
    ]
    told = [action.text().split("\t")[0] for action in menu.actions()]
    assert told == ["Called…", "Snooze 1 week", "Snooze 2 weeks", "Snooze 4 weeks", "Open person"]
    menu.actions()[2].trigger()
    menu.close()
    settle()
    assert [note.until for note in notes(sample_desk)] == [date(2026, 10, 27)]


def test_see_all_lists_everybody_and_what_was_noted(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    next(b for b in home.findChildren(Button) if b.label == "See all" and b.isVisible()).click()
    (dialog,) = dialogs(home)
    assert isinstance(dialog, CallsDialog)

    def listed() -> list[QuietLine]:
        return [line for line in dialog.findChildren(QuietLine) if line.isVisible()]

    assert len(listed()) == 11
    listed()[10].setFocus()
    qtbot.keyClick(listed()[10], Qt.Key.Key_4)
    settle()
    assert len(listed()) == 10
    assert QApplication.focusWidget() is listed()[9]
    words = " | ".join(t.text() for t in dialog.findChildren(Text) if t.isVisible())
    assert "Ben Okafor, ask again Tue 10 Nov" in words
    assert "never in exports or reports" in words
    (forget,) = [b for b in dialog.findChildren(Button) if b.label == "Forget" and b.isVisible()]
    forget.click()
    settle()
    assert (len(listed()), notes(sample_desk)) == (11, [])


def test_enter_in_the_whole_list_leads_to_the_person_and_closes_it(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    home.quiet.see_all()
    line = dialogs(home)[0].findChildren(QuietLine)[0]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert sample_desk.went == [("person", {"person": line.row.member.roster.person_id})]
    assert dialogs(home) == []


def test_hiding_names_closes_what_tells_of_a_person(
    home: HomePage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    home.quiet.see_all()
    qtbot.keyClick(dialogs(home)[0].findChildren(QuietLine)[0], Qt.Key.Key_C)
    assert len(dialogs(home)) == 2
    sample_desk.hide_names(hidden=True)
    settle()
    assert dialogs(home) == []
    assert lines(home) == []
    words = shown(home)
    assert "Quiet lately" in words
    assert "11 people" not in words
    assert "See all" not in [b.label for b in home.findChildren(Button) if b.isVisible()]
    sample_desk.hide_names(hidden=False)
    settle()
    assert len(lines(home)) == 4
