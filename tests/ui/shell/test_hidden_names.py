"""Names are hidden by one key in the whole window: what each page shows then, and aloud."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from tests.ui.shell.programs import SECRET, dialogs, made_file, made_program
from tests.ui.shell.sample_window import CONTROL, NEXT, Window
from workbench.foundation.errors import CannotSave
from workbench.foundation.settings import settings_file
from workbench.foundation.words import Mark
from workbench.rosters.actions import add_person
from workbench.rosters.rules import PersonDraft
from workbench.ui.home.home_page import HomePage
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.hidden_names import HIDDEN
from workbench.ui.rosters.people_page import PeoplePage
from workbench.ui.sessions.attendance_page import AttendancePage
from workbench.ui.sessions.live_page import LivePage
from workbench.ui.sessions.rooms_page import RoomsPage
from workbench.ui.shell.keys import Keys
from workbench.ui.shell.page_cover import PageCover


def test_the_window_says_so_and_how_names_come_back(window: Window) -> None:
    sign = window.shell.names_sign
    for page, argument in (("home", {}), ("live", {"session": NEXT}), ("planner", {})):
        window.go(page, **argument)
        assert not sign.isVisible()
        window.turn()
        assert sign.isVisible()
        assert sign.words.text() == "Names are hidden. Ctrl+Shift+P shows them."
        window.turn()
    assert window.shell.toast.words.text() == "Names are shown again."
    window.turn()
    sign.button.click()
    assert not sign.isVisible()


def test_it_is_a_command_of_palette_and_menu(window: Window) -> None:
    window.press(Qt.Key.Key_K, CONTROL)
    palette = window.shell.palette_shown
    assert palette is not None
    window.qtbot.keyClicks(palette.field, "hide names")
    window.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.shell.names_hidden
    action = window.shell.actions_bar[Keys.NAMES]
    menus = window.shell.menuBar().findChildren(QMenu)
    assert any(action in menu.actions() for menu in menus)
    action.trigger()
    assert not window.shell.names_hidden


def test_it_is_never_stored(window: Window) -> None:
    window.program.keep_settings()
    before = settings_file().read_text()
    window.turn()
    window.program.keep_settings()
    assert settings_file().read_text() == before


def test_home_names_nobody_who_was_away_and_no_promise(window: Window) -> None:
    page = window.go("home")
    assert isinstance(page, HomePage)
    today = page.presenter.today
    assert today is not None
    private = {row.member.roster.name for row in today.quiet.rows} | {
        row.text for row in today.promises
    }
    private |= {row.item.who for row in today.pre_work if row.item.who}
    first = {today.quiet.rows[0].member.roster.name, today.promises[0].text}
    assert all(words in window.told() for words in first)
    window.turn()
    assert not [words for words in private if words in window.told()]
    assert "Quiet lately" in window.told()
    assert "1 late, 1 today" in window.told()
    page.reload()
    assert not [words for words in private if words in window.told()]
    window.turn()
    assert all(words in window.told() for words in first)


def test_a_note_being_written_is_kept_and_then_hidden(window: Window) -> None:
    page = window.go("people", person=3)
    assert isinstance(page, PeoplePage)
    assert page.detail._note is not None
    page.detail._note.area.setFocus()
    window.qtbot.keyClicks(page.detail._note.area, "Back from leave soon")
    window.turn()
    assert not [one for one in page.findChildren(QWidget)
                if one.isVisible() and one.accessibleName() == "Private notes"]  # fmt: skip
    window.turn()
    assert "Back from leave soon" in page.detail._note.area.toPlainText()


def test_attendance_shows_sessions_and_totals_and_takes_no_mark(window: Window) -> None:
    page = window.go("attendance")
    assert isinstance(page, AttendancePage)
    assert page.presenter.grid is not None
    before = [row.cells for row in page.presenter.grid.rows]
    names = [row.name for row in page.presenter.grid.rows]
    window.turn()
    told = window.told()
    assert not [name for name in names if name in told]
    assert page.grid.totals.isVisible()
    assert page.cover.isVisible()
    for key in (Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_Delete):
        window.press(key)
    window.press(Qt.Key.Key_F, CONTROL)
    window.press(Qt.Key.Key_N, CONTROL)
    assert dialogs(window.program) == []
    assert [row.cells for row in page.presenter.grid.rows] == before
    page.grid.marked.emit(0, 0, Mark.PRESENT)
    page.reload()
    assert not [name for name in names if name in window.told()]
    window.turn()
    assert not page.cover.isVisible()
    assert names[0] in window.told()


def test_live_keeps_the_agenda_alone(window: Window) -> None:
    page = window.go("live", session=NEXT)
    assert isinstance(page, LivePage)
    window.turn()
    assert page.people.isHidden()
    assert page.capture.isHidden()
    assert page.agenda.isVisible()
    window.press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page
    window.turn()
    assert page.people.isVisible()


def test_a_covered_page_takes_no_key_and_says_why(window: Window) -> None:
    window.go("five-minutes", session=NEXT)
    window.turn()
    assert window.shell.covered
    window.press(Qt.Key.Key_E, CONTROL)
    assert window.shell.page is not None
    assert window.shell.page.name == "five-minutes"
    assert window.shell.toast.words.text() == HIDDEN
    labels = [entry.title for entry in window.shell._command_entries()]
    assert "Print the five-minute brief" not in labels
    window.turn()
    assert "Print the five-minute brief" in [e.title for e in window.shell._command_entries()]


def test_the_cover_gives_the_page_back_as_it_was(window: Window) -> None:
    page = window.go("people", person=3)
    assert isinstance(page, PeoplePage)
    page.table.sort_by("contributions")
    shown = page.table.current_row()
    page.table.setFocus()
    where = QApplication.focusWidget()
    window.turn()
    assert window.shell.covered
    assert not page.isVisible()
    (cover,) = window.shell.findChildren(PageCover)
    next(b for b in cover.findChildren(Button) if b.label == "Show names").click()
    settle()
    assert page.isVisible()
    assert page.table.current_row() == shown
    assert QApplication.focusWidget() is where


def test_a_dialog_is_covered_and_keeps_what_was_typed(window: Window) -> None:
    page = window.go("rooms", session=NEXT)
    assert isinstance(page, RoomsPage)
    page.rules.lock_button.click()
    (dialog,) = dialogs(window.program)
    assert dialog.title.text() == "Keep-apart notes"
    window.turn()
    assert window.shell.names_hidden, "the key reaches through a dialog"
    assert dialog.covered
    assert not dialog.surface.isVisible()
    accepted = []
    dialog.accepted.connect(lambda: accepted.append(True))
    window.press(Qt.Key.Key_Return, CONTROL)
    assert not accepted
    window.turn()
    assert dialog.surface.isVisible()
    assert dialog.accessibleName() == "Keep-apart notes"
    window.turn()
    window.press(Qt.Key.Key_Escape)
    assert dialogs(window.program) == []


def test_help_needs_no_cover(window: Window) -> None:
    window.turn()
    window.press(Qt.Key.Key_F1)
    (dialog,) = dialogs(window.program)
    assert not dialog.covered


def test_what_is_told_meanwhile_waits(window: Window) -> None:
    desk = window.program.desk
    assert desk is not None
    window.turn()
    toast = window.shell.toast
    desk.say("Wrote to Ama Boateng.")
    assert toast.words.text() == "There is something to tell you. Ctrl+Shift+P shows it."
    window.turn()
    assert toast.words.text() == "Wrote to Ama Boateng."
    draft = PersonDraft(name="Ida Berg")
    desk.do(lambda w: w.perform(add_person, desk.community, draft), said="Added Ida Berg.")
    window.turn()
    assert toast.words.text() == "Done. Ctrl+Shift+P shows what was done."
    assert toast.undo.isVisible()
    desk.tell(CannotSave("Ama Boateng is open elsewhere.", "Close it there."))
    settle()
    assert dialogs(window.program)[0].covered


def test_pages_seen_before_and_pages_seen_first_follow(window: Window) -> None:
    people = window.go("people")
    home = window.go("home")
    window.turn()
    assert home.names_hidden
    assert home.isVisible()
    assert not window.go("people").isVisible()
    assert window.go("attendance").names_hidden
    window.turn()
    assert window.go("people") is people
    assert people.isVisible()


def test_undo_names_nobody_meanwhile(window: Window) -> None:
    desk = window.program.desk
    assert desk is not None
    desk.do(lambda w: w.perform(add_person, desk.community, PersonDraft(name="Ida Berg")))
    undo = window.shell.actions_bar[Keys.UNDO]
    assert undo.text() != "Undo"
    named = undo.text()
    window.turn()
    assert undo.text() == "Undo"
    desk.undo()
    assert window.shell.toast.words.text() == "Undone."
    desk.redo()
    window.turn()
    assert undo.text() == named


def test_locking_forgets_it(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    program = made_program(qapp)
    program.entrance.open(made_file(tmp_path / "p.fwb", SECRET), SECRET)
    window = Window(program, qtbot)
    window.turn()
    assert program.shell.names_hidden
    window.press(Qt.Key.Key_L, CONTROL)
    assert program.desk is None
    assert not program.shell.names_hidden
    window.turn()
    assert not program.shell.names_hidden, "nothing is open, so nothing is hidden"
    program.end()
