"""Files dropped on the window, and a run that goes on when the program is opened again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.shell.programs import dialogs, made_file, made_program
from workbench.communities.queries import communities
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.live_actions import start_live
from workbench.storage.workspace import open_workspace
from workbench.ui.shell.program import Program


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = made_program(qapp)
    made.entrance.open(made_file(tmp_path / "a.fwb"))
    yield made
    made.end()


def drop(program: Program, *paths: Path) -> bool:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, carried, left, none)
    QApplication.sendEvent(program.shell, enter)
    fall = QDropEvent(QPoint(9, 9).toPointF(), copy, carried, left, none)
    QApplication.sendEvent(program.shell, fall)
    return enter.isAccepted() and fall.isAccepted()


def test_a_list_dropped_anywhere_opens_its_dialog(program: Program, tmp_path: Path) -> None:
    people = tmp_path / "anything.txt"
    people.write_text("Name;E-Mail\nAna Silva;ana@halden.example\n", encoding="utf-8")
    assert drop(program, people)
    (dialog,) = dialogs(program)
    assert "people" in dialog.accessibleName().casefold() or dialog.isVisible()
    dialog.cancel()


def test_words_dragged_over_the_window_are_left_alone(program: Program) -> None:
    carried = QMimeData()
    carried.setText("not a file")
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none
    )
    enter.ignore()
    QApplication.sendEvent(program.shell, enter)
    assert not enter.isAccepted()


def test_two_workspaces_at_once_change_nothing(program: Program, tmp_path: Path) -> None:
    assert drop(program, tmp_path / "a.fwb", tmp_path / "b.csv")
    assert dialogs(program) == []
    assert "One workspace at a time" in program.shell.toast.words.text()


def test_two_files_that_are_not_attendance_are_not_taken_together(
    program: Program, tmp_path: Path
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("Name;E-mail\nAna Berg;ana@x.example\n", encoding="utf-8")
    assert drop(program, tmp_path / "a.csv", tmp_path / "b.csv")
    assert dialogs(program) == []
    assert "all are attendance reports" in program.shell.toast.words.text()


def test_another_workspace_dropped_is_opened(program: Program, tmp_path: Path) -> None:
    other = made_file(tmp_path / "other.fwb")
    assert drop(program, other)
    assert program.desk is not None
    assert program.desk.workspace.path == other


def test_a_run_that_was_cut_short_goes_on_in_live(qapp: QApplication, tmp_path: Path) -> None:
    path = made_file(tmp_path / "a.fwb")
    with open_workspace(path) as workspace:
        (bridges, *_) = workspace.read(communities)
        draft = SessionDraft(title="Handovers", starts=datetime(2026, 10, 15, 14), minutes=90)
        session_id = workspace.perform(add_session, bridges.id, draft).value
        workspace.perform(start_live, session_id)
    made = made_program(qapp)
    made.entrance.open(path)
    assert made.shell.page is not None
    assert made.shell.page.name == "live"
    made.end()
