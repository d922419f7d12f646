"""Disks that are full, read-only, gone or failing: a sentence, nothing lost, usable afterwards."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlcipher

from tests.storage.children import as_somebody, run, small_disk
from tests.storage.table_rows import everything, fill_undoable
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.errors import CannotSave
from workbench.models.communities import WorkspaceSetting
from workbench.storage.backups import back_up
from workbench.storage.check import check_file
from workbench.storage.faults import (
    UNCHANGED,
    AlreadyOpen,
    DamagedWorkspace,
    DiskFull,
    DiskSilent,
    FileMoved,
    NotAWorkspace,
    OutOfMemory,
    ReadOnlyPlace,
    WorkspaceFault,
    fault_of_system,
    wording_of,
)
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import create_workspace, open_workspace


@action("Write much")
def write_much(work: Work, kilobytes: int) -> None:
    work.session.execute(update(WorkspaceSetting).values(value="x" * 1024 * kilobytes))


def left_free(disk: Path, kilobytes: int) -> Path:
    filler = disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free - kilobytes * 1024))
    return filler


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        path = disk / "w.fwb"
        with create_workspace(path) as workspace:
            workspace.perform(fill_undoable, 1)
            rows = workspace.read(everything)
            with pytest.raises(DiskFull, match="The last change was not saved"):
                workspace.perform(write_much, 3000)
            for kilobytes in (100, 20, 4, 0):
                filler = left_free(disk, kilobytes)
                with pytest.raises(DiskFull, match="The last change was not saved"):
                    workspace.perform(write_much, 300)
                with pytest.raises(DiskFull, match="No copy was made; the workspace itself is"):
                    back_up(workspace)
                with pytest.raises(DiskFull, match="Everything is saved"):
                    workspace.compact()
                with pytest.raises(CannotSave, match="The disk is full"):
                    write_bytes(disk / "export.xlsx", bytes(200_000))
                with pytest.raises(DiskFull, match="Nothing was made"):
                    create_workspace(disk / "new.fwb").close()
                assert workspace.read(everything) == rows
                assert workspace.undo_names == ["Fill every table but the survey's"]
                filler.unlink()
            workspace.perform(write_much, 1)
            workspace.undo()
            assert back_up(workspace).checked
            left_free(disk, 0)
        with open_workspace(path) as workspace:
            assert workspace.read(everything) == rows, "a full disk can still be read"
        assert check_file(path).whole
        assert sorted(entry.name for entry in disk.iterdir()) == ["filler", "w backups", "w.fwb"]


LIMITED = """
import errno
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace = create_workspace(path, None, clock)
workspace.perform(fill_undoable, 1)
rows = workspace.read(everything)
size = path.stat().st_size
for limit in (*range(0, 40_000, 3_700), *range(40_000, size, 61_000)):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    for attempt in (
        lambda: back_up(workspace),
        lambda: workspace.perform(fill_undoable, 400, "x" * 50, 10),
    ):
        try:
            attempt()
            print("no fault at", limit)
        except UserFixable as fault:
            if "safe" not in fault.sentence: print(limit, fault)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if workspace.read(everything) != rows: print("changed at", limit)
workspace.perform(fill_undoable, 2, "x", 50)
workspace.undo()
if workspace.read(everything) != rows: print("changed")
if not workspace.check().whole: print("not whole")
print(len(list(path.parent.rglob("*"))), back_up(workspace).checked)
workspace.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="no limits here")
def test_a_file_that_may_not_grow_past_a_byte(tmp_path: Path) -> None:
    """The write that fails is another one at every limit: journal, pages, copy."""
    assert run(LIMITED, tmp_path / "w.fwb") == "4 True"


READ_ONLY = """
def told(attempt):
    try: print("done", attempt())
    except UserFixable as fault: print(type(fault).__name__, "|", fault)
"""


