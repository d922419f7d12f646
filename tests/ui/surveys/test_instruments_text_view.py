"""A questionnaire as text: checked while it is written, led to the line, kept as a version."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.surveys.asking_actions import open_wave, plan_wave
from workbench.surveys.instrument_actions import keep_own
from workbench.surveys.instrument_queries import InstrumentRow, instrument_row, instrument_rows
from workbench.surveys.instruments import load_instrument
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.kit.dialog import Dialog
from workbench.ui.surveys.instruments_page import InstrumentsPage
from workbench.ui.surveys.instruments_text_view import TextView

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(desk: BenchDesk, key: str = "") -> tuple[InstrumentsPage, TextView]:
    page = desk.open(InstrumentsPage)
    assert isinstance(page, InstrumentsPage)
    if key:
        page.arrive(key=key)
        page.as_text()
    else:
        page.new_text()
    return page, page.window().findChildren(TextView)[-1]


def listed(view: TextView) -> list[str]:
    return [view.problems.item(row).text() for row in range(view.problems.count())]


def line_with(view: TextView, words: str) -> int:
    lines = view.editor.text.split("\n")
    return next(place for place, line in enumerate(lines, 1) if words in line)


def replace(view: TextView, old: str, new: str) -> None:
    assert old in view.editor.text
    view.editor.setPlainText(view.editor.text.replace(old, new, 1))


def stored(desk: BenchDesk, key: str) -> InstrumentRow:
    return desk.workspace.read(instrument_row, key)


def many(desk: BenchDesk) -> int:
    return len(desk.workspace.read(instrument_rows))


def test_a_new_one_is_written_as_text(desk: BenchDesk) -> None:
    page, view = opened(desk)
    assert view.problems.isHidden()
    assert view.effect.text() == "No problems. Kept as own-questionnaire, version 1."
    replace(view, 'title = "Our own questions"', 'title = "How we meet"')
    view.accept()
    row = stored(desk, "own-questionnaire")
    assert row.instrument.title == "How we meet"
    assert row.text.startswith("# What stands after")
    assert page.presenter.chosen_key == "own-questionnaire"
    assert desk.said == ["Kept own-questionnaire, version 1."]


def test_problems_come_after_a_pause_each_with_its_line(desk: BenchDesk, qtbot: QtBot) -> None:
    _page, view = opened(desk)
    line = line_with(view, "at_least = 2")
    view.editor.go_to(line)
    QTest.keyClick(view.editor, Qt.Key.Key_End)
    QTest.keyClicks(view.editor, "0")
    assert view.editor.marked == frozenset()
    qtbot.waitUntil(lambda: view.editor.marked == {line})
    words = f"Line {line}, missing, at_least: It must lie between 1 and the number of items, 2."
    assert listed(view) == [words]
    assert view.effect.text() == words
    assert view.editor.accessibleDescription() == f"1 problem, the first in line {line}"
    QTest.keyClick(view.editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: view.editor.marked == frozenset())
    assert view.problems.isHidden()


def test_enter_or_a_press_on_a_problem_leads_to_its_line(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    replace(view, 'scoring = "mean"', 'scoring = "median"')
    replace(view, "code = 5", "code = 4")
    view.check()
    lines = [line_with(view, "median"), line_with(view, "strongly agree") - 1]
    assert view.editor.marked == set(lines)
    view.problems.setFocus()
    view.problems.setCurrentRow(1)
    QTest.keyClick(view.problems, Qt.Key.Key_Return)
    assert view.editor.line == lines[1]
    item = view.problems.visualItemRect(view.problems.item(0))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.problems.viewport(), left, pos=item.center())
    assert view.editor.line == lines[0]
    view.editor.go_to(1)
    assert view.effect.text() == "2 problems keep this from being a questionnaire."


def test_nothing_is_kept_while_anything_is_wrong(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    before = many(desk)
    replace(view, "version = 1", "version: 1")
    QTest.keyClick(view.editor, Qt.Key.Key_Return, CTRL)
    assert view.isVisible()
    assert view.editor.line == line_with(view, "version: 1")
    assert 'Write "=" after the name' in view.effect.text()
    assert many(desk) == before


def test_ones_own_becomes_the_next_version_with_the_notes_in_it(desk: BenchDesk) -> None:
    opened(desk)[1].accept()
    _page, view = opened(desk, "own-questionnaire")
    assert "version = 2\n" in view.editor.text
    view.accept()
    assert "Nothing differs from version 1" in view.effect.text()
    replace(view, "when I am away", "when I am not there")
    view.check()
    view.editor.go_to(1)
    assert view.effect.text().endswith("version 2: a new trend.")
    view.accept()
    row = stored(desk, "own-questionnaire")
    assert row.versions == (1, 2)
    assert "number sign is a note" in row.text


def test_a_version_that_is_taken_is_told_at_its_line(desk: BenchDesk) -> None:
    opened(desk)[1].accept()
    _page, view = opened(desk, "own-questionnaire")
    replace(view, "version = 2", "version = 1")
    replace(view, "when I am away", "when I am not there")
    view.accept()
    assert view.editor.line == line_with(view, "version = 1")
    assert "is already here and differs" in view.effect.text()


def test_one_of_the_program_is_opened_as_a_copy(desk: BenchDesk) -> None:
    before = load_instrument("ucla-3")
    page, view = opened(desk, "ucla-3")
    view.accept()
    copied = stored(desk, "ucla-3-own").instrument
    assert (copied.items, copied.anchors) == (before.items, before.anchors)
    assert not copied.validated
    assert stored(desk, "ucla-3").versions == (1,)
    assert page.presenter.chosen_key == "ucla-3-own"


def test_it_is_kept_once_and_an_answer_that_comes_late_harms_nothing(
    desk: BenchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _page, view = opened(desk)
    waiting: list[tuple[Any, ...]] = []
    run = desk.run
    monkeypatch.setattr(desk, "run", lambda *job: waiting.append(job))
    view.accept()
    view.accept()
    assert len(waiting) == 1
    view.cancel()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    monkeypatch.undo()
    run(*waiting.pop())
    assert desk.said == ["Kept own-questionnaire, version 1."]
    assert desk.told == []


def test_a_refusal_leaves_the_text_to_be_kept_later(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    desk.workspace.perform(keep_own, view.editor.text)
    planned = plan_wave, desk.community, "own-questionnaire", WavePlan("May")
    desk.workspace.perform(open_wave, desk.workspace.perform(*planned).value)
    replace(view, "version = 1", "version = 2")
    view.accept()
    assert "The wave May of Our own questions is open." in str(desk.told[-1])
    assert view.isVisible()
    assert view.do_button.isEnabled()


def test_it_is_not_opened_while_people_answer(desk: BenchDesk) -> None:
    page, view = opened(desk)
    view.accept()
    planned = plan_wave, desk.community, "own-questionnaire", WavePlan("May")
    desk.workspace.perform(open_wave, desk.workspace.perform(*planned).value)
    page.arrive(key="own-questionnaire")
    views = len(page.window().findChildren(TextView))
    page.as_text()
    assert len(page.window().findChildren(TextView)) == views


def test_what_was_written_is_not_left_without_asking(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    QTest.keyClicks(view.editor, "# ")
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert view.isVisible()
    asking = next(d for d in view.window().findChildren(Dialog) if "Leave what" in d.title.text())
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert not view.may_go()
    asking = [d for d in view.window().findChildren(Dialog) if d.isVisible()][-1]
    asking.accept()
    assert not view.isVisible()


def test_a_paste_that_is_too_long_is_refused(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    before = view.editor.text
    pasted = QMimeData()
    pasted.setText("x" * 300_000)
    view.editor.insertFromMimeData(pasted)
    assert view.editor.text == before
    assert "300,000 signs are the most" in view.effect.text()


def test_the_text_is_kept_to_the_letter(desk: BenchDesk) -> None:
    _page, view = opened(desk)
    view.editor.go_to(1)
    QTest.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    view.editor.insertPlainText('recall2 = "a\u00a0b"')
    lines = view.editor.text.split("\n")
    assert lines[0] == ""
    assert lines[1].startswith('recall2 = "a\u00a0b"')
