"""Opening a workspace and one mark made durable, beside bare SQLite doing as little as it can."""

import sqlite3
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import insert, update

from tests.factories import CLOCK
from tests.storage.table_rows import fill_undoable, row_of
from workbench.foundation.words import Mark
from workbench.models.rosters import Person
from workbench.models.sessions import AttendanceMark, Session
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace, open_workspace

PEOPLE, SESSIONS = 48, 260
"""A community of the sample's size that met every second week for ten years."""


@action("Ten years")
def ten_years(work: Work) -> None:
    people, sessions = range(2, PEOPLE + 1), range(2, SESSIONS + 1)
    ours = {"community_id": 1, "series_id": 1, "season_id": 1, "goal_id": 1}
    fill_undoable(work, 1)
    work.session.execute(insert(Person), [row_of(Person.__table__, n) for n in people])  # type: ignore[arg-type]
    work.session.execute(
        insert(Session),
        [row_of(Session.__table__, n, **ours) for n in sessions],  # type: ignore[arg-type]
    )
    marks = [
        row_of(AttendanceMark.__table__, session, session_id=session, person_id=person)  # type: ignore[arg-type]
        for session in sessions
        for person in people
    ]
    work.session.execute(insert(AttendanceMark), marks)


@action("Mark attendance")
def mark(work: Work, person: int, mark: Mark) -> None:
    work.session.execute(
        update(AttendanceMark)
        .where(AttendanceMark.session_id == 9, AttendanceMark.person_id == person)
        .values(mark=mark)
    )


@pytest.fixture(params=[None, "pass"], ids=["plain", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def path(tmp_path: Path, passphrase: str | None) -> Path:
    with create_workspace(tmp_path / "w.fwb", passphrase, CLOCK) as workspace:
        workspace.perform(ten_years)
    return tmp_path / "w.fwb"


@pytest.fixture
def workspace(path: Path, passphrase: str | None) -> Iterator[Workspace]:
    with open_workspace(path, passphrase, CLOCK) as opened:
        yield opened


@pytest.fixture
def bare(path: Path, passphrase: str | None) -> Iterator[sqlite3.Connection]:
    if passphrase:
        pytest.skip("bare SQLite knows no passphrase")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    yield connection
    connection.close()


@pytest.mark.benchmark(group="opening ten years")
def test_floor_bare_sqlite_reads_the_first_table(
    benchmark: BenchmarkFixture, bare: sqlite3.Connection, path: Path
) -> None:
    bare.close()

    def opened() -> int:
        connection = sqlite3.connect(path)
        try:
            return int(connection.execute("SELECT count(*) FROM communities").fetchone()[0])
        finally:
            connection.close()

    assert benchmark(opened) == 1


@pytest.mark.benchmark(group="opening ten years")
def test_opening_with_lock_checks_and_undo(
    benchmark: BenchmarkFixture, path: Path, passphrase: str | None
) -> None:
    benchmark(lambda: open_workspace(path, passphrase, CLOCK).close())


@pytest.mark.benchmark(group="one mark made durable")
def test_floor_bare_sqlite_commits_an_update(
    benchmark: BenchmarkFixture, bare: sqlite3.Connection
) -> None:
    words = cycle(["absent", "present"])

    def committed() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "UPDATE attendance_marks SET mark = ? WHERE session_id = 9 AND person_id = 7",
            (next(words),),
        )
        bare.execute("COMMIT")

    benchmark(committed)


@pytest.mark.benchmark(group="one mark made durable")
def test_a_mark_with_its_undo_step(benchmark: BenchmarkFixture, workspace: Workspace) -> None:
    marks = cycle([Mark.ABSENT, Mark.PRESENT])
    benchmark(lambda: workspace.perform(mark, 7, next(marks)))
    assert workspace.undo_names[0] == "Mark attendance"
