"""Comparing from the page: what is offered, what is said, what is copied."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.ui.insights.compare_dialog import EVENT, QUARTERS, CompareDialog
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.kit.text import Text

CONTROL = Qt.KeyboardModifier.ControlModifier


def dialog_on(desk: BenchDesk, qtbot: QtBot) -> CompareDialog:
    page = desk.open(InsightsPage, 1440, 900)
    assert isinstance(page, InsightsPage)
    qtbot.waitUntil(page.settled, timeout=20_000)
    page.compare()
    (dialog,) = page.window().findChildren(CompareDialog)
    return dialog


def said(dialog: CompareDialog) -> list[str]:
    settle()
    return [text.text() for text in dialog.findChildren(Text) if not text.isHidden()]


def test_the_newest_two_waves_are_compared_first(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    dialog = dialog_on(sample_desk, qtbot)
    assert "September compared with June" in said(dialog)
    dialog.other.pick("2")
    assert "September compared with March" in said(dialog)
    assert any(words.startswith("Up 0.4 since March") for words in said(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("September compared with March\nPsychological safety (likely real)")
    assert "March n 31, September n 38" in copied
    assert sample_desk.said == ["Copied the comparison."]


def test_the_same_wave_twice_is_no_comparison(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    dialog = dialog_on(sample_desk, qtbot)
    dialog.other.pick("0")
    assert "Choose two that differ." in said(dialog)
    assert not dialog.do_button.isEnabled()


def test_quarters_and_events(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    dialog = dialog_on(sample_desk, qtbot)
    dialog.kind.choose(QUARTERS)
    assert "Oct to Dec 2026 compared with Jul to Sep 2026" in said(dialog)
    dialog.kind.choose(EVENT)
    assert dialog.one.currentText() == "New returns desk, 1 September 2026"
    dialog.other.pick("42")
    assert "1 September to 12 October 2026 compared with 21 July to 31 August 2026" in said(dialog)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("waves", "Two waves are needed"), (QUARTERS, ""), (EVENT, "Add an event to the charts")],
)
def test_what_is_missing_is_said(desk: BenchDesk, qtbot: QtBot, kind: str, words: str) -> None:
    sheets = [AnswerSheet((code, code, code)) for code in (1, 2, 3, 1, 2, 3)]
    desk.workspace.perform(
        take_wave, desk.community, "loneliness-pulse", "March", date(2026, 3, 1), sheets, invited=9
    )
    dialog = dialog_on(desk, qtbot)
    dialog.kind.choose(kind)
    assert any(line.startswith(words) for line in said(dialog))
