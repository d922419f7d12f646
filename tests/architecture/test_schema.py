"""The schema keeps its promises: answers stay untraceable, constraints have names, times a zone."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from sqlalchemy import Boolean, Date, DateTime, Enum, ForeignKeyConstraint, LargeBinary, Table, Time

from workbench.models import Base, surveys
from workbench.models.base import Instant
from workbench.storage.engine import Driver, connect
from workbench.storage.workspace import create_workspace

TABLES = {table.name: table for table in Base.metadata.sorted_tables}
ISLAND = {
    mapper.local_table.name  # type: ignore[attr-defined]
    for mapper in Base.registry.mappers
    if mapper.class_.__module__ == surveys.__name__
}
ANSWERS = {"answer_sheets": "wave_id", "answer_comments": "wave_id", "sealed_rounds": "asking_id"}
CHARTED = {"askings", "waves", "released_cuts"}
TELLS = re.compile(
    r"person|people|member|session|email|device|author|respond|by$|_at$|_on$|time|when|date|day"
    r"|order|position|number|sequence|created|updated|rowid|^id$|token|ip$|user",
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    path = tmp_path_factory.mktemp("schema") / "w.fwb"
    create_workspace(path).close()
    made = connect(path, None)
    yield made
    made.close()


def reachable(start: str, edges: dict[str, set[str]]) -> set[str]:
    found, open_ = {start}, [start]
    while open_:
        for other in edges[open_.pop()] - found:
            found.add(other)
            open_.append(other)
    return found


def test_no_path_of_foreign_keys_joins_answers_to_people(connection: Driver) -> None:
    """Read from a real file, in both directions, through every table."""
    edges: dict[str, set[str]] = defaultdict(set)
    for name in TABLES:
        for row in connection.execute(f'PRAGMA foreign_key_list("{name}")'):
            edges[name].add(row[2])
            edges[row[2]].add(name)
    assert "memberships" in reachable("people", edges), "or this test looks at nothing"
    for answers in ANSWERS:
        assert reachable(answers, edges) == ISLAND - {"released_cuts"}
    assert {
        "instruments", "askings", "waves", "frozen_figures", "frozen_changes", "frozen_growths",
        "settled_alarms", "released_cuts", *ANSWERS,
    } == ISLAND  # fmt: skip


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_an_answer_carries_nothing_that_tells(connection: Driver, name: str) -> None:
    table = TABLES[name]
    (key,) = table.primary_key.columns
    assert isinstance(key.type, LargeBinary)
    assert key.type.length == 16
    assert key.default is None, "random keys are made where answers are shuffled"
    assert [column.name for column in table.columns if TELLS.search(column.name)] == []
    for column in table.columns:
        assert not isinstance(column.type, DateTime | Date | Time | Instant | Boolean)
    numbers = [column.name for column in table.columns if column.type.python_type in (int, float)]
    assert numbers == [ANSWERS[name]]
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    assert sql.rstrip().endswith("WITHOUT ROWID")
    assert "AUTOINCREMENT" not in sql
    assert not table.indexes, "an index would keep the order of writing"


def test_no_other_table_points_at_an_answer() -> None:
    for table in TABLES.values():
        for key in table.foreign_keys:
            assert key.column.table.name not in ANSWERS
    told = [
        f"{name}.{column.name}"
        for name in ISLAND - CHARTED
        for column in TABLES[name].columns
        if re.search("communit|person|people|member", column.name)
    ]
    assert told == []


def test_exactly_the_surveys_are_left_out_of_undo() -> None:
    assert {name for name, table in TABLES.items() if table.info.get("undo") is False} == ISLAND


def test_the_file_holds_nothing_but_tables_and_indexes(connection: Driver) -> None:
    kinds = {kind for (kind,) in connection.execute("SELECT DISTINCT type FROM sqlite_master")}
    assert kinds == {"table", "index"}
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "sqlite_sequence" not in names, "a counter would tell how much was ever written"


def test_every_constraint_has_a_name(connection: Driver) -> None:
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        rules = re.findall(r"PRIMARY KEY|UNIQUE|CHECK ?\(|FOREIGN KEY", sql)
        named = re.findall(r"CONSTRAINT \S+ (?:PRIMARY KEY|UNIQUE|CHECK ?\(|FOREIGN KEY)", sql)
        assert len(rules) == len(named), f"{name}: {sql}"


@pytest.mark.parametrize("table", TABLES.values(), ids=str)
def test_references_are_checked_at_the_end_and_say_what_follows(table: Table) -> None:
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            assert constraint.deferrable
            assert constraint.initially == "DEFERRED"
            assert constraint.ondelete in {"CASCADE", "SET NULL", "RESTRICT"}
            if constraint.ondelete == "SET NULL":
                assert all(column.nullable for column in constraint.columns)


@pytest.mark.parametrize("table", TABLES.values(), ids=str)
def test_days_instants_and_wall_times_can_be_told_apart(table: Table) -> None:
    for column in table.columns:
        if column.name.endswith("_on") or isinstance(column.type, Date):
            assert isinstance(column.type, Date), f"{column} is a day"
        if column.name.endswith("_at"):
            assert isinstance(column.type, Instant | DateTime | Time), f"{column} is a time"
        if isinstance(column.type, DateTime):
            assert "zone" in table.columns, f"{column} is wall time without a zone beside it"


@pytest.mark.parametrize("table", TABLES.values(), ids=str)
def test_a_closed_vocabulary_is_checked_by_the_file(connection: Driver, table: Table) -> None:
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)
    ).fetchone()
    for column in table.columns:
        if isinstance(column.type, Enum):
            words = ", ".join(f"'{word}'" for word in column.type.enums)
            assert f"CHECK ({column.name} IN ({words}))" in sql
