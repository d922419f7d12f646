"""The Reports page by hand and key: sections, headline, preview, narrow windows, empty state."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, ready_app, settle
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.reports.reports_page import ReportsPage
from workbench.ui.reports.section_list import SectionRow
from workbench.ui.reports.statements_dialog import StatementsDialog


@pytest.fixture
def page(sample_desk: BenchDesk, qtbot: QtBot) -> ReportsPage:
    made = sample_desk.open(ReportsPage)
    assert isinstance(made, ReportsPage)
    qtbot.waitUntil(made.settled)
    return made


def row(page: ReportsPage, key: str) -> SectionRow:
    return next(one for one in page.form.sections.rows if one.section.key == key)


def chosen(page: ReportsPage) -> list[str]:
    return [one.section.key for one in page.form.sections.rows if one.section.chosen]


def dialog(page: QWidget) -> StatementsDialog:
    (found,) = page.window().findChildren(StatementsDialog)
    return found


def test_everything_is_there(page: ReportsPage) -> None:
    assert page.header.title.text() == "Leadership brief"
    assert page.form.start.day is not None
    assert page.form.start.day.isoformat() == "2026-01-22"
    assert page.form.headline.count.text().endswith("of 140 characters")
    assert [check.verdict.value for check in page.form.checks.shown].count("stop") == 0
    assert "Members feel safer" in page.preview._area.accessibleDescription()
    assert page.preview.isVisible()


def test_ticks_and_alt_arrows_change_the_brief(page: ReportsPage, qtbot: QtBot) -> None:
    row(page, "measure:loneliness").check.setFocus()
    qtbot.keyClick(
        row(page, "measure:loneliness").check, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier
    )
    settle()
    assert chosen(page)[1:3] == ["measure:loneliness", "measure:safety"]
    assert row(page, "measure:loneliness").check.hasFocus()
    row(page, "measure:safety").check.click()
    settle()
    assert "measure:safety" not in chosen(page)
    page.desk.undo()  # type: ignore[attr-defined]
    settle()
    assert "measure:safety" in chosen(page)


def test_a_row_is_dragged_by_its_grip(page: ReportsPage, qtbot: QtBot) -> None:
    moved = row(page, "changes")
    target = row(page, "measure:safety")
    qtbot.mousePress(moved.grip, Qt.MouseButton.LeftButton)
    at = target.mapToGlobal(QPoint(10, 2))
    qtbot.mouseRelease(moved.grip, Qt.MouseButton.LeftButton, pos=moved.grip.mapFromGlobal(at))
    settle()
    assert chosen(page)[:3] == ["headline", "changes", "measure:safety"]


def test_typing_a_headline_names_the_clause_and_waits(page: ReportsPage, qtbot: QtBot) -> None:
    box = page.form.headline
    box.start()
    qtbot.keyClicks(box.field, "Loneliness fell")
    assert any("“Loneliness fell”" in one.sentence for one in page.form.checks.shown)
    export = next(b for b in page.header.findChildren(Button) if b.label == "Export PDF")
    assert not export.isEnabled()
    box.flush()
    settle()
    box.propose.click()
    settle()
    assert export.isEnabled()
    assert box.propose.isHidden()
    qtbot.waitUntil(page.settled)


def test_requests_are_written_in_a_dialog(page: ReportsPage, qtbot: QtBot) -> None:
    page.form.sections.edited.emit("asks")
    form = dialog(page)
    form.lines[0][0].setText("One hour of cover")
    form.lines[0][1].setText("on Thursdays.")
    form._add_empty()
    form.accept()
    settle()
    assert "One hour of cover on Thursdays." in page.preview._area.accessibleDescription()
    page.form.sections.edited.emit("changes")
    form = dialog(page)
    assert len(form.lines) == 4
    form.cancel()
    page.form.sections.edited.emit("headline")
    assert page.form.headline.field.hasFocus()
    page.form.headline.flush()
    qtbot.waitUntil(page.settled)


def test_ctrl_e_writes_the_pdf_and_the_menu_the_workbooks(
    page: ReportsPage, tmp_path: Path
) -> None:
    desk: Any = page.desk
    desk.path_to_choose = tmp_path / "brief.pdf"
    page.export()
    assert len(PdfReader(tmp_path / "brief.pdf").pages) == 1
    desk.path_to_choose = tmp_path / "roster.xlsx"
    items = {item.label: item for item in page.commands()}
    items["Export roster to Excel"].pressed()
    assert (tmp_path / "roster.xlsx").exists()
    assert desk.said == ["Written to brief.pdf.", "Written to roster.xlsx."]


def test_zoom_by_keys_and_paper(page: ReportsPage, qtbot: QtBot) -> None:
    fitted = page.preview.zoom
    qtbot.keyClick(page.preview._area, Qt.Key.Key_Plus)
    assert page.preview.zoom > fitted
    qtbot.keyClick(page.preview._area, Qt.Key.Key_Minus)
    qtbot.keyClick(page.preview._area, Qt.Key.Key_Minus)
    qtbot.keyClick(page.preview._area, Qt.Key.Key_0)
    assert page.preview.zoom == fitted
    page.preview.paper_chosen.emit("us-letter")
    settle()
    assert page.preview.pages.paper == "us-letter"
    qtbot.waitUntil(page.settled)


def test_a_narrow_window_shows_one_side_at_a_time(page: ReportsPage, qtbot: QtBot) -> None:
    page.resize(1024, 700)
    settle()
    assert page.form.isVisible()
    assert not page.preview.isVisible()
    page._views.choose("look")
    settle()
    assert page.preview.isVisible()
    assert not page.form.isVisible()
    page.resize(1440, 900)
    settle()
    assert page.form.isVisible()
    qtbot.waitUntil(page.settled)


@pytest.mark.parametrize(("dark", "scale"), [(True, 1.0), (False, 2.0)])
def test_other_looks_draw(sample_desk: BenchDesk, qtbot: QtBot, dark: bool, scale: float) -> None:
    ready_app(dark=dark, scale=scale)
    try:
        page = sample_desk.open(ReportsPage)
        qtbot.waitUntil(page.settled)
        assert not page.grab().isNull()
    finally:
        ready_app()


def test_a_new_community_sees_what_a_brief_needs(desk: BenchDesk, qtbot: QtBot) -> None:
    page = desk.open(ReportsPage)
    qtbot.waitUntil(page.settled)
    (empty,) = page.findChildren(EmptyState)
    assert empty.isVisible()
    buttons = {button.label: button for button in empty.findChildren(Button)}
    buttons["Plan a survey"].click()
    assert desk.went == [("surveys", {})]
    page.export()
    assert desk.said == []
