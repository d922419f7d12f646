"""Noticing that another program wrote into the open file, as one that syncs or copies may do."""

import os
from pathlib import Path

_PAGE = 4096
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class FirstPage:
    """The first page and the size of an open file, looked at through a handle kept until close.

    SQLite counts every commit on the first page, so that a file put in this one's place differs
    there. The handle must be closed after SQLite's own: closing it drops the locks on POSIX.
    """

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, _FLAGS)
        self._seen = self._look()

    def remember(self) -> None:
        """Take the file as it is now for ours, after this program wrote to it."""
        self._seen = self._look()

    def written_by_another(self) -> bool:
        """Return whether it differs from how this program left it."""
        return self._look() != self._seen

    def close(self) -> None:
        """Give the handle back."""
        os.close(self._handle)

    def _look(self) -> tuple[int, bytes]:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.fstat(self._handle).st_size, os.read(self._handle, _PAGE)
