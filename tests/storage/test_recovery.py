"""The diagnosis of a file that does not open: what happened, what is safe, what can be done."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.children import as_somebody, run, running, small_disk
from tests.storage.table_rows import fill_undoable
from tests.storage.test_opening_locks import HOLD
from workbench.foundation.clock import FixedClock
from workbench.storage.backups import Why, back_up, backups_of
from workbench.storage.recovery import Way, diagnose
from workbench.storage.restore import restore
from workbench.storage.workspace import create_workspace, open_workspace

START = datetime(2026, 10, 12, 17, 3)


@pytest.fixture(params=[None, "pass"], ids=["plain", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def path(tmp_path: Path, passphrase: str | None) -> Path:
    """A workspace with backups of three days."""
    clock = FixedClock(START)
    with create_workspace(tmp_path / "Bridges.fwb", passphrase, clock) as workspace:
        workspace.perform(fill_undoable, 2)
        for why in (Why.AFTER_SESSION, Why.ON_CLOSE, Why.BY_HAND):
            back_up(workspace, why)
            clock.at += timedelta(days=1)
    return tmp_path / "Bridges.fwb"


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-8192:] = bytes(8192)
    path.write_bytes(content)


def test_a_whole_file_is_told_to_be_whole(path: Path, passphrase: str | None) -> None:
    found = diagnose(path, passphrase)
    assert found.whole
    assert found.sentence == "Bridges.fwb is whole and can be opened."
    assert found.ways == ()
    assert [copy.checked for copy in found.backups] == [True] * 3
    open_workspace(path, passphrase).close()


def test_a_damaged_file_leads_to_its_newest_whole_backup(
    path: Path, passphrase: str | None
) -> None:
    spoil(path)
    spoil(backups_of(path)[0].path)
    content = path.read_bytes()
    found = diagnose(path, passphrase)
    assert (found.whole, found.title) == (False, "This file is damaged")
    assert found.ways == (Way.RESTORE, Way.OTHER_FILE)
    assert [copy.checked for copy in found.backups] == [False, True, True]
    assert "is damaged" in found.backups[0].note
    assert found.best == found.backups[1]
    assert found.safe == (
        "The newest whole backup is of 13 October 2026, 17:03 (on closing). "
        "2 backups are whole in all."
    )
    assert found.detail
    assert found.next_step
    assert path.read_bytes() == content
    restore(found.best.path, path, passphrase)
    assert diagnose(path, passphrase).whole


CASES: dict[str, tuple[Callable[[Path], Any], str, tuple[Way, ...]]] = {
    "missing": (
        Path.unlink, "No such file", (Way.RESTORE, Way.OTHER_FILE, Way.NEW_WORKSPACE),
    ),
    "empty": (
        lambda path: path.write_bytes(b""), "This file is empty",
        (Way.RESTORE, Way.OTHER_FILE, Way.NEW_WORKSPACE),
    ),
    "another program's": (
        lambda path: path.write_bytes(b"%PDF-1.7" + b"x" * 9000), "This is not a workspace",
        (Way.RESTORE, Way.OTHER_FILE, Way.NEW_WORKSPACE),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_other_files_have_their_ways(path: Path, case: str) -> None:
    change, title, ways = CASES[case]
    change(path)
    found = diagnose(path)
    assert (found.title, found.ways) == (title, ways)
    assert found.best == found.backups[0]


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_a_newer_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(content)
    found = diagnose(path)
    assert found.ways == (Way.NEWER_PROGRAM, Way.RESTORE, Way.OTHER_FILE)


@pytest.mark.parametrize("passphrase", ["pass"], indirect=True)
@pytest.mark.parametrize(("given", "first"), [(None, Way.PASSPHRASE), ("wrong", Way.PASSPHRASE)])
def test_a_passphrase_that_is_missing_or_wrong(path: Path, given: str | None, first: Way) -> None:
    found = diagnose(path, given)
    assert found.ways[0] == first
    assert [copy.checked for copy in found.backups] == [None] * 3
    assert found.best is None
    assert found.safe == "3 backups lie here, none of them checked."


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_a_file_open_elsewhere(path: Path) -> None:
    with running(HOLD, path):
        found = diagnose(path)
    assert found.ways == (Way.CLOSE_ELSEWHERE, Way.TRY_AGAIN, Way.OTHER_FILE)
    assert "already open in another window on this computer" in found.sentence


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_a_read_only_place(path: Path) -> None:
    path.chmod(0o400)
    told = run(
        "from workbench.storage.recovery import diagnose\nprint(*diagnose(path).ways, sep=';')",
        path,
        *as_somebody(),
    )
    assert told == "try again;choose another file"


def test_nothing_to_go_back_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "w.fwb").write_bytes(os.urandom(20_480))
    found = diagnose(tmp_path / "w.fwb", "any")
    assert found.safe == "There is no backup of it where backups are kept."
    assert Way.RESTORE not in found.ways


def test_nobody_is_told_to_restore_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(8192) + whole[16384:])
    found = diagnose(path)
    assert found.title == "This file is damaged"
    assert "estore" not in found.next_step
    assert "another drive" in found.next_step


@pytest.mark.parametrize("passphrase", [None], indirect=True)
def test_backups_in_the_second_folder_count(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    backups_of(path)[0].path.parent.rename(second)
    spoil(path)
    assert diagnose(path).best is None
    found = diagnose(path, second=second)
    assert found.best
    assert found.best.path.parent == second


def test_a_full_disk_does_not_keep_the_diagnosis_from_being_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1600) as disk:
        with create_workspace(disk / "w.fwb") as workspace:
            workspace.perform(fill_undoable, 2)
            back_up(workspace)
        spoil(disk / "w.fwb")
        (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free))
        assert diagnose(disk / "w.fwb").best
