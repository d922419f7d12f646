"""What the bytes on disk give away: nothing deleted, nothing of a protected file, no journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from tests.storage.table_rows import fill_everything
from workbench.models import Base
from workbench.models.communities import WorkspaceSetting
from workbench.models.surveys import AnswerComment
from workbench.storage.backups import back_up
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace, create_workspace

SECRET = "marker-of-a-secret"


@action("Run")
def run(work: Work, *statements: object) -> None:
    for statement in statements:
        work.session.execute(statement)  # type: ignore[call-overload]


@pytest.fixture(params=[None, "pass"], ids=["plain", "protected"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", request.param) as made:
        yield made


def bytes_beside(workspace: Workspace) -> dict[str, bytes]:
    """The bytes of the file, its journal and everything in its folder.

    Read through a handle of its own: the lock of this process goes with it, which no test here
    needs any more.
    """
    folder = workspace.path.parent
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def holds(content: dict[str, bytes], text: str = SECRET) -> list[str]:
    return [name for name, found in content.items() if text.encode() in found]


def test_the_journal_is_empty_after_every_commit(workspace: Workspace) -> None:
    journal = workspace.path.with_name("w.fwb-journal")
    workspace.perform(fill_everything, 3, SECRET)
    assert journal.stat().st_size == 0
    workspace.perform(run, update(WorkspaceSetting).values(value="x"))
    assert journal.stat().st_size == 0
    workspace.undo()
    assert journal.stat().st_size == 0
    with pytest.raises(ZeroDivisionError):
        workspace.perform(failing)
    assert journal.stat().st_size == 0
    workspace.compact()
    assert journal.stat().st_size == 0
    workspace.close()
    assert not journal.exists()


@action("Fail")
def failing(work: Work) -> None:
    work.session.execute(delete(WorkspaceSetting))
    raise ZeroDivisionError


def test_what_is_deleted_is_gone_from_every_byte(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 60, SECRET)
    if not workspace.protected:
        assert holds(bytes_beside(workspace)), "or this test proves nothing"
    workspace.perform(run, *(delete(table) for table in reversed(Base.metadata.sorted_tables)))
    assert holds(bytes_beside(workspace)) == []


def test_what_is_overwritten_is_gone_from_every_byte(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 5, "other")
    workspace.perform(run, update(AnswerComment).values(text=SECRET * 2000))
    workspace.perform(run, update(AnswerComment).values(text="short"))
    assert holds(bytes_beside(workspace)) == []


def test_undone_text_is_gone_too(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 1, "other")
    insert = WorkspaceSetting.__table__.insert().values(name="a", value=SECRET)  # type: ignore[attr-defined]
    workspace.perform(run, insert)
    workspace.undo()
    assert holds(bytes_beside(workspace)) == []


def test_a_fault_of_ours_tells_no_values(workspace: Workspace) -> None:
    insert = WorkspaceSetting.__table__.insert().values(name="a", value=SECRET)  # type: ignore[attr-defined]
    with pytest.raises(IntegrityError) as told:
        workspace.perform(run, insert, insert)
    assert SECRET not in str(told.value)


@pytest.mark.parametrize("workspace", ["pass"], indirect=True)
def test_a_protected_file_shows_no_text_nor_do_its_copies(workspace: Workspace) -> None:
    workspace.perform(fill_everything, 30, SECRET)
    back_up(workspace)
    workspace.compact()
    content = bytes_beside(workspace)
    assert len(content) == 4, "file, journal, marker, backup"
    assert holds(content) == holds(content, "CREATE TABLE") == holds(content, "SQLite format") == []
    assert holds(content, "pass") == []


def test_answers_lie_in_the_order_of_their_random_keys_after_compacting(
    workspace: Workspace,
) -> None:
    if workspace.protected:
        pytest.skip("the bytes of a protected file have no order to see")
    keys = [bytes([(37 * n) % 251]) * 16 for n in range(1, 40)]
    sheets = Base.metadata.tables["answer_sheets"]
    workspace.perform(fill_everything, 1, "other")
    workspace.perform(run, delete(sheets))
    for number, key in enumerate(keys):
        row = {"key": key, "wave_id": 1, "answers": f"written-{number:03}."}
        workspace.perform(run, sheets.insert().values(row))
    workspace.compact()
    content = bytes_beside(workspace)[str(workspace.path)]
    places = {n: content.find(f"written-{n:03}.".encode()) for n in range(len(keys))}
    assert all(content.count(f"written-{n:03}.".encode()) == 1 for n in places)
    in_the_file = sorted(places, key=lambda n: -places[n])  # pages fill from their end
    assert in_the_file == sorted(places, key=lambda n: keys[n])
