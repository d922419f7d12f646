"""Another passphrase, a first one, none: the file is always whole under the old or the new one."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.factories import CLOCK, community_with
from tests.storage.children import ROOT, environment, python
from tests.storage.table_rows import everything
from workbench.foundation.errors import UserFixable
from workbench.storage import passphrase_change
from workbench.storage.backups import verified
from workbench.storage.check import check_file
from workbench.storage.faults import AlreadyOpen, PassphraseNeeded, WrongPassphrase
from workbench.storage.opening import is_protected
from workbench.storage.passphrase_change import change_passphrase
from workbench.storage.workspace import create_workspace, open_workspace

OLD, NEW = "grüne Stühle am Fluss", "five other words 'quoted' é"


def made(folder: Path, passphrase: str | None) -> Path:
    path = folder / "w.fwb"
    with create_workspace(path, passphrase, CLOCK) as workspace:
        community_with(workspace, "Ana Berg", "Bo Lind")
    return path


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (OLD, NEW, "Its backup made before still opens with the old one."),
        (None, NEW, "Its backup made before is not protected: delete what you do not need."),
        (OLD, None, "is no longer protected. Its backup made before still needs the old"),
    ],
)
def test_everything_is_there_under_the_new_passphrase_alone(
    tmp_path: Path, before: str | None, after: str | None, told: str
) -> None:
    path = made(tmp_path, before)
    with open_workspace(path, before) as workspace:
        rows = workspace.read(everything)
    done = change_passphrase(path, before, after, CLOCK)
    assert told in done.sentence
    assert is_protected(path) is (after is not None)
    with open_workspace(path, after) as workspace:
        assert workspace.read(everything) == rows
    assert check_file(path, after).whole
    if after:
        with pytest.raises((PassphraseNeeded, WrongPassphrase)):
            open_workspace(path, before)
        assert b"Ana Berg" not in path.read_bytes()
    assert verified(done.backup, before).checked
    assert "before another passphrase" in done.backup.path.name
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_wrong_one_an_empty_one_the_same_one_and_an_open_file_change_nothing(
    tmp_path: Path,
) -> None:
    path = made(tmp_path, OLD)
    content = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(path, "not it", NEW, CLOCK)
    with pytest.raises(UserFixable, match="empty"):
        change_passphrase(path, OLD, "", CLOCK)
    with pytest.raises(UserFixable, match="is the one it has"):
        change_passphrase(path, OLD, OLD, CLOCK)
    with open_workspace(path, OLD), pytest.raises(AlreadyOpen):
        change_passphrase(path, OLD, NEW, CLOCK)
    assert path.read_bytes() == content


def test_a_copy_that_differs_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, OLD)
    content = path.read_bytes()
    counts = iter([{"people": 2}, {"people": 1}])
    monkeypatch.setattr(passphrase_change, "row_counts", lambda _connection: next(counts))
    with pytest.raises(UserFixable):
        change_passphrase(path, OLD, NEW, CLOCK)
    assert path.read_bytes() == content


def test_a_disk_that_refuses_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, OLD)
    content = path.read_bytes()

    def refuse(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(passphrase_change, "sync", refuse)
    with pytest.raises(UserFixable, match="disk is full"):
        change_passphrase(path, OLD, NEW, CLOCK)
    assert path.read_bytes() == content
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


_CHANGER = """
from workbench.storage.passphrase_change import change_passphrase
now, other = os.environ["NOW"], os.environ["OTHER"]
print("ready", flush=True)
change_passphrase(path, now, other, clock)
"""


def test_a_kill_in_the_middle_leaves_the_old_or_the_new_one(tmp_path: Path) -> None:
    path = made(tmp_path, OLD)
    now, other = OLD, NEW
    for turn in range(6):
        process = subprocess.Popen(
            python(_CHANGER, path), cwd=ROOT, stdout=subprocess.PIPE,
            env=environment() | {"NOW": now, "OTHER": other},
        )  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(turn * 0.12)  # the moment of the kill is what is tried here
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        process.wait()
        for passphrase in (now, other):
            try:
                with open_workspace(path, passphrase) as workspace:
                    assert workspace.check().whole
            except WrongPassphrase:
                continue
            break
        else:
            pytest.fail("the file opens with neither passphrase")
        if passphrase == other:
            now, other = other, now
