"""From a key on Attendance to the mark in the file: 200 people by keys through the real window."""

import sqlite3
import sys
import time
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.evening import TUESDAY, Evening, evening
from workbench.communities.actions import create_community
from workbench.foundation.clock import FixedClock
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.storage.workspace import Workspace, create_workspace

PEOPLE, SESSIONS = 200, 40
KEYS = ("P", "P", "P", "L", "P", "A", "P", "E")
LIMIT = 16.0
BUSY = 4.0
"""Milliseconds of a bare commit above which the disk or the processor serves others too."""


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with create_workspace(tmp_path / "w.fwb", clock=FixedClock(TUESDAY)) as workspace:
        community = workspace.perform(create_community, "Bridges").value
        drafts = [
            PersonDraft(name=f"Ana{n} Lee{n}", department=f"Team {n % 6}") for n in range(PEOPLE)
        ]
        workspace.perform(add_people, community, drafts)
        for number in range(SESSIONS):
            starts = datetime(2026, 10, 12, 10) - timedelta(days=7 * number)
            workspace.perform(
                add_session, community, SessionDraft(title=f"Talk {number}", starts=starts)
            )
    return tmp_path / "w.fwb"


def bare_commits(path: Path) -> list[float]:
    """Milliseconds of as many one-row commits by SQLite alone, as durable as ours."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE marks (session INT, person INT, mark TEXT)")
    took = []
    for person in range(PEOPLE):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO marks VALUES (1, ?, 'present')", (person,))
        connection.execute("COMMIT")
        took.append((time.perf_counter() - began) * 1000)
    connection.close()
    return took


def p95(took: list[float]) -> float:
    return quantiles(took, n=20)[-1]


class Strokes:
    """When each mark was in the file, noted on the thread that wrote it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.durable: list[float] = []
        real = Workspace.perform

        def noted(workspace: Workspace, action: Any, *args: Any) -> Any:
            done: Any = real(workspace, action, *args)
            if action is mark_attendance:
                self.durable.append(time.perf_counter())
            return done

        monkeypatch.setattr(Workspace, "perform", noted)

    def mark_all(self, window: Evening) -> list[float]:
        took = []
        for number in range(PEOPLE):
            before = len(self.durable)
            began = time.perf_counter()
            window.tap(KEYS[number % len(KEYS)])
            window.until(partial(self._more_than, before))
            took.append((self.durable[-1] - began) * 1000)
            window.rest()
        return took

    def _more_than(self, before: int) -> bool:
        return len(self.durable) > before


def test_a_key_is_in_the_file_before_the_next_picture(
    path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    strokes = Strokes(monkeypatch)
    with evening(qtbot, path) as window:
        window.shell.resize(1440, 900)
        window.rest()
        window.go("Ctrl+6", "attendance")
        window.until(window.page.grid.cells.hasFocus)
        took = strokes.mark_all(window)
    floor = bare_commits(tmp_path / "bare.db")
    said = (
        f"\n{PEOPLE} people x {SESSIONS} sessions, key press to durable: "
        f"median {sorted(took)[PEOPLE // 2]:.1f} ms, p95 {p95(took):.1f} ms, most {max(took):.1f}\n"
        f"  a bare commit: median {sorted(floor)[PEOPLE // 2]:.2f} ms, p95 {p95(floor):.2f} ms; "
        f"ratio of the p95 {p95(took) / p95(floor):.1f}\n"
    )
    with capsys.disabled():
        sys.stdout.write(said)
    marked = sqlite3.connect(path).execute("SELECT count(*) FROM attendance_marks").fetchone()[0]
    assert marked == PEOPLE
    if p95(floor) > BUSY:
        pytest.skip(f"not an idle machine: a bare commit alone takes {p95(floor):.1f} ms")
    assert p95(took) < LIMIT, said
