"""A small file beside an open workspace that says where it is open; the lock itself is SQLite's."""

import getpass
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec


class Marker(msgspec.Struct, frozen=True):
    """Who has the file open: computer, user, process, and since when (wall time)."""

    computer: str
    user: str
    process: int
    since: datetime


def marker_path(workspace: Path) -> Path:
    """Return where the marker of a workspace lies."""
    return workspace.with_name(workspace.name + ".open")


def leave(workspace: Path, since: datetime) -> None:
    """Write the marker; a folder that refuses it changes nothing else."""
    marker = Marker(platform.node(), _user(), os.getpid(), since)
    with suppress(OSError):
        marker_path(workspace).write_bytes(msgspec.json.encode(marker))


def remove(workspace: Path) -> None:
    """Take the marker away after a clean close."""
    with suppress(OSError):
        marker_path(workspace).unlink(missing_ok=True)


def left_behind(workspace: Path) -> bool:
    """Return whether a marker lies there: the file is open, or was not closed cleanly."""
    return marker_path(workspace).exists()


def where_open(workspace: Path) -> str:
    """Return in words where the file is open, for "is already open ..."."""
    try:
        marker = msgspec.json.decode(marker_path(workspace).read_bytes(), type=Marker)
    except (OSError, msgspec.DecodeError):
        return "in another window or by another program"
    place = (
        "in another window on this computer"
        if marker.computer == platform.node()
        else f"on the computer {marker.computer}"
    )
    return f"{place} (by {marker.user}, since {marker.since:%d %b %H:%M})"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this user id, as in some containers
        return "somebody"
