"""The attendance grid of 5,000 people and 500 sessions: read, shown, scrolled, rows counted."""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.ui.desks import NOW, BenchDesk, ready_app, settle
from workbench.communities.actions import create_community
from workbench.foundation.clock import FixedClock
from workbench.foundation.words import Mark
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.grid_queries import attendance_grid
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace
from workbench.ui.sessions.attendance_page import AttendancePage

PEOPLE, SESSIONS = 5_000, 500
READ, STEP, STROKE = 2.0, 16.0, 16.0
_FILL = (
    "UPDATE sessions SET state = 'held', marking_started_at = '2026-01-01 00:00:00.000000'",
    """INSERT INTO expected (session_id, person_id)
    SELECT s.id, p.id FROM sessions s CROSS JOIN people p""",
    """INSERT INTO attendance_marks (session_id, person_id, mark, source)
    SELECT s.id, p.id, CASE (s.id * 7 + p.id) % 3 WHEN 0 THEN 'absent' ELSE 'present' END, ''
    FROM sessions s CROSS JOIN people p""",  # session by session, as marks are made
)


@action("Ten years of many")
def fill(work: Work, community: int) -> None:
    drafts = [PersonDraft(name=f"Ana{n} Lee{n}", department=f"Team {n % 8}") for n in range(PEOPLE)]
    add_people(work, community, drafts)
    for number in range(SESSIONS):
        starts = NOW - timedelta(days=7 * number + 1)
        add_session(work, community, SessionDraft(title=f"Talk {number}", starts=starts))
    work.session.flush()
    for name in work.session.scalars(
        text(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' "
            "AND tbl_name IN ('expected', 'attendance_marks')"
        )
    ).all():
        work.session.execute(text(f'DROP TRIGGER "{name}"'))  # two million steps of undo are not it
    for statement in _FILL:
        work.session.execute(text(statement))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BenchDesk]:
    path = tmp_path_factory.mktemp("grid") / "w.fwb"
    with create_workspace(path, clock=FixedClock(NOW)) as workspace:
        community = workspace.perform(create_community, "Bridges").value
        workspace.perform(fill, community)
        yield BenchDesk(workspace, community, "Bridges")


def took(job: Callable[[], Any]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def floor(connection: Connection) -> None:
    """Let SQLite look at every cell once and hand nothing over."""
    for table in ("expected", "attendance_marks"):
        connection.execute(
            text(f"SELECT session_id, group_concat(person_id) FROM {table} GROUP BY session_id")
        ).all()


def test_the_grid_is_read_in_rows_of_people_and_sessions_not_of_cells(
    desk: BenchDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace: Workspace = desk.workspace
    today = desk.clock.today()
    bare = took(lambda: workspace.read(floor))
    workspace.read(attendance_grid, desk.community, today)
    seconds = min(
        took(lambda: workspace.read(attendance_grid, desk.community, today)) for _ in range(3)
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n{PEOPLE} people x {SESSIONS} sessions read in {seconds:.2f} s; "
            f"SQLite alone walks the cells in {bare:.2f} s; ratio {seconds / bare:.1f}\n"
        )
    assert seconds < READ


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_scrolling_and_marking_never_stutter(
    desk: BenchDesk, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    ready_app()
    page = desk.open(AttendancePage)
    assert isinstance(page, AttendancePage)
    cells = page.grid.cells
    settle()
    down, across = cells.verticalScrollBar(), cells.horizontalScrollBar()

    def moved(bar: Any, value: int) -> float:
        began = time.perf_counter()
        bar.setValue(value)
        settle()
        return (time.perf_counter() - began) * 1000

    lines = [moved(down, down.value() + 84) for _ in range(100)]
    days = [moved(across, across.maximum() - step) for step in range(1, 60)]
    ends = [moved(down, down.maximum()), moved(across, 0), moved(down, 0)]
    strokes = [took(lambda: page.grid.marked.emit(4, 499, Mark.PART)) * 1000 for _ in range(5)]
    settle()
    with capsys.disabled():
        sys.stdout.write(
            f"\n  a turn of the wheel: median {sorted(lines)[50]:.1f} ms, most {max(lines):.1f}; "
            f"a session on: median {sorted(days)[29]:.1f}, most {max(days):.1f}; "
            f"to an end: most {max(ends):.1f}; a mark with its writing: most {max(strokes):.1f}\n"
        )
    assert sorted(lines)[94] < STEP
