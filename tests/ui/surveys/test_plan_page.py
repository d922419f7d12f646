"""The planning page with real keys: what is asked, what it can find, what is promised."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.words import Means, WaveState
from workbench.surveys.asking_queries import AskingRow, askings
from workbench.surveys.closing import delete_asking_for_good
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.plan_page import PlanPage


def opened(desk: BenchDesk, width: int = 1440) -> PlanPage:
    page = desk.open(PlanPage, width, 900)
    assert isinstance(page, PlanPage)
    settle()
    return page


def kept(desk: BenchDesk) -> AskingRow:
    return desk.workspace.read(askings, desk.community)[-1]


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    found = next(b for b in within.findChildren(Button) if b.label == label and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def dialog_of(page: PlanPage) -> Dialog:
    return next(d for d in page.window().findChildren(Dialog) if d.isVisible())


def tick(qtbot: QtBot, check: QWidget) -> None:
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    settle()


def said(within: QWidget) -> str:
    return " ".join(text.text() for text in within.findChildren(Text) if text.isVisibleTo(within))


def test_a_new_wave_goes_on_with_what_was_asked(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    assert page.what.instruments == ("safety-pulse",)
    assert page.header.title.text() == "October wave"
    assert "7 lines, about 2 minutes" in said(page.what)
    assert page.who.invited.value == 48
    assert page.finds.expected.value == 34


def test_what_an_open_wave_asks_is_said_and_left_out_of_a_new_one(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    rows = sample_desk.workspace.read(askings, sample_desk.community)
    (still_open,) = [row for row in rows if row.state is WaveState.OPEN]
    page = opened(sample_desk)
    row = page.what.rows["loneliness-pulse"]
    (chip,) = row.findChildren(Chip)
    assert chip.text == f"open in {still_open.label}"
    assert f"Close {still_open.label} before" in row.note.text()
    press(qtbot, page, "Open the wave")
    press(qtbot, dialog_of(page), "Open the wave")
    assert not sample_desk.told
    assert kept(sample_desk).state is WaveState.OPEN


def test_work_on_a_plan_begins_in_its_name(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    page.take_focus()
    assert page.window().focusWidget() is page.label
    assert page.label.selectedText() == "October"


def test_the_page_says_what_the_wave_can_find(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    assert page.finds.said.text() == (
        "With 34 answers you would see a change of 0.4 or more 4 times in 5."
    )
    tick(qtbot, page.what.rows["loneliness-pulse"].check)
    assert "Loneliness pulse: 1.0 of 6 points." in said(page.finds)
    assert "A change of 0.3 is too small for any one wave here" in said(page.finds)
    page.finds.expected.setFocus()
    qtbot.keyClicks(page.finds.expected, "10")
    assert page.finds.said.text().startswith("With 10 answers you would see a change of 0.8")
    assert "0.8 with 10" in page.finds.curve.accessibleName()


def test_no_more_can_answer_than_are_invited(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.who.invited.setFocus()
    qtbot.keyClicks(page.who.invited, "16")
    assert page.finds.expected.value == 16
    assert "of 16 answer" in said(page.finds)
    page.who.invited.clearFocus()
    page.who.invited.setFocus()
    qtbot.keyClicks(page.who.invited, "60")
    assert page.finds.expected.value == 34
    page.finds.expected.set_value(0)
    assert "Put in how many answers you expect" in said(page.finds)
    assert "before the first wave" not in said(page.finds)


def test_how_often_people_came_is_asked_kept_and_still_ticked(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    assert not page.what.attended.on
    tick(qtbot, page.what.attended.check)
    page.label.setText("November")
    page.save()
    settle()
    asking = next(
        row
        for row in sample_desk.workspace.read(askings, sample_desk.community)
        if row.plan.label == "November"
    )
    assert asking.plan.asks_attendance
    again = opened(sample_desk)
    again.arrive(asking=asking.id)
    settle()
    assert again.what.attended.on


def test_a_plan_is_kept_changed_and_opened_by_keys(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.label.setFocus()
    page.label.selectAll()
    qtbot.keyClicks(page.label, "December")
    page.finds.lines["safety-pulse"].setText("0,4")
    page.promise.own.setPlainText("We ask so that meetings get better.")
    press(qtbot, page, "Save plan")
    row = kept(sample_desk)
    assert (row.label, row.state) == ("December", WaveState.PLANNED)
    assert row.plan.instruments == ("safety-pulse",)
    assert row.plan.change_that_matters == {"safety-pulse": 0.4}
    assert row.plan.means == {Means.LAPTOP, Means.PAPER}
    assert row.plan.expected_answers == 34

    tick(qtbot, page.what.comment.check)
    page.who.least.setFocus()
    qtbot.keyClick(page.who.least, Qt.Key.Key_Up)
    assert "groups of 6 or more" in page.promise.facts.text()
    press(qtbot, page, "Open the wave")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    opened_row = kept(sample_desk)
    assert opened_row.id == row.id
    assert (opened_row.state, opened_row.plan.asks_comment) == (WaveState.OPEN, True)
    (wave,) = opened_row.waves
    assert wave.minimum_group == 6
    assert wave.can_find == pytest.approx(0.4, abs=0.05)
    assert wave.can_find_said == page.finds.said.text()
    assert "groups of 6 or more" in opened_row.plan.promise
    assert opened_row.plan.promise.endswith("We ask so that meetings get better.")
    assert sample_desk.went == [("surveys", {"asking": row.id})]
    assert sample_desk.told == []


def test_two_small_departments_are_joined_and_parted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    assert "Finance has 4 members: with 6 choices, 2 would stay hidden." in said(page.what)
    assert page.what.departments == ()
    press(qtbot, page.what, "Join People and Finance")
    assert "People or Finance" in page.what.departments
    assert len(page.what.departments) == 5
    assert "would stay hidden" not in said(page.what)
    press(qtbot, page.what, "Part again")
    assert len(page.what.departments) == 6


def test_a_joined_choice_comes_back_with_the_plan(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    press(qtbot, page.what, "Join People and Finance")
    page.label.setText("December")
    press(qtbot, page, "Save plan")
    again = opened(sample_desk)
    again.arrive(asking=kept(sample_desk).id)
    settle()
    assert again.label.text() == "December"
    assert "People or Finance" in again.what.departments
    assert "would stay hidden" not in said(again.what)


def test_a_published_key_can_only_be_asked_from_a_file(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    ucla = next(one for one in page.what._rest() if one.instrument.id == "ucla-3")
    page.what.add_published(ucla)
    settle()
    assert "ucla-3" in page.what.instruments
    assert page.means.means == frozenset()
    assert not page.print_button.isEnabled()
    page.label.setText("December")
    press(qtbot, page, "Save plan")
    assert "no way to answer" in said(page.means)
    tick(qtbot, page.means.rows[Means.FILE].check)
    press(qtbot, page, "Save plan")
    assert kept(sample_desk).plan.means == {Means.FILE}


def test_a_linking_code_is_explained_and_needs_four_questions(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    assert page.what.code.questions == ()
    tick(qtbot, page.what.code.row.check)
    assert "pseudonymous" in said(page.what.code)
    assert "anonymous" not in said(page).replace("pseudonymous", "")
    assert len(page.what.code.questions) == 4
    page.what.code.lines[0].clear()
    page.label.setText("December")
    press(qtbot, page, "Save plan")
    assert "needs 4 or 5 questions, not 3" in said(page.what.code)
    assert kept(sample_desk).label != "December"


def test_a_promise_of_anonymity_is_told_as_it_is_typed_and_never_opens(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.label.setText("December")
    page.promise.own.setFocus()
    qtbot.keyClicks(page.promise.own, "This is anonymous.")
    assert "say confidential" in said(page.promise)
    press(qtbot, page, "Open the wave")
    press(qtbot, dialog_of(page), "Open the wave")
    assert (kept(sample_desk).label, kept(sample_desk).state) == ("December", WaveState.PLANNED)
    assert "say confidential" in page.promise.own.accessibleDescription()
    assert sample_desk.told == []
    page.promise.own.setPlainText("Thank you.")
    press(qtbot, page, "Open the wave")
    press(qtbot, dialog_of(page), "Open the wave")
    assert (kept(sample_desk).label, kept(sample_desk).state) == ("December", WaveState.OPEN)


@pytest.mark.parametrize(("label", "problem"), [(" ", "no name"), ("september", "already has")])
def test_a_name_that_cannot_be_is_told_at_its_field(
    sample_desk: BenchDesk, qtbot: QtBot, label: str, problem: str
) -> None:
    page = opened(sample_desk)
    page.label.setText(label)
    press(qtbot, page, "Save plan")
    assert problem in page.label.accessibleDescription()
    assert sample_desk.told == []


def test_words_for_points_are_told_at_their_field(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    line = page.finds.lines["safety-pulse"]
    line.setText("much")
    press(qtbot, page, "Save plan")
    assert "not a number of points" in line.accessibleDescription()
    assert kept(sample_desk).label == "Pulse after session 16"


def test_the_smallest_group_is_never_lowered(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.who.least.setFocus()
    qtbot.keyClick(page.who.least, Qt.Key.Key_Down)
    qtbot.keyClicks(page.who.least, "3")
    assert page.who.least.value == 5


def test_few_invited_are_warned(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    page.who.invited.setFocus()
    qtbot.keyClicks(page.who.invited, "7")
    assert "Fewer than 10 invited: this wave may show nothing." in said(page.who)
    assert page.what.instruments == ()
    page.label.setText("First")
    tick(qtbot, page.what.rows["safety-pulse"].check)
    assert "Nothing can be said before the first wave" in said(page.finds)
    assert not page.what.department.check.isEnabled()
    press(qtbot, page, "Save plan")
    assert kept(desk).plan.invited == 7


def test_a_wave_that_is_open_already_is_shown_among_the_others(sample_desk: BenchDesk) -> None:
    page = opened(sample_desk)
    number = kept(sample_desk).id
    page.arrive(asking=number)
    assert sample_desk.went == [("surveys", {"asking": number})]


def test_what_was_not_kept_is_still_there_and_a_new_wave_begins_anew(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.label.setText("December")
    tick(qtbot, page.what.comment.check)
    press(qtbot, page.what, "Write your own")
    assert sample_desk.went == [("questionnaires", {})]
    page.arrive()
    settle()
    assert (page.label.text(), page.what.comment.on) == ("December", True)
    press(qtbot, page, "Save plan")
    page.arrive()
    settle()
    assert (page.label.text(), page.what.comment.on) == ("October", False)


def test_a_plan_that_was_deleted_meanwhile_is_begun_anew(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.label.setText("December")
    press(qtbot, page, "Save plan")
    delete_asking_for_good(sample_desk.workspace, kept(sample_desk).id)
    page.reload()
    settle()
    assert sample_desk.told == []
    assert (page.label.text(), page.presenter.asking_id) == ("October", 0)


def test_the_form_is_printed_as_it_is_planned(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def take(_over: QWidget, pages: Sequence[bytes], _paper: str, name: str) -> bool:
        sent.append(f"{name}: {len(pages)}")
        return True

    monkeypatch.setattr("workbench.ui.kit.printing.print_on_paper", take)
    page = opened(sample_desk)
    page.label.setText("December")
    press(qtbot, page, "Print form")
    assert sent == ["Bridges December: 1"]


def test_the_form_stands_beside_the_plan_or_in_a_tab(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    wide = opened(sample_desk)
    assert wide.preview.isVisible()
    assert not wide.faces.isVisible()
    qtbot.waitUntil(wide.settled, timeout=20_000)
    assert "Some topics" in wide.preview.sheet._area.accessibleDescription()
    narrow = opened(sample_desk, 1024)
    assert not narrow.preview.isVisible()
    narrow.faces.setFocus()
    qtbot.keyClick(narrow.faces, Qt.Key.Key_Right)
    assert narrow.preview.isVisible()
    assert not narrow._area.isVisible()


def test_the_first_question_is_shown_as_on_this_laptop(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk)
    page.preview.kinds.setFocus()
    qtbot.keyClick(page.preview.kinds, Qt.Key.Key_Right)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert "Some topics" in page.preview.laptop.accessibleName()
    shown = page.preview.laptop.grab().toImage()
    colours = {shown.pixel(x, y) for x in range(40, 400, 3) for y in range(30, 300, 3)}
    assert len(colours) > 20  # words and tiles, not an empty ground


def test_a_click_on_the_words_ticks_a_row(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    row = page.what.comment
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() // 2, 8))
    assert row.on
