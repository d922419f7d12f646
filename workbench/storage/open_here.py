"""Which files this process holds open, and whether any other program holds one.

On POSIX, closing any handle on a file drops every lock this process has on it. A file that is open
here is therefore never read a second time past SQLite: whoever wants to asks this module first.
"""

import os
import sys
from pathlib import Path
from typing import TypeAlias

from workbench.storage.faults import AlreadyOpen

Identity: TypeAlias = tuple[int, int]
"""Device and number of a file, the same under every name it has."""

_LOCK_START = 0x40000000  # SQLite's lock bytes: pending, reserved and 510 shared
_LOCK_LENGTH = 512

_open: dict[Identity, int] = {}


def real_path(path: Path) -> Path:
    """Return the absolute path with links followed, so that a file has one marker and lock."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):  # a name no disk can hold is refused where it is read
        return path


def identity(path: Path) -> Identity | None:
    """Return which file lies at the path, or None if there is none to be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def note_open(path: Path) -> Identity | None:
    """Remember that this process holds the file at the path open; returns which file it is."""
    which = identity(path)
    if which:
        _open[which] = os.getpid()  # a forked child has the memory of this, but not the lock
    return which


def note_closed(which: Identity | None) -> None:
    """Forget a file that was closed."""
    if which:
        _open.pop(which, None)


def refuse_open_here(path: Path) -> None:
    """Raise AlreadyOpen when this very process holds the file."""
    which = identity(path)
    if which and _open.get(which) == os.getpid():
        raise AlreadyOpen(path, "in this window")


def refuse_open_elsewhere(path: Path, where: str) -> None:
    """Raise AlreadyOpen when any program holds the file; `where` says which, if one does.

    A file that is missing or may not be written is let through: nobody can change it.
    """
    refuse_open_here(path)
    try:
        with path.open("rb+") as stream:
            taken = not _could_lock(stream.fileno())
    except OSError:
        return
    if taken:
        raise AlreadyOpen(path, where)


if sys.platform == "win32":
    import msvcrt

    def _could_lock(handle: int) -> bool:
        os.lseek(handle, _LOCK_START, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, _LOCK_LENGTH)
        except OSError:
            return False
        os.lseek(handle, _LOCK_START, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, _LOCK_LENGTH)
        return True

else:
    import fcntl

    def _could_lock(handle: int) -> bool:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_LENGTH, _LOCK_START)
        except OSError:
            return False
        return True  # closing the handle gives it back
