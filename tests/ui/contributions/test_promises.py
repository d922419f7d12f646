from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.contributions.promise_queries import promises
from workbench.contributions.promise_rules import Standing
from workbench.foundation.words import PromiseState as State
from workbench.ui.contributions.contributions_page import ContributionsPage
from workbench.ui.kit.promise_form import PromiseForm
from workbench.ui.kit.promise_row import PromiseLine
from workbench.ui.kit.settle_dialog import SettleDialog
from workbench.ui.kit.thanks_dialog import ThanksDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Made = TypeVar("Made", bound=QWidget)


def opened(desk: BenchDesk) -> ContributionsPage:
    page = desk.open(ContributionsPage)
    assert isinstance(page, ContributionsPage)
    page.arrive(show="promises")
    assert page.promises.isVisible()
    return page


def shown(page: QWidget, kind: type[Made]) -> Made:
    (found,) = [each for each in page.window().findChildren(kind) if each.isVisible()]
    return found


def line_of(page: ContributionsPage, words: str) -> PromiseLine:
    return next(line for line in page.promises.lines if line.row.text.startswith(words))


def press(line: PromiseLine, label: str) -> None:
    next(item for item in line.items() if item.label == label).pressed()


def texts(page: ContributionsPage) -> list[str]:
    return [line.row.text for line in page.promises.lines]


def states(desk: BenchDesk) -> dict[str, State]:
    rows = desk.workspace.read(promises, desk.community, desk.clock.today())
    return {row.text: row.state for row in rows}


