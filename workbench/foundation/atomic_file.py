"""Files written for the user: beside the target, synced, then swapped in one step."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.foundation.errors import CannotSave


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a path beside the target whose file replaces the target when the block ends well.

    Raises CannotSave, with the old file untouched, when the disk is full, the folder is missing or
    read-only, or another program holds the target open.
    """
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix
        )
        os.close(handle)
    except OSError as error:
        raise cannot_save(target, error) from error
    beside = Path(name)
    try:
        yield beside
        _sync(beside)
        _keep_mode(target, beside)
        beside.replace(target)
        _sync_folder(target.parent)
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


def cannot_save(target: Path, error: OSError) -> CannotSave:
    """Return the sentence that fits the operating system's refusal to write `target`."""
    safe = "Nothing that was there before has changed."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotSave(
            f"The disk is full, so {target.name} could not be written. {safe}",
            "Free some space or choose another folder.",
        )
    if error.errno == errno.ENOENT:
        return CannotSave(
            f"The folder {target.parent} does not exist. {safe}", "Choose another folder."
        )
    if error.errno == errno.EISDIR or target.is_dir():
        return CannotSave(
            f"{target.name} is a folder, not a file. {safe}", "Choose another file name."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
        return CannotSave(
            f"{target.name} cannot be written in {target.parent}: the folder is read-only or the "
            f"file is open in another program such as Excel. {safe}",
            "Close the file there, or choose another folder.",
        )
    return CannotSave(
        f"{target.name} could not be written ({error.strerror or error}). {safe}",
        "Try again or choose another folder.",
    )


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _keep_mode(target: Path, beside: Path) -> None:
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
