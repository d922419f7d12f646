"""Undo step by step: depth, names, failures, what is left out, what would not survive."""

import math
import struct
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.storage.table_rows import fill_everything, raw_dump, row_of
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import BadInput, UserFixable
from workbench.models import Base
from workbench.models.communities import Community, Goal, WorkspaceSetting
from workbench.models.rosters import Membership, Person, PersonTag
from workbench.models.sessions import AttendanceMark
from workbench.models.surveys import AnswerSheet, Wave
from workbench.storage.undo_log import DEPTH
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

SURVEY_TABLES = {
    table.name for table in Base.metadata.sorted_tables if table.info.get("undo") is False
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", clock=FixedClock(datetime(2026, 10, 13))) as made:
        yield made


@action("Keep a setting", "communities")
def keep(work: Work, name: str, value: Any) -> None:
    work.name = f"Keep {name}"
    work.session.merge(WorkspaceSetting(name=name, value=value))


@action("Run")
def run(work: Work, *statements: Any) -> None:
    for statement in statements:
        work.session.execute(statement)


def dump(workspace: Workspace) -> list[str]:
    return raw_dump(workspace._driver)


def log_size(workspace: Workspace) -> int:
    found = workspace._driver.execute("SELECT count(*) FROM temp.undo_entries").fetchone()
    return int(found[0])


def test_fifty_steps_can_be_undone_and_done_again(workspace: Workspace) -> None:
    dumps = [dump(workspace)]
    for number in range(DEPTH + 7):
        workspace.perform(keep, f"n{number}", "v")
        dumps.append(dump(workspace))
    names = workspace.undo_names
    assert (len(names), names[0]) == (DEPTH, f"Keep n{DEPTH + 6}")
    assert log_size(workspace) == DEPTH, "what can no longer be undone is forgotten"
    for number in range(DEPTH):
        workspace.undo()
        assert dump(workspace) == dumps[-2 - number]
    with pytest.raises(UserFixable, match="nothing to undo"):
        workspace.undo()
    for number in range(DEPTH):
        workspace.redo()
        assert dump(workspace) == dumps[8 + number]
    with pytest.raises(UserFixable, match="nothing to redo"):
        workspace.redo()


def test_a_new_step_ends_what_could_be_redone(workspace: Workspace) -> None:
    workspace.perform(keep, "a", "1")
    workspace.perform(keep, "b", "1")
    workspace.undo()
    workspace.perform(keep, "c", "1")
    assert workspace.redo_names == []
    assert workspace.undo_names == ["Keep c", "Keep a"]
    assert log_size(workspace) == 2


def test_a_step_that_changes_nothing_is_no_step(workspace: Workspace) -> None:
    done = workspace.perform(run, delete(Person))
    assert (done.step, workspace.undo_names, workspace.changed) == (None, [], False)


def test_what_is_done_tells_its_name_and_topics(workspace: Workspace) -> None:
    done = workspace.perform(keep, "a", "1")
    assert done.step == "Keep a"
    assert done.topics == {"communities"}
    assert workspace.undo().topics == {"communities"}
    assert workspace.redo().step == "Keep a"
    assert workspace.changed


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt, BadInput("no")])
def test_a_use_case_that_fails_leaves_rows_and_log_as_they_were(
    workspace: Workspace, error: Any
) -> None:
    @action("Fail")
    def fail(work: Work) -> None:
        keep(work, "b", "2")
        work.session.flush()
        work.session.execute(delete(Community))
        raise error

    workspace.perform(keep, "a", "1")
    before, entries = dump(workspace), log_size(workspace)
    with pytest.raises(error if isinstance(error, type) else BadInput):
        workspace.perform(fail)
    assert (dump(workspace), log_size(workspace)) == (before, entries)
    assert workspace.undo_names == ["Keep a"]
    workspace.undo()
    assert workspace.read(lambda session: session.get(WorkspaceSetting, "a")) is None


def test_a_reference_to_nothing_is_refused_at_the_end_and_the_next_step_works(
    workspace: Workspace,
) -> None:
    before = dump(workspace)
    wrong = insert(Membership).values(row_of(Membership.__table__, 1))  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        workspace.perform(run, wrong)
    assert dump(workspace) == before
    workspace.perform(keep, "a", "1")
    assert workspace.undo_names == ["Keep a"]


def test_a_cascade_is_taken_back_with_its_root(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 4)
    workspace.perform(run, delete(Wave))
    full = dump(workspace)
    workspace.perform(run, delete(Person).where(Person.id == 2))
    left = workspace.read(lambda session: session.scalar(select(Goal.owner_id).where(Goal.id == 2)))
    assert left is None, "set to nothing by the file itself"
    assert len(dump(workspace)) < len(full) - 5
    workspace.undo()
    assert dump(workspace) == full


