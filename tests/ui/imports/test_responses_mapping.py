"""In the window, the column of an item and the meaning of an answer are guesses to change."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.unit.imports.survey_exports import CODES, ITEMS, as_csv, google, limesurvey, microsoft
from workbench.surveys.answer_queries import stored_comments, stored_sheets
from workbench.surveys.instruments import load_instrument
from workbench.ui.imports.dialogs import open_import
from workbench.ui.imports.responses_dialog import ResponsesDialog
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier
TITLES = [f"S{at}" for at in range(1, 8)]
MORE = [*TITLES, "Team", "Why?"]


def opened(
    desk: BenchDesk, window: QWidget, folder: Path, rows: list[Sequence[object]]
) -> ResponsesDialog:
    path = folder / "answers.csv"
    path.write_bytes(as_csv(rows))
    open_import(window, desk, "responses", path)
    settle()
    (found,) = window.findChildren(ResponsesDialog)
    found.instrument.pick("safety-pulse")
    settle()
    return found


def chosen(dialog: ResponsesDialog) -> list[str]:
    return [choice.currentText() for choice in dialog.items.choices.values()]


def stored(desk: BenchDesk) -> list[tuple[int | None, ...]]:
    return sorted(sheet.codes for sheet in desk.workspace.read(stored_sheets, 1))


def said(within: QWidget) -> str:
    return " ".join(text.text() for text in within.findChildren(Text))


def take(dialog: ResponsesDialog, qtbot: QtBot) -> None:
    assert dialog.do_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()


def test_a_guess_is_marked_and_two_columns_change_places(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(desk, window, tmp_path, google(CODES, TITLES))
    assert chosen(dialog) == TITLES
    assert {note.text() for note in dialog.items.notes.values()} == {"guess"}
    dialog.items.choices["1"].pick("S2 (column 3)")
    settle()
    assert chosen(dialog) == ["S2", "S1", *TITLES[2:]]
    assert {note.text() for note in dialog.items.notes.values()} == {""}
    take(dialog, qtbot)
    assert stored(desk) == sorted((codes[1], codes[0], *codes[2:]) for codes in CODES)


def test_another_day_is_offered_where_a_wave_closed_today_and_a_taken_one_asked_about(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    take(opened(desk, window, tmp_path, google(CODES, TITLES)), qtbot)
    today = desk.clock.today()
    later = tmp_path / "later"
    later.mkdir()
    dialog = opened(desk, window, later, google([tuple(reversed(c)) for c in CODES], TITLES))
    assert dialog.closed_on.day == today - timedelta(days=1)
    dialog.wave.setText("Second")
    dialog.wave.editingFinished.emit()
    dialog.closed_on.show_day(today)
    dialog.closed_on.picked.emit()
    settle()
    assert "could not be told apart in time" in said(dialog.remarks)
    assert not dialog.do_button.isEnabled()
    dialog.closed_on.show_day(today - timedelta(days=2))
    dialog.closed_on.picked.emit()
    settle()
    assert dialog.remarks.isHidden() or "told apart" not in said(dialog.remarks)
    assert dialog.do_button.isEnabled()


def test_the_items_are_those_of_the_questionnaire_chosen(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(desk, window, tmp_path, google(CODES, TITLES))
    for key in ("loneliness-pulse", "ucla-3", "safety-pulse"):
        dialog.instrument.pick(key)
        settle()
        items = load_instrument(key).items
        assert all(item.shown in said(dialog.items) for item in items)
        assert len(dialog.items.choices) == len(items)


def test_an_item_without_a_column_keeps_the_answers_out(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(desk, window, tmp_path, google(CODES, TITLES))
    dialog.items.choices["3"].pick("")
    settle()
    assert chosen(dialog)[2] == "Choose a column"
    assert not dialog.do_button.isEnabled()
    dialog.items.choices["3"].pick("S3 (column 4)")
    settle()
    assert dialog.do_button.isEnabled()
    dialog.cancel()


def test_columns_that_are_asked_about_are_picked_one_by_one(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    both = [f"{letter}_{at}" for letter in "AB" for at in range(1, 8)]
    dialog = opened(desk, window, tmp_path, google([[*row, *row] for row in CODES], both))
    assert set(chosen(dialog)) == {"Choose a column"}
    for at in range(1, 8):
        assert not dialog.do_button.isEnabled()
        dialog.items.choices[str(at)].pick(f"B_{at} (column {at + 8})")
        settle()
    assert dialog.do_button.label == "Take 12 answers"
    assert dialog.do_button.isEnabled()
    dialog.cancel()


def test_what_an_answer_means_is_picked(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(
        desk, window, tmp_path, limesurvey([[f"A{one}" for one in row] for row in CODES])
    )
    for at in range(1, 8):
        dialog.presenter.pick_code(f"A{at}", str(8 - at))
        settle()
    assert dialog.labels.choices["A7"].currentText().startswith("1 ·")
    take(dialog, qtbot)
    assert stored(desk) == sorted(tuple(8 - one for one in codes) for codes in CODES)


def test_a_number_is_taken_for_another_answer_and_the_others_stay(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    recoded = [[9 if one == 7 else one for one in row] for row in CODES]
    dialog = opened(desk, window, tmp_path, google(recoded))
    assert not dialog.do_button.isEnabled()
    assert dialog.labels.notes["9"].text() == "no answer"
    assert dialog.labels.notes["3"].text() == "guess"
    dialog.labels.choices["9"].pick("7")
    settle()
    take(dialog, qtbot)
    assert stored(desk) == sorted(CODES)


def test_comments_and_departments_are_chosen_and_second_answers_settled(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = [[*row, "Ops" if at % 2 else "Sales", f"Word {at}"] for at, row in enumerate(CODES)]
    rows = microsoft(answers, [*ITEMS, "Team", "Why?"])
    dialog = opened(desk, window, tmp_path, [*rows, rows[1]])
    assert not dialog.do_button.isEnabled()
    buttons = dialog.remarks.findChildren(Button)
    next(one for one in buttons if one.label == "Only the latest").click()
    settle()
    dialog.comment.pick("Why? (column 14)")
    dialog.department.pick("Team (column 13)")
    settle()
    assert "Name" in dialog.dropped.text()
    assert "Why?" not in dialog.dropped.text()
    take(dialog, qtbot)
    assert len(desk.workspace.read(stored_comments, 1)) == 12
    assert {sheet.department for sheet in desk.workspace.read(stored_sheets, 1)} == {"Ops", "Sales"}


def test_a_wrong_linking_code_is_told_at_its_field(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(desk, window, tmp_path, google(CODES))
    qtbot.keyClicks(dialog.link, "A, B")
    qtbot.keyClick(dialog.link, Qt.Key.Key_Return)
    settle()
    assert "There is no column A" in dialog.link.accessibleDescription()
    assert not dialog.do_button.isEnabled()
    assert not desk.told
    dialog.cancel()


def test_an_answer_in_its_own_words_is_shown_and_fixed(
    desk: BenchDesk, window: QWidget, tmp_path: Path
) -> None:
    words = [["agree" if one > 4 else "ano" if one > 2 else 1 for one in row] for row in CODES]
    dialog = opened(desk, window, tmp_path, google(words))
    assert dialog.labels.notes["agree"].text() == "its own words"
    assert not dialog.labels.choices["agree"].isEnabled()
    dialog.labels.choices["ano"].pick("5")
    settle()
    assert dialog.labels.choices["ano"].isEnabled()
    assert dialog.labels.choices["ano"].key == "5"
    dialog.labels.choices["ano"].pick("3")
    settle()
    assert dialog.labels.choices["ano"].key == "3"
    dialog.cancel()


def test_an_answer_is_taken_for_none_and_back(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(desk, window, tmp_path, google(CODES))
    dialog.labels.choices["7"].pick("")
    settle()
    assert dialog.labels.notes["7"].text() == "no answer"
    assert dialog.do_button.isEnabled()
    dialog.labels.choices["7"].pick("7")
    settle()
    take(dialog, qtbot)
    assert stored(desk) == sorted(CODES)


def test_numbers_explained_the_other_way_round_are_read_so_on_a_button(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    turned = [[8 - one for one in codes] for codes in CODES]
    titles = [f"{item} (1 = strongly agree, 7 = strongly disagree)" for item in ITEMS]
    dialog = opened(desk, window, tmp_path, google(turned, titles))
    assert not dialog.do_button.isEnabled()
    next(one for one in dialog.remarks.findChildren(Button) if one.label == "Read them so").click()
    settle()
    assert dialog.codes.text() == "strongly agree=1,strongly disagree=7"
    assert dialog.labels.choices["1"].currentText().startswith("7 ·")
    take(dialog, qtbot)
    assert stored(desk) == sorted(CODES)


def test_a_scale_that_seems_shorter_is_confirmed_on_a_button(
    desk: BenchDesk, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    low = [[1 + one % 5 for one in codes] for codes in CODES]
    dialog = opened(desk, window, tmp_path, google(low))
    assert not dialog.do_button.isEnabled()
    buttons = dialog.remarks.findChildren(Button)
    next(one for one in buttons if one.label == "The numbers are right").click()
    settle()
    take(dialog, qtbot)
    assert stored(desk) == sorted(tuple(codes) for codes in low)
