"""What is wrong with a file that does not open, what is safe, and what can be done next."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.foundation.dates import full_date
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import counted
from workbench.storage.backups import BackupCopy, backups_of, verified
from workbench.storage.faults import (
    AlreadyOpen,
    CannotWrite,
    DamagedWorkspace,
    DiskFull,
    NewerWorkspace,
    NotAWorkspace,
    PassphraseNeeded,
    WrongPassphrase,
)
from workbench.storage.open_here import real_path
from workbench.storage.opening import open_checked


class Way(StrEnum):
    """Something that can be done next."""

    PASSPHRASE = "give the passphrase"  # noqa: S105 - a label
    RESTORE = "restore a backup"
    CLOSE_ELSEWHERE = "close it where it is open"
    FREE_DISK = "free some space on the disk"
    TRY_AGAIN = "try again"
    NEWER_PROGRAM = "install the newer version"
    OTHER_FILE = "choose another file"
    NEW_WORKSPACE = "make a new workspace"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What happened to a file, what is safe, the backups (newest first), and the ways on."""

    path: Path
    title: str
    sentence: str
    safe: str
    next_step: str
    backups: tuple[BackupCopy, ...]
    ways: tuple[Way, ...]
    whole: bool = False
    detail: str = ""

    @property
    def best(self) -> BackupCopy | None:
        """The newest backup that can be used."""
        return next((copy for copy in self.backups if copy.checked), None)


_WAYS: tuple[tuple[type[UserFixable], tuple[Way, ...]], ...] = (
    (PassphraseNeeded, (Way.PASSPHRASE, Way.OTHER_FILE)),
    (WrongPassphrase, (Way.PASSPHRASE, Way.RESTORE, Way.OTHER_FILE)),
    (NotAWorkspace, (Way.RESTORE, Way.OTHER_FILE, Way.NEW_WORKSPACE)),
    (NewerWorkspace, (Way.NEWER_PROGRAM, Way.RESTORE, Way.OTHER_FILE)),
    (DamagedWorkspace, (Way.RESTORE, Way.OTHER_FILE)),
    (AlreadyOpen, (Way.CLOSE_ELSEWHERE, Way.TRY_AGAIN, Way.OTHER_FILE)),
    (DiskFull, (Way.FREE_DISK, Way.TRY_AGAIN, Way.OTHER_FILE)),
    (CannotWrite, (Way.TRY_AGAIN, Way.OTHER_FILE)),
    (UserFixable, (Way.TRY_AGAIN, Way.RESTORE, Way.OTHER_FILE)),
)


def diagnose(
    path: Path,
    passphrase: str | None = None,
    folder: Path | None = None,
    second: Path | None = None,
) -> Diagnosis:
    """Look at a file and at all its backups, changing neither; never raises for a bad file.

    A backup that only lacks the passphrase stays unchecked (None) with a note.
    """
    real = real_path(path)
    fault = _fault_of(real, passphrase)
    backups = tuple(verified(copy, passphrase) for copy in backups_of(real, folder, second))
    if fault is None:
        sentence = f"{real.name} is whole and can be opened."
        return Diagnosis(real, "Nothing is wrong", sentence, _safe(backups), "", backups, (), True)
    usable = any(copy.checked is not False for copy in backups)
    ways = next(ways for kind, ways in _WAYS if isinstance(fault, kind))
    return Diagnosis(
        real,
        fault.title,
        fault.sentence,
        _safe(backups),
        _next_step(fault, usable=usable),
        backups,
        tuple(way for way in ways if way != Way.RESTORE or usable),
        detail=str(getattr(fault, "detail", "")),
    )


def _fault_of(path: Path, passphrase: str | None) -> UserFixable | None:
    try:
        open_checked(path, passphrase, full=True).connection.close()
    except UserFixable as fault:
        return fault
    return None


def _next_step(fault: UserFixable, *, usable: bool) -> str:
    """Return what helps; nobody is told to restore what there is no backup of."""
    if usable or not isinstance(fault, DamagedWorkspace):
        return fault.next_step
    return "Look for a backup or a copy on another drive or computer, and open that."


def _safe(backups: tuple[BackupCopy, ...]) -> str:
    """Say what there is to go back to."""
    whole = [copy for copy in backups if copy.checked]
    if whole:
        newest = whole[0]
        of = f"{full_date(newest.when)}, {newest.when:%H:%M}"
        others = f" {counted(len(whole), 'backup is', 'backups are')} whole in all."
        return f"The newest whole backup is of {of} ({newest.why}).{others}"
    if backups:
        return f"{counted(len(backups), 'backup lies', 'backups lie')} here, none of them checked."
    return "There is no backup of it where backups are kept."
