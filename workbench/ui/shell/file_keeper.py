"""Backups of the open file, and closing it: off the window's thread, each failure told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.foundation.settings import Settings
from workbench.ui.shell.open_desk import OpenDesk

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.backup_names import BackupCopy

Told = Callable[[Exception], None]


class FileKeeper:
    """Knows where backups go and whether the last one failed; a scratch file has none."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.scratch = False
        self.failed = ""

    @property
    def second_folder(self) -> Path | None:
        """The second folder for backups, if one was chosen."""
        folder = self._settings.second_backup_folder
        return Path(folder) if folder else None

    def back_up(
        self, desk: OpenDesk, why: str, made: "Callable[[BackupCopy], None]", failed: Told
    ) -> None:
        """Make a checked backup."""
        second = self.second_folder

        def job() -> "BackupCopy":
            from workbench.storage.backups import back_up

            return back_up(desk.workspace, why, second=second)

        def done(copy: "BackupCopy") -> None:
            self.failed = ""
            made(copy)

        def refused(error: Exception) -> None:
            self.failed = str(error)
            failed(error)

        desk.storage.run(job, done, refused)

    def close(self, desk: OpenDesk, then: Callable[[], None], failed: Told) -> None:
        """Close the file after a backup if it changed; it is closed also where that failed."""
        second, scratch = self.second_folder, self.scratch

        def job() -> None:
            from workbench.storage.backups import close_with_backup

            if scratch:
                desk.workspace.close()
            else:
                close_with_backup(desk.workspace, second=second)

        self.failed = ""
        desk.storage.run(job, lambda _: then(), failed)
