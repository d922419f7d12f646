"""The desk: all that a page or presenter may ask of the program around it; itself without Qt."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from workbench.foundation.clock import Clock
from workbench.foundation.settings import Settings

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.backup_names import BackupCopy
    from workbench.storage.unit_of_work import Done
    from workbench.storage.workspace import Workspace

T = TypeVar("T")
Failed = Callable[[Exception], None]
ImportKind = Literal["roster", "attendance", "responses", "figures"]


class Keeper(Protocol):
    """What keeps the file and the looks of this computer: Settings works with it."""

    def change_look(self) -> None:
        """Put the settings' theme and text size onto the window and keep them."""
        ...

    def keep_settings(self) -> None:
        """Keep this computer's settings."""
        ...

    def back_up(self, why: str, then: Callable[[], None] | None = None) -> None:
        """Make a checked backup off the window's thread, say so, then go on."""
        ...

    def change_passphrase(self, current: str | None, new: str | None) -> None:
        """Close the file, give it another passphrase or none, and open it again."""
        ...

    def restore(self, copy: "BackupCopy") -> None:
        """Close the file, put a backup in its place and open it; today's file is set aside."""
        ...


class Desk(Protocol):
    """Reads and changes the open workspace off the window's thread, and leads to other pages."""

    @property
    def clock(self) -> Clock:
        """Today and now."""
        ...

    @property
    def settings(self) -> Settings:
        """How this computer likes the program."""
        ...

    @property
    def community(self) -> int:
        """The id of the community whose pages are shown."""
        ...

    @property
    def community_name(self) -> str:
        """The name of that community."""
        ...

    @property
    def keeper(self) -> Keeper:
        """What keeps the file and the looks."""
        ...

    @property
    def names_hidden(self) -> bool:
        """Whether names are hidden, as before a projector; the window covers what has any."""
        ...

    def hide_names(self, *, hidden: bool) -> None:
        """Hide them in the whole window, or show them; never stored, forgotten on locking."""
        ...

    def read(
        self,
        job: "Callable[[Workspace], T]",
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Run job(workspace), such as `workspace.read(people, ...)`, off the window's thread."""
        ...

    def do(
        self,
        job: "Callable[[Workspace], Done[T]]",
        *,
        then: Callable[[T], None] | None = None,
        said: str | Callable[[T], str] = "",
        failed: Failed | None = None,
    ) -> None:
        """Run job(workspace), such as `workspace.perform(add_person, ...)`, as one undoable step.

        Then `then` gets its value, pages interested in the topics written reload, and `said` is
        shown as a toast with Undo. Errors go to `failed`, or else are told to the user.
        """
        ...

    def run(
        self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Run work that needs no workspace, such as drawing a chart, on the second lane."""
        ...

    def go(self, page: str, **argument: Any) -> None:  # noqa: ANN401 - each page has its own
        """Show the page of that name and hand it the argument."""
        ...

    def say(self, sentence: str, *, done: bool = True) -> None:
        """Show a toast without Undo; `done` says that something was done, with a tick."""
        ...

    def tell(self, problem: Exception) -> None:
        """Show what the user can mend as sentences; anything else as a fault of the program."""
        ...

    def changed(self, topics: frozenset[str]) -> None:
        """Let every page interested in one of the topics reload."""
        ...

    def bring_in(self, kind: ImportKind, path: Path | None = None) -> None:
        """Open the dialog that brings a file in; without a path it asks for one first."""
        ...

    def start_kiosk(self, asking_id: int) -> None:
        """Ask how to come back, then let the people answer an open asking on this laptop."""
        ...

    def choose_file(
        self, title: str, patterns: Sequence[str], then: Callable[[Path], None]
    ) -> None:
        """Let the user choose an existing file such as patterns ("*.xlsx", "*.csv") allow."""
        ...

    def choose_new_file(self, title: str, suggested: str, then: Callable[[Path], None]) -> None:
        """Let the user say where a file is written; `suggested` is its name, ending included."""
        ...
