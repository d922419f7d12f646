"""A session about to be run in Live, over a clock the test moves."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import BenchDesk, settle
from tests.ui.sessions.clocks import Ticking
from tests.ui.sessions.rooms import four_people, press, session_on
from workbench.foundation.words import BlockKind, Mark
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_queries import Marking, marking
from workbench.sessions.live_queries import LiveSession, live_session
from workbench.sessions.run_rules import Run
from workbench.ui.sessions.live_page import LivePage

BLOCKS = (
    AgendaBlock(0, "Check-in", 8, BlockKind.CONNECT, method="Round"),
    AgendaBlock(0, "Troika", 30, BlockKind.PRACTISE),
    AgendaBlock(0, "Close", 10, BlockKind.COMMIT),
)


class Room:
    """A session of 45 minutes at 14:00 with 48 planned, two minutes before it starts."""

    def __init__(
        self, desk: BenchDesk, qtbot: QtBot, blocks: tuple[AgendaBlock, ...] = BLOCKS
    ) -> None:
        self.desk, self.qtbot, self.clock = desk, qtbot, Ticking()
        desk.workspace.clock = self.clock
        self.people = four_people(desk)
        self.session = session_on(desk, "2026-10-15", "Handovers", *blocks, minutes=45)
        self.page = self.opened()

    def opened(self, width: int = 1700, height: int = 900) -> LivePage:
        page = self.desk.open(LivePage, width, height)
        assert isinstance(page, LivePage)
        return page

    def wait(self, minutes: float) -> None:
        self.clock.at += timedelta(minutes=minutes)
        self.page.presenter.tick()
        settle()

    def press(self, *keys: Qt.Key, at: QWidget | None = None, **more: Any) -> None:
        press(self.qtbot, at or self.page, *keys, **more)

    def timer(self) -> str:
        return self.page.clock.timer._words

    def lines(self) -> list[str]:
        return [f"{line.at} {line.title} {line.took}" for line in self.page.agenda._shown]

    def state(self) -> LiveSession:
        return self.desk.workspace.read(live_session, self.session)

    def run(self) -> Run:
        return self.state().run

    def marking(self) -> Marking:
        return self.desk.workspace.read(marking, self.session)

    def mark_of(self, name: str) -> Mark:
        return next(row.mark for row in self.marking().rows if row.name == name)
