"""Putting a backup in the place of a workspace; what lies there is set aside, never lost."""

import errno
import filecmp
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.foundation.atomic_file import (
    cannot_save,
    copy_whole,
    new_beside,
    sync,
    sync_folder,
)
from workbench.foundation.clock import Clock, SystemClock
from workbench.foundation.errors import UserFixable
from workbench.storage import marker
from workbench.storage.backups import refuse_unusable
from workbench.storage.open_here import identity, real_path, refuse_open_elsewhere
from workbench.storage.opening import journal_of


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored where, and under which name the former file is kept, if there was one."""

    path: Path
    set_aside: Path | None

    @property
    def sentence(self) -> str:
        """What happened, for a notice."""
        kept = f" What lay there is kept as {self.set_aside.name}." if self.set_aside else ""
        return f"Restored {self.path.name}.{kept}"


def restore(
    backup: Path, target: Path, passphrase: str | None = None, clock: Clock | None = None
) -> Restored:
    """Put a checked copy of `backup` at `target`; the backup itself stays where it is.

    Raises a WorkspaceFault for a backup that cannot be used, AlreadyOpen while the target is open,
    CannotSave when the disk refuses; the target is then as it was.
    """
    backup, target = real_path(backup), real_path(target)
    if identity(backup) and identity(backup) == identity(target):
        raise UserFixable(
            "Nothing to restore", f"{backup.name} is the very file to be replaced.",
            "Choose a backup of it.",
        )  # fmt: skip
    refuse_open_elsewhere(target, marker.where_open(target))
    refuse_unusable(backup, passphrase)
    try:
        beside = new_beside(target, private=True)
    except (OSError, ValueError) as error:
        raise cannot_save(target, error) from error
    try:
        _copy_exactly(backup, beside)
        refuse_open_elsewhere(target, marker.where_open(target))
        aside = _swap(beside, target, (clock or SystemClock()).local())
    except OSError as error:
        raise cannot_save(target, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Restored(target, aside)


def _copy_exactly(backup: Path, beside: Path) -> None:
    shutil.copyfile(backup, beside)
    sync(beside)
    if not filecmp.cmp(backup, beside, shallow=False):
        raise OSError(None, "the copy differs from the backup")


def _swap(beside: Path, target: Path, now: datetime) -> Path | None:
    """Keep the former file and its journal under a second name, then replace it."""
    aside = _aside(target, now)
    was_there = target.exists()
    try:
        for source, twin in _pairs(target, aside):
            if source.exists():
                _keep(source, twin)
        journal_of(target).unlink(missing_ok=True)  # it would be played into the restored file
        beside.replace(target)
    except OSError:
        _put_back(target, aside)
        raise
    sync_folder(target.parent)
    return aside if was_there else None


def _keep(source: Path, twin: Path) -> None:
    try:
        copy_whole(source, twin)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        source.rename(twin)  # a disk that cannot read the file can still rename it


def _put_back(target: Path, aside: Path) -> None:
    with suppress(OSError):
        for source, twin in _pairs(target, aside):
            if twin.exists():
                if source.exists():
                    twin.unlink()
                else:
                    twin.rename(source)


def _pairs(target: Path, aside: Path) -> list[tuple[Path, Path]]:
    return [(journal_of(target), journal_of(aside)), (target, aside)]


def _aside(target: Path, now: datetime) -> Path:
    suffix = target.suffix or ".fwb"
    name = f"{target.stem} before restore {now:%Y-%m-%d %H%M}"
    for again in range(1, 1000):
        aside = target.with_name(f"{name}{f' {again}' if again > 1 else ''}{suffix}")
        if not aside.exists() and not journal_of(aside).exists():
            break
    return aside
