"""Backups: whole, opened and checked before they count, thinned, never from a damaged file."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.table_rows import everything, fill_undoable
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import CannotSave, UserFixable
from workbench.storage.backup_names import backup_path, copy_at
from workbench.storage.backups import (
    BackupCopy,
    Why,
    back_up,
    backups_folder,
    backups_of,
    close_with_backup,
    verified,
)
from workbench.storage.engine import connect
from workbench.storage.faults import DamagedWorkspace
from workbench.storage.workspace import Workspace, create_workspace, open_workspace


@dataclass
class MovingClock(FixedClock):
    """A clock that the test moves on."""

    def move(self, **by: int) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(datetime(2026, 10, 13, 9, 15))


@pytest.fixture
def workspace(tmp_path: Path, clock: MovingClock) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "Bridges.fwb", clock=clock) as made:
        made.perform(fill_undoable, 2)
        yield made


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("passphrase", [None, "pass"])
def test_a_backup_is_a_whole_workspace(
    tmp_path: Path, clock: MovingClock, passphrase: str | None
) -> None:
    with create_workspace(tmp_path / "Bridges.fwb", passphrase, clock) as workspace:
        workspace.perform(fill_undoable, 2)
        rows = workspace.read(everything)
        copy = back_up(workspace)
        assert copy == BackupCopy(
            tmp_path / "Bridges backups" / "Bridges 2026-10-13 091500 by hand.fwb",
            datetime(2026, 10, 13, 9, 15), "by hand", copy.path.stat().st_size, True,
        )  # fmt: skip
        assert not workspace.changed
        assert backups_of(workspace.path) == [replace(copy, checked=None)]
        assert verified(backups_of(workspace.path)[0], passphrase) == copy
    assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600
    assert names(copy.path.parent) == [copy.path.name]
    with open_workspace(copy.path, passphrase) as opened:
        assert opened.read(everything) == rows
        assert opened.protected == (passphrase is not None)


def test_backups_are_listed_newest_first_with_their_reasons(
    workspace: Workspace, clock: MovingClock
) -> None:
    for why in (Why.AFTER_SESSION, Why.BEFORE_IMPORT, Why.BY_HAND, Why.BY_HAND):
        back_up(workspace, why)
        clock.move(minutes=0 if why == Why.BY_HAND else 1)
    listed = backups_of(workspace.path)
    assert [copy.why for copy in listed] == [
        "by hand", "by hand", "before an import", "after a session",
    ]  # fmt: skip
    assert listed[0].path.name == "Bridges 2026-10-13 091700-1 by hand.fwb", "the same second"


@given(st.text(max_size=80), st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1)))
def test_any_reason_makes_a_name_that_reads_back(why: str, when: datetime) -> None:
    path = backup_path(Path("/nowhere"), Path("My 2026-01-01 120000 file.fwb"), when, why)
    assert len(path.name.encode()) < 255
    assert path.parent == Path("/nowhere")


@pytest.mark.parametrize("stem", ["n" * 240, "汉" * 79, "👋" * 60])
def test_a_long_name_is_cut_for_its_backups(tmp_path: Path, stem: str) -> None:
    with create_workspace(tmp_path / f"{stem}.fwb") as workspace:
        copy = back_up(workspace)
        assert [listed.path for listed in backups_of(workspace.path)] == [copy.path]


def test_names_of_other_files_are_not_taken_for_backups(workspace: Workspace) -> None:
    copy = back_up(workspace)
    for name in (
        "Bridges.fwb", "Bridges 2026-13-40 091500 by hand.fwb",
        "Other 2026-10-13 091500 by hand.fwb",
        "Bridges 2026-10-13 091500 by hand.txt", "Bridges two 2026-10-13 091500 by hand.fwb",
    ):  # fmt: skip
        copy.path.with_name(name).write_bytes(b"")
    copy.path.with_name("Bridges 2026-10-13 091501 by hand.fwb").mkdir()
    assert [listed.path for listed in backups_of(workspace.path)] == [copy.path]
    assert copy_at(copy.path, workspace.path) == replace(copy, checked=None)


def test_no_backups_is_an_empty_list(tmp_path: Path) -> None:
    assert backups_of(tmp_path / "missing" / "w.fwb", second=tmp_path / "unplugged") == []


def test_a_damaged_file_is_never_backed_up(workspace: Workspace, clock: MovingClock) -> None:
    good = back_up(workspace)
    clock.move(hours=1)
    workspace._driver.execute("PRAGMA writable_schema = ON")
    workspace._driver.execute(
        "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ix_people_email'"
    )
    workspace._driver.execute("PRAGMA writable_schema = RESET")
    with pytest.raises(DamagedWorkspace):
        back_up(workspace)
    assert backups_of(workspace.path) == [replace(good, checked=None)]


def test_a_copy_that_does_not_open_is_thrown_away(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(target: Path, shown: Path | None = None) -> None:
        target.write_bytes(b"SQLite format 3\0" + bytes(50_000))

    monkeypatch.setattr(workspace, "copy_to", half)
    with pytest.raises(UserFixable):
        back_up(workspace)
    assert names(backups_folder(workspace.path)) == []
    assert workspace.changed


def test_a_backup_is_thinned_with_those_before_it(workspace: Workspace, clock: MovingClock) -> None:
    folder = backups_folder(workspace.path)
    folder.mkdir()
    for days in range(400):
        backup_path(
            folder, workspace.path, clock.at - timedelta(days=days), Why.ON_CLOSE
        ).write_bytes(b"")
    kept = backup_path(folder, workspace.path, clock.at - timedelta(days=300), Why.BEFORE_UPGRADE)
    kept.write_bytes(b"")
    copy = back_up(workspace)
    left = backups_of(workspace.path)
    assert len(left) == 1 + 2 + 7 + 4 + 12 + 1
    assert left[0].path == copy.path or copy.path in [listed.path for listed in left]
    assert kept.exists()


def test_half_a_copy_that_a_kill_left_is_cleared_away(workspace: Workspace) -> None:
    folder = backups_folder(workspace.path)
    folder.mkdir()
    left = folder / ".0123456789ab.fwb"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    copy = back_up(workspace)
    assert names(folder) == [copy.path.name]


def test_a_folder_of_the_users_own_is_made_but_not_thinned(
    workspace: Workspace, clock: MovingClock, tmp_path: Path
) -> None:
    folder = tmp_path / "archive" / "2026"
    for _ in range(20):
        back_up(workspace, Why.BY_HAND, folder)
        clock.move(days=1)
    assert len(names(folder)) == 20
    assert len(backups_of(workspace.path, folder)) == 20
    assert not backups_folder(workspace.path).exists()


def test_a_second_folder_holds_the_same_copies(
    workspace: Workspace, clock: MovingClock, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    namesake = second / "Bridges 2020-01-01 101010 by hand.fwb"
    namesake.write_bytes(b"of another workspace with the same name")
    for _ in range(15):
        copy = back_up(workspace, Why.ON_CLOSE, second=second)
        assert copy.note == ""
        clock.move(days=1)
    first = names(backups_folder(workspace.path))
    assert len(first) == 2 + 7 + 1, "thinned"
    assert names(second) == sorted([*first, namesake.name]), "and thinned here, but only its own"
    assert (second / copy.path.name).read_bytes() == copy.path.read_bytes()
    assert stat.S_IMODE((second / copy.path.name).stat().st_mode) == 0o600
    assert len(backups_of(workspace.path, second=second)) == len(first) + 1
    for entry in backups_folder(workspace.path).iterdir():
        entry.unlink()
    assert verified(backups_of(workspace.path, second=second)[0]).checked


@pytest.mark.parametrize("second", ["unplugged", "a file"])
def test_a_second_folder_that_is_away_is_told_and_nothing_more(
    workspace: Workspace, tmp_path: Path, second: str
) -> None:
    (tmp_path / "a file").touch()
    copy = back_up(workspace, second=tmp_path / second)
    assert copy.checked
    assert "cannot be reached, so there is only one copy" in copy.note
    assert not workspace.changed
    assert not (tmp_path / "unplugged").exists(), "a stick's folder is not made on the disk"


def test_a_second_folder_that_refuses_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workbench.storage.backups.copy_whole", refuse)
    copy = back_up(workspace, second=tmp_path)
    assert copy.checked
    assert "There is only one copy of this backup: The disk is full" in copy.note


def test_a_folder_that_cannot_be_made_is_told(workspace: Workspace) -> None:
    backups_folder(workspace.path).write_bytes(b"in the way")
    with pytest.raises(CannotSave):
        back_up(workspace)
    assert workspace.changed


def test_closing_backs_up_what_changed_and_only_that(
    workspace: Workspace, clock: MovingClock, tmp_path: Path
) -> None:
    path = workspace.path
    copy = close_with_backup(workspace)
    assert copy is not None
    assert (copy.why, copy.checked) == ("on closing", True)
    assert names(tmp_path) == ["Bridges backups", "Bridges.fwb"]
    clock.move(hours=1)
    again = open_workspace(path, clock=clock)
    again.read(everything)
    assert close_with_backup(again) is None
    third = open_workspace(path, clock=clock)
    third.perform(fill_undoable, 1, first=9)
    back_up(third)
    assert close_with_backup(third) is None, "backed up already"
    assert len(backups_of(path)) == 2


def test_closing_closes_even_if_there_can_be_no_backup(workspace: Workspace) -> None:
    backups_folder(workspace.path).write_bytes(b"in the way")
    with pytest.raises(CannotSave):
        close_with_backup(workspace)
    open_workspace(workspace.path).close()


def test_backups_tell_what_is_wrong_with_them(workspace: Workspace, clock: MovingClock) -> None:
    whole = back_up(workspace)
    clock.move(minutes=1)
    broken = back_up(workspace)
    content = bytearray(broken.path.read_bytes())
    content[-8192:] = bytes(8192)
    broken.path.write_bytes(content)
    clock.move(minutes=1)
    gone = back_up(workspace)
    gone.path.unlink()
    assert verified(whole).checked
    assert (verified(broken).checked, "is damaged" in verified(broken).note) == (False, True)
    assert (verified(gone).checked, "no file" in verified(gone).note) == (False, True)


def test_a_backup_under_another_passphrase_is_left_undecided(
    tmp_path: Path, clock: MovingClock
) -> None:
    with create_workspace(tmp_path / "w.fwb", "old", clock) as workspace:
        workspace.perform(fill_undoable, 1)
        copy = back_up(workspace)
    for passphrase in (None, "new"):
        told = verified(copy, passphrase)
        assert told.checked is None
        assert "passphrase" in told.note
    assert verified(copy, "old").checked


def test_a_backup_is_looked_at_without_being_touched(workspace: Workspace) -> None:
    copy = back_up(workspace)
    copy.path.chmod(0o400)
    before = copy.path.stat(), copy.path.read_bytes()
    verified(copy)
    assert (copy.path.stat().st_mtime_ns, copy.path.read_bytes()) == (
        before[0].st_mtime_ns, before[1],
    )  # fmt: skip
    assert names(copy.path.parent) == [copy.path.name]


def test_a_copy_of_an_older_schema_counts_if_it_is_whole(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up(workspace)
    connection = connect(copy.path, None)
    connection.execute("DROP TABLE events")
    connection.close()
    assert verified(copy).checked is False
    monkeypatch.setattr("workbench.storage.schema.SCHEMA", 2)
    assert verified(copy).checked
