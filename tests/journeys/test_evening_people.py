"""Who came, what they gave and who helped whom: one evening's people, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.evening import Evening, evening
from tests.storage.table_rows import everything
from tests.ui.imports.files import meeting_file
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.promise_queries import promises
from workbench.foundation.words import ContributionKind, Mark, PromiseState
from workbench.rosters.call_queries import call_notes
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of
from workbench.sessions.queries import session_rows
from workbench.ui.home.quiet_lines import QuietLine
from workbench.ui.imports.review_lines import LineRow
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.inputs import TextArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(bridges: Path, qtbot: QtBot) -> Iterator[Evening]:
    """The window on a copy of the sample, with Home painted."""
    with evening(qtbot, bridges) as shown:
        shown.until(lambda: shown.page.name == "home")
        shown.rest()
        yield shown


def ids(desk: Evening) -> dict[str, int]:
    rows = desk.ask(lambda w: w.read(roster, desk.community))
    return {row.name: row.person_id for row in rows}


def pick(desk: Evening, words: str) -> None:
    """Choose the first thing the palette finds for these words."""
    desk.press("Ctrl+K")
    desk.write(words)
    desk.rest()
    desk.press("Return")


def open_file(desk: Evening, path: Path) -> None:
    """Type where a file is into the chooser that is open, and press Enter."""

    def chooser() -> QFileDialog | None:
        return next((one for one in desk.shell.findChildren(QFileDialog) if one.isVisible()), None)

    desk.until(chooser)
    desk.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    desk.write(str(path))
    desk.tap("Return")
    desk.until(lambda: chooser() is None)
    desk.shell.activateWindow()  # as a desktop does when the window on top has gone
    desk.rest()


def from_menu(desk: Evening, label: str) -> None:
    """Open the menu of the button that has the focus, and choose by arrows."""
    desk.tap("Space")
    desk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        action: QAction | None = menu.activeAction()
        if action is not None and label in action.text():
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.shell.activateWindow()  # as a desktop does when the menu has gone
    desk.rest()
    assert QApplication.focusWidget() is not None


def buttons(inside: QWidget) -> list[Button]:
    return [each for each in inside.findChildren(Button) if each.isVisible()]


def newest(desk: Evening) -> int:
    return max(row.id for row in desk.ask(lambda w: w.read(session_rows, desk.community)))


def marks(desk: Evening, session: int) -> dict[int, Mark]:
    return dict(desk.ask(lambda w: w.read(marks_of, desk.community)).get(session, {}))


def line(desk: Evening, name: str) -> LineRow:
    rows: list[LineRow] = desk.dialog.findChildren(LineRow)
    return next(row for row in rows if row.line.name == name)


def test_from_the_feed_to_the_map_to_its_list_to_the_person(desk: Evening) -> None:
    people = ids(desk)
    desk.go("Ctrl+7", "contributions")
    shown = desk.page.connections
    desk.until(desk.page.table.hasFocus)
    desk.press("Down", "Down")
    giver = desk.page.table.current_row().giver
    assert shown.map.chosen_key == giver.id

    desk.to_field(shown.map)
    desk.press("Left", "Down")
    here = shown.map.chosen_key
    assert here != giver.id
    assert shown.map.accessibleName() == shown.map.dots[here].dot.words
    followed = desk.page.table.current_row().giver.id
    assert followed in (here, giver.id)

    desk.press("Ctrl+T")
    assert shown.list.table.hasFocus()
    assert "Ama Boateng" in desk.lines
    desk.press("Home", "Down", "Up")
    first = shown.list.table.current_row()
    assert shown.map.chosen_key == first.person
    desk.press("Ctrl+T")
    desk.until(shown.map.hasFocus)
    desk.press("Return")
    desk.until(lambda: desk.page.name in {"person", "people"})
    desk.rest()
    assert first.who in desk.lines
    assert first.person in people.values()


def test_a_meeting_file_is_reviewed_taken_and_taken_back(desk: Evening, tmp_path: Path) -> None:
    before = desk.ask(lambda w: w.read(everything))
    desk.go("Ctrl+6", "attendance")
    pick(desk, "Import a Teams")
    open_file(desk, meeting_file(tmp_path))
    desk.until(lambda: desk.dialog.check.rows)
    desk.to_field(line(desk, "Sofia L. (Guest)").main)
    desk.press("Space")
    assert line(desk, "Sofia L. (Guest)").line.decided == "yes"
    desk.to_field(line(desk, "Marek Dvořák").choose)
    from_menu(desk, "Add as a guest")
    desk.to_field(line(desk, "iPhone").choose)
    from_menu(desk, "Ignore from now on")
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.toast.startswith("Marked "))
    desk.rest()

    people, session = ids(desk), newest(desk)
    taken = marks(desk, session)
    sure = {"Ama Boateng", "Hana Novák", "Jonas Weber", "Sofia Lindqvist", "Marek Dvořák"}
    assert sure <= {name for name, person in people.items() if person in taken}
    assert len(taken) == len(sure) + 1, "open lines and whoever is not in the file stay not known"
    desk.press("Ctrl+Z")
    assert desk.ask(lambda w: w.read(everything)) == before
    desk.press("Ctrl+Shift+Z")
    assert marks(desk, session) == taken


def test_a_paper_sheet_is_typed_back_in_one_step(desk: Evening) -> None:
    desk.go("Ctrl+6", "attendance")
    session = desk.page.presenter.head.session_id
    before = desk.ask(lambda w: w.read(marks_of, desk.community)).get(session, {})
    desk.press("Ctrl+Shift+R")
    desk.until(lambda: desk.dialog.numbers.hasFocus() is True)
    desk.rest()
    desk.write("3 7 9-12 +Kim Novak")
    desk.rest()
    desk.press("Return")
    desk.until(lambda: desk.toast)
    desk.rest()
    after = desk.ask(lambda w: w.read(marks_of, desk.community))[session]
    new = {person for person, mark in after.items() if mark is Mark.PRESENT}
    old = {person for person, mark in before.items() if mark is Mark.PRESENT}
    assert "Kim Novak" in ids(desk)
    assert ids(desk)["Kim Novak"] in new
    assert len(new - old) >= 1
    desk.press("Ctrl+Z")
    assert "Kim Novak" not in ids(desk)
    assert desk.ask(lambda w: w.read(marks_of, desk.community)).get(session, {}) == before


def test_a_thank_you_is_copied_and_nothing_is_sent(desk: Evening) -> None:
    desk.go("Ctrl+7", "contributions")
    desk.until(desk.page.table.hasFocus)
    desk.press("Home", "Down")
    giver = desk.page.table.current_row().giver.name
    pick(desk, "Thank-you")
    desk.until(lambda: desk.dialog.draft.toPlainText() != "")
    assert giver.split()[0] in desk.dialog.draft.toPlainText()
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.toast.startswith("Copied"))
    assert giver.split()[0] in QGuiApplication.clipboard().text()


def test_a_promise_that_is_due_ends_in_the_brief(desk: Evening) -> None:
    def kept() -> set[int]:
        today = desk.program.entrance.clock.today()
        rows = desk.ask(lambda w: w.read(promises, desk.community, today))
        return {row.id for row in rows if row.state is PromiseState.KEPT}

    before = kept()
    pick(desk, "Five-minute brief of")
    desk.until(lambda: desk.page.name == "five-minutes")
    desk.rest()
    asked = [each for each in buttons(desk.page) if each.accessibleName().startswith("Kept: ")]
    desk.to_field(asked[0])
    desk.press("Space")
    desk.until(lambda: len(kept()) == len(before) + 1)
    left = [each for each in buttons(desk.page) if each.accessibleName().startswith("Kept: ")]
    assert len(left) == len(asked) - 1
    desk.press("Ctrl+Z")
    assert kept() == before


def test_a_kind_of_ones_own_is_made_captured_and_counts_as_help(desk: Evening) -> None:
    desk.go("Ctrl+7", "contributions")
    pick(desk, "Kinds of contribution")
    desk.until(lambda: desk.dialog.lines)
    desk.to_field(desk.dialog.add)
    desk.press("Space")
    made = desk.dialog.lines[-1]
    desk.until(made.name.hasFocus)
    desk.write("Shadow day")
    desk.to_field(made.counts_as)
    for _ in ContributionKind:
        if made.counts_as.key != ContributionKind.HELP.value:
            desk.tap("Down")
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.toast)
    before = len(desk.page.connections.map.lines)

    desk.press("Ctrl+N")
    desk.until(desk.page.capture.line.hasFocus)
    desk.write("ama shadow day> linh, jide: half a day at the gate #shadow")
    desk.press("Return")
    desk.until(lambda: desk.page.capture.line.text() == "")
    desk.rest()
    row = desk.ask(lambda w: w.read(feed_rows, desk.community))[0]
    assert (row.giver.name, row.kind) == ("Ama Boateng", ContributionKind.HELP)
    assert [one.name for one in row.receivers] == ["Jide Okafor", "Linh Tran"]
    assert (row.text, row.tags) == ("half a day at the gate", ("shadow",))
    assert len(desk.page.connections.map.lines) == before + 2, "the map knows of it at once"


def test_two_who_are_one_are_merged_and_parted_again(desk: Evening) -> None:
    desk.go("Ctrl+3", "people")
    desk.press("Ctrl+N")
    desk.write("Hana Novak")
    desk.press("Ctrl+Return")
    desk.until(lambda: "Hana Novak" in ids(desk))
    before = desk.ask(lambda w: w.read(everything))
    pick(desk, "Who may be one")
    desk.until(lambda: desk.dialog.pairs)
    merge = next(each for each in buttons(desk.dialog) if "Merge Hana" in each.accessibleName())
    desk.to_field(merge)
    desk.press("Space")
    desk.until(lambda: desk.dialog.do_button.label == "Merge" and desk.dialog.do_button.isEnabled())
    desk.press("Ctrl+Return")
    desk.until(lambda: desk.toast.endswith("are one person now."))
    assert sum(name.startswith("Hana") for name in ids(desk)) == 1
    desk.press("Ctrl+Return")
    desk.press("Ctrl+Z")
    assert desk.ask(lambda w: w.read(everything)) == before


def test_a_learned_name_is_put_right_and_its_mark_goes_along(desk: Evening, tmp_path: Path) -> None:
    desk.go("Ctrl+6", "attendance")
    pick(desk, "Import a Teams")
    open_file(desk, meeting_file(tmp_path))
    desk.until(lambda: desk.dialog.check.rows)
    desk.to_field(line(desk, "Sofia L. (Guest)").main)
    desk.press("Space", "Ctrl+Return")
    desk.until(lambda: desk.toast.startswith("Marked "))
    desk.rest()
    people, session = ids(desk), newest(desk)
    sofia, linh = people["Sofia Lindqvist"], people["Linh Tran"]
    assert sofia in marks(desk, session)

    pick(desk, "Names learned")
    desk.until(lambda: desk.page.name == "names")
    desk.rest()
    desk.press("Ctrl+F")
    desk.write("sofia l")
    desk.rest()
    desk.to_field(desk.page.table)
    assert [row.who for row in desk.page.table.rows.rows()] == ["Sofia Lindqvist"]
    desk.press("Return")
    desk.until(lambda: desk.dialog.find_field.hasFocus() is True)
    desk.write("linh")
    desk.press("Return")
    desk.until(lambda: linh in marks(desk, session))
    assert sofia not in marks(desk, session)
    desk.rest()
    desk.press("Ctrl+Z")
    assert sofia in marks(desk, session)
    assert linh not in marks(desk, session)


def test_a_call_is_noted_from_home_and_taken_back(desk: Evening) -> None:
    def noted() -> list[str]:
        return [one.note for one in desk.ask(lambda w: w.read(call_notes, desk.community))]

    shown = [each for each in desk.page.findChildren(QuietLine) if each.isVisible()]
    who = shown[0].row.member.roster.name
    desk.to_field(shown[0])
    desk.press("C")
    desk.until(lambda: isinstance(QApplication.focusWidget(), TextArea))
    desk.write("On the late shift until May")
    desk.press("Ctrl+Return")
    desk.until(lambda: noted() == ["On the late shift until May"])
    desk.rest()
    still = [each for each in desk.page.findChildren(QuietLine) if each.isVisible()]
    assert who not in [each.row.member.roster.name for each in still]
    desk.press("Ctrl+Z")
    assert noted() == []


def test_marks_are_pasted_from_a_spreadsheet_in_one_step(desk: Evening) -> None:
    desk.go("Ctrl+6", "attendance")
    grid, lines = desk.page.presenter.grid, desk.page.presenter.lines
    column = next(i for i, c in enumerate(grid.columns) if c.number == 16)
    rows = [each for each in lines if isinstance(each, int)][:3]
    session = grid.columns[column].session_id
    people = [grid.rows[row].person_id for row in rows]
    before = marks(desk, session)
    desk.until(desk.page.grid.cells.hasFocus)
    desk.page.go_to(rows[0], column)
    QGuiApplication.clipboard().setText("P\r\nA\r\nE\r\n")
    desk.press("Ctrl+V")
    wanted = [Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED]
    desk.until(lambda: [marks(desk, session).get(person) for person in people] == wanted)
    desk.rest()
    desk.press("Ctrl+Z")
    assert marks(desk, session) == before
