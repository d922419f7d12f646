"""Restoring: the backup is checked first, the former file set aside, and neither is ever lost."""

import errno
import os
import shutil
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.storage.children import running
from tests.storage.table_rows import everything, fill_undoable
from tests.storage.test_opening_locks import HOLD, killed_in_a_write
from tests.upgrade.released import released_1
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import CannotSave, UserFixable
from workbench.storage.backups import back_up
from workbench.storage.faults import (
    AlreadyOpen,
    DamagedWorkspace,
    NewerWorkspace,
    NotAWorkspace,
    PassphraseNeeded,
    WorkspaceFault,
    WrongPassphrase,
)
from workbench.storage.opening import journal_of
from workbench.storage.restore import restore
from workbench.storage.workspace import create_workspace, open_workspace

CLOCK = FixedClock(datetime(2026, 10, 13, 9, 15))
ASIDE = "w before restore 2026-10-13 0915.fwb"


def made(path: Path, people: int, passphrase: str | None = None) -> Path:
    with create_workspace(path, passphrase, CLOCK) as workspace:
        workspace.perform(fill_undoable, people)
    return path


def people(path: Path, passphrase: str | None = None) -> int:
    with open_workspace(path, passphrase) as workspace:
        return len(workspace.read(everything)["people"])


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A backup of three people and the workspace of five that it is to replace."""
    return made(tmp_path / "backup.fwb", 3), made(tmp_path / "w.fwb", 5)


def test_the_former_file_is_set_aside(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    contents = backup.read_bytes(), path.read_bytes()
    done = restore(backup, path, clock=CLOCK)
    assert done.path == path
    assert done.set_aside == path.with_name(ASIDE)
    assert ASIDE in done.sentence
    assert (path.read_bytes(), done.set_aside.read_bytes(), backup.read_bytes()) == (
        contents[0], contents[1], contents[0],
    )  # fmt: skip
    assert names(path.parent) == {"backup.fwb", "w.fwb", ASIDE}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (people(path), people(done.set_aside)) == (3, 5)


def test_restoring_twice_in_a_minute_keeps_both(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    restore(backup, path, clock=CLOCK)
    again = restore(path.with_name(ASIDE), path, clock=CLOCK)
    assert again.set_aside == path.with_name("w before restore 2026-10-13 0915 2.fwb")
    assert (people(path), people(again.set_aside)) == (5, 3)


def test_where_no_file_lies_none_is_set_aside(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    path.unlink()
    done = restore(backup, path, clock=CLOCK)
    assert (done.set_aside, done.sentence) == (None, "Restored w.fwb.")
    assert people(path) == 3


def test_a_backup_made_by_the_program_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    with create_workspace(path, "pass", CLOCK) as workspace:
        workspace.perform(fill_undoable, 2)
        copy = back_up(workspace)
        workspace.perform(fill_undoable, 2, first=5)
        with pytest.raises(AlreadyOpen):
            restore(copy.path, path, "pass")
    restore(copy.path, path, "pass")
    assert people(path, "pass") == 2


@pytest.mark.parametrize("damage", ["zeros", "cut", "empty", "text"])
def test_a_damaged_file_is_replaced_and_kept(pair: tuple[Path, Path], damage: str) -> None:
    backup, path = pair
    content = {
        "zeros": bytes(path.stat().st_size),
        "cut": path.read_bytes()[:5000],
        "empty": b"",
        "text": b"hello " * 900,
    }[damage]
    path.write_bytes(content)
    done = restore(backup, path, clock=CLOCK)
    assert people(path) == 3
    assert done.set_aside
    assert done.set_aside.read_bytes() == content


def test_the_journal_of_a_killed_write_goes_with_its_file(pair: tuple[Path, Path]) -> None:
    """Left behind, it would be played into the restored file."""
    backup, path = pair
    killed_in_a_write(path)
    left = path.read_bytes(), journal_of(path).read_bytes()
    done = restore(backup, path, clock=CLOCK)
    assert done.set_aside
    aside = done.set_aside
    assert not journal_of(path).exists()
    assert (aside.read_bytes(), journal_of(aside).read_bytes()) == left
    assert people(path) == 3
    assert people(aside) == 5, "and so the file set aside can still be healed"


def test_a_journal_without_its_file_does_not_come_back_to_life(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    killed_in_a_write(path)
    path.unlink()
    restore(backup, path, clock=CLOCK)
    assert people(path) == 3


def broken(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-8192:] = bytes(8192)
    path.write_bytes(content)


def newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(content)


UNUSABLE: dict[str, tuple[Callable[[Path], Any], type[WorkspaceFault]]] = {
    "damaged": (broken, DamagedWorkspace),
    "newer": (newer, NewerWorkspace),
    "empty": (lambda path: path.write_bytes(b""), NotAWorkspace),
    "a PDF": (lambda path: path.write_bytes(b"%PDF-1.4" + b"x" * 5000), NotAWorkspace),
    "missing": (Path.unlink, NotAWorkspace),
    "noise": (lambda path: path.write_bytes(os.urandom(8192)), PassphraseNeeded),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_backup_that_cannot_be_used_changes_nothing(pair: tuple[Path, Path], case: str) -> None:
    backup, path = pair
    spoil, kind = UNUSABLE[case]
    spoil(backup)
    content, there = path.read_bytes(), names(path.parent)
    with pytest.raises(kind, match=backup.name):
        restore(backup, path, clock=CLOCK)
    assert (path.read_bytes(), names(path.parent)) == (content, there)


def test_a_protected_backup_needs_its_passphrase(tmp_path: Path) -> None:
    backup, path = made(tmp_path / "backup.fwb", 3, "secret"), made(tmp_path / "w.fwb", 5)
    with pytest.raises(PassphraseNeeded):
        restore(backup, path)
    with pytest.raises(WrongPassphrase):
        restore(backup, path, "guess")
    assert people(path) == 5
    restore(backup, path, "secret")
    assert people(path, "secret") == 3


def test_an_older_backup_is_restored_and_upgraded_when_opened(tmp_path: Path) -> None:
    backup, path = released_1(tmp_path / "backup.fwb"), made(tmp_path / "w.fwb", 5)
    restore(backup, path)
    assert people(path) == 3


def test_a_file_open_elsewhere_is_not_replaced(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    content = path.read_bytes()
    with running(HOLD, path):
        before = path.read_bytes()
        with pytest.raises(AlreadyOpen, match="in another window on this computer"):
            restore(backup, path)
        assert path.read_bytes() == before
    assert content
    assert ASIDE not in names(path.parent)


def test_a_file_is_no_backup_of_itself(pair: tuple[Path, Path]) -> None:
    _, path = pair
    path.with_name("link.fwb").symlink_to(path)
    for other in (path, path.with_name("link.fwb")):
        with pytest.raises(UserFixable, match="the very file"):
            restore(other, path)
    assert people(path) == 5


def test_a_folder_that_is_missing_is_told(pair: tuple[Path, Path]) -> None:
    backup, path = pair
    with pytest.raises(CannotSave, match="does not exist"):
        restore(backup, path.parent / "missing" / "w.fwb")


class Failing:
    """Lets every n-th call of the system's functions fail, to be had at each step in turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, number: int) -> None:
        self.calls = 0
        self.at = at
        self.number = number
        for owner, name in (
            (os, "open"), (os, "link"), (os, "fsync"), (shutil, "copyfile"),
            (Path, "replace"), (Path, "rename"), (Path, "unlink"),
        ):  # fmt: skip
            monkeypatch.setattr(owner, name, self.wrapped(getattr(owner, name)))

    def wrapped(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls == self.at:
                raise OSError(self.number, os.strerror(self.number))
            return real(*args, **kwargs)

        return call


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EPERM])
@pytest.mark.parametrize("killed", [False, True], ids=["clean", "with a journal"])
def test_whatever_step_fails_both_files_are_there(
    pair: tuple[Path, Path], number: int, killed: bool
) -> None:
    backup, path = pair
    if killed:
        killed_in_a_write(path)
    contents = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    for at in range(1, 60):
        with pytest.MonkeyPatch.context() as monkeypatch:
            failing = Failing(monkeypatch, at, number)
            try:
                restore(backup, path, clock=CLOCK)
                failed = False
            except UserFixable:
                failed = True
        if failing.calls < at:
            break
        now = {file.name: file.read_bytes() for file in path.parent.iterdir()}
        assert now["backup.fwb"] == contents["backup.fwb"]
        if failed:
            assert now["w.fwb"] == contents["w.fwb"]
            assert now.get("w.fwb-journal") == contents.get("w.fwb-journal")
        else:
            assert now["w.fwb"] == contents["backup.fwb"]
            assert contents["w.fwb"] in [now[name] for name in now if "before restore" in name]
        for file in path.parent.iterdir():
            file.unlink()
        for name, content in contents.items():
            path.with_name(name).write_bytes(content)
    assert at > 6, "or nothing was tried"


def test_a_file_that_cannot_be_read_is_renamed_instead(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk with a bad sector refuses to copy it; the restored file must come all the same."""
    backup, path = pair
    content = path.read_bytes()
    copyfile = shutil.copyfile

    def refuse(source: Path, target: Path) -> Path:
        if source == path:
            raise OSError(errno.EIO, "Input/output error")
        return copyfile(source, target)

    monkeypatch.setattr(shutil, "copyfile", refuse)
    done = restore(backup, path, clock=CLOCK)
    assert done.set_aside
    assert done.set_aside.read_bytes() == content
    assert people(path) == 3


def test_a_copy_that_differs_is_not_put_in_place(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, path = pair

    def lose_a_page(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-4096])

    monkeypatch.setattr(shutil, "copyfile", lose_a_page)
    with pytest.raises(CannotSave, match="differs from the backup"):
        restore(backup, path, clock=CLOCK)
    assert people(path) == 5
