"""The review by keys: the cursor goes on to what is open, closing asks once, a file comes again."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.imports.files import meeting_file
from workbench.foundation.errors import UserFixable
from workbench.rosters.actions import add_person
from workbench.rosters.rules import PersonDraft
from workbench.ui.imports.attendance_dialog import AttendanceDialog
from workbench.ui.imports.dialogs import open_import
from workbench.ui.imports.review_lines import LineRow
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.shell.window import Shell


@pytest.fixture
def dialog(sample_desk: BenchDesk, window: QWidget, tmp_path: Path) -> AttendanceDialog:
    return opened(sample_desk, window, meeting_file(tmp_path))


def opened(desk: BenchDesk, window: QWidget, path: Path) -> AttendanceDialog:
    open_import(window, desk, "attendance", path)
    settle()
    return next(each for each in window.findChildren(AttendanceDialog) if each.isVisible())


def row(dialog: AttendanceDialog, name: str) -> LineRow:
    return next(line for line in dialog.findChildren(LineRow) if line.line.name == name)


def asked(dialog: QWidget) -> list[Dialog]:
    """Return the questions that lie over the review."""
    every = dialog.window().findChildren(Dialog)
    return [each for each in every if each.isVisible() and not isinstance(each, AttendanceDialog)]


def test_after_accept_all_the_cursor_is_on_the_next_line_to_decide(
    dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    dialog.accept_all.setFocus()
    qtbot.keyClick(dialog.accept_all, Qt.Key.Key_Space)
    settle()
    assert dialog.window().focusWidget() is row(dialog, "Birch Room").main


def test_after_each_line_the_cursor_goes_on_and_at_last_to_the_main_button(
    dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.accept_all, Qt.Key.Key_Space)
    iphone = row(dialog, "iPhone")
    iphone.choose.setFocus()
    dialog.presenter.ignore(iphone.index)
    settle()
    assert dialog.window().focusWidget() is row(dialog, "Marek Dvořák").choose
    qtbot.keyClick(row(dialog, "Marek Dvořák").side, Qt.Key.Key_Space)
    row(dialog, "Birch Room").side.setFocus()
    qtbot.keyClick(row(dialog, "Birch Room").side, Qt.Key.Key_Space)
    settle()
    assert dialog.window().focusWidget() is dialog.do_button


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_closing_with_decisions_asks_once(dialog: AttendanceDialog, qtbot: QtBot, way: str) -> None:
    def close() -> None:
        if way == "escape":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            cross = next(
                e for e in dialog.findChildren(IconButton) if e.accessibleName() == "Close"
            )
            cross.click()
        settle()

    dialog.accept_all.click()
    close()
    (question,) = asked(dialog)
    told = " ".join(each.text() for each in question.findChildren(Text))
    assert "The 2 decisions you made are not kept" in told
    assert question.do_button.label == "Leave without importing"
    assert question.cancel_button.label == "Keep deciding"
    assert question.window().focusWidget() is question.cancel_button
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    settle()
    assert dialog.isVisible()
    assert dialog.do_button.label == "Mark 6 people"
    close()
    asked(dialog)[0].accept()
    assert dialog.gone


def test_closing_the_program_waits_for_the_answer(
    sample_desk: BenchDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = Shell([])
    qtbot.addWidget(shell)
    shell.resize(1440, 900)
    shell.show()
    dialog = opened(sample_desk, shell, meeting_file(tmp_path))
    dialog.accept_all.click()
    assert not shell.close()
    assert not shell.close()
    (question,) = asked(dialog)
    question.accept()
    settle()
    assert shell.close()


def test_the_same_file_again_asks_for_the_open_names_and_adds_only_them(
    sample_desk: BenchDesk, window: QWidget, dialog: AttendanceDialog, tmp_path: Path
) -> None:
    assert "Names left open are not kept." in dialog.notes.text()
    dialog.accept()
    settle()
    again = opened(sample_desk, window, meeting_file(tmp_path))
    assert not again.do_button.isEnabled()
    again.cancel()
    sample_desk.workspace.perform(
        add_person, sample_desk.community, PersonDraft(name="Marek Dvořák")
    )
    again = opened(sample_desk, window, meeting_file(tmp_path))
    assert again.do_button.label == "Mark 1 person"
    assert again.session.currentText() == "30 Sep · With Teams"
    told = " ".join(text.text() for text in again.remarks.findChildren(Text))
    assert "only names that are still open can be added" in told
    again.show_all.click()
    assert not row(again, "Paul Kent").side.isVisible()


def test_other_minutes_for_a_file_taken_in_before_count_its_people_anew(
    sample_desk: BenchDesk, window: QWidget, dialog: AttendanceDialog, tmp_path: Path
) -> None:
    dialog.accept()
    settle()
    again = opened(sample_desk, window, meeting_file(tmp_path))
    again.here_from.set_value(20)
    settle()
    assert again.do_button.label == "Count 1 person anew"
    again.here_from.set_value(45)
    again.times.click()
    settle()
    assert again.do_button.label == "Drop the times"
    again.accept()
    settle()
    last = opened(sample_desk, window, meeting_file(tmp_path))
    assert not last.times.isChecked()
    assert not last.times.isEnabled()


def test_somebody_below_the_minutes_is_called_late_everywhere(dialog: AttendanceDialog) -> None:
    assert row(dialog, "Hana Novak").reason.text().endswith("under 45 min, so late")
    assert dialog.late.words.text() == "2 late"


_ZOOM = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
_BAD = {
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "one line": b"a" * 1_100_000,
    "half a letter": b"\xff\xfe\x00",
    "byte lost": (_ZOOM * 20).encode("utf-16")[:901] + (_ZOOM * 20).encode("utf-16")[902:],
    "titles only": _ZOOM.encode(),
    "too wide": (_ZOOM.strip() + "," * 60_000).encode(),
    "too large": b"",
    "bomb": b"",
}


def _bad_file(folder: Path, kind: str) -> Path:
    path = folder / "bad.csv"
    path.write_bytes(_BAD[kind])
    if kind == "too large":
        with path.open("r+b") as file:
            file.truncate(200_000_000)
    elif kind == "bomb":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
            archive.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    return path


@pytest.mark.parametrize("kind", _BAD)
def test_a_bad_file_is_told_in_a_sentence_and_leaves_nothing(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, kind: str
) -> None:
    path = _bad_file(tmp_path, kind)
    before = sample_desk.workspace.undo_names
    open_import(window, sample_desk, "attendance", path)
    settle()
    (problem,) = sample_desk.told
    assert isinstance(problem, UserFixable)
    assert "bad.csv" in str(problem)
    assert not window.findChildren(AttendanceDialog)
    assert sample_desk.workspace.undo_names == before
