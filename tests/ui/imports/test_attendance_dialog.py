"""The review of a meeting file by keys alone: doubtful lines, rooms, guests, thresholds, undo."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.ui.desks import BenchDesk, settle
from tests.ui.imports.files import meeting_file
from workbench.foundation.errors import UnreadableFile
from workbench.foundation.words import Mark
from workbench.models.rosters import Person
from workbench.models.sessions import AttendanceMark
from workbench.rosters.actions import add_person
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.ui.imports import attendance_dialog
from workbench.ui.imports.attendance_dialog import AttendanceDialog
from workbench.ui.imports.dialogs import open_dropped, open_import
from workbench.ui.imports.people_picker import PeoplePicker
from workbench.ui.imports.review_lines import LineRow
from workbench.ui.kit.text import Text


@pytest.fixture
def dialog(sample_desk: BenchDesk, window: QWidget, tmp_path: Path) -> AttendanceDialog:
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path))
    settle()
    (found,) = window.findChildren(AttendanceDialog)
    return found


def row(dialog: AttendanceDialog, name: str) -> LineRow:
    return next(line for line in dialog.findChildren(LineRow) if line.line.name == name)


def marked(desk: BenchDesk, session: int) -> dict[str, tuple[Mark, float | None]]:
    def read(connection: Session) -> dict[str, tuple[Mark, float | None]]:
        rows = connection.execute(
            select(Person.name, AttendanceMark.mark, AttendanceMark.minutes)
            .join(AttendanceMark, AttendanceMark.person_id == Person.id)
            .where(AttendanceMark.session_id == session)
        )
        return {name: (mark, minutes) for name, mark, minutes in rows}

    return desk.workspace.read(read)


def newest_session(desk: BenchDesk) -> int:
    from workbench.sessions.queries import session_rows

    rows = desk.workspace.read(session_rows, desk.community)
    return max(row.id for row in rows)


def test_doubtful_first_then_unknown_and_the_sure_folded(dialog: AttendanceDialog) -> None:
    assert dialog.accept_all.label == "Accept all 2"
    assert len(dialog.check.rows) == 2
    assert len(dialog.unknown.rows) == 3
    assert len(dialog.matched.rows) == 3
    assert dialog.show_all.label == "Show all 4"
    assert row(dialog, "Birch Room").who.text() == "A meeting room, not a person"
    assert row(dialog, "Boateng, Ama").reason.text() == "Same name, turned around"
    assert (dialog.here.words.text(), dialog.late.words.text()) == ("2 here", "2 late")
    assert dialog.effect.text() == "5 still open, left unchanged"
    assert dialog.do_button.label == "Mark 4 people"


def test_control_enter_marks_the_sure_and_leaves_the_rest_as_one_step(
    sample_desk: BenchDesk, dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    before = newest_session(sample_desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    session = newest_session(sample_desk)
    assert session > before
    assert marked(sample_desk, session) == {
        "Ama Boateng": (Mark.PRESENT, 89), "Hana Novák": (Mark.PART, 20),
        "Jonas Weber": (Mark.PART, 71), "Paul Kent": (Mark.PRESENT, 80),
    }  # fmt: skip
    (said,) = sample_desk.said
    assert said.startswith("Marked 4 people from teams-report.csv. 5 names stay open: bring")
    sample_desk.undo()
    assert marked(sample_desk, session) == {}
    assert newest_session(sample_desk) == before


def test_a_yes_by_the_space_bar_counts_and_can_be_taken_back(
    dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    line = row(dialog, "Okafor, B")
    line.main.setFocus()
    qtbot.keyClick(line.main, Qt.Key.Key_Space)
    settle()
    assert dialog.do_button.label == "Mark 5 people"
    assert line.tick.isVisible()
    assert line.main.label == "Change"
    qtbot.keyClick(line.main, Qt.Key.Key_Space)
    settle()
    assert dialog.do_button.label == "Mark 4 people"


def test_accept_all_takes_every_doubtful_line(
    sample_desk: BenchDesk, dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    dialog.accept_all.setFocus()
    qtbot.keyClick(dialog.accept_all, Qt.Key.Key_Space)
    settle()
    assert dialog.do_button.label == "Mark 6 people"
    assert not dialog.accept_all.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = marked(sample_desk, newest_session(sample_desk))
    assert found["Ben Okafor"] == (Mark.PRESENT, 74)
    assert found["Sofia Lindqvist"] == (Mark.PRESENT, 86)


def test_someone_else_is_found_on_the_roster_by_typing(
    sample_desk: BenchDesk,
    dialog: AttendanceDialog,
    window: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered: list[Any] = []
    monkeypatch.setattr(attendance_dialog, "pop_up", lambda items, _below: offered.extend(items))
    line = row(dialog, "iPhone")
    qtbot.keyClick(line.choose, Qt.Key.Key_Space)
    labels = [item.label for item in offered]
    assert labels == [
        "Choose from the roster", "Add as a guest", "Add to the roster", "Ignore from now on",
        "Leave out",
    ]  # fmt: skip
    offered[0].pressed()
    settle()
    (picker,) = window.findChildren(PeoplePicker)
    qtbot.keyClicks(picker.find_field, "linh")
    qtbot.keyClick(picker.find_field, Qt.Key.Key_Return)
    settle()
    assert line.who.text().startswith("Linh Tran")
    assert dialog.do_button.label == "Mark 5 people"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert marked(sample_desk, newest_session(sample_desk))["Linh Tran"] == (Mark.PART, 12)


def test_people_in_a_room_are_ticked_and_a_full_name_becomes_a_guest(
    sample_desk: BenchDesk, dialog: AttendanceDialog, window: QWidget, qtbot: QtBot
) -> None:
    qtbot.keyClick(row(dialog, "Birch Room").main, Qt.Key.Key_Space)
    (picker,) = window.findChildren(PeoplePicker)
    for name in ("greta", "omar"):
        picker.find_field.clear()
        qtbot.keyClicks(picker.find_field, name)
        qtbot.keyClick(picker.find_field, Qt.Key.Key_Return)
    assert picker.effect.text() == "2 people ticked"
    qtbot.keyClick(picker, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog.presenter.welcome(row(dialog, "Marek Dvořák").index)
    settle()
    assert dialog.do_button.label == "Mark 7 people"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = marked(sample_desk, newest_session(sample_desk))
    assert {"Greta Olsen", "Omar Farouk", "Marek Dvořák"} <= found.keys()


def test_the_threshold_moves_with_the_arrow_keys(dialog: AttendanceDialog, qtbot: QtBot) -> None:
    assert dialog.here_from.value == 45
    dialog.here_from.setFocus()
    for _ in range(5):
        qtbot.keyClick(dialog.here_from, Qt.Key.Key_Down)
    settle()
    assert dialog.here_from.value == 20
    assert (dialog.here.words.text(), dialog.late.words.text()) == ("3 here", "1 late")
    assert dialog.changes.text() == "1 changes against 45 min: Hana Novák"
    assert row(dialog, "Weber, Jonas").reason.text().endswith("came 14:19, so late")


def test_the_slider_moves_the_threshold_by_keys_and_says_who_changes(
    dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    dialog.slider.setFocus()
    qtbot.keyClick(dialog.slider, Qt.Key.Key_PageDown)
    qtbot.keyClick(dialog.slider, Qt.Key.Key_PageDown)
    settle()
    assert dialog.here_from.value == 15
    assert dialog.changes.text() == "1 changes against 45 min: Hana Novák"
    qtbot.keyClick(dialog.slider, Qt.Key.Key_End)
    settle()
    assert dialog.here_from.value == 90
    assert dialog.changes.text() == "2 change against 45 min: Ama Boateng and Paul Kent"
    dialog.here_from.set_value(45)
    assert not dialog.changes.isVisible()
    assert dialog.slider.value() == 45


def test_a_new_member_and_a_name_to_ignore(
    sample_desk: BenchDesk, dialog: AttendanceDialog, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.presenter.enrol(row(dialog, "Marek Dvořák").index)
    dialog.presenter.ignore(row(dialog, "iPhone").index)
    settle()
    assert row(dialog, "Marek Dvořák").who.text() == "A new member"
    assert row(dialog, "iPhone").main.label == "Ignored: change"
    assert dialog.effect.text() == "3 still open, left unchanged"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Marek Dvořák" in marked(sample_desk, newest_session(sample_desk))
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path, "9/29/26"))
    settle()
    again = next(each for each in window.findChildren(AttendanceDialog) if each.isVisible())
    assert again.ignored.rows[3].reason.text() == "Joined 14:03 to 14:15"
    assert again.ignored.rows[3].who.text() == "Ignored: you said so on 13 Oct"


def test_members_who_are_not_in_the_file_are_said_and_the_time_zone(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path, "10/1/26"))
    (dialog,) = window.findChildren(AttendanceDialog)
    assert "Times in the file are taken as times in Europe/London." in dialog.notes.text()
    dialog.session.pick("new")
    settle()
    assert "members are not in the file: not known, and not marked as missed." in (
        dialog.notes.text()
    )


def test_who_not_when(sample_desk: BenchDesk, dialog: AttendanceDialog, qtbot: QtBot) -> None:
    dialog.times.setFocus()
    qtbot.keyClick(dialog.times, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = marked(sample_desk, newest_session(sample_desk))
    assert {minutes for _, minutes in found.values()} == {None}


def test_a_wrong_sure_match_is_refused_and_the_rest_stays(
    dialog: AttendanceDialog, qtbot: QtBot
) -> None:
    line = row(dialog, "Boateng, Ama")
    qtbot.keyClick(line.side, Qt.Key.Key_Space)
    settle()
    assert dialog.do_button.label == "Mark 3 people"


def test_a_session_of_that_day_is_chosen_and_another_can_be(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path, "10/1/26"))
    (dialog,) = window.findChildren(AttendanceDialog)
    assert dialog.session.currentText().startswith("1 Oct · Ask me anything")
    dialog.session.pick("new")
    settle()
    assert dialog.session.currentText() == "New session: 1 Oct · With Teams"
    dialog.cancel()


def test_two_readings_of_a_date_are_asked_in_the_dialog(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path, "2/3/26"))
    (dialog,) = window.findChildren(AttendanceDialog)
    assert not dialog.do_button.isEnabled()
    answers = [each for each in dialog.remarks.findChildren(QWidget) if hasattr(each, "label")]
    first = next(button for button in answers if button.label == "Day first")
    qtbot.keyClick(first, Qt.Key.Key_Space)
    settle()
    assert dialog.do_button.isEnabled()


def test_escape_leaves_everything_as_it_was(
    sample_desk: BenchDesk, dialog: AttendanceDialog, window: QWidget, qtbot: QtBot
) -> None:
    before = newest_session(sample_desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert newest_session(sample_desk) == before
    assert not window.findChildren(AttendanceDialog)


def test_a_file_without_names_is_told_and_leaves_no_dialog(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    open_import(window, sample_desk, "attendance", path)
    settle()
    assert isinstance(sample_desk.told[0], UnreadableFile)
    assert not window.findChildren(AttendanceDialog)


def test_a_dropped_file_opens_what_fits_it(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    open_dropped(window, sample_desk, meeting_file(tmp_path))
    assert len(window.findChildren(AttendanceDialog)) == 1


def test_two_files_of_a_restarted_meeting_go_into_one_session_one_after_the_other(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    first = meeting_file(tmp_path).rename(tmp_path / "a.csv")
    second = meeting_file(tmp_path).rename(tmp_path / "b.csv")
    second.write_bytes(
        second.read_bytes().replace("2:".encode("utf-16-le"), "3:".encode("utf-16-le"))
    )
    open_dropped(window, sample_desk, second, first)
    (dialog,) = window.findChildren(AttendanceDialog)
    assert dialog.subtitle.text().startswith("File 1 of 2 · a.csv")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    session = newest_session(sample_desk)
    (dialog,) = [each for each in window.findChildren(AttendanceDialog) if each.isVisible()]
    assert dialog.subtitle.text().startswith("File 2 of 2, proposed for the same session · b.csv")
    assert dialog.session.currentText() == "30 Sep · With Teams"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert newest_session(sample_desk) == session


def test_among_sessions_of_a_day_the_title_decides(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    for title, hour in (("Stand-up", 14), ("With Teams: the pilot", 9)):
        draft = SessionDraft(title=title, starts=datetime(2026, 9, 30, hour), minutes=60)
        sample_desk.workspace.perform(add_session, sample_desk.community, draft)
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path))
    (dialog,) = window.findChildren(AttendanceDialog)
    assert dialog.session.currentText() == "30 Sep · With Teams: the pilot"


def test_of_two_people_of_one_name_accept_all_chooses_none(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    draft = PersonDraft(name="Paul Kent")
    sample_desk.workspace.perform(add_person, sample_desk.community, draft)
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path))
    (dialog,) = window.findChildren(AttendanceDialog)
    assert dialog.check.rows[8].line.reason == "2 people on the roster have this name"
    qtbot.keyClick(dialog.accept_all, Qt.Key.Key_Space)
    settle()
    assert dialog.check.rows[8].line.decided == ""
    assert dialog.check.rows[0].line.decided == "yes"


def test_a_file_from_after_today_asks_about_the_clock_and_not_about_apologies(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    open_import(window, sample_desk, "attendance", meeting_file(tmp_path, "10/30/26"))
    settle()
    (dialog,) = window.findChildren(AttendanceDialog)
    told = " ".join(text.text() for text in dialog.remarks.findChildren(Text))
    assert "lies after this computer's date, 13 October 2026" in told
    assert "--" not in told
    assert not dialog.do_button.isEnabled()
