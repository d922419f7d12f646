"""The entrance: from Welcome, a file or the sample to an open workspace; and what bars the way."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from workbench.foundation.clock import Clock, SystemClock
from workbench.foundation.errors import UserFixable
from workbench.foundation.settings import Settings
from workbench.ui.lane import Lane
from workbench.ui.shell.create import CreateStage
from workbench.ui.shell.unlock import UnlockStage
from workbench.ui.shell.waiting import WaitingStage
from workbench.ui.shell.welcome import WelcomeStage
from workbench.ui.shell.window import Shell

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.backup_names import BackupCopy
    from workbench.storage.recovery import Diagnosis
    from workbench.storage.workspace import Workspace


class Entrance:
    """Leads to an open workspace and hands it to `opened(workspace, scratch)`.

    Every refusal of a file has its own stage: the passphrase, Recovery, or Welcome with a sentence.
    """

    def __init__(
        self,
        shell: Shell,
        settings: Settings,
        lane: Lane,
        opened: "Callable[[Workspace, bool], None]",
        tell: Callable[[BaseException], None],
        clock: Clock | None = None,
    ) -> None:
        self.shell, self.settings, self.lane = shell, settings, lane
        self._hand_over, self.tell = opened, tell
        self._clock = clock

    @property
    def clock(self) -> Clock:
        """Today and now."""
        return self._clock or SystemClock()

    def start(self, path: Path | None) -> None:
        """Open the file asked for, else the last one, else show Welcome."""
        last = Path(self.settings.last_workspace) if self.settings.last_workspace else None
        wanted = path or (last if last and last.exists() else None)
        if wanted is None:
            self.show_welcome()
        else:
            self.open(wanted)

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Open a workspace off the window's thread."""

        def job() -> "Workspace":
            from workbench.storage.workspace import open_workspace

            return open_workspace(path, passphrase, self._clock)

        if not isinstance(self.shell.stage, UnlockStage):
            self.shell.show_stage(WaitingStage(f"Opening {path.name}"))
        self.lane.run(job, self._opened, lambda error: self._not_opened(path, error))

    def create(self, path: Path, passphrase: str) -> None:
        """Make a workspace and open it; an empty passphrase makes an unprotected one."""

        def job() -> "Workspace":
            from workbench.storage.workspace import create_workspace

            path.parent.mkdir(parents=True, exist_ok=True)
            return create_workspace(path, passphrase or None, self._clock)

        self.lane.run(job, self._opened, self._not_created)

    def open_sample(self) -> None:
        """Make the sample in a scratch folder and open it; it stands on its own day."""

        def job() -> "Workspace":
            from workbench.imports.sample import make_sample
            from workbench.storage.workspace import open_workspace
            from workbench.ui.shell.scratch import fresh_sample_path

            path = fresh_sample_path()
            make_sample(path)
            return open_workspace(path, clock=self._clock)

        self.shell.show_stage(WaitingStage("Making the sample community"))
        self.lane.run(job, lambda made: self._hand_over(made, True), self.refuse)

    def show_welcome(self, problem: UserFixable | None = None) -> None:
        """Show Welcome, with what stood against a file if something did."""
        stage = WelcomeStage(problem)
        stage.protect.connect(self.show_create)
        stage.open_file.connect(lambda: self.ask_for_file(self.open))
        stage.sample.connect(self.open_sample)
        self.shell.show_stage(stage)

    def show_create(self) -> None:
        """Show the page that makes a protected workspace."""
        stage = CreateStage(self.clock.today())
        stage.confirmed.connect(self.create)
        stage.back.connect(self.show_welcome)
        self.shell.show_stage(stage)

    def show_unlock(self, path: Path) -> None:
        """Ask for the passphrase of a file."""
        stage = UnlockStage(path)
        stage.unlock.connect(lambda typed: self.open(path, typed))
        stage.recover.connect(lambda: self.show_recovery(path))
        stage.another.connect(self.show_welcome)
        self.shell.show_stage(stage)

    def ask_for_file(self, then: Callable[[Path], None]) -> None:
        """Let a file be chosen."""
        chosen, _ = QFileDialog.getOpenFileName(
            self.shell,
            "Open a workspace",
            self.settings.last_workspace,
            "Workspace (*.fwb);;All files (*)",
        )
        if chosen:
            then(Path(chosen))

    def restore(self, copy: "BackupCopy", path: Path, passphrase: str | None = None) -> None:
        """Put a backup in the place of the file, set the former one aside, and open it."""

        def job() -> str:
            from workbench.storage.restore import restore

            return restore(copy.path, path, passphrase, self._clock).sentence

        def done(sentence: str) -> None:
            self.open(path, passphrase)
            self.lane.run(lambda: sentence, self.shell.toast.show_words)

        self.lane.run(job, done, lambda error: self._not_restored(copy, path, error))

    def change_passphrase(self, path: Path, current: str | None, new: str | None) -> None:
        """Give a closed file another passphrase or none and open it; it opens also where not."""
        second = self.second_folder()

        def job() -> str:
            from workbench.storage.passphrase_change import change_passphrase

            return change_passphrase(path, current, new, self._clock, second).sentence

        def done(sentence: str) -> None:
            self.open(path, new)
            self.lane.run(lambda: sentence, self.shell.toast.show_words)

        def failed(error: Exception) -> None:
            self.open(path, current)
            self.lane.run(lambda: error, self.tell)

        self.lane.run(job, done, failed)

    def refuse(self, error: Exception) -> None:
        """Show Welcome with the sentence; a fault of the program is told beside it."""
        if isinstance(error, UserFixable):
            self.show_welcome(error)
        else:
            self.show_welcome()
            self.tell(error)

    def second_folder(self) -> Path | None:
        """The second folder for backups, if one was chosen."""
        folder = self.settings.second_backup_folder
        return Path(folder) if folder else None

    def _opened(self, workspace: "Workspace") -> None:
        self._hand_over(workspace, False)

    def _not_opened(self, path: Path, error: Exception) -> None:
        from workbench.storage import faults
        from workbench.storage.backups import backups_of

        stage = self.shell.stage
        copies = backups_of(path, second=self.second_folder())
        if isinstance(error, faults.WrongPassphrase) and isinstance(stage, UnlockStage):
            stage.refuse(str(error), can_restore=bool(copies))
        elif isinstance(error, faults.PassphraseNeeded | faults.WrongPassphrase):
            self.show_unlock(path)
        elif isinstance(error, faults.DamagedWorkspace | faults.NotAWorkspace) and (
            copies or isinstance(error, faults.DamagedWorkspace)
        ):
            self.show_recovery(path)
        else:
            self.refuse(error)

    def _not_created(self, error: Exception) -> None:
        stage = self.shell.stage
        if isinstance(stage, CreateStage) and isinstance(error, UserFixable):
            stage.show_problem(error)
        else:
            self.refuse(error)

    def show_recovery(self, path: Path) -> None:
        """Look at the file and its backups off the window's thread, then offer them."""

        def job() -> "Diagnosis":
            from workbench.storage.recovery import diagnose

            return diagnose(path, second=self.second_folder())

        self.shell.show_stage(WaitingStage("Looking at the backups"))
        self.lane.run(job, self._show_diagnosis, self.refuse)

    def _show_diagnosis(self, found: "Diagnosis") -> None:
        from workbench.ui.shell.recovery import RecoveryStage

        stage = RecoveryStage(found)
        stage.restore.connect(lambda copy: self.restore(copy, found.path))
        stage.another.connect(self.show_welcome)
        self.shell.show_stage(stage)

    def _not_restored(self, copy: "BackupCopy", path: Path, error: Exception) -> None:
        from workbench.storage import faults

        if not isinstance(error, faults.PassphraseNeeded | faults.WrongPassphrase):
            self.tell(error)
            return
        asked = self.shell.stage
        if isinstance(asked, UnlockStage):
            asked.refuse(str(error))
            return
        stage = UnlockStage(copy.path, why="The backup is protected. Its passphrase opens it.")
        stage.unlock.connect(lambda typed: self.restore(copy, path, typed))
        stage.another.connect(self.show_welcome)
        self.shell.show_stage(stage)
