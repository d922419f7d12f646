"""The whole check: pages, references, values, shape, meaning; each finding a line in words."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table
from sqlalchemy.types import JSON

from tests.storage.children import run
from tests.storage.table_rows import fill_everything
from tests.upgrade.released import released_1
from workbench.models import Base
from workbench.storage import schema
from workbench.storage.check import check_file
from workbench.storage.engine import Driver, connect
from workbench.storage.faults import AlreadyOpen, DamagedWorkspace, NotAWorkspace, WrongPassphrase
from workbench.storage.integrity import examine, row_counts
from workbench.storage.readable_values import unreadable_values
from workbench.storage.workspace import create_workspace, open_workspace

SOUND = (
    "UPDATE frozen_figures SET figures = '{}', sha256 = '"
    + hashlib.sha256(b"{}").hexdigest()
    + "'",
    "UPDATE waves SET state = 'closed'",
    "UPDATE answer_sheets SET answers = '{}'",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with rows that all mean something."""
    with create_workspace(tmp_path / "w.fwb") as workspace:
        workspace.perform(fill_everything, 3)
    by_hand(tmp_path / "w.fwb", *SOUND)
    return tmp_path / "w.fwb"


@pytest.fixture
def connection(path: Path) -> Iterator[Driver]:
    made = connect(path, None)
    made.execute("PRAGMA ignore_check_constraints = ON")
    made.execute("PRAGMA foreign_keys = OFF")
    yield made
    made.close()


def by_hand(path: Path, *statements: str) -> None:
    connection = connect(path, None)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_whole_file_has_no_problem_and_its_rows_counted(path: Path) -> None:
    health = check_file(path)
    assert (health.problems, health.whole) == ([], True)
    assert health.rows == {
        **dict.fromkeys((table.name for table in Base.metadata.sorted_tables), 3),
        "alembic_version": 1,
    }
    open_workspace(path).close()


def test_a_protected_file_is_checked_down_to_its_checksums(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w.fwb", "pass").close()
    assert check_file(tmp_path / "w.fwb", "pass").whole
    with pytest.raises(WrongPassphrase):
        check_file(tmp_path / "w.fwb", "guess")
    content = bytearray((tmp_path / "w.fwb").read_bytes())
    content[-1] ^= 1
    (tmp_path / "w.fwb").write_bytes(content)
    with pytest.raises(DamagedWorkspace):
        check_file(tmp_path / "w.fwb", "pass")


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        (
            "UPDATE frozen_figures SET figures = '{\"mean\": 4}' WHERE wave_id = 2",
            "the frozen figures of wave 2 do not fit their checksum",
        ),
        (
            "UPDATE waves SET community_id = 77 WHERE id = 3",
            "wave 3 belongs to community 77, which is not there",
        ),
        ("DELETE FROM frozen_figures WHERE wave_id = 1", "wave 1 is closed but has no frozen"),
        ("UPDATE waves SET state = 'open' WHERE id = 1", "wave 1 has frozen figures but is not"),
        (
            "UPDATE answer_sheets SET answers = '{' WHERE wave_id = 2",
            "1 answer sheets of wave 2 cannot be read",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(path: Path, statement: str, line: str) -> None:
    by_hand(path, statement)
    (problem,) = check_file(path).problems
    assert problem.startswith(line)
    open_workspace(path).close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE memberships SET person_id = 99",
        "UPDATE goals SET baseline_on = '2026-02-30'",
        "UPDATE goals SET baseline = 'many'",
        "UPDATE sessions SET starts_at = '2026-01-01 25:00:00'",
        "UPDATE rhythms SET starts_at = '7 pm'",
        "UPDATE people SET note = CAST(X'C328' AS TEXT)",
        "UPDATE people SET note = CAST(X'610062' AS TEXT)",
        "UPDATE people SET note = X'00'",
        "UPDATE blocks SET minutes = 'ten'",
        "UPDATE session_runs SET started_at = ''",
        "ALTER TABLE people RENAME COLUMN note TO remark",
        "DROP TABLE promises",
        "CREATE VIEW everybody AS SELECT * FROM people",
    ],
)
def test_what_cannot_be_read_keeps_the_file_from_opening(path: Path, statement: str) -> None:
    by_hand(path, statement)
    content = path.read_bytes()
    for attempt in (open_workspace, check_file):
        with pytest.raises(DamagedWorkspace) as told:
            attempt(path)
        assert told.value.detail
    assert path.read_bytes() == content


BROKEN: dict[str, tuple[str, str]] = {
    "a word that is none": (
        "UPDATE attendance_marks SET mark = 'maybe'", "CHECK constraint failed in attendance_marks",
    ),
    "a number as text": (
        "UPDATE blocks SET minutes = 'ten'", "blocks.minutes: 3 unreadable values",
    ),
    "a date of no calendar": (
        "UPDATE goals SET baseline_on = '2026-02-30' WHERE id = 1", "goals.baseline_on: 1 ",
    ),
    "a missing person": (
        "UPDATE memberships SET person_id = 99 WHERE id = 1", "memberships: row 1 refers to",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_findings_name_the_table(connection: Driver, case: str) -> None:
    statement, words = BROKEN[case]
    connection.execute(statement)
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    health = examine(connection, Base.metadata, full=True)
    assert not health.whole
    assert words in " ".join(health.problems)
    assert health.rows == {}


def test_every_type_in_use_has_its_test(connection: Driver) -> None:
    assert unreadable_values(connection, Base.metadata) == []
    odd = MetaData()
    Table("people", odd, Column("id", JSON))
    with pytest.raises(TypeError, match="no check for"):
        unreadable_values(connection, odd)


def test_an_empty_value_always_reads(connection: Driver) -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if column.nullable:
                connection.execute(f'UPDATE "{table.name}" SET "{column.name}" = NULL')
    assert unreadable_values(connection, Base.metadata) == []


def test_an_older_file_is_checked_as_far_as_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released_1(tmp_path / "w.fwb")
    monkeypatch.setattr(schema, "SCHEMA", 2)
    content = path.read_bytes()
    health = check_file(path)
    assert health.whole
    assert health.rows["people"] == 3
    assert path.read_bytes() == content, "a check upgrades nothing"
    by_hand(path, "UPDATE memberships SET person_id = 99 WHERE id = 1")
    assert check_file(path).problems == ["memberships: row 1 refers to a missing row of people"]


def test_a_file_that_is_none_or_in_use_is_told(path: Path) -> None:
    with pytest.raises(NotAWorkspace):
        check_file(path.with_name("missing.fwb"))
    with open_workspace(path), pytest.raises(AlreadyOpen):
        check_file(path)
    assert (
        run("from workbench.storage.check import *\nprint(check_file(path).whole)", path) == "True"
    )


def test_row_counts_name_every_table(connection: Driver) -> None:
    assert len(row_counts(connection)) == len(Base.metadata.tables) + 1


def test_the_open_file_can_be_checked(path: Path) -> None:
    with open_workspace(path) as workspace:
        checks: list[Callable[[], object]] = [workspace.check, lambda: workspace.check(full=False)]
        assert all(check() for check in checks)
        assert workspace.check().whole
        assert workspace.check(full=False).rows == {}
