"""What the file and the disk refuse, told in plain words; anything else stays our bug."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from workbench.foundation.errors import UserFixable

UNCHANGED = "The file has not been changed."
TAKEN_BACK = "The last change was not saved; everything before it is safe."
COPY_ONLY = "No copy was made; the workspace itself is safe."
NOT_REWRITTEN = "Everything is saved, but the file still holds traces of what was deleted."

_ELSEWHERE = "in another window or by another program"
_SPARE = 64 * 1024  # less free room than this means a full disk, whatever the disk itself says


class WorkspaceFault(UserFixable):
    """The workspace file cannot be used as it is; the file itself has not been changed."""


class PassphraseNeeded(WorkspaceFault):
    """The file is protected and no passphrase was given."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "A passphrase opens this file",
            f"{path.name} is protected by a passphrase, or it is not a workspace.",
            "Give the passphrase, or choose another file.",
        )


class WrongPassphrase(WorkspaceFault):
    """The passphrase does not open the file, or its first page is damaged: the two look alike."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "This passphrase does not open it",
            f"The passphrase does not open {path.name}, or the beginning of the file is damaged.",
            "Try the passphrase again, with capitals and spaces as written, or restore a backup.",
        )


class NotAWorkspace(WorkspaceFault):
    """The file belongs to another program, is empty, or does not exist."""


class NewerWorkspace(WorkspaceFault):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "A newer version wrote this file",
            f"{path.name} was saved by a newer version of Facilitator Workbench.",
            f"Install the newer version to open it. {UNCHANGED}",
        )


class DamagedWorkspace(WorkspaceFault):
    """The file's contents are not whole; `detail` is what the check found, for the report."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(
            "This file is damaged",
            f"{path.name} is damaged and has not been changed.",
            "Restore the newest backup; the damaged file is set aside, not deleted.",
        )
        self.detail = detail


class AlreadyOpen(WorkspaceFault):
    """Another window or computer has the file open; `where` says which."""

    def __init__(self, path: Path, where: str = _ELSEWHERE) -> None:
        super().__init__(
            "This file is open elsewhere",
            f"{path.name} is already open {where}.",
            "Close it there first, then open it here.",
        )


class CannotWrite(WorkspaceFault):
    """The disk refuses: full, read-only or gone; the last change was taken back, no other lost."""


class DiskFull(CannotWrite):
    """There is no room left on the disk."""

    def __init__(self, path: Path, safe: str) -> None:
        super().__init__(
            "The disk is full",
            f"There is no room left on the disk for {path.name}. {safe}",
            "Free some space, then do it again.",
        )


class ReadOnlyPlace(CannotWrite):
    """The file or its folder may not be written."""

    def __init__(self, path: Path, safe: str) -> None:
        super().__init__(
            "This place is read-only",
            f"{path.name} or its folder is read-only. {safe}",
            "Copy the file to a folder you may write in, and open it there.",
        )


class DiskSilent(CannotWrite):
    """The drive does not answer, or the folder is gone."""

    def __init__(self, path: Path, safe: str) -> None:
        super().__init__(
            "The disk did not answer",
            f"{path.name} could not be read or written where it lies. {safe}",
            "See that the drive is plugged in and the folder exists, then try again.",
        )


class FileMoved(CannotWrite):
    """The open file was moved, deleted or replaced by another program, such as one that syncs."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The file is no longer where it was",
            f"{path.name} was moved, deleted or replaced while it was open here. {TAKEN_BACK}",
            "Save a copy under a new name now; then look which of the two files is the newer one.",
        )


class WrittenByAnother(CannotWrite):
    """Another program wrote into the open file; writing on would mix the two."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program changed the file",
            f"{path.name} was changed by another program while it was open here. {TAKEN_BACK}",
            "Close it and open it again; if it is damaged then, its backups lie beside it.",
        )


class OutOfMemory(WorkspaceFault):
    """The computer has no memory left for the file."""

    def __init__(self, path: Path, safe: str) -> None:
        super().__init__(
            "Not enough memory",
            f"This computer has too little memory free for {path.name}. {safe}",
            "Close other programs, then try again.",
        )


def driver_error(error: BaseException) -> BaseException:
    """Return the driver's own error where SQLAlchemy has wrapped it."""
    return error.orig if isinstance(error, DBAPIError) and error.orig else error


def wording_of(
    error: BaseException, path: Path, *, where: str = _ELSEWHERE, safe: str = TAKEN_BACK
) -> WorkspaceFault | None:
    """Return the fault that a driver's error means for the file at `path`, or None for a bug.

    `safe` is the sentence that says what has happened to the file.
    """
    name = str(getattr(error, "sqlite_errorname", None) or "").removeprefix("SQLITE_")
    kind = name.partition("_")[0]
    if kind in ("BUSY", "LOCKED") or name == "IOERR_LOCK":
        return AlreadyOpen(path, where)
    if name == "READONLY_DBMOVED":
        return FileMoved(path)
    if kind == "NOMEM":
        return OutOfMemory(path, safe)
    if kind in ("CORRUPT", "NOTADB", "FORMAT") or "decode to utf-8" in str(error).lower():
        return DamagedWorkspace(path, str(error))
    return _refusal_of_the_disk(kind, path, safe)


def _refusal_of_the_disk(kind: str, path: Path, safe: str) -> WorkspaceFault | None:
    if kind == "FULL" or (kind == "IOERR" and _no_room(path.parent)):
        return DiskFull(path, safe)
    if kind in ("READONLY", "PERM", "AUTH"):
        return ReadOnlyPlace(path, safe)
    if kind == "CANTOPEN" and path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return ReadOnlyPlace(path, safe)
    if kind in ("IOERR", "CANTOPEN"):
        return DiskSilent(path, safe)
    return None


def fault_of_system(error: OSError, path: Path, safe: str) -> WorkspaceFault:
    """Return the fault that the operating system's refusal means for the file at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path, safe)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyPlace(path, safe)
    return DiskSilent(path, safe)


def _no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _SPARE
    except OSError:
        return False


@contextmanager
def explained(path: Path, where: str = _ELSEWHERE, safe: str = TAKEN_BACK) -> Iterator[None]:
    """Turn the driver's errors inside the block into faults a person can act on."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        known = wording_of(driver_error(error), path, where=where, safe=safe)
        if known is None:
            raise
        raise known from error
