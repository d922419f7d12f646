"""The Participation page in a window: charts, their tables and menus, keys, an empty community."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.insights.participation_page import ParticipationPage
from workbench.ui.insights.shown_range import ALL, HALF_YEAR


def opened(
    desk: BenchDesk, qtbot: QtBot, width: int = 1440, height: int = 900
) -> ParticipationPage:
    page = desk.open(ParticipationPage, width, height)
    assert isinstance(page, ParticipationPage)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert not desk.told
    return page


def titles(page: ParticipationPage) -> list[str]:
    assert page.shown is not None
    return [chart.drawn.title for chart in page.shown.charts]


def test_every_part_has_a_chart_with_its_words(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    assert titles(page) == ["Who belongs", "Who stays", "What is given", "Help across departments"]
    seen = {label.text() for label in page.findChildren(QLabel)}
    assert page.shown is not None
    for chart, view in zip(page.shown.charts, page.charts, strict=True):
        assert view.accessibleName() == chart.words
    assert any("never met" in text for text in seen)


def test_ctrl_t_shows_tables_and_charts_again(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.as_table()
    assert all(chart.as_table for chart in page.charts)
    page.range.chosen.emit(HALF_YEAR)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert all(chart.as_table for chart in page.charts)
    page.as_table()
    assert not any(chart.as_table for chart in page.charts)


def test_a_shorter_period_begins_later(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    assert page.shown is not None
    whole = len(page.shown.charts[0].rows)
    page.range.choose(HALF_YEAR)
    page.range.chosen.emit(HALF_YEAR)
    qtbot.waitUntil(lambda: page.settled() and len(page.shown.charts[0].rows) < whole)  # type: ignore[union-attr]
    page.range.choose(ALL)
    page.range.chosen.emit(ALL)
    qtbot.waitUntil(lambda: page.settled() and len(page.shown.charts[0].rows) == whole)  # type: ignore[union-attr]


def test_words_and_pictures_leave_by_the_menu(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.copy_words()
    assert QGuiApplication.clipboard().text().startswith("Who belongs: 48 belong now")
    items = {item.label: item for item in page.chart_menu(1)}
    items["Copy text description"].pressed()
    assert QGuiApplication.clipboard().text().startswith("Who stays: ")
    items["Copy picture"].pressed()
    assert not QGuiApplication.clipboard().image().isNull()
    items["Show as table"].pressed()


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_chart_is_saved(sample_desk: BenchDesk, qtbot: QtBot, ending: str) -> None:
    page = opened(sample_desk, qtbot)
    path = sample_desk.workspace.path.with_name(f"stays{ending}")
    sample_desk.path_to_choose = path
    items = {item.label: item for item in page.chart_menu(1)}
    items["Save as PNG" if ending == ".png" else "Save as SVG"].pressed()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes()[:5] in (b"\x89PNG\r", b"<?xml")


def test_cards_stand_beside_each_other_where_there_is_room(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    wide = opened(sample_desk, qtbot)
    assert wide.charts[0].parentWidget() is not None
    tops = [view.mapTo(wide, view.rect().topLeft()).y() for view in wide.charts]
    assert tops[0] == tops[1] < tops[2]
    narrow = opened(sample_desk, qtbot, 1024, 700)
    tops = [view.mapTo(narrow, view.rect().topLeft()).y() for view in narrow.charts]
    assert tops[0] < tops[1]


def test_nobody_yet(desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    assert page.charts == []
    page.copy_words()
    page.as_table()


def test_insights_leads_there_by_key(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(InsightsPage, 1440, 900)
    assert isinstance(page, InsightsPage)
    qtbot.waitUntil(page.settled, timeout=20_000)
    button = next(
        each for each in page.header.findChildren(type(page.table_button))
        if each.label == "Participation"
    )  # fmt: skip
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert sample_desk.went[-1][0] == "participation"
