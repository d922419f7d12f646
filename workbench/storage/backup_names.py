"""What a backup is called: whose, when and why can be read from its name without opening it."""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

SUFFIX = ".fwb"


class Why(StrEnum):
    """Why a backup was made, in the words of the list and of the file's name."""

    ON_CLOSE = "on closing"
    AFTER_SESSION = "after a session"
    BY_HAND = "by hand"
    BEFORE_IMPORT = "before an import"
    BEFORE_UPGRADE = "before an upgrade"
    BEFORE_REKEY = "before another passphrase"


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A backup: where, when (wall time), why, how large in bytes, and what looking at it found.

    `checked` is None until somebody looked, False if it cannot be used; `note` is a sentence then,
    or says what else did not work when it was made.
    """

    path: Path
    when: datetime
    why: str
    size: int
    checked: bool | None = None
    note: str = ""


_NAME = re.compile(
    r"(?P<stem>.+) (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d{6})(?P<again>-\d+)? (?P<why>[^/\\]+)",
    re.DOTALL,
)
_LONGEST_STEM = 150  # bytes; day, time, reason and ending need a hundred more
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*.]+')


def backups_folder(workspace: Path) -> Path:
    """Return the folder beside a workspace where its backups lie unless told otherwise."""
    return workspace.with_name(f"{short_stem(workspace)} backups")


def short_stem(path: Path) -> str:
    """Return the file's name without its ending, cut where a longer name would fit no disk."""
    raw = os.fsencode(path.stem)
    return path.stem if len(raw) <= _LONGEST_STEM else raw[:_LONGEST_STEM].decode("utf-8", "ignore")


def backup_path(folder: Path, workspace: Path, when: datetime, why: str) -> Path:
    """Return a name in the folder that no file has yet."""
    words = _UNFIT.sub(" ", why).strip()[:60] or Why.BY_HAND.value
    for again in range(1000):
        mark = f"-{again}" if again else ""
        path = folder / f"{short_stem(workspace)} {when:%Y-%m-%d %H%M%S}{mark} {words}{SUFFIX}"
        if not path.exists():
            break
    return path


def copy_at(path: Path, workspace: Path) -> BackupCopy | None:
    """Return the backup a file is by its name, or None if it is none of this workspace.

    Raises OSError when the file has gone.
    """
    match = _NAME.fullmatch(path.stem)
    if not match or path.suffix != SUFFIX or match["stem"] != short_stem(workspace):
        return None
    try:
        when = datetime.fromisoformat(f"{match['day']} {match['time']}")
    except ValueError:
        return None
    return BackupCopy(path, when, match["why"], path.stat().st_size)
