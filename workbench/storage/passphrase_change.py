"""Another passphrase for a file, a first one, or none: written beside it, checked, then swapped in.

Until the swap, which the file system makes in one step, the file is as it was; afterwards it is
whole under the new passphrase. There is no moment between.
"""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.foundation.atomic_file import cannot_save, new_beside, sync, sync_folder
from workbench.foundation.clock import Clock
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import counted
from workbench.models import Base
from workbench.storage import marker
from workbench.storage.backup_names import BackupCopy, Why
from workbench.storage.backups import back_up, backups_of
from workbench.storage.engine import Driver, connect, storable_passphrase
from workbench.storage.faults import UNCHANGED, DamagedWorkspace, explained
from workbench.storage.integrity import examine, row_counts
from workbench.storage.open_here import real_path, refuse_open_elsewhere
from workbench.storage.opening import open_checked
from workbench.storage.workspace import Workspace, open_workspace

_STAMPS = ("application_id", "user_version")


@dataclass(frozen=True, slots=True)
class PassphraseChanged:
    """What was done to which file: the backup made first, and how many backups stay as they were.

    `before` and `after` say whether the file was and is protected.
    """

    path: Path
    backup: BackupCopy
    backups: int
    before: bool
    after: bool

    @property
    def sentence(self) -> str:
        """What happened to the file and what did not happen to its backups, for a notice."""
        backups = f"Its {counted(self.backups, 'backup', 'backups')}"
        if self.backups == 1:
            backups = "Its backup"
        if not self.after:
            return (
                f"{self.path.name} is no longer protected. {backups} made before still "
                f"{_verb(self.backups, 'needs', 'need')} the old passphrase."
            )
        if self.before:
            return (
                f"{self.path.name} now opens with the new passphrase. {backups} made before still "
                f"{_verb(self.backups, 'opens', 'open')} with the old one."
            )
        return (
            f"{self.path.name} now opens only with the passphrase. {backups} made before "
            f"{_verb(self.backups, 'is', 'are')} not protected: delete what you do not need."
        )


def is_current(workspace: Workspace, typed: str) -> bool:
    """Return whether what was typed is the passphrase of the open file."""
    return workspace.passphrase is not None and _composed(typed) == _composed(workspace.passphrase)


def change_passphrase(
    path: Path,
    current: str | None,
    new: str | None,
    clock: Clock | None = None,
    second: Path | None = None,
) -> PassphraseChanged:
    """Give a closed file another passphrase, a first one, or none (`new` is None).

    A backup is made first, protected as the file was; `second` is the other folder for backups.
    Raises a WorkspaceFault for a wrong passphrase or a file that is open or not whole, CannotSave
    where the disk refuses; the file is then as it was.
    """
    real = real_path(path)
    if new is not None and not storable_passphrase(new):
        raise UserFixable("No passphrase", "The passphrase is empty.", "Type one, or go without.")
    if _composed(current) == _composed(new):
        raise UserFixable(
            "Nothing to change", "The new passphrase is the one it has.", "Choose another one."
        )
    with open_workspace(real, current, clock) as workspace:
        before = workspace.protected
        copy = back_up(workspace, Why.BEFORE_REKEY, second=second)
    try:
        beside = new_beside(real, private=True)
    except (OSError, ValueError) as error:
        raise cannot_save(real, error) from error
    try:
        _write_under(real, current, beside, new)
        refuse_open_elsewhere(real, marker.where_open(real))
        beside.chmod(real.stat().st_mode & 0o777)
        beside.replace(real)
        sync_folder(real.parent)
    except OSError as error:
        raise cannot_save(real, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return PassphraseChanged(
        real, copy, len(backups_of(real, second=second)), before, new is not None
    )


def _write_under(path: Path, current: str | None, beside: Path, new: str | None) -> None:
    """Write the whole file to `beside` under the new passphrase and compare the two."""
    opened = open_checked(path, current)
    try:
        with explained(path, safe=UNCHANGED):
            _export(opened.connection, beside, new)
            _refuse_difference(path, opened.connection, beside, new)
    finally:
        opened.connection.close()
    sync(beside)


def _export(connection: Driver, beside: Path, new: str | None) -> None:
    connection.execute("ATTACH DATABASE ? AS twin KEY ?", (str(beside), _composed(new) or ""))
    try:
        connection.execute("SELECT sqlcipher_export('twin')").fetchall()
        for stamp in _STAMPS:
            (value,) = connection.execute(f"PRAGMA main.{stamp}").fetchone()
            connection.execute(f"PRAGMA twin.{stamp} = {int(value)}")
    finally:
        connection.execute("DETACH DATABASE twin")


def _refuse_difference(path: Path, connection: Driver, beside: Path, new: str | None) -> None:
    """Open what was written with the new passphrase alone; raises DamagedWorkspace."""
    copy = connect(beside, new)
    try:
        problems = list(examine(copy, Base.metadata, full=True).problems)
        if row_counts(copy) != row_counts(connection):
            problems.append("the copy has not the same rows")
    finally:
        copy.close()
    if problems:
        raise DamagedWorkspace(path, "\n".join(problems[:20]))


def _composed(passphrase: str | None) -> str | None:
    return None if passphrase is None else unicodedata.normalize("NFC", passphrase)


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
