"""Kinds of one's own by real keys: made, captured, filtered, put into the form and the workbook."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.contributions.kind_queries import kind_book
from workbench.contributions.names import Somebody
from workbench.foundation.words import ContributionKind as Kind
from workbench.ui.contributions.contributions_page import ContributionsPage
from workbench.ui.contributions.feed_filters import DaysDialog
from workbench.ui.contributions.gift_form import GiftForm
from workbench.ui.contributions.kinds_dialog import KindsDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Made = TypeVar("Made", bound=QWidget)


def opened(desk: BenchDesk) -> ContributionsPage:
    page = desk.open(ContributionsPage)
    assert isinstance(page, ContributionsPage)
    return page


def shown(page: QWidget, kind: type[Made]) -> Made:
    (found,) = [each for each in page.window().findChildren(kind) if each.isVisible()]
    return found


def kinds_of(page: ContributionsPage) -> KindsDialog:
    next(item for item in page.commands() if item.label == "Kinds of contribution").pressed()
    return shown(page, KindsDialog)


def add_lift(page: ContributionsPage, qtbot: QtBot) -> None:
    dialog = kinds_of(page)
    dialog.add.setFocus()
    qtbot.keyClick(dialog.add, Key.Key_Space)
    line = dialog.lines[-1]
    qtbot.keyClicks(line.name, "lift")
    qtbot.keyClicks(line.letter, "l")
    line.counts_as.pick(Kind.HELP.value)
    qtbot.keyClick(line.name, Key.Key_Return, CTRL)


def log(page: ContributionsPage, qtbot: QtBot, line: str) -> None:
    page.new_item()
    qtbot.keyClicks(page.capture.line, line)
    qtbot.keyClick(page.capture.line, Key.Key_Return)


def test_an_own_kind_from_the_dialog_to_the_workbook(
    sample_desk: BenchDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(sample_desk)
    add_lift(page, qtbot)
    assert sample_desk.said == ["Kinds changed."]
    assert "lift" in page.capture.said

    page.new_item()
    line = page.capture.line
    qtbot.keyClicks(line, "ama lift> jon")
    qtbot.keyClick(line, Key.Key_Tab)
    assert line.text() == "ama lift> Jonas Weber: "
    qtbot.keyClicks(line, "to the depot #hand")
    assert page.capture.said.endswith("Jonas Weber (lift): to the depot #hand")
    qtbot.keyClick(line, Key.Key_Return)

    row = page.table.rows.rows()[0]
    assert (row.kind, row.kind_name, row.text) == (Kind.HELP, "lift", "to the depot")
    page.filters.by_kind.choose("own 1")
    assert [row.text for row in page.table.rows.rows()] == ["to the depot"]
    page._edit(row)
    form = shown(page, GiftForm)
    assert form.kind.currentText() == "Lift"
    form.text.setPlainText("to the fair")
    form.accept()
    assert page.table.rows.rows()[0].kind_name == "lift"

    sample_desk.path_to_choose = tmp_path / "out.xlsx"
    page.export()
    sheet = load_workbook(sample_desk.path_to_choose)["Contributions"]
    kinds = [[cell.value for cell in cells] for cells in sheet.iter_rows()]
    assert any("lift" in cells and "to the fair" in cells for cells in kinds)


def test_a_kind_is_reworded_and_another_hidden(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    dialog = kinds_of(page)
    challenge = next(one for one in dialog.lines if one.spec.counts_as is Kind.CHALLENGE)
    challenge.name.setText("nudge")
    challenge.letter.setText("n")
    hosting = next(one for one in dialog.lines if one.spec.counts_as is Kind.HOSTING)
    hosting.offered.setFocus()
    qtbot.keyClick(hosting.offered, Key.Key_Space)
    qtbot.keyClick(dialog, Key.Key_Return, CTRL)

    assert "nudge" in page.capture.said
    assert "hosting" not in page.capture.said
    log(page, qtbot, "ama n why on paper?")
    assert page.table.rows.rows()[0].kind_name == "nudge"
    sample_desk.undo()
    sample_desk.undo()
    assert "challenge" in page.capture.said


def test_what_cannot_be_is_said_and_the_cursor_goes_there(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    dialog = kinds_of(page)
    dialog.add.click()
    qtbot.keyClick(dialog, Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.problem == "A kind needs a name. Say it in a word or two."
    assert dialog.lines[-1].name.hasFocus()
    (out,) = [line.out for line in dialog.lines if line.out]
    out.click()
    assert len(dialog.lines) == 9
    dialog.accept()
    assert sample_desk.workspace.read(kind_book).kinds[-1].name == "hosting"


def test_a_kind_in_use_cannot_be_taken_out(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    add_lift(page, qtbot)
    log(page, qtbot, "ama lift: to the depot")
    dialog = kinds_of(page)
    assert dialog.lines[-1].out is None
    dialog.cancel()


def test_the_feed_of_one_person_and_of_some_days(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    filters = page.filters
    hana = next(key for key, name in filters._people() if name == "Hana Novák")
    filters.by_person.choose(hana)
    rows = page.table.rows.rows()
    assert len(rows) == 25
    me = Somebody(int(hana), "Hana Novák")
    assert all(me in (row.giver, *row.receivers) for row in rows)

    filters.by_days.choose("30")
    assert {row.given_on for row in page.table.rows.rows()} == {
        date(2026, 9, 17), date(2026, 10, 1),
    }  # fmt: skip
    filters.by_days.choose("choose")
    dialog = shown(page, DaysDialog)
    dialog.since.setText("1 Oct 2026")
    dialog.until.setText("1 Sep 2026")
    dialog.accept()
    assert "before the first day" in dialog.until.accessibleDescription()
    dialog.until.setText("2 Oct 2026")
    qtbot.keyClick(dialog, Key.Key_Return, CTRL)
    assert {row.given_on for row in page.table.rows.rows()} == {date(2026, 10, 1)}
    assert filters.by_days.label == "1 Oct 2026 to 2 Oct 2026"
    filters.by_days.choose("")
    assert len(page.table.rows.rows()) == 25
