"""The real window without a screen, worked by keys alone; everything waits on conditions."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import settle
from workbench.foundation.clock import Clock, FixedClock
from workbench.foundation.settings import Settings
from workbench.storage.workspace import Workspace
from workbench.ui.app import make_program
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.lane import QtLane
from workbench.ui.shell.palette import Palette
from workbench.ui.shell.program import Program
from workbench.ui.theme import apply_look, load_fonts, look_for

T = TypeVar("T")
TUESDAY = datetime(2026, 10, 13, 9, 41)
THURSDAY = datetime(2026, 10, 15, 13, 59)
_PATIENCE = 15_000
_NO_KEYS_HELD = Qt.KeyboardModifier.NoModifier


class Evening:
    """One window on one file: keys go where the focus is, as from a keyboard."""

    def __init__(self, program: Program, lanes: tuple[QtLane, QtLane], qtbot: QtBot) -> None:
        self.program, self.lanes, self.qtbot = program, lanes, qtbot
        self.shell = program.shell

    @property
    def page(self) -> Any:
        """The page shown; its own class knows more than Page."""
        page = self.shell.page
        assert page is not None
        return page

    @property
    def community(self) -> int:
        """The id of the community whose pages are shown."""
        assert self.program.desk is not None
        return self.program.desk.community

    @property
    def toast(self) -> str:
        """What the toast says, empty while none shows."""
        toast = self.shell.toast
        return toast.words.text() if toast.isVisible() else ""

    @property
    def lines(self) -> list[str]:
        """The words of the page shown, those of its lists included."""
        words = [each.text() for each in self.page.findChildren(Text) if each.isVisible()]
        for table in self.page.findChildren(RowTable):
            model = table.model()
            places = range(model.rowCount()), range(model.columnCount())
            words += [str(model.index(row, column).data()) for row, column in product(*places)]
        return words

    @property
    def found(self) -> list[str]:
        """The titles that the palette shows."""
        palette: Any = self.shell.findChild(Palette)
        model = palette.found
        entries = [model.entry(row) for row in range(model.rowCount())]
        return [entry.title for entry in entries if entry is not None]

    @property
    def dialog(self) -> Any:
        """The dialog on top; its own class knows more than Dialog."""
        open_ones = [one for one in self.shell.findChildren(Dialog) if one.isVisible()]
        assert open_ones, "no dialog is open"
        return open_ones[-1]

    def until(self, condition: Callable[[], Any]) -> None:
        """Wait until something holds; a failing lookup counts as not yet."""

        def holds() -> bool:
            try:
                return bool(condition())
            except (AssertionError, AttributeError, RuntimeError):
                return False

        self.qtbot.waitUntil(holds, timeout=_PATIENCE)

    def rest(self) -> None:
        """Wait until nothing is on its way and the page shows all it has read."""
        self.until(lambda: not any(lane.busy for lane in self.lanes))
        if self.shell.at_work:
            self.until(lambda: self.page.settled() is True)
        self.until(lambda: not any(lane.busy for lane in self.lanes))
        settle()  # what was added to a layout shows with the next turn of the event loop

    def press(self, *keys: str) -> None:
        """Press keys in Qt's writing ("Ctrl+Shift+Z") one after the other, resting after each."""
        for each in keys:
            self.tap(each)
            self.rest()

    def tap(self, *keys: str) -> None:
        """Press keys without waiting for what they start."""
        for each in keys:
            sequence: Any = QKeySequence(each)  # the stubs know no index
            combination = sequence[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type text into what has the focus; letters beyond ASCII as an input method sends them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:
                press = QKeyEvent(QEvent.Type.KeyPress, 0, _NO_KEYS_HELD, letter)
                QApplication.sendEvent(self._focus(), press)

    def to_field(self, wanted: QWidget) -> None:
        """Tab on until the field has the focus; fails where Tab never gets there."""
        for _ in range(60):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is wanted or wanted.isAncestorOf(focus)):
                return
            self.tap("Tab")
        raise AssertionError(f"Tab never reaches {wanted.accessibleName() or wanted}")

    def go(self, keys: str, name: str) -> None:
        """Press a page's shortcut and wait until the page shows what it has read."""
        self.tap(keys)
        self.until(lambda: self.page.name == name)
        self.rest()

    def ask(self, job: Callable[[Workspace], T]) -> T:
        """Return what a job reads from the open file, on the program's own lane."""
        desk = self.program.desk
        found: list[T] = []
        assert desk is not None
        desk.read(job, found.append)
        self.until(lambda: found)
        return found[0]

    def close(self) -> None:
        """Close the window as its frame's button does, and wait until the file is closed too."""
        self.shell.close()
        self.until(lambda: not self.shell.isVisible())

    def name_file(self, path: Path) -> None:
        """Answer the question for a file's name that is open now."""
        self.until(lambda: self._asking() is not None)
        chooser: Any = self._asking()
        chooser.selectFile(str(path))
        chooser.accept()
        self.shell.activateWindow()  # as a desktop does when the window on top has gone
        self.rest()

    def _asking(self) -> QDialog | None:
        return next((one for one in self.shell.findChildren(QDialog) if one.isVisible()), None)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.shell


@contextmanager
def evening(
    qtbot: QtBot, path: Path | None, at: datetime | None = TUESDAY, clock: Clock | None = None
) -> Iterator[Evening]:
    """Open the program on a file, or on Welcome; at the end nothing of it is left."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = Settings(theme="light", less_motion=True)
    load_fonts()
    apply_look(app, look_for(settings))
    stands = clock or (FixedClock(at, "Europe/London") if at else None)
    program, lanes = make_program(app, settings, stands)
    shown = Evening(program, lanes, qtbot)
    program.shell.show()
    program.shell.activateWindow()
    program.entrance.start(path)
    try:
        qtbot.waitUntil(lambda: QApplication.activeWindow() is program.shell)
        if path is not None:
            shown.until(lambda: program.shell.at_work or program.shell.stage is not None)
        yield shown
    finally:
        program.end()
        for lane in lanes:
            lane.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
