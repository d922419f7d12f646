"""The desk of an open workspace: storage lane, second lane, and the way back to the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QFileDialog

from workbench.foundation.clock import Clock
from workbench.foundation.paths import documents_folder
from workbench.ui.desk import Failed, ImportKind
from workbench.ui.kit.dialog import ask
from workbench.ui.lane import Lane
from workbench.ui.shell.window import Shell

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.unit_of_work import Done
    from workbench.storage.workspace import Workspace
    from workbench.ui.shell.program import Program

T = TypeVar("T")


class OpenDesk:
    """What pages use while a workspace is open; see `Desk` for what each part promises."""

    def __init__(
        self,
        shell: Shell,
        workspace: "Workspace",
        storage: Lane,
        second: Lane,
        keeper: "Program",
    ) -> None:
        self._shell, self.workspace = shell, workspace
        self.storage, self.second = storage, second
        self.keeper = keeper
        self.settings = keeper.settings
        self.tell = keeper.tell
        self._turn = 0
        self._folder: Path | None = None
        self.community = 0
        self.community_name = ""

    @property
    def clock(self) -> Clock:
        """Today and now."""
        return self.workspace.clock

    @property
    def names_hidden(self) -> bool:
        """Whether names are hidden in the window."""
        return self._shell.names_hidden

    @property
    def busy(self) -> bool:
        """Whether anything is on its way on either lane."""
        return self.storage.busy or self.second.busy

    def read(
        self,
        job: "Callable[[Workspace], T]",
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Run a read on the storage lane."""
        fail = failed or self.tell
        self.storage.run(lambda: job(self.workspace), self._awaited(then), self._awaited(fail))

    def do(
        self,
        job: "Callable[[Workspace], Done[T]]",
        *,
        then: Callable[[T], None] | None = None,
        said: str | Callable[[T], str] = "",
        failed: Failed | None = None,
    ) -> None:
        """Run a use case on the storage lane, then echo what changed."""
        turn = self._turn

        def arrived(done: "Done[T]") -> None:
            if turn != self._turn:
                return
            if then is not None:
                then(done.value)
            sentence = said(done.value) if callable(said) else said
            if sentence:
                self._shell.toast.show_words(sentence, self.undo if done.step else None)
            elif done.step:
                self._shell.toast.outdate()
            self.changed(done.topics)

        def refused(error: Exception) -> None:
            (failed or self.tell if turn == self._turn else self.tell)(error)

        self.storage.run(lambda: job(self.workspace), arrived, refused)

    def run(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Run work without the workspace on the second lane."""
        self.second.run(job, self._awaited(then), self._awaited(failed or self.tell))

    def drop_awaited(self) -> None:
        """Deliver nothing of what is on its way: the pages that asked are let go.

        What could not be written is told all the same.
        """
        self._turn += 1

    def undo(self) -> None:
        """Take back the newest step and say which."""
        self.storage.run(self.workspace.undo, lambda done: self._turned(done, "redo"), self._none)

    def redo(self) -> None:
        """Do again what was taken back last and say which."""
        self.storage.run(self.workspace.redo, lambda done: self._turned(done, "undo"), self._none)

    def go(self, page: str, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show a page."""
        self._shell.go(page, **argument)

    def hide_names(self, *, hidden: bool) -> None:
        """Hide names in the whole window, or show them again."""
        self.keeper.hide_names(hidden=hidden)

    def say(self, sentence: str, *, done: bool = True) -> None:
        """Show a toast, with a tick where something was done."""
        icon, tone = ("check", "good") if done else ("info", "info")
        self._shell.toast.show_words(sentence, icon=icon, tone=tone)

    def changed(self, topics: frozenset[str]) -> None:
        """Let interested pages reload."""
        self._shell.changed(topics)

    def bring_in(self, kind: ImportKind, path: Path | None = None) -> None:
        """Open the import dialog of that kind over the window."""
        from workbench.ui.imports.dialogs import open_import

        open_import(self._shell, self, kind, path)

    def take_dropped(self, *paths: Path) -> None:
        """Open the import dialog that fits the content of files dropped on the window."""
        from workbench.ui.imports.dialogs import open_dropped

        open_dropped(self._shell, self, *paths)

    def start_kiosk(self, asking_id: int) -> None:
        """Open the dialog that starts a round on this laptop."""
        from workbench.ui.surveys.kiosk import set_up_kiosk

        set_up_kiosk(self._shell, self, asking_id, self.keeper.kiosk)

    def choose_file(
        self, title: str, patterns: Sequence[str], then: Callable[[Path], None]
    ) -> None:
        """Ask for an existing file; nothing happens when the user goes without one."""
        chooser = QFileDialog(self._shell, title, str(self._nearest()))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(f"{title} ({' '.join(patterns)})")
        self._ask_path(chooser, then)

    def choose_new_file(self, title: str, suggested: str, then: Callable[[Path], None]) -> None:
        """Ask where to write a file; the system asks before one is replaced."""
        chooser = QFileDialog(self._shell, title, str(self._nearest()))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        chooser.selectFile(suggested)
        ending = Path(suggested).suffix
        self._ask_path(chooser, lambda chosen: self._with_ending(chosen, ending, then))

    def _awaited(self, then: Callable[[T], None]) -> Callable[[T], None]:
        turn = self._turn

        def deliver(result: T) -> None:
            if turn == self._turn:
                then(result)

        return deliver

    def _nearest(self) -> Path:
        """Where a file was chosen last, or else the documents of this computer."""
        likely = (self._folder, documents_folder(), Path.home())
        return next((folder for folder in likely if folder is not None and folder.is_dir()), Path())

    def _with_ending(self, chosen: Path, ending: str, then: Callable[[Path], None]) -> None:
        """Go on with the ending that belongs there; a file that it would hit is asked about."""
        if chosen.suffix.casefold() == ending.casefold():
            then(chosen)
            return
        target = chosen.with_name(chosen.name + ending)
        if not target.exists():
            then(target)
            return
        ask(
            self._shell, f"Replace {target.name}?", "What stands in that file now is lost.",
            "Replace the file", lambda: then(target),
        )  # fmt: skip

    def _ask_path(self, chooser: QFileDialog, then: Callable[[Path], None]) -> None:
        def take(chosen: str) -> None:
            self._folder = Path(chosen).parent
            then(Path(chosen))

        chooser.fileSelected.connect(take)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _turned(self, done: "Done[None]", back: str) -> None:
        word = "Undone" if back == "redo" else "Done again"
        label, keys = ("Redo", "Ctrl Shift Z") if back == "redo" else ("Undo", "Ctrl Z")
        self._shell.toast.show_words(
            f"{word}." if self.names_hidden else f"{word}: {done.step}",
            self.redo if back == "redo" else self.undo,
            label=label, keys=keys, icon="undo" if back == "redo" else "redo",
            without_names=self.names_hidden,
        )  # fmt: skip
        self.changed(done.topics)

    def _none(self, problem: Exception) -> None:
        sentence = getattr(problem, "sentence", "")
        if sentence:
            self._shell.toast.show_words(sentence, icon="info", tone="info", without_names=True)
        else:
            self.tell(problem)
