"""The days the charts show, and that what is said is of these days alone."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk
from workbench.insights.spans import Span
from workbench.ui.insights.insights_page import InsightsPage
from workbench.ui.insights.note_form import NoteForm
from workbench.ui.insights.range_picker import RangeForm
from workbench.ui.insights.shown_insights import ShownReading
from workbench.ui.insights.shown_range import OWN, THIS_YEAR, quarters_before, short_period

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: BenchDesk, qtbot: QtBot) -> InsightsPage:
    page = desk.open(InsightsPage, 1440, 900)
    assert isinstance(page, InsightsPage)
    qtbot.waitUntil(page.settled, timeout=20_000)
    return page


def readings(page: InsightsPage) -> dict[str, ShownReading]:
    shown = page.presenter.shown
    assert shown is not None
    return {one.title: one for one in shown.said.readings}


def form_of(page: InsightsPage) -> RangeForm:
    (form,) = [one for one in page.window().findChildren(RangeForm) if one.isVisible()]
    return form


def test_own_dates_are_typed_and_kept(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.range.segments.choose(OWN)
    form = form_of(page)
    assert (form.start.day, form.end.day) == (date(2026, 1, 22), date(2026, 10, 1))
    form.start.show_day(date(2026, 5, 1))
    form.end.show_day(date(2026, 4, 1))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    assert "before the first" in form.end.accessibleDescription()
    form.end.show_day(date(2026, 7, 31))
    qtbot.keyClick(form, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.header.subtitle.text() == "1 May to 31 July 2026"
    assert page.range.dates.isVisible()
    assert page.range.dates.label == "1 May to 31 Jul 2026"
    page.reload()
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.header.subtitle.text() == "1 May to 31 July 2026"


def test_going_without_keeps_the_range_that_held(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.range.segments.choose(OWN)
    qtbot.keyClick(form_of(page), Qt.Key.Key_Escape)
    assert page.range.segments.key == THIS_YEAR
    assert not page.range.dates.isVisible()


def test_what_is_said_is_of_the_days_shown(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    assert readings(page)["Attendance"].chip == "1 signal"
    page.presenter.choose_days(Span(date(2026, 1, 1), date(2026, 6, 30)))
    qtbot.waitUntil(page.settled, timeout=20_000)
    said = readings(page)
    assert said["Attendance"].sentence == "Ordinary ups and downs."
    assert "since January" in said["Psychological safety"].sentence
    assert "Ask again" not in said["Psychological safety"].sentence
    assert "in January" in said["Tickets passed on 3 or more times"].sentence
    assert "in June" in said["Tickets passed on 3 or more times"].sentence
    assert said["Contributions"].sentence.startswith("13 to 29 a session, inside the usual range")
    page.presenter.choose_days(Span(date(2026, 8, 1), date(2026, 9, 1)))
    qtbot.waitUntil(page.settled, timeout=20_000)
    said = readings(page)
    assert "Psychological safety" not in said
    assert "first session after summer pause" in said["Attendance"].sentence


def test_days_with_nothing_say_so(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    page.presenter.choose_days(Span(date(2025, 1, 1), date(2025, 6, 30)))
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert page.stack.currentIndex() == 2
    assert page.filters.isVisible()
    page.choose_dates()
    form_of(page).cancel()


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 10, 13), "Oct to Dec 2026", Span(date(2026, 10, 1), date(2026, 12, 31))),
        (date(2026, 1, 1), "Jan to Mar 2026", Span(date(2026, 1, 1), date(2026, 3, 31))),
        (date(2024, 5, 31), "Apr to Jun 2024", Span(date(2024, 4, 1), date(2024, 6, 30))),
    ],
)
def test_quarters_are_three_whole_months(today: date, first: str, last: Span) -> None:
    (only,) = quarters_before(today)
    assert (only.name, only.span) == (first, last)
    many = quarters_before(today, there=[date(2000, 1, 1)])
    assert len(many) == 6
    assert all((a.span.start - b.span.end).days == 1 for a, b in pairwise(many))


def test_a_period_in_two_years_names_both() -> None:
    span = Span(date(2025, 3, 1), date(2026, 6, 30))
    assert short_period(span) == "1 Mar 2025 to 30 Jun 2026"


def test_all_measures_are_laid_over_each_other_as_an_index(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, qtbot)
    (index, other) = page.view_items()
    assert (index.label, index.checked) == ("Index, January 2026 = 100", False)
    index.pressed()
    qtbot.waitUntil(page.settled, timeout=20_000)
    shown = page.presenter.shown
    assert shown is not None
    assert [panel.title for panel in shown.chart.panels] == ["Index, January 2026 = 100"]
    assert [one.title for one in shown.said.readings][:2] == ["Psychological safety", "Loneliness"]
    page.chart.spot_chosen.emit(page.chart.spots[0])
    page.forms.add_note()
    page.as_table()
    page.as_table()
    assert not [one for one in page.window().findChildren(NoteForm) if one.isVisible()]
    page.view_items()[0].pressed()
    qtbot.waitUntil(page.settled, timeout=20_000)
    assert len(page.presenter.shown.chart.panels) == 5  # type: ignore[union-attr]
    assert other.enabled


def test_the_other_interval_is_offered_and_named(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = opened(sample_desk, qtbot)
    assert "bootstrap" not in page.presenter.words()
    usual = page.presenter.shown
    page.view_items()[1].pressed()
    qtbot.waitUntil(page.settled, timeout=20_000)
    shown = page.presenter.shown
    assert shown is not None
    assert usual is not None
    assert shown.chart.panels[0] != usual.chart.panels[0]
    assert "bootstrap intervals (BCa), offered from 12 answers" in page.presenter.words()
    assert shown.said.readings[0].sentence == usual.said.readings[0].sentence


def test_the_panel_says_who_answered_and_what_silence_could_change(
    sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    page = opened(sample_desk, qtbot)
    safety = readings(page)["Psychological safety"]
    assert safety.answered.startswith("September: 38 of 48 people invited answered. At the worst")
    assert "the mean lies between 4.4 and 5.7" in safety.answered
    assert safety.long == "Probably higher than in March; it may be too small to notice."
    assert "March n 31, September n 38" in safety.method
    assert "too few for a trend test" in safety.method
