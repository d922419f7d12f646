"""A part shown before it has its place would flash up as a window and take the keys away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.evening import THURSDAY, evening
from workbench.foundation.clock import FixedClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Windows(QObject):
    """Notes every window that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_page_shows_a_window_of_its_own(bridges: Path, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert app is not None
    with evening(qtbot, bridges, clock=FixedClock(THURSDAY, "Europe/London")) as desk:
        desk.until(lambda: desk.page.name == "home")
        desk.rest()
        windows = Windows()
        app.installEventFilter(windows)
        strays = {}
        for name in desk.shell.specs:
            desk.shell.go(name)
            desk.rest()
            assert desk.page.name == name
            if windows.shown:
                strays[name], windows.shown = windows.shown, []
        app.removeEventFilter(windows)
        assert not strays
        assert QApplication.activeWindow() is desk.shell
