"""The usual range of a chart is fixed from its menu, with a reason, and let go again."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from tests.ui.insights.test_own_words import form_of, opened, wait
from workbench.communities.usual_range_queries import usual_ranges
from workbench.foundation.words import ChartSeries
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.insights.usual_range_form import UsualRangeForm

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTRIBUTIONS = 3


def asked(page: InsightsPage, qtbot: QtBot, panel: int = CONTRIBUTIONS) -> UsualRangeForm:
    (item,) = [one for one in page.chart_menu(panel) if one.label == "Fix usual range"]
    item.pressed()
    qtbot.waitUntil(lambda: any(f.isVisible() for f in page.window().findChildren(UsualRangeForm)))
    return form_of(page, UsualRangeForm)


def test_a_range_is_fixed_with_a_reason_and_let_go(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    before = page.presenter.words()
    form = asked(page, qtbot)
    assert form.first.day == date(2026, 1, 22)
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "fixed with a reason" in form.reason.accessibleDescription()
    form.last.show_day(date(2026, 6, 30))
    qtbot.keyClicks(form.reason, "Before the summer.")
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    wait(page, qtbot)
    kept = sample_desk.workspace.read(usual_ranges, sample_desk.community)
    assert kept[ChartSeries.CONTRIBUTIONS].reason == "Before the summer."
    qtbot.waitUntil(lambda: page.settled() and page.presenter.words() != before)
    assert "Before the summer" not in page.presenter.words()

    again = asked(page, qtbot)
    assert again.last.day == date(2026, 6, 30)
    (button,) = [each for each in again.findChildren(QAbstractButton) if each.text() == "Let it go"]
    button.click()
    wait(page, qtbot)
    qtbot.waitUntil(lambda: page.settled() and page.presenter.words() == before)
    assert sample_desk.workspace.read(usual_ranges, sample_desk.community) == {}


def test_too_few_waves_are_no_range(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    form = asked(page, qtbot, panel=0)
    qtbot.keyClicks(form.reason, "All there is.")
    form.first.show_day(date(2026, 1, 1))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)

    assert "4 waves in these days" in form.last.accessibleDescription()
    assert sample_desk.workspace.read(usual_ranges, sample_desk.community) == {}


def test_a_business_figure_has_none_and_hidden_names_hide_the_form(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, qtbot)
    labels = [one.label for one in page.chart_menu(4)]
    assert "Add note" in labels
    assert "Fix usual range" not in labels
    sample_desk.hide_names(hidden=True)
    wait(page, qtbot)
    assert "Fix usual range" not in [one.label for one in page.chart_menu(CONTRIBUTIONS)]
