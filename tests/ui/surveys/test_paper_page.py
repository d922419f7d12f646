"""Typing paper forms in by real keys: twice, compared, settled, stored, else never kept."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, ready_app, settle
from workbench.surveys.answer_queries import sealed_box, stored_comments, stored_sheets
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.paper_page import PaperPage
from workbench.ui.surveys.words_in_lines import set_lines

ENTER = Qt.Key.Key_Return
MARKER = "marker of a comment"


def open_form(desk: BenchDesk, **more: object) -> int:
    plan = AskingPlan("May", ("loneliness-pulse",), **{"invited": 30, **more})  # type: ignore[arg-type]
    number = desk.workspace.perform(plan_asking, desk.community, plan).value
    desk.workspace.perform(open_asking, number)
    return number


def opened(desk: BenchDesk, number: int) -> PaperPage:
    page = desk.open(PaperPage)
    assert isinstance(page, PaperPage)
    page.arrive(asking=number)
    page.take_focus()
    settle()
    return page


def type_sheets(qtbot: QtBot, page: PaperPage, *sheets: str) -> None:
    for sheet in sheets:
        qtbot.keyClicks(page.sheet, sheet)
        qtbot.keyClick(page.sheet, ENTER)


def button(within: QWidget, label: str) -> Button:
    return next(b for b in within.findChildren(Button) if b.label == label and b.isVisible())


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    qtbot.mouseClick(button(within, label), Qt.MouseButton.LeftButton)
    settle()


def dialog_of(page: PaperPage) -> Dialog:
    return next(d for d in page.window().findChildren(Dialog) if d.isVisible())


def said(within: QWidget) -> str:
    return " ".join(one.text() for one in within.findChildren(Text))


def stored(desk: BenchDesk, number: int) -> list[tuple[int | None, ...]]:
    (wave,) = desk.workspace.read(asking_row, number).waves
    return sorted((sheet.codes for sheet in desk.workspace.read(stored_sheets, wave.id)), key=str)


def test_five_sheets_typed_twice_are_stored(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk)
    page = opened(desk, number)
    type_sheets(qtbot, page, "111", "222", "333", "12 ", "130", "03")
    assert "1 more on this sheet" in page.told.text()
    qtbot.keyClick(page.sheet, ENTER)
    qtbot.keyClick(page.sheet, ENTER)
    assert "Nothing is typed on this sheet" in page.told.text()
    page.steps.choose("second")
    type_sheets(qtbot, page, "030", "130", "333", "12 ", "111", "222")
    before = Path(desk.workspace.path).read_bytes()
    page.steps.choose("compare")
    assert "agree on 6 sheets" in page.told.text()
    assert Path(desk.workspace.path).read_bytes() == before
    press(qtbot, page, "Store the sheets")
    assert not desk.told
    assert len(stored(desk, number)) == 6
    assert (None, 3, None) in stored(desk, number)
    assert desk.workspace.read(asking_row, number).waves[0].came_by[1][1] == 6
    assert desk.went[-1][0] == "surveys"
    assert not page.presenter.holds
    assert page.may_leave()


def test_a_slip_is_settled_against_the_paper(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk)
    page = opened(desk, number)
    type_sheets(qtbot, page, "111", "222", "333", "123", "321")
    page.steps.choose("second")
    type_sheets(qtbot, page, "321", "222", "333", "133", "111")
    page.steps.choose("compare")
    assert "1 of 1 to look at" in page.told.text()
    assert page.sheet.place == 1
    assert "First 2 now and then, then 3 often" in page.legend.text()
    qtbot.keyClick(page.sheet, ENTER)
    assert page.presenter.settling is not None
    assert page.presenter.settling.now is not None
    qtbot.keyClicks(page.sheet, "3")
    qtbot.keyClick(page.sheet, ENTER)
    settle()
    press(qtbot, page, "Store the sheets")
    assert (1, 3, 3) in stored(desk, number)
    assert (1, 2, 3) not in stored(desk, number)


def test_a_sheet_typed_once_is_kept_or_left_out(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk)
    page = opened(desk, number)
    type_sheets(qtbot, page, "111", "111", "222", "333", "123", "321")
    page.steps.choose("second")
    type_sheets(qtbot, page, "321", "222", "333", "123", "111", "300")
    page.steps.choose("compare")
    assert page.presenter.settling is not None
    assert page.presenter.settling.many == 2
    qtbot.keyClick(page.sheet, Qt.Key.Key_Delete)
    qtbot.keyClick(page.sheet, ENTER)
    settle()
    press(qtbot, page, "Store the sheets")
    assert len(stored(desk, number)) == 6
    assert (3, None, None) in stored(desk, number)
    assert stored(desk, number).count((1, 1, 1)) == 1


def test_department_code_and_comment_are_typed_too(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(
        desk, departments=("Sales", "Support"), asks_comment=True,
        code_parts=("Street", "Pet", "Month", "Colour"),
    )  # fmt: skip
    page = opened(desk, number)
    for time in ("first", "second"):
        page.steps.choose(time)
        for sheet, word in (("1231", "elm"), ("2220", "oak"), ("1112", "ash"), ("3332", "fir"),
                            ("1321", "yew")):  # fmt: skip
            qtbot.keyClicks(page.sheet, sheet)
            for part in page.fields.parts:
                qtbot.keyClicks(part, word if time == "first" else word.upper())
            if time == "first" and word == "elm":
                assert page.fields.comment is not None
                qtbot.keyClicks(page.fields.comment, MARKER)
            qtbot.keyClick(page.fields.parts[-1], ENTER)
            assert page.fields.code == ("", "", "", "")
            assert not page.fields.said
    page.steps.choose("compare")
    press(qtbot, page, "Store the sheets")
    assert not desk.told
    (wave,) = desk.workspace.read(asking_row, number).waves
    kept = desk.workspace.read(stored_sheets, wave.id)
    assert sorted(sheet.department for sheet in kept) == [
        "",
        "Sales",
        "Sales",
        "Support",
        "Support",
    ]
    assert all(sheet.link for sheet in kept)
    assert [*desk.workspace.read(stored_comments, wave.id)] == [MARKER]


def test_a_code_that_differs_is_typed_anew(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk, code_parts=("Street", "Pet", "Month", "Colour"))
    page = opened(desk, number)
    for time, pet in (("first", "Rex"), ("second", "Max")):
        page.steps.choose(time)
        qtbot.keyClicks(page.sheet, "123")
        for part, word in zip(page.fields.parts, ("Elm", pet, "May", "Red"), strict=True):
            qtbot.keyClicks(part, word)
        qtbot.keyClick(page.fields.parts[-1], ENTER)
    page.steps.choose("compare")
    assert [part.isVisible() for part in page.fields.parts] == [False, True, False, False]
    page.fields.parts[1].clear()
    qtbot.keyClicks(page.fields.parts[1], "Max")
    qtbot.keyClick(page.fields.parts[1], ENTER)
    assert page.presenter.settling is not None
    assert page.presenter.settling.sheets[0].code == ("Elm", "Max", "May", "Red")


@pytest.mark.parametrize("sealed", [True, False])
def test_too_few_are_sealed_or_thrown_away(desk: BenchDesk, qtbot: QtBot, *, sealed: bool) -> None:
    number = open_form(desk)
    page = opened(desk, number)
    type_sheets(qtbot, page, "111", "222")
    page.steps.choose("second")
    type_sheets(qtbot, page, "222", "111")
    page.steps.choose("compare")
    press(qtbot, page, "Store the sheets")
    question = dialog_of(page)
    press(qtbot, question, "Keep them sealed" if sealed else "Throw the answers away")
    assert stored(desk, number) == []
    assert (desk.workspace.read(sealed_box, number) is not None) is sealed
    assert not page.presenter.holds
    assert desk.went[-1][0] == "surveys"


def test_more_than_were_invited_are_asked_about_and_stored(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk, invited=5)
    page = opened(desk, number)
    heap = ("111", "222", "333", "123", "321", "213")
    type_sheets(qtbot, page, *heap)
    page.steps.choose("second")
    type_sheets(qtbot, page, *heap)
    page.steps.choose("compare")
    press(qtbot, page, "Store the sheets")
    press(qtbot, dialog_of(page), "Cancel")
    assert stored(desk, number) == []
    assert page.presenter.holds
    assert page.presenter.settling is not None
    assert len(page.presenter.settling.sheets) == 6
    press(qtbot, page, "Store the sheets")
    assert "6 people answered, 5 were invited" in said(dialog_of(page))
    press(qtbot, dialog_of(page), "Correct to 6")
    assert len(stored(desk, number)) == 6
    assert desk.workspace.read(asking_row, number).waves[0].invited == 6


@pytest.mark.parametrize("sealed", [True, False])
def test_one_questionnaire_with_too_few_does_not_hold_up_the_other(
    desk: BenchDesk, qtbot: QtBot, *, sealed: bool
) -> None:
    plan = AskingPlan("May", ("loneliness-pulse", "transfer-item"), invited=30)
    number = desk.workspace.perform(plan_asking, desk.community, plan).value
    desk.workspace.perform(open_asking, number)
    page = opened(desk, number)
    heap = ("1111", "222 ", "333 ", "123 ", "321 ")
    for step in ("first", "second"):
        page.steps.choose(step)
        type_sheets(qtbot, page, *heap)
    page.steps.choose("compare")
    press(qtbot, page, "Store the sheets")
    assert "Fewer than 5 answered " in said(dialog_of(page))
    press(qtbot, dialog_of(page), "Keep the few sealed" if sealed else "Throw the few away")
    pulse, item = desk.workspace.read(asking_row, number).waves
    held = [len(desk.workspace.read(stored_sheets, wave.id)) for wave in (pulse, item)]
    assert held == [5, 0]
    assert (desk.workspace.read(sealed_box, number) is not None) is sealed


def test_steps_wait_for_what_they_need(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    page.steps.choose("second")
    assert page.steps.key == "first"
    assert "Type the heap the first time" in page.told.text()
    type_sheets(qtbot, page, "111")
    page.steps.choose("compare")
    assert page.steps.key == "first"
    assert "a second time (1 sheet)" in page.told.text()
    qtbot.keyClicks(page.sheet, "1")
    page.steps.choose("second")
    assert "End this sheet with Enter first" in page.told.text()


def test_keys_go_back_and_open_the_last_sheet_again(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    qtbot.keyClicks(page.sheet, "12")
    qtbot.keyClick(page.sheet, Qt.Key.Key_Backspace)
    qtbot.keyClicks(page.sheet, "39")
    entry = page.presenter.entry
    assert entry is not None
    assert (entry.values, entry.place) == ([1, 3, None], 2)
    qtbot.keyClicks(page.sheet, "3")
    qtbot.keyClick(page.sheet, ENTER)
    press(qtbot, page, "Last sheet again")
    assert (entry.values, entry.heaps["first"]) == ([1, 3, 3], [])
    page.sheet.setFocus()
    qtbot.keyClick(page.sheet, Qt.Key.Key_Up)
    qtbot.keyClicks(page.sheet, "1")
    assert entry.values == [1, 3, 1]


def test_boxes_can_be_clicked(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    where = page.sheet.box_of(1, 2).center().toPoint()
    qtbot.mouseClick(page.sheet, Qt.MouseButton.LeftButton, pos=where)
    entry = page.presenter.entry
    assert entry is not None
    assert entry.values == [None, 3, None]
    qtbot.mouseClick(page.sheet, Qt.MouseButton.LeftButton, pos=where)
    assert entry.values == [None, None, None]


def test_leaving_asks_and_forgets(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    assert page.may_leave()
    type_sheets(qtbot, page, "123")
    assert not page.may_leave()
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Escape)
    settle()
    assert page.presenter.holds
    assert not page.may_leave()
    press(qtbot, dialog_of(page), "Forget and leave")
    assert not page.presenter.holds
    assert desk.went[-1][0] == "surveys"


def test_nothing_is_left_when_the_page_is_let_go(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    type_sheets(qtbot, page, "123", "321")
    presenter, entry = page.presenter, page.presenter.entry
    assert entry is not None
    assert entry.heaps["first"]
    desk.pages.clear()
    page.deleteLater()
    del page
    settle()
    gc.collect()
    assert not entry.heaps["first"]
    assert not presenter.holds
    assert "123" not in repr(entry)


def test_what_is_typed_stays_while_others_change_the_wave(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, open_form(desk))
    type_sheets(qtbot, page, "123")
    page.reload()
    settle()
    assert page.presenter.entry is not None
    assert len(page.presenter.entry.heaps["first"]) == 1


def test_a_wave_that_is_not_open_is_refused(desk: BenchDesk) -> None:
    plan = AskingPlan("June", ("loneliness-pulse",))
    number = desk.workspace.perform(plan_asking, desk.community, plan).value
    page = desk.open(PaperPage)
    assert isinstance(page, PaperPage)
    assert page.stack.currentIndex() == 1
    page.arrive(asking=number)
    assert "so no forms can be typed in" in str(desk.told[0])


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1440, 900)])
def test_no_statement_is_cut_at_twice_the_text_size(
    desk: BenchDesk, qtbot: QtBot, width: int, height: int
) -> None:
    ready_app(scale=2.0)
    try:
        number = open_form(desk)
        page = desk.open(PaperPage, width, height)
        assert isinstance(page, PaperPage)
        page.arrive(asking=number)
        page.take_focus()
        settle()
        sheet = page.sheet
        assert sheet.height() >= sheet.sizeHint().height()
        for place, line in enumerate(sheet._lines):
            row, room = sheet.row_of(place), sheet._words_room(line)[1]
            words, high = set_lines(line.text, room, role="strong")
            assert high <= row.height()
            assert all(
                words.lineAt(at).naturalTextWidth() <= room for at in range(words.lineCount())
            )
            assert row.contains(sheet.box_of(place, len(line.options) - 1))
            assert sheet._words_room(line)[0] + room <= sheet.box_of(place, 0).left()
        assert sheet.row_of(1).top() >= sheet.row_of(0).bottom()
        qtbot.mouseClick(
            sheet, Qt.MouseButton.LeftButton, pos=sheet.box_of(1, 2).center().toPoint()
        )
        assert page.presenter.entry is not None
        assert page.presenter.entry.values[1] is not None
    finally:
        ready_app()
