"""Own notes on the charts and open questions, written with the keys and gone with the names."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.communities.chart_note_actions import add_chart_note
from workbench.communities.chart_note_queries import chart_notes
from workbench.communities.note_rules import NoteDraft, QuestionDraft
from workbench.communities.question_actions import add_question
from workbench.communities.question_queries import open_questions, questions
from workbench.foundation.words import ChartSeries
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.insights.note_form import NoteForm
from workbench.ui.insights.questions_card import QuestionForm, QuestionsCard, SettleQuestion
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier
AUGUST = date(2026, 8, 20)
Form = TypeVar("Form", bound=Dialog)


def opened(desk: BenchDesk, qtbot: QtBot) -> InsightsPage:
    page = desk.open(InsightsPage, 1440, 900)
    assert isinstance(page, InsightsPage)
    wait(page, qtbot)
    return page


def wait(page: InsightsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.settled, timeout=20_000)


def form_of(page: InsightsPage, kind: type[Form]) -> Form:
    (form,) = [each for each in page.window().findChildren(kind) if each.isVisible()]
    return form


def named(page: InsightsPage, name: str) -> QAbstractButton:
    (button,) = [
        each
        for each in page.window().findChildren(QAbstractButton)
        if each.accessibleName() == name and not each.isHidden()
    ]
    return button


def said(page: InsightsPage) -> list[str]:
    return [text.text() for text in page.reading.findChildren(Text) if not text.isHidden()]


def test_a_note_is_put_on_a_point_with_the_keys(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(page.chart, key)
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    form = form_of(page, NoteForm)
    assert (form.chart.key, form.day.day) == ("attendance:", date(2026, 10, 1))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "has no words" in form.words.accessibleDescription()
    qtbot.keyClicks(form.words, "The train did not run.")
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    (note,) = sample_desk.workspace.read(chart_notes, sample_desk.community)
    assert (note.series, note.noted_on) == (ChartSeries.ATTENDANCE, date(2026, 10, 1))
    shown = page.presenter.shown
    assert shown is not None
    (mark,) = shown.chart.panels[2].notes
    assert (mark.number, mark.on) == (1, date(2026, 10, 1))
    assert shown.bare.panels[2].notes == ()
    assert "The train did not run." in said(page)
    assert "The train" not in page.presenter.words()


def test_a_note_is_changed_and_deleted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    draft = NoteDraft(ChartSeries.ATTENDANCE, AUGUST, "Heat wave.")
    sample_desk.workspace.perform(add_chart_note, sample_desk.community, draft)
    page = opened(sample_desk, qtbot)
    named(page, "Edit note 1").click()
    form = form_of(page, NoteForm)
    form.chart.pick("safety:")
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    (note,) = sample_desk.workspace.read(chart_notes, sample_desk.community)
    assert note.series is ChartSeries.SAFETY
    named(page, "Edit note 1").click()
    named(page, "Delete note").click()
    wait(page, qtbot)
    assert sample_desk.workspace.read(chart_notes, sample_desk.community) == []
    sample_desk.undo()
    assert len(sample_desk.workspace.read(chart_notes, sample_desk.community)) == 1
    wait(page, qtbot)


def test_notes_are_numbered_by_their_days_and_leave_with_their_range(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    for series, day in ((ChartSeries.ATTENDANCE, AUGUST), (ChartSeries.SAFETY, date(2026, 1, 27))):
        draft = NoteDraft(series, day, f"On {series}")
        sample_desk.workspace.perform(add_chart_note, sample_desk.community, draft)
    page = opened(sample_desk, qtbot)
    shown = page.presenter.shown
    assert shown is not None
    assert [(one.number, one.chart) for one in shown.said.notes] == [
        (1, "Psychological safety"),
        (2, "Attendance"),
    ]
    page.presenter.choose_range("6 months")
    wait(page, qtbot)
    shown = page.presenter.shown
    assert shown is not None
    assert [(one.number, one.row.text) for one in shown.said.notes] == [(1, "On attendance")]


def test_a_question_is_added_ticked_settled_and_opened_again(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, qtbot)
    named(page, "Add question").click()
    form = form_of(page, QuestionForm)
    qtbot.keyClicks(form.words, "Why fewer in August?")
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    (row,) = sample_desk.workspace.read(open_questions, sample_desk.community)
    assert row.in_brief

    (card,) = page.reading.findChildren(QuestionsCard)
    (tick,) = card.findChildren(Check)
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    (row,) = sample_desk.workspace.read(open_questions, sample_desk.community)
    assert not row.in_brief
    wait(page, qtbot)

    named(page, "Settle Why fewer in August?").click()
    settle = form_of(page, SettleQuestion)
    qtbot.keyClicks(settle.answer, "Holidays.")
    qtbot.keyClick(settle, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    assert sample_desk.workspace.read(open_questions, sample_desk.community) == ()
    named(page, "Show 1 settled").click()
    assert "Why fewer in August? Holidays." in said(page)
    named(page, "Open again Why fewer in August?").click()
    wait(page, qtbot)
    (row,) = sample_desk.workspace.read(questions, sample_desk.community)
    assert (row.settled_on, row.answer) == (None, "Holidays.")


def test_a_question_is_edited_and_deleted(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    sample_desk.workspace.perform(add_question, sample_desk.community, QuestionDraft("Why?"))
    page = opened(sample_desk, qtbot)
    named(page, "Edit Why?").click()
    form = form_of(page, QuestionForm)
    form.words.clear()
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "has no words" in form.words.accessibleDescription()
    qtbot.keyClicks(form.words, "Why so few?")
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    named(page, "Edit Why so few?").click()
    named(page, "Delete question").click()
    wait(page, qtbot)
    assert sample_desk.workspace.read(questions, sample_desk.community) == []


@pytest.mark.parametrize("first", [True, False], ids=["hidden first", "hidden later"])
def test_own_words_go_with_the_names(sample_desk: BenchDesk, qtbot: QtBot, first: bool) -> None:
    draft = NoteDraft(ChartSeries.ATTENDANCE, AUGUST, "Tomasz was ill.")
    sample_desk.workspace.perform(add_chart_note, sample_desk.community, draft)
    question = QuestionDraft("Will Tomasz come back?")
    sample_desk.workspace.perform(add_question, sample_desk.community, question)
    if first:
        sample_desk.hide_names(hidden=True)
    page = opened(sample_desk, qtbot)
    if first:
        page.take_names(hidden=True)
    else:
        assert "Tomasz was ill." in said(page)
        sample_desk.hide_names(hidden=True)
    wait(page, qtbot)
    assert not any("Tomasz" in words for words in said(page))
    shown = page.presenter.shown
    assert shown is not None
    assert all(panel.notes == () for panel in shown.chart.panels)
    assert "Add note on a chart" not in [item.label for item in page.commands()]
    page.chart.spot_chosen.emit(page.chart.spots[0])
    assert not page.window().findChildren(NoteForm)
    sample_desk.hide_names(hidden=False)
    page.take_names(hidden=False)
    wait(page, qtbot)
    assert "Tomasz was ill." in said(page)
