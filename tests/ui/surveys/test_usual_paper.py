"""The paper a form is printed on: as the country does, then as it was chosen."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from workbench.foundation.settings import Settings, load_settings, save_settings
from workbench.ui.kit.usual_paper import keep_paper, usual_paper
from workbench.ui.reports.prints_page import PrintsPage
from workbench.ui.reports.reports_page import ReportsPage
from workbench.ui.surveys.plan_page import PlanPage
from workbench.ui.surveys.said_page import SaidPage


def live_in(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(name)))


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("en_US", "us-letter"), ("fr_CA", "us-letter"), ("es_MX", "us-letter"),
        ("fil_PH", "us-letter"), ("en_GB", "a4"), ("de_DE", "a4"), ("pt_BR", "a4"), ("C", "a4"),
    ],
)  # fmt: skip
def test_it_begins_as_the_country_prints(
    monkeypatch: pytest.MonkeyPatch, name: str, paper: str
) -> None:
    live_in(monkeypatch, name)
    assert usual_paper(Settings()) == paper
    assert usual_paper(Settings(paper="parchment")) == paper


def test_the_choice_is_kept_with_this_computer(
    desk: BenchDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(monkeypatch, "en_US")
    keep_paper(desk, "us-letter")
    assert desk.keeper.asked == []
    keep_paper(desk, "a4")
    assert desk.keeper.asked == ["settings"]
    save_settings(desk.settings)
    assert usual_paper(load_settings()) == "a4"


def test_form_and_sheet_begin_with_it_and_print_on_it(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(monkeypatch, "en_US")
    sent: list[str] = []

    def take(_over: QWidget, _pages: Sequence[bytes], paper: str, _name: str) -> bool:
        sent.append(paper)
        return True

    monkeypatch.setattr("workbench.ui.kit.printing.print_on_paper", take)
    page = sample_desk.open(PlanPage)
    assert isinstance(page, PlanPage)
    page.print_form()
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.preview.sheet._paper.key == "us-letter"
    assert sample_desk.keeper.asked == []
    page.preview.sheet._paper.pick("a4")
    settle()
    page.print_form()
    assert sent == ["us-letter", "a4"]
    said = sample_desk.open(SaidPage)
    assert isinstance(said, SaidPage)
    assert said.paper.key == "a4"


def test_brief_and_prints_begin_with_it(
    sample_desk: BenchDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(monkeypatch, "en_US")
    brief = sample_desk.open(ReportsPage)
    assert isinstance(brief, ReportsPage)
    qtbot.waitUntil(brief.settled, timeout=20_000)
    assert brief.preview.pages.paper == "us-letter"
    prints = sample_desk.open(PrintsPage)
    assert isinstance(prints, PrintsPage)
    qtbot.waitUntil(prints.settled, timeout=20_000)
    assert prints.preview.pages.paper == "us-letter"
    prints.preview.paper_chosen.emit("a4")
    qtbot.waitUntil(lambda: prints.settled() and prints.preview.pages.paper == "a4")
    assert sample_desk.settings.paper == "a4"
