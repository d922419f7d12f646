"""Other processes of this program: one that holds a file, one that is killed, one with limits."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START = """
import os, resource, signal, sys
from datetime import datetime
from pathlib import Path
from tests.storage.table_rows import *
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UserFixable
from workbench.storage.backups import *
from workbench.storage.restore import restore
from workbench.storage.workspace import *
path = Path(sys.argv[1])
clock = FixedClock(datetime(2026, 10, 13, 9))
"""


def python(program: str, path: Path, *before: str) -> list[str]:
    """The command that runs the program text with START before it and the path as its argument."""
    return [*before, sys.executable, "-c", START + program, str(path)]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}


def run(program: str, path: Path, *before: str) -> str:
    """Run to the end and return what it printed; standard error must stay silent."""
    told = subprocess.run(
        python(program, path, *before),
        env=environment(), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert told.stderr == "", told.stderr
    assert told.returncode == 0
    return told.stdout.strip()


@contextmanager
def running(program: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has printed its first line and is killed at the end if it still runs."""
    process = subprocess.Popen(
        python(program, path),
        env=environment(), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdin
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stdin.close()


def as_somebody() -> list[str]:
    """What to put before a command so that file modes bind it, though the tests run as root."""
    if os.name == "nt":
        pytest.skip("file modes do not bind here")
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if not setpriv:
        pytest.skip("root needs setpriv to feel a file mode")
    capabilities = "-dac_override,-dac_read_search,-fowner"
    command = [setpriv, f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this place does not let root give up its rights")
    return command


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of this size mounted on the folder; skips where mounting is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
