"""The planner with its method library open, for tests: plans, rows, keys."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.storage.block_runs import ran
from tests.ui.desks import BenchDesk, settle
from workbench.foundation.words import BlockKind
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.attendance_actions import set_head_count
from workbench.sessions.method_search import MethodEntry
from workbench.sessions.queries import session_detail
from workbench.ui.sessions.library_panel import LibraryPanel
from workbench.ui.sessions.planner_page import PlannerPage

START = datetime(2026, 10, 15, 14, 0)
BLOCKS = [
    AgendaBlock(0, "Check-in", 8, BlockKind.CONNECT, method="Round"),
    AgendaBlock(0, "Cases", 45, BlockKind.PRACTISE, method="Troika consulting"),
]


def plan(desk: BenchDesk, *blocks: AgendaBlock, starts: datetime = START) -> int:
    draft = SessionDraft(title="Handovers", starts=starts, minutes=90)
    return desk.workspace.perform(add_session, desk.community, draft, blocks).value


def opened(desk: BenchDesk, width: int = 1440) -> tuple[PlannerPage, LibraryPanel]:
    page = desk.open(PlannerPage, width)
    assert isinstance(page, PlannerPage)
    page.activateWindow()
    page.blocks.setFocus()
    return page, page.library


def blocks_of(desk: BenchDesk, session: int) -> list[AgendaBlock]:
    placed = desk.workspace.read(session_detail, session).agenda.blocks
    return [each.block for each in placed]


def names(library: LibraryPanel) -> list[str]:
    return [entry.method.name for entry in library.search.list.methods.entries]


def entry(library: LibraryPanel, name: str) -> MethodEntry:
    found = library.presenter.library.named(name)
    assert found is not None
    return found


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)


def type_text(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def row_point(library: LibraryPanel, name: str, *, plus: bool = False) -> QPoint:
    rows = library.search.list
    row = names(library).index(name)
    rows.scrollTo(rows.methods.index(row))
    rect = rows.visualRect(rows.methods.index(row))
    return rows.drawing.plus_of(rect).center() if plus else QPoint(60, rect.center().y())


def said_above(library: LibraryPanel) -> str:
    from workbench.ui.kit.text import Text

    settle()
    notes = [library.search.notes.itemAt(place) for place in range(library.search.notes.count())]
    widgets = [item.widget() for item in notes if item is not None]
    return " ".join(text.text() for line in widgets if line for text in line.findChildren(Text))


def with_runs(desk: BenchDesk, *minutes: float) -> None:
    for day, each in enumerate(minutes, 1):
        held = plan(desk, BLOCKS[1], starts=START - timedelta(days=30 - day))
        (block,) = blocks_of(desk, held)
        desk.workspace.perform(ran, held, each, block=block.key, method=block.method)
        desk.workspace.perform(set_head_count, held, 20)
