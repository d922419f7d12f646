"""The panel of rates: the sample's fractions and rule, who stays, what an empty file shows."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.test_attendance_page import Room
from workbench.communities.actions import change_charter, create_community
from workbench.communities.rules import CharterDraft
from workbench.foundation.words import ExcusedRule, Mark
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.sessions.rate_queries import rates
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.sessions.attendance_page import AttendancePage
from workbench.ui.sessions.rates_panel import RatesPanel
from workbench.ui.sessions.rates_sections import percent


@pytest.fixture
def room(desk: BenchDesk, qtbot: QtBot) -> Room:
    return Room(desk, qtbot)


def cursor_in_view(page: AttendancePage) -> bool:
    cells = page.grid.cells
    return cells.viewport().rect().contains(cells.visualRect(cells.currentIndex()))


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
    assert cursor_in_view(page)
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


def people_in(panel: RatesPanel) -> list[tuple[str, str]]:
    tables = [one for one in panel.findChildren(RowTable) if one.isVisibleTo(panel)]
    found = []
    for table in tables:
        model = table.model()
        lines = range(model.rowCount())
        found += [(str(model.index(n, 0).data()), str(model.index(n, 1).data())) for n in lines]
    return found


def test_rates_of_one_quarter_and_of_own_days(sample_desk: BenchDesk) -> None:
    page = sample_desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    page.show_rates()
    settle()
    panel = page.rates
    assert [panel.of.itemText(n) for n in range(panel.of.count())] == [
        "All sessions", "Oct to Dec 2026", "Jul to Sep 2026", "Apr to Jun 2026", "Jan to Mar 2026",
        "Own days",
    ]  # fmt: skip
    panel.of.pick("2026-3")
    settle()
    assert "Jul to Sep 2026" in shown(panel)
    assert "59% · 83 of 140" in shown(panel)
    assert "By quarter" not in shown(panel)
    panel.of.pick("own")
    settle()
    assert (panel.first.day, panel.last.day) == (date(2026, 1, 1), date(2026, 10, 13))
    assert "71% · 455 of 644" in shown(panel)
    panel.first.show_day(date(2026, 10, 1))
    panel.first.picked.emit()
    settle()
    assert "62% · 30 of 48" in shown(panel)
    panel.first.show_day(date(2026, 10, 2))
    panel.first.picked.emit()
    settle()
    assert "No session on these days has a rate." in shown(panel)


def test_each_person_in_the_order_of_the_grid_and_nobody_while_names_are_hidden(
    sample_desk: BenchDesk,
) -> None:
    page = sample_desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    page.show_rates()
    settle()
    people = people_in(page.rates)
    assert people[:3] == [
        ("Ama Boateng", "15 of 16"), ("Leila Haddad", "10 of 16"), ("Marta Kowalczyk", "15 of 16"),
    ]  # fmt: skip
    assert len(people) == 48
    page.rates.of.pick("2026-4")
    settle()
    assert people_in(page.rates)[0] == ("Ama Boateng", "1 of 1")
    sample_desk.hide_names(hidden=True)
    settle()
    assert people_in(page.rates) == []
    assert "62% · 30 of 48" in shown(page.rates)


def test_several_communities_with_all_of_them_together(room: Room) -> None:
    room.press(Qt.Key.Key_P, Qt.Key.Key_A)
    desk = room.desk
    other = desk.workspace.perform(create_community, "Circle").value
    draft = SessionDraft(title="First", starts=datetime(2026, 10, 1, 9))
    session = desk.workspace.perform(add_session, other, draft).value
    (kim,) = desk.workspace.perform(add_people, other, [PersonDraft(name="Kim Novak")]).value
    desk.workspace.perform(mark_attendance, session, kim, Mark.PRESENT)
    room.page.show_rates()
    settle()
    words = shown(room.page.rates)
    assert "Bridges | 25% · 1 of 4 | Circle | 100% · 1 of 1" in words
    assert "All communities together | 40% · 2 of 5" in words
    charter = CharterDraft(excused_rule=ExcusedRule.SET_APART)
    desk.workspace.perform(change_charter, other, charter)
    room.page.rates.load()
    settle()
    assert "The communities have different rules for apologies" in shown(room.page.rates)
