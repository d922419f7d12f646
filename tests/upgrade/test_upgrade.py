"""Upgrading by copy: a released file comes through whole, and a failing step harms nothing."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.table_rows import raw_dump
from tests.upgrade.released import released_1
from workbench.foundation.clock import FixedClock
from workbench.foundation.errors import UserFixable
from workbench.storage import schema
from workbench.storage.backups import Why, backups_folder, backups_of, verified
from workbench.storage.engine import connect
from workbench.storage.faults import AlreadyOpen, DamagedWorkspace, DiskFull, NewerWorkspace
from workbench.storage.integrity import row_counts
from workbench.storage.opening import open_checked
from workbench.storage.upgrade import NotUpgraded, upgrade_by_copy
from workbench.storage.workspace import open_workspace

CLOCK = FixedClock(datetime(2026, 10, 13, 9, 15, 30))
HEAD = """
import os, signal
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0002", "0001"
FILL = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) \\
INSERT INTO mottos SELECT i FROM n"
{0}
def upgrade():
    run = op.get_bind().exec_driver_sql
    assert run("PRAGMA foreign_keys").scalar() == 0
    run("PRAGMA max_page_count = 180")
    with op.batch_alter_table("communities", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.String, nullable=False, server_default=""))
    run("CREATE TABLE mottos (id INTEGER NOT NULL PRIMARY KEY)")
    {1}
"""


@pytest.fixture
def schema_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A later version of the program, whose step 0002 rebuilds `communities` and does `more`."""
    monkeypatch.setattr(schema, "SCHEMA", 2)

    def versions(more: str = "pass", declared: str = "") -> Path:
        folder = tmp_path / "later 100% versions"
        folder.mkdir(exist_ok=True)
        (folder / "0002_motto.py").write_text(HEAD.format(declared, more), encoding="utf-8")
        return folder

    return versions