def test_a_read_only_folder(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "w.fwb"
    path.parent.mkdir()
    create_workspace(path).close()
    content = path.read_bytes()
    path.parent.chmod(0o555)
    try:
        told = run(
            READ_ONLY
            + "told(lambda: open_workspace(path))\n"
            + "told(lambda: create_workspace(path.with_name('new.fwb')))\n"
            + "told(lambda: restore(path, path.with_name('new.fwb')))",
            path,
            *as_somebody(),
        ).splitlines()
    finally:
        path.parent.chmod(0o755)
    assert told[0].startswith("ReadOnlyPlace | w.fwb or its folder is read-only. The file has not")
    assert told[1].startswith("CannotSave | new.fwb cannot be written in")
    assert told[2].startswith("CannotSave | new.fwb cannot be written in")
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_read_only_file_and_an_unreadable_one(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    path.chmod(0o400)
    told = run(READ_ONLY + "told(lambda: open_workspace(path))", path, *as_somebody())
    assert told.startswith("ReadOnlyPlace | w.fwb or its folder is read-only.")
    path.chmod(0o000)
    told = run(READ_ONLY + "told(lambda: open_workspace(path))", path, *as_somebody())
    assert told.startswith("WorkspaceFault | w.fwb cannot be read (Permission denied).")


BECOMES_READ_ONLY = """
workspace = create_workspace(path, None, clock)
workspace.perform(fill_undoable, 1)
rows = workspace.read(everything)
path.parent.chmod(0o555)
told(lambda: back_up(workspace))
workspace.perform(fill_undoable, 1, "x", 5)
workspace.undo()
print(workspace.read(everything) == rows)
path.parent.chmod(0o755)
told(lambda: back_up(workspace).checked)
workspace.close()
"""


def test_a_folder_that_becomes_read_only_while_the_file_is_open(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "w.fwb"
    path.parent.mkdir()
    told = run(READ_ONLY + BECOMES_READ_ONLY, path, *as_somebody()).splitlines()
    assert told[0].startswith("CannotSave | w backups cannot be written in")
    assert told[1:] == ["True", "done True"]


def test_a_folder_that_vanishes_while_the_file_is_open(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    workspace = create_workspace(folder / "w.fwb")
    workspace.perform(fill_undoable, 1)
    shutil.rmtree(folder)
    with pytest.raises(FileMoved):
        workspace.perform(fill_undoable, 1)
    with pytest.raises(CannotSave):
        back_up(workspace)
    assert len(workspace.read(everything)["people"]) == 1
    workspace.copy_to(tmp_path / "rescued.fwb")
    workspace.close()
    assert check_file(tmp_path / "rescued.fwb").rows["people"] == 1


def test_a_missing_folder_is_told_when_opening(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="There is no file"):
        open_workspace(tmp_path / "unplugged" / "w.fwb")
    (tmp_path / "file").touch()
    with pytest.raises(NotAWorkspace, match="There is no file"):
        open_workspace(tmp_path / "file" / "w.fwb")


class Refused(sqlcipher.OperationalError):  # type: ignore[misc]
    """An error of the driver with a code, as it would come from a disk that nobody has here."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text or name)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR", DiskSilent),
        ("SQLITE_IOERR_FSYNC", DiskSilent),
        ("SQLITE_IOERR_SHORT_READ", DiskSilent),
        ("SQLITE_IOERR_LOCK", AlreadyOpen),
        ("SQLITE_BUSY", AlreadyOpen),
        ("SQLITE_BUSY_RECOVERY", AlreadyOpen),
        ("SQLITE_LOCKED", AlreadyOpen),
        ("SQLITE_READONLY", ReadOnlyPlace),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyPlace),
        ("SQLITE_PERM", ReadOnlyPlace),
        ("SQLITE_READONLY_DBMOVED", FileMoved),
        ("SQLITE_CANTOPEN", DiskSilent),
        ("SQLITE_CORRUPT", DamagedWorkspace),
        ("SQLITE_CORRUPT_INDEX", DamagedWorkspace),
        ("SQLITE_NOTADB", DamagedWorkspace),
        ("SQLITE_NOMEM", OutOfMemory),
    ],
)
def test_every_code_has_its_sentence(tmp_path: Path, name: str, kind: type[WorkspaceFault]) -> None:
    told = wording_of(Refused(name), tmp_path / "w.fwb")
    assert type(told) is kind
    assert "w.fwb" in told.sentence
    assert told.next_step
    assert "SQLITE" not in str(told)


@pytest.mark.parametrize("name", ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "SQLITE_MISUSE", ""])
def test_a_fault_of_ours_stays_one(tmp_path: Path, name: str) -> None:
    assert wording_of(Refused(name, "no such column: x"), tmp_path / "w.fwb") is None


def test_an_error_of_a_nearly_full_disk_is_told_as_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert isinstance(wording_of(Refused("SQLITE_IOERR_FSYNC"), tmp_path / "w.fwb"), DiskFull)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnlyPlace), (errno.EIO, DiskSilent)],
)
def test_the_systems_refusals_have_theirs(number: int, kind: type[WorkspaceFault]) -> None:
    told = fault_of_system(OSError(number, "x"), Path("w.fwb"), UNCHANGED)
    assert type(told) is kind
    assert UNCHANGED in told.sentence


def test_a_disk_that_fails_in_the_middle_of_a_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Session) -> None:
        raise DBAPIError("SELECT 1", None, Refused("SQLITE_IOERR_READ"))

    with create_workspace(tmp_path / "w.fwb") as workspace:
        with pytest.raises(DiskSilent, match="has not been changed"):
            workspace.read(failing)
        workspace.perform(fill_undoable, 1)