VALUES = [
    "O'Neill \"quoted\"", "100 % ? :name @p $1", "", " ", "\n\t\u2028", "é e\u0301 👋🏽 \u202ertl",
    "'; DROP TABLE people; --", "\\", "x" * 100_000, "\x01\x1f\x7f\x80", "\ufeff\uffff",
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_texts_come_back_as_they_were(workspace: Workspace, value: str) -> None:
    workspace.perform(keep, "a", value)
    workspace.perform(keep, "a", "something else")
    workspace.undo()
    kept = workspace.read(lambda session: session.get_one(WorkspaceSetting, "a").value)
    assert kept == value


@pytest.mark.parametrize(
    "value", [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -math.inf, 1e22, 123456.7, -1.5, 3.0]
)
def test_floats_come_back_bit_by_bit(workspace: Workspace, value: float) -> None:
    workspace.perform(fill_everything, 1)
    workspace.perform(run, update(Goal).values(target=value))
    workspace.perform(run, update(Goal).values(target=None))
    workspace.undo()
    kept = workspace.read(lambda session: session.scalars(select(Goal.target)).one())
    assert struct.pack("d", kept) == struct.pack("d", value)


@pytest.mark.parametrize(
    "value",
    ["a\0b", "\0", "caf\ud83d", "\udfff" * 3],
    ids=["zero", "only zero", "half", "halves"],
)
def test_text_that_would_not_come_back_is_refused(workspace: Workspace, value: str) -> None:
    workspace.perform(keep, "a", "1")
    before = dump(workspace)
    with pytest.raises(BadInput) as told:
        workspace.perform(keep, "b", value)
    assert "\ufffd" in told.value.sentence
    assert "\0" not in told.value.sentence
    told.value.sentence.encode("utf-8")
    with pytest.raises(BadInput):
        workspace.perform(run, insert(WorkspaceSetting).values([{"name": "c", "value": value}]))
    assert dump(workspace) == before
    assert workspace.undo_names == ["Keep a"]


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**5000, math.nan], ids="abcd")
def test_numbers_that_would_not_come_back_are_refused(workspace: Workspace, value: Any) -> None:
    workspace.perform(fill_everything, 1)
    column = Goal.target if isinstance(value, float) else Goal.position
    with pytest.raises(BadInput):
        workspace.perform(run, update(Goal).values({column: value}))


def test_answers_never_enter_the_log(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 5, "A-MARKER")
    workspace.perform(run, update(AnswerSheet).values(answers="{}"), delete(AnswerSheet))
    logged = {
        table for (table,) in workspace._driver.execute("SELECT table_name FROM temp.undo_entries")
    }
    assert not logged & SURVEY_TABLES
    assert len(SURVEY_TABLES) == 11


def test_answers_alone_make_no_step_but_a_change(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 2)
    workspace.changed = False
    done = workspace.perform(run, delete(AnswerSheet))
    assert (done.step, workspace.undo_names) == (None, ["Fill every table"])
    assert workspace.changed


def test_a_community_with_waves_is_not_undone_away(workspace: Workspace) -> None:
    """Its number would be given to the next community, and the answers with it."""
    workspace.perform(fill_everything, 1)
    before = dump(workspace)
    with pytest.raises(UserFixable, match="survey results"):
        workspace.undo()
    assert dump(workspace) == before
    assert workspace.undo_names == ["Fill every table"]
    workspace.perform(run, delete(Wave))
    workspace.undo()
    assert workspace.read(lambda session: session.scalar(select(func.count(Community.id)))) == 0


def test_a_large_import_is_undone_in_a_breath(workspace: Workspace) -> None:
    @action("Import 20,000")
    def import_many(work: Work) -> None:
        numbers = range(1, 20_001)
        work.session.execute(
            insert(Person),
            [row_of(Person.__table__, n, "Zoë") for n in numbers],  # type: ignore[arg-type]
        )
        work.session.execute(
            insert(PersonTag), [{"person_id": n, "tag": "it's new"} for n in numbers]
        )

    empty = dump(workspace)
    workspace.perform(import_many)
    full = dump(workspace)
    started = perf_counter()
    workspace.undo()
    workspace.redo()
    assert perf_counter() - started < 30, "far above what is measured, and far below a hang"
    assert dump(workspace) == full
    workspace.undo()
    assert dump(workspace) == empty


def test_undo_goes_on_after_the_file_is_rewritten(workspace: Workspace) -> None:
    before = dump(workspace)
    workspace.perform(keep, "a", "1")
    workspace.compact()
    workspace.undo()
    assert dump(workspace) == before


def test_composite_keys_are_followed(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 3)
    before = dump(workspace)
    moved = update(AttendanceMark).where(AttendanceMark.person_id == 2).values(person_id=3)
    workspace.perform(run, moved)
    workspace.undo()
    assert dump(workspace) == before


def test_reading_through_the_orm_sees_what_undo_brought_back(workspace: Workspace) -> None:
    workspace.perform(keep, "a", "1")
    workspace.perform(keep, "a", "2")
    workspace.undo()

    def value(session: Session) -> str:
        return session.get_one(WorkspaceSetting, "a").value

    assert workspace.read(value) == "1"
