"""What the file and the disk refuse, told in plain words; anything else stays our bug."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from workbench.foundation.errors import UserFixable


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
            "Install the newer version to open it. The file has not been changed.",
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

    def __init__(self, path: Path, where: str) -> None:
        super().__init__(
            "This file is open elsewhere",
            f"{path.name} is already open {where}.",
            "Close it there first, then open it here.",
        )


class CannotWrite(WorkspaceFault):
    """The disk refuses: full, read-only or gone; the last change was taken back, no other lost."""


def wording_of(
    error: Exception, path: Path, where: str = "in another window"
) -> UserFixable | None:
    """Return the fault that a driver's error means for the file at `path`, or None for a bug."""
    text = str(error).lower()
    safe = "The last change was not saved; everything before it is safe."
    if "full" in text and ("disk" in text or "database" in text):
        return CannotWrite(
            "The disk is full",
            f"There is no room left on the disk for {path.name}. {safe}",
            "Free some space, then do it again.",
        )
    if "readonly" in text or "read-only" in text:
        return CannotWrite(
            "This place is read-only",
            f"{path.name} or its folder is read-only. {safe}",
            "Copy the file to a folder you may write in, and open it there.",
        )
    if "locked" in text or "busy" in text:
        return AlreadyOpen(path, where)
    if "disk i/o error" in text or "unable to open database" in text:
        return CannotWrite(
            "The disk did not answer",
            f"{path.name} could not be read or written where it lies. {safe}",
            "See that the drive is plugged in and the folder exists, then try again.",
        )
    if "malformed" in text or "corrupt" in text or "file is encrypted" in text:
        return DamagedWorkspace(path, str(error))
    if "not a database" in text or "hmac check failed" in text:
        return DamagedWorkspace(path, str(error))
    return None


@contextmanager
def explained(path: Path, where: str = "in another window") -> Iterator[None]:
    """Turn the driver's errors inside the block into faults a person can act on."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        known = wording_of(Exception(str(cause)), path, where)
        if known is None:
            raise
        raise known from error
