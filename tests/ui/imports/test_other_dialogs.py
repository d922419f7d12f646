"""People, answers and figures come in through dialogs that show everything first."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.imports.files import answers_file, people_file
from workbench.foundation.words import WaveState
from workbench.imports.tables import read_source
from workbench.rosters.queries import RosterRow, roster
from workbench.surveys.queries import waves
from workbench.ui.imports.dialogs import open_dropped, open_import
from workbench.ui.imports.figures_dialog import FiguresDialog
from workbench.ui.imports.people_source import PeopleSource
from workbench.ui.imports.responses_dialog import ResponsesDialog
from workbench.ui.imports.roster_dialog import RosterDialog
from workbench.ui.kit.buttons import Button

CONTROL = Qt.KeyboardModifier.ControlModifier


def people(desk: BenchDesk) -> dict[str, RosterRow]:
    return {row.name: row for row in desk.workspace.read(roster, desk.community)}


def roster_dialog(desk: BenchDesk, window: QWidget, path: Path) -> RosterDialog:
    open_import(window, desk, "roster", path)
    settle()
    (found,) = window.findChildren(RosterDialog)
    return found


def test_a_list_shows_guesses_rows_and_what_is_left_aside(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    dialog = roster_dialog(sample_desk, window, people_file(tmp_path))
    assert dialog.columns.choices["Nachname"].key == "last_name"
    assert dialog.columns.choices["Personalnummer"].key == "own"
    assert dialog.summary.text() == "1 new, 1 changed, 2 left aside"
    assert dialog.do_button.label == "Import 2 people"


def test_control_enter_imports_and_one_undo_takes_it_back(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    before = people(sample_desk)
    dialog = roster_dialog(sample_desk, window, people_file(tmp_path))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    after = people(sample_desk)
    assert after["Ana Berg"].own == (("Personalnummer", "007"),)
    assert after["Ama Boateng"].department.name == "Finance"  # type: ignore[union-attr]  # it has one
    assert sample_desk.said == ["Imported 2 people from people.csv."]
    sample_desk.undo()
    assert people(sample_desk) == before


def test_a_row_is_left_by_enter_and_a_column_corrected_by_keys(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = roster_dialog(sample_desk, window, people_file(tmp_path))
    dialog.rows.setFocus()
    dialog.rows.choose(lambda row: row.name == "Ama Boateng")
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    settle()
    assert dialog.do_button.label == "Add 1 person"
    choice = dialog.columns.choices["Personalnummer"]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    settle()
    assert choice.key == "ignored"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    found = people(sample_desk)
    assert found["Ana Berg"].own == ()
    assert found["Ama Boateng"].department.name == "Support"  # type: ignore[union-attr]  # it has one


def test_rows_left_aside_are_saved_to_a_file(
    sample_desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = roster_dialog(sample_desk, window, people_file(tmp_path))
    sample_desk.path_to_choose = tmp_path / "left.xlsx"
    qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    rows = read_source(tmp_path / "left.xlsx").sheets[0].rows
    assert rows[0][-1] == "Why it was left aside"
    assert len(rows) == 3
    assert sample_desk.said == ["Saved to left.xlsx."]
    dialog.cancel()


def test_dates_of_two_readings_are_answered_in_the_dialog(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    text = "Name;Joined on\nAna Berg;05/06/2024\n"
    dialog = roster_dialog(desk, window, people_file(tmp_path, text))
    assert not dialog.do_button.isEnabled()
    buttons = [each for each in dialog.remarks.findChildren(QWidget) if hasattr(each, "label")]
    qtbot.keyClick(
        next(button for button in buttons if button.label == "Month first"), Qt.Key.Key_Space
    )
    settle()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert str(people(desk)["Ana Berg"].joined_on) == "2024-05-06"


def test_names_are_pasted(desk: BenchDesk, window: QWidget, qtbot: QtBot) -> None:
    open_import(window, desk, "roster")
    (source,) = window.findChildren(PeopleSource)
    assert not source.do_button.isEnabled()
    source.names.setPlainText("Ana Berg\nBo Li\nDoe, Jane")
    qtbot.keyClick(source, Qt.Key.Key_Return, CONTROL)
    settle()
    (dialog,) = window.findChildren(RosterDialog)
    assert dialog.do_button.label == "Add 3 people"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert set(people(desk)) == {"Ana Berg", "Bo Li", "Doe, Jane"}


def test_a_file_is_chosen_for_people(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.path_to_choose = people_file(tmp_path)
    open_import(window, desk, "roster")
    (source,) = window.findChildren(PeopleSource)
    qtbot.keyClick(source.choose, Qt.Key.Key_Space)
    settle()
    assert len(window.findChildren(RosterDialog)) == 1


def responses_dialog(desk: BenchDesk, window: QWidget, path: Path) -> ResponsesDialog:
    open_import(window, desk, "responses", path)
    settle()
    (found,) = window.findChildren(ResponsesDialog)
    found.instrument.pick("ucla-3")
    settle()
    return found


def test_answers_are_asked_about_then_taken_and_frozen(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = responses_dialog(desk, window, answers_file(tmp_path))
    assert not dialog.do_button.isEnabled()
    assert "E-mail" in dialog.dropped.text()
    qtbot.keyClicks(dialog.columns, "A_{}")
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Return)
    settle()
    assert dialog.do_button.label == "Take 6 answers"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    (wave,) = desk.workspace.read(waves, desk.community)
    assert (wave.label, wave.state) == ("October", WaveState.CLOSED)
    assert desk.said == ["6 answers taken into October; it is frozen."]


def test_a_wrong_column_is_told_at_its_field(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = responses_dialog(desk, window, answers_file(tmp_path))
    qtbot.keyClicks(dialog.columns, "C_{}")
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Return)
    settle()
    assert "C_1" in dialog.columns.accessibleDescription()
    assert not desk.told
    dialog.cancel()


def test_a_second_wave_of_that_name_is_refused_at_the_name(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        dialog = responses_dialog(desk, window, answers_file(tmp_path))
        dialog.presenter.choose(columns="A_{}")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        settle()
    assert len(desk.workspace.read(waves, desk.community)) == 1
    dialog.cancel()


def test_figures_are_shown_then_imported(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("month;Tickets\n2026-01;14,2\n2026-02;13,1\nlater;1\n", encoding="utf-8")
    open_dropped(window, desk, path)
    settle()
    (dialog,) = window.findChildren(FiguresDialog)
    assert dialog.do_button.label == "Import 2 months"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    assert desk.said == ["Imported 2 months of figures."]
    assert desk.workspace.undo_names[0].startswith("Import 2 months")


def test_numbers_open_between_two_readings_are_settled_by_a_button(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("month\tOrders\n2026-01\t12.000\n2026-02\t11.500\n", encoding="utf-8")
    open_dropped(window, desk, path)
    settle()
    (dialog,) = window.findChildren(FiguresDialog)
    assert not dialog.do_button.isEnabled()
    buttons = dialog.remarks.findChildren(Button)
    next(one for one in buttons if one.label == "Dots between thousands").click()
    settle()
    assert dialog.do_button.label == "Import 2 months"
    assert not dialog.remarks.findChildren(Button)


def test_what_arrives_after_the_dialog_is_gone_is_not_shown(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    dialog = roster_dialog(desk, window, people_file(tmp_path))
    presenter = dialog.presenter
    dialog.cancel()
    settle()
    presenter.load()
    presenter.take_column_as("Nowhere", "name")
    assert not window.findChildren(RosterDialog)
    assert not desk.told
