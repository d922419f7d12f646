"""How often people came: answered by key on the laptop and from paper, shown or withheld."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.words import Attended
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_queries import stored_sheets
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import open_asking, plan_asking
from workbench.surveys.asking_queries import asking_row, form_of
from workbench.surveys.asking_rules import AskingPlan
from workbench.surveys.attended_band import QUESTION
from workbench.surveys.kiosk_door import Door
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.text import Text
from workbench.ui.surveys.kiosk_question import QuestionFace
from workbench.ui.surveys.kiosk_stage import KioskStage
from workbench.ui.surveys.paper_page import PaperPage
from workbench.ui.surveys.results_page import ResultsPage

ENTER = Qt.Key.Key_Return
NONE, FEW, MORE = Attended


def open_form(desk: BenchDesk) -> int:
    plan = AskingPlan("May", ("loneliness-pulse",), invited=30, asks_attendance=True)
    number = desk.workspace.perform(plan_asking, desk.community, plan).value
    desk.workspace.perform(open_asking, number)
    return number


def kept(desk: BenchDesk, number: int) -> list[str]:
    (wave,) = desk.workspace.read(asking_row, number).waves
    return sorted(str(sheet.attended) for sheet in desk.workspace.read(stored_sheets, wave.id))


def said(within: QWidget) -> str:
    return " ".join(text.text() for text in within.findChildren(Text))


def press(qtbot: QtBot, within: QWidget, label: str) -> None:
    (found,) = [b for b in within.findChildren(Button) if b.label == label and b.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def test_it_is_asked_last_on_the_laptop_and_answered_by_key(desk: BenchDesk, qtbot: QtBot) -> None:
    form = desk.workspace.read(form_of, open_form(desk))
    stage = KioskStage(desk, form, Door("a word"), lambda: None)
    qtbot.addWidget(stage)
    stage.show()
    stage.presenter.begin()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(stage, key)
        qtbot.keyClick(stage, ENTER)
    settle()
    face = stage.face
    assert isinstance(face, QuestionFace)
    assert face.options is not None
    assert QUESTION in said(face)
    qtbot.keyClick(stage, Qt.Key.Key_2)
    assert face.options.place == 1
    qtbot.keyClick(stage, ENTER)
    (given,) = stage.presenter._round.take()
    assert (given.answers, given.attended) == (((1, 2, 3),), FEW)
    stage.leave()


def test_it_is_a_box_more_on_each_sheet_of_paper(desk: BenchDesk, qtbot: QtBot) -> None:
    number = open_form(desk)
    page = desk.open(PaperPage)
    assert isinstance(page, PaperPage)
    page.arrive(asking=number)
    page.take_focus()
    settle()
    qtbot.keyClicks(page.sheet, "111")
    assert "How often they came" in page.sheet.accessibleDescription()
    for _ in range(3):
        qtbot.keyClick(page.sheet, Qt.Key.Key_Backspace)
    for time in ("first", "second"):
        page.steps.choose(time)
        for sheet in ("1111", "2222", "3333", "1232", "321 "):
            qtbot.keyClicks(page.sheet, sheet)
            qtbot.keyClick(page.sheet, ENTER)
    page.steps.choose("compare")
    press(qtbot, page, "Store the sheets")
    assert not desk.told
    assert kept(desk, number) == sorted(["0", "1-2", "3+", "1-2", "None"])


@pytest.mark.parametrize("none", [6, 2])
def test_it_is_shown_for_all_three_answers_or_withheld_with_the_reason(
    desk: BenchDesk, none: int
) -> None:
    counts = {NONE: none, FEW: 8, MORE: 9}
    sheets = [
        AnswerSheet(((at + place) % 3 + 1, at % 3 + 1, (at + 1) % 3 + 1), attended=band)
        for place, (band, many) in enumerate(counts.items())
        for at in range(many)
    ]
    desk.workspace.perform(
        take_wave, desk.community, "loneliness-pulse", "March", date(2026, 3, 24), sheets
    )
    page = desk.open(ResultsPage, 1440, 900)
    assert isinstance(page, ResultsPage)
    assert page.shown is not None
    (lines,) = [lines for title, _axis, lines in page.shown.groups if "how often they" in title]
    told = [(line.title, line.answers, line.reason) for line in lines]
    if none < 5:
        assert told == [("Any answer", "", told[0][2])]
        assert told[0][2].startswith("Not shown: each answer needs at least 5 people")
    else:
        assert told == [
            ("None", "6 answers", ""),
            ("One or two", "8 answers", ""),
            ("Three or more", "9 answers", ""),
        ]
        assert "this cannot tell which" in said(page)
