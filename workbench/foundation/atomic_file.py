"""Files written for the user: beside the target, synced, then swapped in one step."""

import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.foundation.errors import CannotSave


def _numbers(*names: str) -> frozenset[int]:
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_FULL = _numbers("ENOSPC", "EDQUOT", "EFBIG")
_REFUSED = _numbers("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY")
_GONE = _numbers("EIO", "ENXIO", "ENODEV", "ESTALE", "ETIMEDOUT", "EHOSTDOWN")
_BAD_NAME = _numbers("ENAMETOOLONG", "EINVAL", "EILSEQ", "ELOOP")
_NO_LINKS = _numbers("EPERM", "EOPNOTSUPP", "ENOTSUP", "ENOSYS", "EMLINK", "EACCES")
_UNFINISHED = re.compile(r"\.[0-9a-f]{12}(\.\w{1,7})?(-journal)?")


@contextmanager
def replacing(target: Path, *, private: bool = False) -> Iterator[Path]:
    """Yield an empty file beside the target that replaces the target when the block ends well.

    A private file is readable by its owner alone. A link is followed, so that the link stays.
    Raises CannotSave, with the old file untouched, when the disk is full, the folder is missing or
    read-only, or another program holds the target open.
    """
    try:
        real = Path(os.path.realpath(target))
        _refuse_read_only(real)
        beside = new_beside(real, private=private)
    except (OSError, ValueError) as error:
        raise cannot_save(target, error) from error
    try:
        yield beside
        sync(beside)
        if not private:
            _keep_mode(real, beside)
        beside.replace(real)
        sync_folder(real.parent)
    except OSError as error:
        raise cannot_save(target, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_bytes(target: Path, content: bytes) -> None:
    """Write the content to the target atomically; raises CannotSave."""
    with replacing(target) as beside:
        beside.write_bytes(content)


def write_text(target: Path, content: str) -> None:
    """Write the text to the target atomically as UTF-8; raises CannotSave."""
    write_bytes(target, content.encode("utf-8"))


def new_beside(target: Path, *, private: bool = False) -> Path:
    """Make an empty file of a free short name in the target's folder; raises OSError."""
    suffix = target.suffix if len(target.suffix) <= 8 else ""
    while True:
        beside = target.with_name(f".{secrets.token_hex(6)}{suffix}")
        with suppress(FileExistsError):
            mode = 0o600 if private else 0o666  # the system takes off what its mask says
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode))
            return beside


def clear_left_over(folder: Path) -> None:
    """Remove what a kill left of unfinished files here, if it is older than an hour."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if _UNFINISHED.fullmatch(entry.name):
                with suppress(OSError):
                    if time.time() - entry.stat().st_mtime > 3600:
                        entry.unlink()


def settle(beside: Path, target: Path) -> None:
    """Give a finished file its name where nothing lies yet; raises FileExistsError, OSError."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):  # a file system without links, such as a memory stick
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        beside.rename(target)
    else:
        beside.unlink()
    sync_folder(target.parent)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to a name where nothing lies, for its owner alone.

    Whole or not at all; raises FileExistsError, OSError.
    """
    beside = new_beside(target, private=True)
    try:
        shutil.copyfile(source, beside)
        sync(beside)
        settle(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def cannot_save(target: Path, error: Exception) -> CannotSave:
    """Return the sentence that fits the operating system's refusal to write `target`."""
    said, step = _refusal(target, getattr(error, "errno", None), error)
    return CannotSave(f"{said} Nothing that was there before has changed.", step)


def sync(path: Path) -> None:
    """Wait until the file's content has reached the disk; raises OSError."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names have reached the disk, where the system knows how to."""
    if os.name == "nt":  # Windows has no handle on a folder to sync
        return
    with suppress(OSError):  # some network drives refuse; the file itself is synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(target: Path, number: int | None, error: Exception) -> tuple[str, str]:
    name, folder = target.name, target.parent
    if number in _FULL:
        return (
            f"The disk is full, so {name} could not be written.",
            "Free some space or choose another folder.",
        )
    if number == errno.EISDIR or _is_folder(target):
        return f"{name} is a folder, not a file.", "Choose another file name."
    if number == errno.ENOENT:
        return f"The folder {folder} does not exist.", "Choose another folder."
    if number == errno.ENOTDIR:
        return f"{folder} is not a folder.", "Choose another folder."
    if number in _REFUSED:
        why = "the folder is read-only or the file is open in another program such as Excel"
        return (
            f"{name} cannot be written in {folder}: {why}.",
            "Close the file there, or choose another folder.",
        )
    if number in _GONE:
        return (
            f"{name} could not be written: the drive of {folder} does not answer.",
            "See that the drive is plugged in, or choose another folder.",
        )
    if number in _BAD_NAME or isinstance(error, ValueError):
        return f"{name} cannot be the name of a file here.", "Choose another, shorter name."
    reason = getattr(error, "strerror", None) or error
    return f"{name} could not be written ({reason}).", "Try again or choose another folder."


def _is_folder(target: Path) -> bool:
    try:
        return target.is_dir()
    except OSError:
        return False


def _keep_mode(target: Path, beside: Path) -> None:
    with suppress(FileNotFoundError):
        beside.chmod(target.stat().st_mode & 0o777)


def _refuse_read_only(target: Path) -> None:
    if target.is_file() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
