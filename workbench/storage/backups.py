"""Backups: whole copies, opened and checked before they count, thinned with age."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from workbench.foundation.atomic_file import (
    cannot_save,
    clear_left_over,
    copy_whole,
    new_beside,
    settle,
    sync,
)
from workbench.foundation.errors import UserFixable
from workbench.models import Base
from workbench.storage.backup_names import (
    BackupCopy,
    Why,
    backup_path,
    backups_folder,
    copy_at,
)
from workbench.storage.faults import (
    UNCHANGED,
    DamagedWorkspace,
    PassphraseNeeded,
    WrongPassphrase,
    explained,
)
from workbench.storage.integrity import broken_references, examine, pages
from workbench.storage.opening import open_to_read
from workbench.storage.thinning import thinned
from workbench.storage.workspace import Workspace

__all__ = [
    "BackupCopy",
    "Why",
    "back_up",
    "backups_folder",
    "backups_of",
    "close_with_backup",
    "refuse_unusable",
    "verified",
]


def back_up(
    workspace: Workspace,
    why: str = Why.BY_HAND,
    folder: Path | None = None,
    second: Path | None = None,
) -> BackupCopy:
    """Write a checked copy of an open workspace; older ones are thinned unless `folder` is given.

    A second copy goes to `second`; if it cannot, the note of the result says so. Raises
    DamagedWorkspace, without a copy, for a damaged file, and CannotSave or CannotWrite.
    """
    health = workspace.check(full=False)
    if not health.whole:
        raise DamagedWorkspace(workspace.path, "\n".join(health.problems[:20]))
    when = workspace.clock.local().replace(microsecond=0)
    target = _free_path(workspace.path, folder, when, why)
    for place in (target.parent, workspace.path.parent):
        clear_left_over(place)
    try:
        _write_checked(workspace, target)
        size = target.stat().st_size
    except OSError as error:
        raise cannot_save(target, error) from error
    workspace.changed = False
    note = _second_copy(target, second) if second else ""
    if folder is None:
        _thin(workspace, second)
    return BackupCopy(target, when, str(why), size, checked=True, note=note)


def backups_of(
    path: Path, folder: Path | None = None, second: Path | None = None
) -> list[BackupCopy]:
    """Return the backups of the workspace at `path` by name and size, newest first, each once.

    A backup in both folders is listed where the first folder has it. Nothing is opened.
    """
    found: dict[str, BackupCopy] = {}
    for place in (folder or backups_folder(path), second):
        for copy in _listed(place, path) if place else []:
            found.setdefault(copy.path.name, copy)
    return sorted(found.values(), key=lambda copy: (copy.when, copy.path.name), reverse=True)


def verified(copy: BackupCopy, passphrase: str | None = None) -> BackupCopy:
    """Return the backup with what opening and checking it found; never raises for a bad file.

    One that needs another passphrase stays unchecked (None), with a note.
    """
    try:
        refuse_unusable(copy.path, passphrase)
    except (PassphraseNeeded, WrongPassphrase) as fault:
        return replace(copy, checked=None, note=str(fault))
    except UserFixable as fault:
        return replace(copy, checked=False, note=str(fault))
    return replace(copy, checked=True, note="")


def refuse_unusable(path: Path, passphrase: str | None) -> None:
    """Open and check a copy that nobody writes; raises a WorkspaceFault, the copy unchanged.

    A copy of an older schema is whole if its pages and references are: it is upgraded later.
    """
    opened = open_to_read(path, passphrase)
    connection = opened.connection
    try:
        with explained(path, safe=UNCHANGED):
            if opened.older:
                problems = pages(connection, full=True) or broken_references(connection)
            else:
                problems = examine(connection, Base.metadata, full=True).problems
    finally:
        connection.close()
    if problems:
        raise DamagedWorkspace(path, "\n".join(problems[:20]))


def close_with_backup(
    workspace: Workspace, folder: Path | None = None, second: Path | None = None
) -> BackupCopy | None:
    """Close the workspace in any case, after a backup if it changed since the last one.

    Raises what `back_up` raises once the file is closed.
    """
    try:
        if workspace.changed:
            return back_up(workspace, Why.ON_CLOSE, folder, second)
        return None
    finally:
        workspace.close()


def _write_checked(workspace: Workspace, target: Path) -> None:
    beside = new_beside(target, private=True)
    try:
        workspace.copy_to(beside, target)
        refuse_unusable(beside, workspace.passphrase)
        sync(beside)
        settle(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _free_path(workspace: Path, folder: Path | None, when: datetime, why: str) -> Path:
    place = folder or backups_folder(workspace)
    try:
        place.mkdir(mode=0o700, parents=folder is not None, exist_ok=True)
        return backup_path(place, workspace, when, why)
    except (OSError, ValueError) as error:
        raise cannot_save(place, error) from error


def _second_copy(made: Path, second: Path) -> str:
    """Copy the backup to the second folder; returns the sentence for what did not work."""
    if not second.is_dir():
        return f"The second backup folder {second} cannot be reached, so there is only one copy."
    try:
        copy_whole(made, second / made.name)
    except OSError as error:
        told = cannot_save(second / made.name, error).sentence
        return f"There is only one copy of this backup: {told}"
    return ""


def _thin(workspace: Workspace, second: Path | None) -> None:
    copies = backups_of(workspace.path)
    kept = {copy.path for copy in thinned(copies, workspace.clock.today())}
    for copy in copies:
        if copy.path not in kept:
            with suppress(OSError):
                copy.path.unlink()
                if second:  # the same backup there; others may belong to a namesake
                    (second / copy.path.name).unlink(missing_ok=True)


def _listed(folder: Path, workspace: Path) -> list[BackupCopy]:
    copies = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                copy = copy_at(path, workspace)
                if copy and path.is_file():
                    copies.append(copy)
    return copies
