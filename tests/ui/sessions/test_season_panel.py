"""Planning a season in the window: keys and mouse, nothing before Create, one undo after it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.rooms import dialog_of, press, session_on
from workbench.foundation.words import OnDayOff
from workbench.sessions.queries import session_rows
from workbench.sessions.recurrence_shapes import Shape
from workbench.sessions.season_queries import seasons
from workbench.ui.kit.rows import Section
from workbench.ui.sessions.days_off_dialog import DaysOffDialog
from workbench.ui.sessions.rhythm_dialog import RhythmDialog
from workbench.ui.sessions.season_panel import SeasonPanel
from workbench.ui.sessions.sessions_page import SessionsPage
from workbench.ui.sessions.sessions_shown import ProposedRow
from workbench.ui.sessions.themes_dialog import ThemesDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
THEMES = ["Looking back", "What got stuck", "Who tells the customer?"]


@pytest.fixture
def page(sample_desk: BenchDesk) -> SessionsPage:
    page = sample_desk.open(SessionsPage)
    assert isinstance(page, SessionsPage)
    page.season_button.click()
    settle()
    return page


@pytest.fixture
def empty_page(desk: BenchDesk) -> SessionsPage:
    page = desk.open(SessionsPage)
    assert isinstance(page, SessionsPage)
    return page


def headings(page: SessionsPage) -> list[str]:
    model = page.table.rows
    lines = [model.line(place) for place in range(model.rowCount())]
    return [f"{line.title} · {line.note}" for line in lines if isinstance(line, Section)]


def proposed(page: SessionsPage) -> list[ProposedRow]:
    return [row for row in page.table.rows.rows() if isinstance(row, ProposedRow)]


def type_day(qtbot: QtBot, box: QWidget, text: str) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(box, text)
    press(qtbot, box, Qt.Key.Key_Return)


def error_at(panel: SeasonPanel, key: str) -> str:
    return panel._fields[key].control.accessibleDescription()


def test_it_goes_on_where_the_season_ends(page: SessionsPage) -> None:
    panel = page.season_panel
    assert panel.isVisible()
    assert (panel.first.day, panel.last.day) == (date(2026, 12, 10), date(2027, 4, 15))
    assert panel.create_button.label == "Create 12 sessions"
    assert panel._numbers.text() == "Sessions 21 to 32, from two templates."
    assert panel._effect.text() == "One undo takes all 12 back."
    assert panel.place_button.label == "England"
    assert panel.shown is not None
    assert [f"{each.strong} {each.rest}" for each in panel.shown.remarks] == [
        "24 and 28 Dec skipped, closed to 3 Jan",
        "29 Mar moved to 30 Mar, Easter Monday",
        "28 Mar clocks change, 14:00 stays 14:00",
    ]
    assert headings(page) == [
        "This season · 16 of 20 held",
        "Proposed, winter to spring · nothing is created yet",
    ]
    assert (page.new_button.kind, panel.create_button.kind) == ("secondary", "primary")


def test_nothing_exists_before_create_and_one_undo_takes_all_back(
    page: SessionsPage, sample_desk: BenchDesk, qtbot: QtBot
) -> None:
    panel = page.season_panel
    assert len(sample_desk.workspace.read(session_rows, 1)) == 20
    QGuiApplication.clipboard().setText("\n".join(THEMES))
    panel.themes.setFocus()
    press(qtbot, panel.themes, Qt.Key.Key_V, modifier=CTRL)
    press(qtbot, panel.themes, Qt.Key.Key_Return, modifier=CTRL)
    assert sample_desk.said == ["Created 12 sessions."]
    rows = sample_desk.workspace.read(session_rows, 1)
    assert [row.title for row in rows[20:24]] == [*THEMES, "Workshop, theme open"]
    assert not panel.isVisible()
    now = page.table.current_row()
    assert now is not None
    assert now.id == rows[20].id
    assert "Winter to spring 2027 · 0 of 12 held" in headings(page)
    assert page.new_button.kind == "primary"
    sample_desk.undo()
    assert len(sample_desk.workspace.read(session_rows, 1)) == 20
    assert len(sample_desk.workspace.read(seasons, 1)) == 1


def test_month_list_and_panel_share_the_selection(page: SessionsPage, qtbot: QtBot) -> None:
    panel = page.season_panel
    panel.themes.setFocus()
    press(qtbot, panel.themes, Qt.Key.Key_Down, Qt.Key.Key_Down)
    now = page.table.current_row()
    assert isinstance(now, ProposedRow)
    assert now.on == date(2027, 1, 21)
    assert page.month_title.text() == "January 2027"
    assert page.month.selected == now.id
    press(qtbot, page.table, Qt.Key.Key_Down)
    assert panel.themes.current == 3
    assert panel.themes.accessibleDescription() == "Mon 25 Jan, Workshop, Theme open"
    page.month.setFocus()
    press(qtbot, page.month, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.month.accessibleDescription() == "Mon 4 Jan: no session"
    press(qtbot, page.month, Qt.Key.Key_Up)
    assert page.month.accessibleDescription() == "Mon 28 Dec: Workshop skipped, closed to 3 Jan"


def test_the_chosen_date_scrolls_into_view(sample_desk: BenchDesk, qtbot: QtBot) -> None:
    page = sample_desk.open(SessionsPage, 1024, 700)
    assert isinstance(page, SessionsPage)
    page.plan_season()
    settle()
    themes = page.season_panel.themes
    themes.setFocus()
    press(qtbot, themes, *[Qt.Key.Key_Down] * 11)
    assert themes.current == 11
    row = themes.sizeHint().height() // 12
    area = themes.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert isinstance(area, QScrollArea)
    shown = themes.mapTo(area.viewport(), QPoint(0, 11 * row + row // 2)).y()
    assert 0 <= shown <= area.viewport().height()


def test_themes_move_by_keys_and_by_mouse(page: SessionsPage, qtbot: QtBot) -> None:
    themes = page.season_panel.themes
    page.presenter.season.paste_themes(THEMES)
    themes.setFocus()
    press(qtbot, themes, Qt.Key.Key_Down, modifier=ALT)
    assert [row.title for row in themes.rows[:3]] == [THEMES[1], THEMES[0], THEMES[2]]
    assert themes.current == 1
    press(qtbot, themes, Qt.Key.Key_Up, modifier=ALT)
    assert [row.title for row in themes.rows[:3]] == THEMES
    high = themes.sizeHint().height() // len(themes.rows)
    right = themes.width() - 30
    begin, end = QPoint(right, high // 2), QPoint(right, 2 * high + high // 2)
    qtbot.mousePress(themes, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(themes, QPoint(right, high + high // 2))
    qtbot.mouseMove(themes, end)
    qtbot.mouseRelease(themes, Qt.MouseButton.LeftButton, pos=end)
    assert [row.title for row in themes.rows[:3]] == [THEMES[1], THEMES[2], THEMES[0]]
    assert [row.on.day for row in themes.rows[:3]] == [10, 7, 21], "dates stay"


def test_a_theme_is_typed_left_open_and_left_as_it_was(page: SessionsPage, qtbot: QtBot) -> None:
    themes = page.season_panel.themes
    themes.setFocus()
    press(qtbot, themes, Qt.Key.Key_Return)
    assert themes.editor is not None
    qtbot.keyClicks(themes.editor, "Year's end")
    press(qtbot, themes.editor, Qt.Key.Key_Return)
    assert themes.rows[0].title == "Year's end"
    assert page.season_panel._themes_note.text() == "1 theme set, 11 open"
    press(qtbot, themes, Qt.Key.Key_F2)
    assert themes.editor is not None
    qtbot.keyClicks(themes.editor, "Something else")
    press(qtbot, themes.editor, Qt.Key.Key_Escape)
    assert themes.rows[0].title == "Year's end"
    assert page.season_panel.isVisible(), "Esc leaves the theme, not the panel"
    press(qtbot, themes, Qt.Key.Key_Delete)
    assert themes.rows[0].open


def test_a_list_of_themes(page: SessionsPage, qtbot: QtBot) -> None:
    page.season_panel.paste_button.click()
    dialog = dialog_of(page, ThemesDialog)
    dialog.lines.setPlainText("One\n\nThree")
    press(qtbot, dialog.lines, Qt.Key.Key_Return, modifier=CTRL)
    assert [row.title for row in proposed(page)[:3]] == ["One", "Theme open", "Three"]


def test_the_span_is_typed_and_what_is_wrong_stands_at_it(page: SessionsPage, qtbot: QtBot) -> None:
    panel = page.season_panel
    type_day(qtbot, panel.last, "25 Jan 2027")
    assert panel.create_button.label == "Create 4 sessions"
    type_day(qtbot, panel.last, "1 Dec 2026")
    assert error_at(panel, "last") == "1 December 2026 is before the first day. Type a later day."
    assert not panel.create_button.isEnabled()
    assert not proposed(page)
    panel.last.clear()
    press(qtbot, panel.last, Qt.Key.Key_Return)
    assert "would never end" in error_at(panel, "last")
    type_day(qtbot, panel.last, "1 Jun 2099")
    assert "cannot last more than 10 years" in error_at(panel, "last")
    type_day(qtbot, panel.last, "11 Dec 2026")
    assert panel.create_button.label == "Create 1 session"
    assert panel._effect.text() == "One undo takes it back."


def test_a_rhythm_is_added_changed_and_removed(page: SessionsPage, qtbot: QtBot) -> None:
    panel = page.season_panel
    panel.add_button.click()
    dialog = dialog_of(page, RhythmDialog)
    assert dialog._said.text() == "Every 2nd Thursday, 14:00, 90 min"
    dialog.accept()
    assert dialog.name.accessibleDescription().startswith("A rhythm needs a name.")
    qtbot.keyClicks(dialog.name, "Coffee")
    dialog.shape.pick(Shape.MONTHLY)
    dialog.accept()
    assert dialog._said.text() == "Tick first, second or last."
    for place in (1, 3):
        dialog.places[place].click()
    dialog.weekday.pick("1")
    dialog.time.setText("8.30")
    assert dialog._said.text().startswith("Every 2nd month on the first Tuesday and the third")
    dialog._interval.set_value(1)
    assert dialog._said.text() == "Every first and third Tuesday, 8:30, 90 min"
    press(qtbot, dialog.name, Qt.Key.Key_Return, modifier=CTRL)
    assert panel.create_button.label == "Create 20 sessions"
    assert [row.kind for row in proposed(page)].count("Coffee") == 8
    panel.edit_rhythm(2)
    dialog = dialog_of(page, RhythmDialog)
    assert (dialog.shape.key, dialog.name.text()) == ("monthly", "Coffee")
    dialog._take_out()
    assert panel.create_button.label == "Create 12 sessions"


def test_a_rule_of_ones_own(page: SessionsPage) -> None:
    page.season_panel.edit_rhythm(1)
    dialog = dialog_of(page, RhythmDialog)
    dialog.shape.pick(Shape.OWN)
    dialog.own.setText("FREQ=HOURLY")
    dialog.accept()
    assert dialog.isVisible()
    assert "not hourly" in dialog._rule.control.accessibleDescription()
    dialog.own.setText("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2")
    dialog.accept()
    workshops = [row.on for row in proposed(page) if row.kind == "Workshop"]
    assert workshops == [date(2027, 1, 29)], "25 December is closed, and it counts"


def test_days_off_and_what_happens_on_them(page: SessionsPage, qtbot: QtBot) -> None:
    panel = page.season_panel
    panel.place_button.click()
    dialog = dialog_of(page, DaysOffDialog)
    assert (dialog.country.key, dialog.region.key) == ("GB", "ENG")
    assert [row.first.day for row in dialog.closures] == [date(2026, 12, 24)]
    dialog.country.pick("DE")
    assert dialog.region.key == ""
    dialog.region.pick("BY")
    dialog.add()
    added = dialog.closures[1]
    added.first.setText("4 Mar 2027")
    added.last.setText("3 Mar 2027")
    dialog.accept()
    assert dialog.isVisible()
    assert "before it begins" in added.last.accessibleDescription()
    added.last.setText("5 Mar 2027")
    qtbot.keyClicks(added.name, "stocktaking")
    dialog.accept()
    assert panel.place_button.label == "Germany, Bayern"
    assert panel.shown is not None
    said = [f"{each.strong} {each.rest}" for each in panel.shown.remarks]
    assert "4 Mar skipped, stocktaking to 5 Mar" in said
    page.presenter.season.change(on_day_off=OnDayOff.KEEP)
    assert panel.day_off_button.label == "kept"
    assert panel.create_button.label == "Create 14 sessions"


def test_a_clash_is_amber_in_list_and_panel(page: SessionsPage, sample_desk: BenchDesk) -> None:
    session_on(sample_desk, "2027-01-21", "Guest talk", kind="Talk")
    sample_desk.changed(frozenset({"sessions"}))
    (clash,) = [row for row in proposed(page) if row.clash]
    assert clash.clash == "Guest talk, 21 Jan 14:00"
    assert page.season_panel.shown is not None
    assert page.season_panel.shown.remarks[-1].kind == "warning"
    model = page.table.rows
    at = model.place_of(lambda row: row.id == clash.id)
    assert model.index(at, 5).data() == "clash: with Guest talk, 21 Jan 14:00"


def test_closing_keeps_the_plan(page: SessionsPage, qtbot: QtBot) -> None:
    page.presenter.season.paste_themes(THEMES)
    assert page.escape()
    assert not page.season_panel.isVisible()
    assert not proposed(page)
    page.season_button.click()
    assert [row.title for row in proposed(page)[:3]] == THEMES


def test_what_was_undone_is_not_lost(page: SessionsPage, sample_desk: BenchDesk) -> None:
    page.presenter.season.paste_themes(THEMES)
    page.season_panel.create_button.click()
    sample_desk.undo()
    page.season_button.click()
    assert [row.title for row in proposed(page)[:3]] == THEMES


def test_a_plan_never_goes_to_another_community(page: SessionsPage, sample_desk: BenchDesk) -> None:
    page.presenter.season.paste_themes(THEMES)
    sample_desk.community = 2
    page.reload()
    assert page.presenter.season.plan is not None
    assert not page.presenter.season.plan.themes


def test_more_of_the_season_there_is(page: SessionsPage, sample_desk: BenchDesk) -> None:
    panel = page.season_panel
    assert panel.more_button.isVisible()
    panel.more_button.click()
    assert panel.more_button.label == "New season instead"
    assert panel.first.day == date(2026, 1, 22)
    assert panel.create_button.label == "Create 12 sessions"
    panel.create_button.click()
    (season,) = sample_desk.workspace.read(seasons, 1)
    assert season.last == date(2027, 4, 15)
    assert len(sample_desk.workspace.read(session_rows, 1)) == 32


def test_an_empty_community_begins_without_rhythms(
    empty_page: SessionsPage, desk: BenchDesk, qtbot: QtBot
) -> None:
    page = empty_page
    assert page.stack.currentIndex() == 1
    page.plan_season()
    panel = page.season_panel
    assert page.stack.currentIndex() == 0
    assert not panel.create_button.isEnabled()
    assert panel._effect.text() == "Nothing is created yet."
    panel.add_button.click()
    dialog = dialog_of(page, RhythmDialog)
    qtbot.keyClicks(dialog.name, "Circle")
    dialog.accept()
    assert panel.create_button.label == "Create 9 sessions"
    press(qtbot, panel.first, Qt.Key.Key_Return, modifier=CTRL)
    assert len(desk.workspace.read(session_rows, desk.community)) == 9
    assert page.escape() is False
    desk.undo()
    assert page.stack.currentIndex() == 1


def test_a_broken_template_is_said_at_the_rhythms(page: SessionsPage) -> None:
    season = page.presenter.season
    assert season.plan is not None
    broken = season.plan.rhythms[0]
    season.keep_rhythm(0, type(broken)(broken.name, broken.rule, broken.starts, 90, "own:77"))
    page.season_panel.create_button.click()
    assert error_at(page.season_panel, "rhythms").startswith("Deep dive: ")
    assert page.season_panel.isVisible()
