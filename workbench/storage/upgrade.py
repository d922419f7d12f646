"""Upgrading an older file by copy: the copy is changed and checked, then takes the place."""

import filecmp
from contextlib import suppress
from pathlib import Path

from workbench.foundation.atomic_file import copy_whole, sync, sync_folder
from workbench.foundation.clock import Clock, SystemClock
from workbench.models import Base
from workbench.storage import schema
from workbench.storage.backup_names import Why, backup_path, backups_folder, copy_at
from workbench.storage.engine import Driver, connect, vacuum_into
from workbench.storage.faults import (
    UNCHANGED,
    DamagedWorkspace,
    WorkspaceFault,
    driver_error,
    explained,
    fault_of_system,
    wording_of,
)
from workbench.storage.integrity import broken_references, examine, pages, row_counts
from workbench.storage.opening import Opened, journal_of, open_checked


class NotUpgraded(WorkspaceFault):
    """A step of the upgrade failed; `detail` says which, for the report."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            "The upgrade did not work",
            f"{path.name} could not be brought up to date for this version. {UNCHANGED}",
            "Open it with the version that saved it, and report what happened here.",
        )
        self.detail = detail


def upgrade_by_copy(
    path: Path,
    passphrase: str | None,
    clock: Clock | None = None,
    versions: Path | None = None,
) -> Path | None:
    """Bring the file to today's schema; returns the backup the original became, None if current.

    `versions` adds a folder of later steps. On any failure the original stays untouched, and a
    WorkspaceFault says why.
    """
    opened = open_checked(path, passphrase)
    if not opened.older:
        opened.connection.close()
        return None
    copy = path.with_name(f".{path.name[:80]}.upgrading")
    try:
        with explained(path, safe=UNCHANGED):
            before = _counts_of_a_whole_file(path, opened.connection)
            _remove(copy)  # what a crash left; this file is locked, so nobody else writes there
            _copy_out(opened.connection, copy)
            _change(copy, path, opened, before, versions)
        opened.connection.close()
        return _swap(copy, path, clock or SystemClock())
    except OSError as error:
        raise fault_of_system(error, path, UNCHANGED) from error
    finally:
        opened.connection.close()
        _remove(copy)


def _counts_of_a_whole_file(path: Path, connection: Driver) -> dict[str, int]:
    problems = pages(connection, full=True) or broken_references(connection)
    if problems:
        raise DamagedWorkspace(path, "\n".join(problems[:20]))
    return row_counts(connection)


def _copy_out(connection: Driver, copy: Path) -> None:
    copy.touch(mode=0o600, exist_ok=False)
    vacuum_into(connection, copy)


def _change(
    copy: Path, path: Path, opened: Opened, before: dict[str, int], versions: Path | None
) -> None:
    from workbench.storage.migrating import migrate

    connection = connect(copy, opened.passphrase)
    try:
        changed = migrate(connection, schema.SCHEMA, versions)
        problems = examine(connection, Base.metadata, full=True).problems
        problems += _rows_lost(before, row_counts(connection), changed)
    except Exception as error:
        if wording_of(driver_error(error), path):
            raise
        # whatever a step does wrong, the original stays and the user is told
        raise NotUpgraded(path, repr(error)) from error
    finally:
        connection.close()
    if problems:
        raise NotUpgraded(path, "\n".join(problems[:20]))
    sync(copy)


def _rows_lost(before: dict[str, int], after: dict[str, int], on_purpose: set[str]) -> list[str]:
    return [
        f"{table}: {rows} rows before, {after.get(table, 0)} after"
        for table, rows in before.items()
        if table not in on_purpose and after.get(table) != rows
    ]


def _swap(copy: Path, path: Path, clock: Clock) -> Path:
    """Keep the original as a backup, then let the copy take its place."""
    backup = _kept_already(path) or _keep(path, clock)
    copy.chmod(path.stat().st_mode & 0o777)
    copy.replace(path)
    sync_folder(path.parent)
    return backup


def _kept_already(path: Path) -> Path | None:
    """Return the backup that an interrupted upgrade of this same content has made, if any."""
    for folder in (backups_folder(path), path.parent):
        for file in folder.glob("*.fwb") if folder.is_dir() else ():
            copy = copy_at(file, path)
            if copy and copy.why == Why.BEFORE_UPGRADE and filecmp.cmp(file, path, shallow=False):
                return file
    return None


def _keep(path: Path, clock: Clock) -> Path:
    folder = backups_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        folder = path.parent  # which must be writable, or there is no upgrade
    backup = backup_path(folder, path, clock.local(), Why.BEFORE_UPGRADE)
    copy_whole(path, backup)
    return backup


def _remove(copy: Path) -> None:
    for file in (copy, journal_of(copy)):
        with suppress(OSError):
            file.unlink(missing_ok=True)
