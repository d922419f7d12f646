"""One program at a time: a second is told where the file is open, a killed one leaves no lock."""

import getpass
import os
import signal
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import MetaData

from tests.storage.children import environment, python, run, running
from tests.storage.table_rows import everything, fill_everything
from workbench.storage import marker, opening
from workbench.storage.engine import Driver
from workbench.storage.faults import AlreadyOpen, WrongPassphrase
from workbench.storage.integrity import Health, examine
from workbench.storage.open_here import refuse_open_elsewhere
from workbench.storage.opening import journal_of
from workbench.storage.workspace import create_workspace, open_workspace

HOLD = """
workspace = open_workspace(path, None, clock)
workspace.perform(fill_everything, 1, "text", 70)
print("ready", flush=True)
sys.stdin.readline()
workspace.close()
print("closed", flush=True)
"""
KILLED_IN_A_WRITE = """
workspace = open_workspace(path, os.environ.get("SECRET"), clock)
workspace._driver.execute("PRAGMA cache_size = 5")
workspace._driver.execute("BEGIN IMMEDIATE")
for number in range(3000):
    row = (f"n{number}", "v" * 300)
    workspace._driver.execute("INSERT INTO workspace_settings VALUES (?, ?)", row)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_workspace(tmp_path / "w.fwb").close()
    return tmp_path / "w.fwb"


def killed_in_a_write(path: Path, passphrase: str | None = None) -> None:
    secret = {"SECRET": passphrase} if passphrase else {}
    killed = subprocess.run(
        python(KILLED_IN_A_WRITE, path), env=environment() | secret, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert journal_of(path).stat().st_size > 0


def test_a_second_program_is_refused_with_where_it_is_open(path: Path) -> None:
    with running(HOLD, path) as other:
        for _ in range(2):
            with pytest.raises(AlreadyOpen) as told:
                open_workspace(path)
        assert "in another window on this computer" in told.value.sentence
        assert f"by {getpass.getuser()}, since 13 Oct 09:00" in told.value.sentence
        with pytest.raises(AlreadyOpen):
            refuse_open_elsewhere(path, "there")
        assert other.stdin
        assert other.stdout
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "closed\n"
    with open_workspace(path) as workspace:
        assert len(workspace.read(everything)["people"]) == 1


def test_this_program_is_told_to_a_second_one(path: Path) -> None:
    tell = "\ntry: open_workspace(path)\nexcept UserFixable as error: print(error)"
    with open_workspace(path) as workspace:
        assert "w.fwb is already open in another window" in run(tell, path)
        with pytest.raises(AlreadyOpen):
            open_workspace(path)
        assert "already open" in run(tell, path), "a refusal here does not loosen the lock"
        workspace.perform(fill_everything, 1)
        assert "already open" in run(tell, path)
        workspace.compact()
        assert "already open" in run(tell, path)
    assert run(tell, path) == ""


def test_nobody_can_even_read_an_open_file_as_a_database(path: Path) -> None:
    peek = (
        "\nimport sqlite3\nconnection = sqlite3.connect(path, timeout=0)\n"
        "try: print(connection.execute('SELECT * FROM people').fetchall())\n"
        "except sqlite3.OperationalError as error: print(error)\nconnection.close()"
    )
    with open_workspace(path):
        assert run(peek, path) == "database is locked"


def test_a_killed_program_leaves_no_lock_and_the_next_one_checks_in_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(HOLD, path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert marker.left_behind(path)
    asked: list[bool] = []
    monkeypatch.setattr(opening, "ALWAYS_IN_FULL", 0)

    def examined(connection: Driver, metadata: MetaData, *, full: bool) -> Health:
        asked.append(full)
        return examine(connection, metadata, full=full)

    monkeypatch.setattr(opening, "examine", examined)
    with open_workspace(path) as workspace:
        assert len(workspace.read(everything)["people"]) == 1
    open_workspace(path).close()
    assert asked == [True, False]
    assert not marker.left_behind(path)


@pytest.mark.parametrize("passphrase", [None, "right"])
def test_a_write_that_was_killed_is_rolled_back(tmp_path: Path, passphrase: str | None) -> None:
    path = tmp_path / "w.fwb"
    with create_workspace(path, passphrase) as workspace:
        workspace.perform(fill_everything, 2)
        rows = workspace.read(everything)
    killed_in_a_write(path, passphrase)
    with open_workspace(path, passphrase) as workspace:
        assert workspace.read(everything) == rows
        assert workspace.check().whole
    assert [entry.name for entry in tmp_path.iterdir()] == ["w.fwb"]


def test_a_wrong_passphrase_does_not_touch_what_a_kill_left(tmp_path: Path) -> None:
    path = tmp_path / "w.fwb"
    create_workspace(path, "right").close()
    killed_in_a_write(path, "right")
    left = path.read_bytes(), journal_of(path).read_bytes()
    names = sorted(tmp_path.iterdir())
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            open_workspace(path, "wrong")
        assert (path.read_bytes(), journal_of(path).read_bytes()) == left
        assert sorted(tmp_path.iterdir()) == names
    open_workspace(path, "right").close()


def test_a_first_page_half_written_is_healed_from_the_journal(tmp_path: Path) -> None:
    """A power cut may tear the very page that a passphrase is tried on."""
    path = tmp_path / "w.fwb"
    with create_workspace(path, "right") as workspace:
        workspace.perform(fill_everything, 2)
        rows = workspace.read(everything)
    killed_in_a_write(path, "right")
    content = bytearray(path.read_bytes())
    first_pages = journal_of(path).read_bytes()
    if first_pages.find(content[:16]) < 0:
        pytest.skip("this write did not journal the first page")
    content[2048:4096] = bytes(2048)
    path.write_bytes(content)
    with pytest.raises(WrongPassphrase):
        open_workspace(path, "wrong")
    with open_workspace(path, "right") as workspace:
        assert workspace.read(everything) == rows


def test_a_fork_does_not_believe_that_it_holds_the_file(path: Path) -> None:
    fork = """
workspace = open_workspace(path, None, clock)
child = os.fork()
if not child:
    try: open_workspace(path)
    except UserFixable as error: print(error.sentence, flush=True)
    os._exit(0)
os.waitpid(child, 0)
workspace.close()
"""
    if not hasattr(os, "fork"):
        pytest.skip("no fork here")
    assert "is already open in another window on this computer" in run(fork, path)
