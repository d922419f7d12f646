"""What the tests of the planner's dialogs share: a session with blocks, keys, menus, dialogs."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.rooms import dialog_of, press, session_on
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.row_queries import agenda_blocks
from workbench.ui.kit.dialog import Dialog
from workbench.ui.sessions.planner_page import PlannerPage

D = TypeVar("D", bound=Dialog)


class Room:
    """The planner over a session of 60 minutes on Thu 15 Oct at 14:00."""

    def __init__(self, desk: BenchDesk, qtbot: QtBot, *blocks: AgendaBlock) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.session = session_on(desk, "2026-10-15", "Handovers", *blocks, minutes=60)
        page = desk.open(PlannerPage)
        assert isinstance(page, PlannerPage)
        self.page = page

    def choose(self, label: str) -> None:
        """Choose an entry of the page's menu."""
        (item,) = [item for item in self.page.head.items() if item.label == label]
        assert item.enabled
        item.pressed()
        settle()

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog of that kind that is open."""
        return dialog_of(self.page, kind)

    def open_dialogs(self) -> list[Dialog]:
        """Return every dialog that shows."""
        return [d for d in self.page.window().findChildren(Dialog) if d.isVisible()]

    def press(self, widget: QWidget, *keys: Qt.Key, ctrl: bool = False, alt: bool = False) -> None:
        """Press keys in a widget."""
        held = Qt.KeyboardModifier.NoModifier
        held = held | Qt.KeyboardModifier.ControlModifier if ctrl else held
        held = held | Qt.KeyboardModifier.AltModifier if alt else held
        press(self.qtbot, widget, *keys, modifier=held)

    def write(self, widget: QWidget, text: str) -> None:
        """Type a text."""
        self.qtbot.keyClicks(widget, text)
        settle()

    def titles(self) -> list[str]:
        """Return the titles of the agenda."""
        blocks = self.desk.workspace.read(agenda_blocks, self.session)
        return [block.title for block in blocks]
