"""A season planned through the real window by keys alone: typed, reordered, created, undone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.journeys.evening import evening
from workbench.sessions.queries import session_rows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_season_by_keys_alone(bridges: Path, qtbot: QtBot) -> None:
    with evening(qtbot, bridges) as desk:
        desk.until(lambda: desk.page.name == "home")
        desk.go("Ctrl+4", "sessions")
        desk.to_field(desk.page.season_button)
        desk.press("Space")
        panel = desk.page.season_panel
        desk.until(lambda: panel.create_button.label == "Create 12 sessions")
        assert panel.first.hasFocus()
        desk.to_field(panel.last)
        desk.tap("Ctrl+A")
        desk.write("25 feb 2027")
        desk.press("Tab")
        desk.until(lambda: panel.create_button.label == "Create 7 sessions")
        desk.to_field(panel.themes)
        QGuiApplication.clipboard().setText("Looking back\nWhat got stuck\nWho tells them?")
        desk.press("Ctrl+V")
        desk.until(lambda: panel.themes.rows[2].title == "Who tells them?")
        desk.press("Down", "Alt+Up")
        desk.until(lambda: panel.themes.rows[0].title == "What got stuck")
        desk.press("Return")
        desk.write("Stuck")
        desk.press("Return")
        desk.until(lambda: panel.themes.rows[0].title == "Stuck")
        desk.press("Ctrl+Return")
        desk.until(lambda: desk.toast == "Created 7 sessions.")
        assert not panel.isVisible()
        rows = desk.ask(lambda w: w.read(session_rows, desk.community))
        assert [row.title for row in rows[20:23]] == ["Stuck", "Looking back", "Who tells them?"]
        assert rows[20].agenda.words == "90 of 90 min"
        desk.press("Ctrl+Z")
        desk.until(lambda: len(desk.page.presenter.rows) == 20)
        desk.press("Ctrl+Shift+Z")
        desk.until(lambda: len(desk.page.presenter.rows) == 27)
        desk.press("Return")
        desk.until(lambda: desk.page.name == "planner")
