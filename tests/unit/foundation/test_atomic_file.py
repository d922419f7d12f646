"""Files for the user: swapped whole or not at all, with a sentence for every refusal."""

import errno
import os
import stat
from pathlib import Path

import pytest

from workbench.foundation.atomic_file import (
    cannot_save,
    clear_left_over,
    new_beside,
    replacing,
    settle,
    write_bytes,
    write_text,
)
from workbench.foundation.errors import CannotSave


def left_over(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir() if entry.name.startswith(".")]


def test_writes_and_replaces_whole(tmp_path: Path) -> None:
    target = tmp_path / "Roster é.xlsx"
    write_bytes(target, b"one")
    write_text(target, "zwei\u2028")
    assert target.read_text(encoding="utf-8") == "zwei\u2028"
    assert left_over(tmp_path) == []


def test_a_failing_block_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write_bytes(target, b"old")

    def interrupted() -> None:
        with replacing(target) as beside:
            beside.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_refusal_at_any_step_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "a.pdf"
    write_bytes(target, b"old")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotSave, match="The disk is full") as told:
        write_bytes(target, b"new")
    assert "Nothing that was there before has changed." in told.value.sentence
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


def test_the_mode_of_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    write_bytes(target, b"1")
    target.chmod(0o640)
    write_bytes(target, b"2")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_follows_the_mask_and_a_private_one_is_the_owners(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_bytes(tmp_path / "a.csv", b"1")
        with replacing(tmp_path / "b.fwb", private=True) as beside:
            beside.write_bytes(b"2")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.fwb").stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "a.csv"
    target.symlink_to(tmp_path / "real" / "b.csv")
    write_bytes(target, b"1")
    assert target.is_symlink()
    assert (tmp_path / "real" / "b.csv").read_bytes() == b"1"


def test_a_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250 + ".csv")
    write_bytes(target, b"1")
    assert target.read_bytes() == b"1"


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda folder: folder / "missing" / "a.csv", "does not exist"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: folder / ("n" * 300), "shorter name"),
        (lambda folder: folder / "a\0b", "shorter name"),
        (lambda folder: folder / "file" / "a.csv", "is not a folder"),
    ],
)
def test_places_where_nothing_can_be_written(tmp_path: Path, make: object, word: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert callable(make)
    with pytest.raises(CannotSave) as told:
        write_bytes(make(tmp_path), b"1")
    assert word in str(told.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    write_bytes(target, b"1")
    target.chmod(0o444)
    with pytest.raises(CannotSave, match="read-only"):
        write_bytes(target, b"2")
    assert target.read_bytes() == b"1"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EFBIG, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "does not answer"),
        (errno.ESTALE, "does not answer"),
        (errno.ENAMETOOLONG, "shorter name"),
        (errno.EMFILE, "Too many open files"),
    ],
)
def test_every_refusal_has_its_words(number: int, word: str) -> None:
    told = cannot_save(Path("/x/a.csv"), OSError(number, os.strerror(number)))
    assert word in str(told)
    assert told.next_step


@pytest.mark.parametrize("links", [True, False])
def test_settle_never_takes_the_place_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    beside, target = tmp_path / "new", tmp_path / "w.fwb"
    beside.write_bytes(b"new")
    settle(beside, target)
    assert (target.read_bytes(), beside.exists()) == (b"new", False)
    beside.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        settle(beside, target)
    assert target.read_bytes() == b"new"


def test_what_a_kill_left_is_cleared_after_an_hour(tmp_path: Path) -> None:
    old, new = new_beside(tmp_path / "a.fwb"), new_beside(tmp_path / "b")
    kept = [tmp_path / name for name in (".0123456789ab.backup-of-mine", ".hidden", "a.fwb")]
    for path in (*kept, tmp_path / f"{old.name}-journal"):
        path.touch()
    for path in tmp_path.iterdir():
        if path != new:
            os.utime(path, (0, 0))
    clear_left_over(tmp_path)
    clear_left_over(tmp_path / "missing")
    assert sorted(tmp_path.iterdir()) == sorted([*kept, new])
