"""Undo and redo give back the exact rows, whatever was written: a random history against dumps."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Enum, Float, Integer, String, Table, delete, insert, update
from sqlalchemy.exc import IntegrityError

from tests.storage.table_rows import everything, fill_everything, raw_dump, row_of
from workbench.models import Base
from workbench.storage.undo_log import DEPTH
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

TABLES = [table for table in Base.metadata.sorted_tables if table.info.get("undo") is not False]
ROOTS = [table for table in TABLES if table.name in {"communities", "people", "sessions"}]

texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\0")
    | st.sampled_from("'\"%?:@$\\;-\n\u2028é👋"),
    max_size=12,
) | st.sampled_from(["O'Neill", "100 % sure?", ":name", "?1", "'; DROP TABLE people; --", "NULL"])
numbers = st.integers(-(2**63), 2**63 - 1) | st.integers(-5, 5)
floats = st.floats(allow_nan=False)


def drawn(data: st.DataObject, table: Table, number: int) -> dict[str, Any]:
    """A row with drawn texts and numbers, valid dates and words, and keys that may exist."""
    row = row_of(table, number)
    for column in table.columns:
        if column.foreign_keys:
            kept = st.just(row[column.name]) | st.integers(1, 12)
            row[column.name] = data.draw(kept | st.none() if column.nullable else kept)
        elif column.nullable and data.draw(st.integers(0, 3)) == 0:
            row[column.name] = None
        elif isinstance(column.type, Enum):
            continue
        elif isinstance(column.type, String):
            row[column.name] = data.draw(texts)
        elif isinstance(column.type, Float):
            row[column.name] = data.draw(floats)
        elif isinstance(column.type, Integer) and not column.primary_key:
            row[column.name] = data.draw(numbers)
    return row


@action("Write")
def write(work: Work, name: str, statements: list[Any]) -> None:
    work.name = name
    for statement in statements:
        work.session.execute(*statement)


@action("Fail")
def write_and_fail(work: Work, statements: list[Any]) -> None:
    write(work, "never", statements)
    raise ZeroDivisionError


class Histories(RuleBasedStateMachine):
    """A workspace, and beside it what it looked like before and after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace: Workspace = create_workspace(Path(self.folder.name, "w.fwb"))
        self.done: list[tuple[str, list[str]]] = []
        self.undone: list[tuple[str, list[str]]] = []
        self.number = 100

    def dump(self) -> list[str]:
        return raw_dump(self.workspace._driver)

    def perform(self, name: str, statements: list[Any]) -> None:
        before = self.dump()
        try:
            done = self.workspace.perform(write, name, statements)
        except IntegrityError:  # a drawn row broke a rule of its table
            assert self.dump() == before
            return
        if done.step:
            self.done = [*self.done, (name, before)][-DEPTH:]
            self.undone = []
        else:
            assert self.dump() == before

    @initialize()
    def something_everywhere(self) -> None:
        before = self.dump()
        for table in TABLES:
            rows = [row_of(table, number) for number in range(1, 7)]
            self.workspace.perform(write, f"Fill {table.name}", [(insert(table), rows)])
            self.done.append((f"Fill {table.name}", before))
            before = self.dump()
        self.done = self.done[-DEPTH:]

    @rule(data=st.data())
    def insert_rows(self, data: st.DataObject) -> None:
        table = data.draw(st.sampled_from(TABLES))
        self.number += 3
        rows = [drawn(data, table, self.number + n) for n in range(data.draw(st.integers(1, 3)))]
        self.perform("Insert", [(insert(table), rows)])

    @rule(data=st.data())
    def replace_a_row(self, data: st.DataObject) -> None:
        table = data.draw(st.sampled_from(TABLES))
        row = drawn(data, table, data.draw(st.integers(1, 7)))
        self.perform("Replace", [(insert(table).prefix_with("OR REPLACE"), [row])])

    @rule(data=st.data(), bulk=st.booleans())
    def update_rows(self, data: st.DataObject, bulk: bool) -> None:
        table = data.draw(st.sampled_from(TABLES))
        number = data.draw(st.integers(1, 7))
        row = drawn(data, table, number)
        keys = [column.name for column in table.primary_key.columns]
        names = data.draw(st.lists(st.sampled_from(sorted(row)), min_size=1, unique=True))
        values = {name: row[name] for name in names if not (bulk and name in keys)}
        statement = update(table)
        if not bulk:
            statement = statement.where(*_is(table, row_of(table, number)))
        if values:
            self.perform("Update", [(statement.values(values),)])

    @rule(data=st.data(), number=st.integers(1, 8))
    def delete_a_row(self, data: st.DataObject, number: int) -> None:
        table = data.draw(st.sampled_from([*TABLES, *ROOTS * 5]))
        self.perform("Delete", [(delete(table).where(*_is(table, row_of(table, number))),)])

    @rule(table=st.sampled_from(TABLES))
    def delete_all(self, table: Table) -> None:
        self.perform("Delete all", [(delete(table),)])

    @rule(data=st.data(), number=st.integers(1, 6))
    def several_things_in_one_step(self, data: st.DataObject, number: int) -> None:
        root = data.draw(st.sampled_from(ROOTS))
        same = row_of(root, number)
        self.number += 1
        self.perform(
            "Several",
            [
                (delete(root).where(*_is(root, same)),),
                (insert(root), [same]),
                (update(root).where(*_is(root, same)).values(same),),
                (insert(root), [row_of(root, self.number)]),
            ],
        )

    @rule(table=st.sampled_from(TABLES))
    def a_use_case_that_fails(self, table: Table) -> None:
        before, names = self.dump(), self.workspace.undo_names
        with suppress(ZeroDivisionError):
            self.workspace.perform(write_and_fail, [(delete(table),)])
        assert self.dump() == before
        assert self.workspace.undo_names == names

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.done))):
            name, before = self.done.pop()
            after = self.dump()
            assert self.workspace.undo().step == name
            assert self.dump() == before
            self.undone.append((name, after))

    @rule(times=st.integers(1, 6))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            name, after = self.undone.pop()
            before = self.dump()
            assert self.workspace.redo().step == name
            assert self.dump() == after
            self.done.append((name, before))

    @invariant()
    def the_names_are_those_of_the_steps(self) -> None:
        assert self.workspace.undo_names == [name for name, _ in reversed(self.done)]
        assert self.workspace.redo_names == [name for name, _ in reversed(self.undone)]

    @invariant()
    def no_reference_is_broken(self) -> None:
        assert not self.workspace._driver.execute("PRAGMA foreign_key_check").fetchall()

    def teardown(self) -> None:
        try:
            self.undo(len(self.done))
        finally:
            self.workspace.close()
            self.folder.cleanup()


def _is(table: Table, row: dict[str, Any]) -> list[Any]:
    return [column == row[column.name] for column in table.primary_key.columns]


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=8, stateful_step_count=22, deadline=None)


def test_the_machine_reaches_every_table_that_can_be_undone(tmp_path: Path) -> None:
    assert len(TABLES) > 25
    with create_workspace(tmp_path / "w.fwb") as workspace:
        workspace.perform(fill_everything, 1)
        assert all(workspace.read(everything)[table.name] for table in TABLES)
