"""What each page reads with 5,000 people, beside SQLite alone walking the same rows in one run."""

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

from tests.benchmarks.big_workspace import DEEP, WIDE, big_workspace
from tests.ui.desks import NOW
from workbench.contributions.feed_queries import feed
from workbench.contributions.promise_queries import promises
from workbench.foundation.clock import FixedClock
from workbench.insights.community_queries import community_facts
from workbench.insights.connection_queries import connections
from workbench.insights.giving_queries import giving
from workbench.insights.people_queries import member, members
from workbench.insights.person_queries import person_whole
from workbench.insights.queries import insights
from workbench.insights.retention_queries import retention
from workbench.insights.worth_queries import calls
from workbench.reports.brief import facts_and_draft
from workbench.reports.exports import attendance_book, contributions_book, roster_book
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import attendance_series
from workbench.sessions.grid_queries import attendance_grid
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.queries import session_rows
from workbench.sessions.rate_queries import rates
from workbench.sessions.rooms_queries import rooms_facts
from workbench.storage.workspace import Workspace, open_workspace

TODAY = NOW.date()
NAME = "Bridges 1"
READS: dict[str, tuple[Any, ...]] = {
    "Home: who is worth a call": (calls, 1, TODAY),
    "Home: the strip": (attendance_series, 1),
    "Attendance: the grid": (attendance_grid, 1, TODAY),
    "Attendance: rates": (rates, 1),
    "Attendance: who stays": (retention, 1, TODAY),
    "People": (members, 1, TODAY),
    "People: the panel": (member, 1, 200, TODAY),
    "Person": (person_whole, 1, 200, TODAY),
    "Contributions: the feed": (feed, 1),
    "Contributions: the spread": (giving, 1, TODAY),
    "Contributions: the map": (connections, 1, TODAY),
    "Contributions: promises": (promises, 1, TODAY),
    "Sessions": (session_rows, 1),
    "Rooms": (rooms_facts, 1),
    "Planner: likely to come": (likely_at, 1),
    "Insights": (insights, 1, TODAY),
    "Community": (community_facts, 1, TODAY),
    "Find a person": (roster, 1, TODAY),
    "Brief": (facts_and_draft, NAME, None, None, TODAY),
    "Export: roster": (roster_book, NAME, TODAY, None),
    "Export: attendance": (attendance_book, NAME, TODAY, None),
    "Export: contributions": (contributions_book, NAME, TODAY, None),
}
MOST_TIMES = {"wide": 1.0, "deep": 9.0}
"""A page reads one community: of fifty that is little beside a walk through the whole file."""
SLOWER = {"Export: attendance": 20.0, "Export: contributions": 16.0}
"""Every cell, and every word of a contribution, is made ready for the workbook."""


@pytest.fixture(params=["wide", "deep"], scope="module")
def workspace(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Workspace]]:
    path = tmp_path_factory.mktemp(request.param) / "w.fwb"
    big_workspace(path, {"wide": WIDE, "deep": DEEP}[request.param])
    with open_workspace(path, clock=FixedClock(NOW)) as opened:
        yield request.param, opened


def floor(connection: Connection) -> None:
    """Let SQLite alone look at every cell once, and hand every contribution over as it lies."""
    for table in ("expected", "attendance_marks"):
        connection.execute(
            text(f"SELECT session_id, group_concat(person_id) FROM {table} GROUP BY session_id")
        ).all()
    connection.execute(text("SELECT * FROM contributions")).all()


def took(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def test_every_page_reads_in_few_walks_through_its_rows(
    workspace: tuple[str, Workspace], capsys: pytest.CaptureFixture[str]
) -> None:
    shape, opened = workspace
    bare = min(took(lambda: opened.read(floor)) for _ in range(3))
    seconds = {
        page: min(took(lambda: opened.read(query, *asked)) for _ in range(2))  # noqa: B023 - at once
        for page, (query, *asked) in READS.items()
    }
    with capsys.disabled():
        sys.stdout.write(f"\n{shape}: SQLite alone walks the rows in {bare * 1000:.0f} ms\n")
        for page, one in seconds.items():
            sys.stdout.write(f"  {page}: {one * 1000:.0f} ms, {one / bare:.1f} times\n")
    most = dict.fromkeys(READS, MOST_TIMES[shape]) | SLOWER
    assert {page: one for page, one in seconds.items() if one > most[page] * bare} == {}
