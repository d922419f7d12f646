"""The panel of rates: the sample's fractions and rule, who stays, what an empty file shows."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.sessions.rate_queries import rates
from workbench.ui.kit.text import Text
from workbench.ui.sessions.attendance_page import AttendancePage
from workbench.ui.sessions.rates_panel import RatesPanel, percent


def shown(panel: RatesPanel) -> str:
    return " | ".join(text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel))


def test_the_sample_with_fraction_and_rule(sample_desk: BenchDesk) -> None:
    panel = RatesPanel(sample_desk)
    panel.load()
    settle()
    found = sample_desk.workspace.read(rates, sample_desk.community)
    words = shown(panel)
    assert f"{percent(found.pooled.share)} · {found.pooled.fraction}" in words
    assert percent(found.mean_of_personal) in words
    assert found.rule_words in words
    newest = found.by_quarter[-1]
    assert f"{newest.label}, 1 session | 62% · 30 of 48" in words
    assert words.index("Oct to Dec 2026") < words.index("Jan to Mar 2026")
    assert "Jan 26 | 34" in words
    assert "(4)" in words
    assert " | 0 | " not in words.split("Jan 26")[1]
    assert "in that month or later" in words
    panel.deleteLater()


def test_rates_beside_the_grid_follow_a_mark_and_go_with_escape(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = sample_desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    page.rates_button.click()
    settle()
    assert not page.legend.isVisible()
    assert page.rates.isVisible()
    assert "62% · 30 of 48" in shown(page.rates)
    page.go_to(0, 15)
    page.grid.setFocus()
    before = sample_desk.workspace.read(rates, sample_desk.community).pooled.here
    qtbot.keyClick(page.grid.cells, Qt.Key.Key_A)
    settle()
    now = sample_desk.workspace.read(rates, sample_desk.community).pooled
    assert now.here == before - 1
    assert now.fraction in shown(page.rates)
    assert page.escape()
    assert not page.rates.isVisible()
    assert page.legend.isVisible()


def test_nobody_is_named(sample_desk: BenchDesk) -> None:
    panel = RatesPanel(sample_desk)
    panel.load()
    settle()
    for name in ("Kofi", "Mensah", "Tomasz", "Farouk"):
        assert name not in shown(panel)
    panel.deleteLater()


def test_an_empty_file_says_when_rates_appear(desk: BenchDesk) -> None:
    panel = RatesPanel(desk)
    panel.load()
    settle()
    assert "once somebody was marked" in shown(panel)
    panel.deleteLater()