def test_promises_by_how_they_stand_and_whose_they_are(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    assert len(texts(page)) == 9
    late = line_of(page, "Send the Engineering notes")
    assert late.due.text() == "5 days late"
    page.promises.standing.setFocus()
    qtbot.keyClick(page.promises.standing, Key.Key_Right)
    assert [line.due.text() for line in page.promises.lines] == ["5 days late", "Today"]
    qtbot.keyClick(page.promises.standing, Key.Key_Right)
    assert all(line.check.isChecked() for line in page.promises.lines)
    page.promises.show_standing(Standing.OPEN)
    kofi = next(key for key, name in page.promises._people() if name == "Kofi Mensah")
    page.promises.by_person.choose(kofi)
    assert texts(page) == ["Share the packing-bay checklist with Support"]


def test_a_tick_says_kept_and_undo_takes_it_back(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    line = line_of(page, "Book Birch room")
    line.check.setFocus()
    qtbot.keyClick(line.check, Key.Key_Space)

    assert "Book Birch room for 29 Oct" not in texts(page)
    assert states(sample_desk)["Book Birch room for 29 Oct"] is State.KEPT
    assert sample_desk.said == ["Done: Book Birch room for 29 Oct"]
    after = line_of(page, "Ask Hana to share")
    assert after.check.hasFocus(), "the next line has the keys"
    qtbot.keyClick(after.check, Key.Key_Space)
    assert line_of(page, "Prepare the September").check.hasFocus()
    sample_desk.undo()
    sample_desk.undo()
    assert "Book Birch room for 29 Oct" in texts(page)


def test_not_kept_with_a_word_on_it_by_keys(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(line_of(page, "Book Birch room"), "Not kept")
    dialog = shown(page, SettleDialog)
    qtbot.keyClicks(dialog.outcome, "Oak room instead")
    qtbot.keyClick(dialog.outcome, Key.Key_Return, CTRL)

    page.promises.show_standing(Standing.NOT_KEPT)
    line = line_of(page, "Book Birch room")
    assert line.row.outcome == "Oak room instead"
    press(line, "Open again")
    assert states(sample_desk)["Book Birch room for 29 Oct"] is State.OPEN


def test_changed_becomes_a_new_promise_with_its_day(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(line_of(page, "Share the packing-bay"), "Changed")
    dialog = shown(page, SettleDialog)
    dialog.due.setText("29 Oct 2026")
    qtbot.keyClick(dialog, Key.Key_Return, CTRL)
    assert dialog.isVisible(), "a day alone says nothing"
    assert "Say what is to be done" in dialog.text.accessibleDescription()
    qtbot.keyClicks(dialog.text, "Show it on the 29th")
    qtbot.keyClick(dialog.text, Key.Key_Return, CTRL)

    new = line_of(page, "Show it on the 29th").row
    assert (new.who, new.due_on) == ("Kofi Mensah", date(2026, 10, 29))
    page.promises.show_standing(Standing.CHANGED)
    before = line_of(page, "Share the packing-bay")
    assert before.row.became == "Show it on the 29th"
    press(before, "Open again")
    assert "lives on as" in str(sample_desk.told.pop())


def test_a_promise_is_added_changed_and_deleted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.promises.add.click()
    form = shown(page, PromiseForm)
    qtbot.keyClick(form, Key.Key_Return, CTRL)
    assert "needs words" in form.text.accessibleDescription()
    qtbot.keyClicks(form.text, "Bring the samples")
    form.due.setText("15 Oct 2026")
    qtbot.keyClick(form.text, Key.Key_Return, CTRL)
    assert line_of(page, "Bring the samples").due.text() == "15 Oct"

    press(line_of(page, "Bring the samples"), "Edit promise")
    form = shown(page, PromiseForm)
    form.due.setText("13 Oct 2026")
    qtbot.keyClick(form.text, Key.Key_Return, CTRL)
    assert line_of(page, "Bring the samples").due.text() == "Today"
    press(line_of(page, "Bring the samples"), "Delete promise")
    assert "Bring the samples" not in texts(page)


def test_editing_keeps_session_and_people(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    before = line_of(page, "Share the packing-bay").row
    press(line_of(page, "Share the packing-bay"), "Edit promise")
    form = shown(page, PromiseForm)
    form.text.setText("Share it")
    qtbot.keyClick(form.text, Key.Key_Return, CTRL)
    after = line_of(page, "Share it").row
    assert (after.session_id, after.person_id, after.due_on) == (
        before.session_id, before.person_id, before.due_on,
    )  # fmt: skip


def test_without_promises_the_panel_says_what_they_are(desk: BenchDesk) -> None:
    page = opened(desk)
    assert page.promises._stack.currentIndex() == 1


def test_a_thank_you_is_drafted_changed_and_copied(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    assert page.table.choose(lambda row: row.giver.name == "Hana Novák")
    next(item for item in page.commands() if item.label == "Thank-you draft").pressed()
    dialog = shown(page, ThanksDialog)
    assert dialog.who.currentText() == "Hana Novák"
    assert dialog.draft.toPlainText().startswith("Dear Hana,")
    assert "you helped Kofi: “Showed how to tag damage photos" in dialog.draft.toPlainText()
    qtbot.keyClicks(dialog.draft, "PS ")
    qtbot.keyClick(dialog.draft, Key.Key_Return, CTRL)

    copied = QGuiApplication.clipboard().text()
    assert "PS " in copied
    assert "Used on 2 shifts" in copied
    assert sample_desk.said == ["Copied. Paste it where you write to Hana Novák."]


def test_another_person_is_chosen_in_the_draft(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    row = page.table.rows.rows()[0]
    next(item for item in page.items_for(row) if item.label == "Thank-you draft").pressed()
    dialog = shown(page, ThanksDialog)
    dialog.who.setCurrentText("Ama Boateng")
    assert dialog.draft.toPlainText().startswith("Dear Ama,")
    dialog.cancel()


def test_without_gifts_there_is_nothing_to_thank_for(desk: BenchDesk) -> None:
    page = opened(desk)
    next(item for item in page.commands() if item.label == "Thank-you draft").pressed()
    assert desk.said == ["Nothing is logged yet. A thank-you tells what somebody gave."]


@pytest.mark.parametrize("label", ["Show promises", "Add promise"])
def test_the_palette_leads_to_promises(sample_desk: BenchDesk, label: str) -> None:
    page = opened(sample_desk)
    page.side.show_face("spread")
    next(item for item in page.commands() if item.label == label).pressed()
    if label == "Show promises":
        assert page.promises.isVisible()
    else:
        shown(page, PromiseForm).cancel()
