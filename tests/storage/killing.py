"""A process that writes in a loop and is killed, and what must be true of its file afterwards."""

import random
import signal
import subprocess
import time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.storage.children import ROOT, environment, python
from tests.storage.table_rows import everything
from workbench.models.communities import WorkspaceSetting
from workbench.storage.check import check_file
from workbench.storage.workspace import create_workspace, open_workspace

WRITER = """
from sqlalchemy import delete
from workbench.models.rosters import Person
from workbench.models.communities import WorkspaceSetting
from workbench.storage.unit_of_work import Work, action

@action("Write")
def write(work, number):
    work.name = f"Write {number}"
    work.session.add(WorkspaceSetting(name=f"n{number:06}", value=f"{number} " * (number % 400)))
    if number % 7 == 0:
        fill_undoable(work, 3, "x", 10 + number * 3)
    if number % 11 == 0:
        work.session.execute(delete(Person).where(Person.id % 2 == number % 2))

start = int(os.environ["START"])
workspace = open_workspace(path, os.environ.get("SECRET"), clock)
print("ready", flush=True)
number = start
while True:
    workspace.perform(write, number)
    if number % 13 == 0:
        workspace.undo()
        workspace.redo()
    os.write(1, f"{number}\\n".encode())
    if number % 17 == 0:
        workspace.compact()
    if number % 19 == 0:
        back_up(workspace)
    number += 1
"""


def names(session: Session) -> set[str]:
    found = session.scalars(select(WorkspaceSetting.name))
    return {name for name in found if name.startswith("n")}


def kill_while_writing(
    path: Path, times: int, seed: int, passphrase: str | None = None
) -> tuple[int, int]:
    """Kill a writer so many times; returns how many writes were acknowledged, how many healed.

    After each kill the file opens, holds every write that was acknowledged and at most one more,
    and passes the full check.
    """
    create_workspace(path, passphrase).close()
    draw = random.Random(seed)
    promised: set[str] = set()
    healed = 0
    start = 1
    for _ in range(times):
        promised |= _written_until_killed(path, start, draw.uniform(0.0, 0.12), passphrase)
        journal = path.with_name(path.name + "-journal")
        healed += journal.exists() and journal.stat().st_size > 0
        with open_workspace(path, passphrase) as workspace:
            found = workspace.read(names)
            workspace.read(everything)
        assert promised <= found, f"lost: {sorted(promised - found)}"
        assert len(found) <= len(promised) + 1, "at most the write that was not acknowledged yet"
        promised = found
        assert check_file(path, passphrase).whole
        start += 10_000
    return len(promised), healed


def _written_until_killed(
    path: Path, start: int, seconds: float, passphrase: str | None
) -> set[str]:
    secret = {"SECRET": passphrase} if passphrase else {}
    process = subprocess.Popen(
        python(WRITER, path),
        env=environment() | secret | {"START": str(start)}, cwd=ROOT, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    time.sleep(seconds)  # the moment of the kill is what is drawn here; nothing is waited for
    process.send_signal(signal.SIGKILL)
    told = process.stdout.read().decode()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return {f"n{int(line):06}" for line in told.split("\n")[:-1]}