@pytest.fixture(params=[None, "Grüße aus Köln"], ids=["plain", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return request.param  # type: ignore[no-any-return]


def seen(path: Path) -> set[str]:
    return {str(entry.relative_to(path.parent)) for entry in path.parent.rglob("*.fwb*")}


def test_a_workspace_of_every_released_schema_opens(tmp_path: Path) -> None:
    path = released_1(tmp_path / "w.fwb")
    with open_workspace(path) as workspace:
        assert workspace.check().whole
        assert all(count >= 1 for count in workspace.check().rows.values())


def test_the_upgrade_keeps_every_row(
    tmp_path: Path, schema_2: Callable[..., Path], passphrase: str | None
) -> None:
    path = released_1(tmp_path / "w.fwb", passphrase)
    path.chmod(0o600)
    original = path.read_bytes()
    connection = connect(path, passphrase)
    counts, rows = row_counts(connection), raw_dump(connection, without=frozenset({"communities"}))
    connection.close()

    backup = upgrade_by_copy(path, passphrase, CLOCK, schema_2())

    assert backup is not None
    assert backup.read_bytes() == original
    assert stat.S_IMODE(backup.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    assert backup.name == "w 2026-10-13 091530 before an upgrade.fwb"
    opened = open_checked(path, passphrase)
    try:
        assert row_counts(opened.connection) == counts | {"mottos": 0}
        kept = raw_dump(opened.connection, without=frozenset({"communities", "mottos"}))
        revision = "alembic_version: '000{}'"
        assert kept == [row.replace(revision.format(1), revision.format(2)) for row in rows]
        assert opened.schema == 2
        assert opened.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    finally:
        opened.connection.close()
    assert (b"CREATE TABLE" in path.read_bytes()) == (passphrase is None), "protected as before"
    assert seen(path) == {"w.fwb", f"w backups/{backup.name}"}


def test_opening_an_older_file_upgrades_it(
    tmp_path: Path, schema_2: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released_1(tmp_path / "w.fwb")
    versions = schema_2()
    monkeypatch.setattr(
        "workbench.storage.upgrade.upgrade_by_copy",
        lambda path, passphrase, clock: upgrade_by_copy(path, passphrase, clock, versions),
    )
    with open_workspace(path, clock=CLOCK) as workspace:
        assert workspace.check().rows["communities"] == 3
    (copy,) = backups_of(path)
    assert (copy.why, copy.when) == (Why.BEFORE_UPGRADE, CLOCK.at)
    assert verified(copy).checked


def test_a_file_that_is_current_is_left_alone(tmp_path: Path) -> None:
    path = released_1(tmp_path / "w.fwb")
    original = path.read_bytes()
    assert upgrade_by_copy(path, None) is None
    assert path.read_bytes() == original


FAILING = {
    "a step that fails": ("raise ValueError('no')", NotUpgraded, "could not be brought up to date"),
    "a step with wrong SQL": ("run('ALTER TABLE nowhere ADD x')", NotUpgraded, "brought up"),
    "children emptied": ("run('DELETE FROM memberships')", NotUpgraded, "brought up"),
    "one row too many": (
        "run('INSERT INTO workspace_settings VALUES (\"a\", \"b\")')", NotUpgraded, "brought up",
    ),
    "a broken reference": (
        "run('UPDATE memberships SET person_id = 99')", NotUpgraded, "brought up",
    ),
    "a column lost": ("op.drop_column('people', 'note')", NotUpgraded, "brought up"),
    "a full disk": ("run(FILL)", DiskFull, "no room left"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAILING)
def test_a_failing_upgrade_leaves_the_original(
    tmp_path: Path, schema_2: Callable[..., Path], case: str
) -> None:
    more, kind, words = FAILING[case]
    path = released_1(tmp_path / "w.fwb")
    original = path.read_bytes()
    for _ in range(2):
        with pytest.raises(kind) as told:
            upgrade_by_copy(path, None, CLOCK, schema_2(more))
        assert words in told.value.sentence
        assert "has not been changed" in str(told.value)
        assert path.read_bytes() == original
        assert seen(path) == {"w.fwb"}


def test_a_step_may_say_that_it_changes_rows(tmp_path: Path, schema_2: Callable[..., Path]) -> None:
    path = released_1(tmp_path / "w.fwb")
    versions = schema_2(
        "run('DELETE FROM workspace_settings')", 'CHANGES_ROWS_OF = {"workspace_settings"}'
    )
    assert upgrade_by_copy(path, None, CLOCK, versions)


def test_a_damaged_original_is_not_upgraded(tmp_path: Path, schema_2: Callable[..., Path]) -> None:
    path = released_1(tmp_path / "w.fwb")
    content = bytearray(path.read_bytes())
    content[-8192:] = bytes(8192)
    path.write_bytes(content)
    with pytest.raises(DamagedWorkspace):
        upgrade_by_copy(path, None, CLOCK, schema_2())
    assert path.read_bytes() == content
    assert seen(path) == {"w.fwb"}


@pytest.mark.parametrize("broken", ["replace", "chmod"])
def test_a_retry_never_makes_a_second_backup(
    tmp_path: Path,
    schema_2: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    path = released_1(tmp_path / "w.fwb")
    original = path.read_bytes()

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, broken, refuse)
        for _ in range(3):
            with pytest.raises(UserFixable, match="read-only"):
                upgrade_by_copy(path, None, CLOCK, schema_2())
    assert path.read_bytes() == original
    assert len(backups_of(path)) == 1
    upgrade_by_copy(path, None, FixedClock(datetime(2026, 10, 14)), schema_2())
    assert len(backups_of(path)) == 1
    assert backups_of(path)[0].path.read_bytes() == original


def test_the_backup_lies_beside_the_file_where_no_folder_can_be_made(
    tmp_path: Path, schema_2: Callable[..., Path]
) -> None:
    path = released_1(tmp_path / "w.fwb")
    backups_folder(path).write_text("in the way", encoding="utf-8")
    backup = upgrade_by_copy(path, None, CLOCK, schema_2())
    assert backup is not None
    assert backup.parent == tmp_path


def test_the_file_is_locked_while_it_is_upgraded(
    tmp_path: Path, schema_2: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released_1(tmp_path / "w.fwb")
    monkeypatch.setenv("WORKBENCH_TEST_FILE", str(path))
    attempt = (
        "import os, pathlib; from workbench.storage.opening import open_checked\\n"
        "try: open_checked(pathlib.Path(os.environ['WORKBENCH_TEST_FILE']), None)\\n"
        "except Exception as error: print(type(error).__name__)"
    )
    more = (
        f'import subprocess, sys; told = subprocess.run([sys.executable, "-c", "{attempt}"], '
        'capture_output=True, text=True).stdout.strip(); assert told == "AlreadyOpen", told'
    )
    assert upgrade_by_copy(path, None, CLOCK, schema_2(more))


def test_a_kill_in_the_middle_leaves_the_original(
    tmp_path: Path, schema_2: Callable[..., Path]
) -> None:
    path = released_1(tmp_path / "w.fwb")
    original = path.read_bytes()
    versions = schema_2("os.kill(os.getpid(), signal.SIGKILL)")
    program = (
        "import sys; from pathlib import Path; from workbench.storage import schema, upgrade\n"
        "file, versions = map(Path, sys.argv[1:]); schema.SCHEMA = 2\n"
        "upgrade.upgrade_by_copy(file, None, None, versions)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(path), str(versions)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == original
    assert upgrade_by_copy(path, None, CLOCK, schema_2())
    assert seen(path) == {"w.fwb", "w backups/w 2026-10-13 091530 before an upgrade.fwb"}


def test_an_older_program_refuses_the_upgraded_file(
    tmp_path: Path, schema_2: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released_1(tmp_path / "w.fwb")
    upgrade_by_copy(path, None, CLOCK, schema_2())
    upgraded = path.read_bytes()
    monkeypatch.setattr(schema, "SCHEMA", 1)
    with pytest.raises(NewerWorkspace):
        open_workspace(path)
    assert path.read_bytes() == upgraded


def test_an_open_file_is_not_upgraded(tmp_path: Path) -> None:
    path = released_1(tmp_path / "w.fwb")
    with open_workspace(path), pytest.raises(AlreadyOpen):
        upgrade_by_copy(path, None)


def test_the_steps_run_from_wherever_the_program_lies(tmp_path: Path) -> None:
    """A packaged program: another folder, with characters that settings files dislike."""
    package = Path(__file__).parents[2] / "workbench"
    home = tmp_path / "Program 100% (x86); [é]"
    for part in ("foundation", "models", "storage"):
        shutil.copytree(package / part, home / "workbench" / part)
    shutil.copy(package / "__init__.py", home / "workbench")
    shutil.copytree(package.parent / "resources/schemas", home / "resources/schemas")
    versions = home / "workbench/storage/migrations/versions"
    (versions / "0002_motto.py").write_text(HEAD.format("", "pass"), encoding="utf-8")
    stamp = home / "workbench/storage/schema.py"
    text = stamp.read_text(encoding="utf-8")
    stamp.write_text(
        re.sub(r"^SCHEMA = 1$", "SCHEMA = 2", text, flags=re.MULTILINE), encoding="utf-8"
    )
    path = released_1(tmp_path / "w.fwb")
    program = (
        "import sys; from pathlib import Path; from workbench.storage.workspace import *;"
        "w = open_workspace(Path(sys.argv[1])); print(w.check().rows['mottos']); w.close()"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env=os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1"},
        cwd=home, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.stderr, told.stdout.strip()) == ("", "0")
