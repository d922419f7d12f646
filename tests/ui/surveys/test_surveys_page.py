"""The overview of waves: planning, opening, closing and deleting with real keys and clicks."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.surveys.survey_rows import closed_wave, sheets, waiting_wave
from workbench.foundation.words import Means, WaveState
from workbench.surveys.answer_actions import add_answers, store_round
from workbench.surveys.answers import AnswerSheet, Form, as_round
from workbench.surveys.asking_actions import open_asking, open_wave, plan_asking, plan_wave
from workbench.surveys.asking_queries import asking_row
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.key_store import KeyStore
from workbench.surveys.queries import waves
from workbench.surveys.rounds import keep_sealed
from workbench.surveys.wave_rules import WavePlan
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.text import Text
from workbench.ui.surveys.closing_dialog import ClosingDialog
from workbench.ui.surveys.surveys_page import SurveysPage

MARCH = date(2026, 3, 24)


def opened(desk: BenchDesk, width: int = 1440) -> SurveysPage:
    page = desk.open(SurveysPage, width, 900)
    assert isinstance(page, SurveysPage)
    return page


def button(within: QWidget, label: str) -> Button:
    return next(b for b in within.findChildren(Button) if b.label == label and b.isVisible())


def dialog_of(page: SurveysPage) -> Dialog:
    return next(d for d in page.window().findChildren(Dialog) if d.isVisible())


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    qtbot.mouseClick(button(within, label), Qt.MouseButton.LeftButton)
    settle()


def state(desk: BenchDesk) -> list[tuple[str, WaveState]]:
    return [(row.label, row.state) for row in desk.workspace.read(waves, desk.community)]


def test_the_empty_page_teaches_and_leads_to_the_plan(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    assert page.stack.currentIndex() == 1
    assert not page.plan_button.isVisible()
    press(qtbot, page, "Plan the first wave")
    assert desk.went == [("survey-plan", {})]


def test_a_plan_is_opened_and_closed_with_one_question_for_all_its_waves(
    desk: BenchDesk, qtbot: QtBot
) -> None:
    asking = planned_asking(desk)
    page = opened(desk)
    press(qtbot, page.details, "Go on planning")
    assert desk.went == [("survey-plan", {"asking": asking})]
    press(qtbot, page.details, "Open the wave")
    press(qtbot, dialog_of(page), "Open the wave")
    assert state(desk) == [("Spring", WaveState.OPEN)] * 2

    press(qtbot, page.details, "Close the wave")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Escape)
    settle()
    assert state(desk) == [("Spring", WaveState.OPEN)] * 2
    press(qtbot, page.details, "Close the wave")
    press(qtbot, dialog_of(page), "Close the wave")
    assert state(desk) == [("Spring", WaveState.CLOSED)] * 2
    assert desk.went[-1][0] == "survey"
    assert desk.told == []


def test_one_line_stands_for_all_waves_of_a_form(desk: BenchDesk) -> None:
    planned_asking(desk)
    page = opened(desk)
    assert page.table.rows.rowCount() == 1
    assert "Safety pulse and Loneliness pulse" in _words(page)


def test_every_way_to_answer_has_its_button(desk: BenchDesk, qtbot: QtBot) -> None:
    asking = planned_asking(desk)
    desk.workspace.perform(open_asking, asking)
    page = opened(desk)
    press(qtbot, page.details, "Start on this laptop")
    assert desk.kiosks == [asking]
    press(qtbot, page.details, "Type in forms")
    assert desk.went == [("paper-entry", {"asking": asking})]
    press(qtbot, page.details, "Import answers")
    assert [kind for kind, _ in desk.brought] == ["responses"]


def test_the_form_of_an_open_wave_is_printed(
    desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[int, str]] = []

    def take(_over: QWidget, pages: Sequence[bytes], _paper: str, name: str) -> bool:
        sent.append((len(pages), name))
        return True

    monkeypatch.setattr("workbench.ui.kit.printing.print_on_paper", take)
    desk.workspace.perform(open_asking, planned_asking(desk))
    press(qtbot, opened(desk).details, "Print form")
    assert sent == [(1, "Bridges Spring")]


def test_a_small_round_that_waits_is_told_without_a_number(desk: BenchDesk, tmp_path: Path) -> None:
    asking = planned_asking(desk)
    desk.workspace.perform(open_asking, asking)
    few = [Form(((4,) * 7, (2,) * 3)) for _ in range(3)]
    keep_sealed(desk.workspace, asking, few, Means.PAPER, KeyStore(tmp_path))
    page = opened(desk)
    told = " ".join(text.text() for text in page.details.findChildren(Text) if text.isVisible())
    assert "waits sealed" in told
    assert "No answers yet." in told
    assert not re.search(r"\b3\b", told.replace("3 to 9", "").replace("3 lines", ""))


def test_the_answers_are_counted_by_how_they_came_in(desk: BenchDesk) -> None:
    asking = planned_asking(desk)
    desk.workspace.perform(open_asking, asking)
    waves = [wave.id for wave in desk.workspace.read(asking_row, asking).waves]
    for means, many in ((Means.LAPTOP, 7), (Means.PAPER, 5)):
        forms = [Form(((4,) * 7, (2,) * 3)) for _ in range(many)]
        desk.workspace.perform(store_round, asking, as_round(forms, waves, means))
    page = opened(desk)
    line = page.presenter.chosen
    assert line is not None
    assert (line.answered, line.came_by) == ("12 of 30", "7 on this laptop and 5 on paper")


def test_an_open_wave_shows_rounds_and_no_figures(desk: BenchDesk, qtbot: QtBot) -> None:
    wave_id = waiting_wave(desk, answered=8)
    page = opened(desk)
    line = page.presenter.chosen
    assert line is not None
    assert line.answered == "8 of 30"
    assert line.result == ""
    press(qtbot, page.details, "Import answers")
    assert [kind for kind, _ in desk.brought] == ["responses"]
    page.close_wave()
    assert "8 of 30 answered" in _said(dialog_of(page))
    assert wave_id in [one.wave.id for one in line.waves]


def test_closing_below_the_minimum_says_that_nothing_will_show(desk: BenchDesk) -> None:
    waiting_wave(desk)
    page = opened(desk)
    page.close_wave()
    assert "Fewer than 5 people answered" in _said(dialog_of(page))


def test_where_a_wave_closed_today_the_day_is_asked(desk: BenchDesk, qtbot: QtBot) -> None:
    today = desk.clock.today()
    closed_wave(desk, "Morning", today, sheets(9))
    plan = WavePlan("Evening", invited=30)
    made = desk.workspace.perform(plan_wave, desk.community, "loneliness-pulse", plan).value
    desk.workspace.perform(open_wave, made, today - timedelta(days=3))
    others = [AnswerSheet((3, 3 - at % 2, 2 + at % 2)) for at in range(8)]
    desk.workspace.perform(add_answers, made, others)
    page = opened(desk)
    page.close_wave()
    question = dialog_of(page)
    assert isinstance(question, ClosingDialog)
    assert question.day is not None
    assert question.day.day == today - timedelta(days=1)
    for wrong, said in (
        (today, "already closed"),
        (today + timedelta(days=2), "has not come yet"),
        (today - timedelta(days=4), "cannot have closed before"),
    ):
        question.day.show_day(wrong)
        press(qtbot, question, "Close the wave")
        assert said in _said(question)
    question.day.show_day(today - timedelta(days=2))
    press(qtbot, question, "Close the wave")
    closed = {row.label: row.closed_on for row in desk.workspace.read(waves, desk.community)}
    assert closed == {"Morning": today, "Evening": today - timedelta(days=2)}
    assert not desk.told


def test_the_question_says_what_backups_still_hold(desk: BenchDesk) -> None:
    waiting_wave(desk, answered=8)
    page = opened(desk)
    page.close_wave()
    question = dialog_of(page)
    assert "Backups made before still hold them" in _said(question)
    assert isinstance(question, ClosingDialog)
    assert question.day is None


def test_a_wave_is_deleted_after_a_question(desk: BenchDesk, qtbot: QtBot) -> None:
    closed_wave(desk, "March", MARCH, sheets(9))
    page = opened(desk)
    press(qtbot, page.details, "Delete wave")
    question = dialog_of(page)
    assert "cannot be undone" in _said(question)
    press(qtbot, question, "Delete the wave")
    assert state(desk) == []
    assert page.stack.currentIndex() == 1
    assert not page.details.isVisible()


def test_a_hidden_wave_shows_its_reason_and_no_number(desk: BenchDesk) -> None:
    closed_wave(desk, "March", MARCH, sheets(4))
    page = opened(desk)
    words = _words(page)
    assert "Not shown: fewer than 5 answers" in words
    assert "4 of 40" not in words


def test_enter_opens_the_results(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    line = page.presenter.chosen
    assert line is not None
    assert line.label == "September"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert sample_desk.went == [("survey", {"wave": line.waves[0].wave.id})]


def test_a_narrow_window_opens_the_panel_only_when_asked(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, 1024)
    assert not page.details.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.details.isVisible()
    assert page.escape()
    assert not page.details.isVisible()


def test_new_wave_from_another_page(desk: BenchDesk) -> None:
    page = opened(desk)
    page.arrive(plan=True)
    assert desk.went == [("survey-plan", {})]


def planned_asking(desk: BenchDesk) -> int:
    plan = AskingPlan(
        label="Spring",
        instruments=("safety-pulse", "loneliness-pulse"),
        invited=30,
        means=frozenset({Means.LAPTOP, Means.PAPER}),
    )
    return desk.workspace.perform(plan_asking, desk.community, plan).value


def _said(dialog: Dialog) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text))


def _words(page: SurveysPage) -> str:
    rows = page.table.rows
    cells = [
        str(rows.data(rows.index(row, column)))
        for row in range(rows.rowCount())
        for column in range(rows.columnCount())
    ]
    return " | ".join(cells)
