"""A desk for tests and pictures: real workspace, everything done at once, everything noted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.foundation.clock import Clock, FixedClock
from workbench.foundation.settings import Settings
from workbench.storage.backup_names import BackupCopy
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace, create_workspace
from workbench.ui.desk import ImportKind
from workbench.ui.kit.page import Page
from workbench.ui.theme import apply_look, load_fonts, made_look

T = TypeVar("T")
NOW = datetime(2026, 10, 13, 9, 41)


class BenchKeeper:
    """Notes what Settings asks for."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def change_look(self) -> None:
        self.asked.append("look")

    def keep_settings(self) -> None:
        self.asked.append("settings")

    def back_up(self, why: str, then: Callable[[], None] | None = None) -> None:
        self.asked.append(("back up", why))
        if then is not None:
            then()

    def change_passphrase(self, current: str | None, new: str | None) -> None:
        self.asked.append(("passphrase", current, new))

    def restore(self, copy: BackupCopy) -> None:
        self.asked.append(("restore", copy))


class BenchDesk:
    """Does every job at once and notes what pages say, where they go and what went wrong."""

    def __init__(self, workspace: Workspace, community: int = 0, name: str = "") -> None:
        self.workspace = workspace
        self.community = community
        self.community_name = name
        self.settings = Settings()
        self.keeper = BenchKeeper()
        self.said: list[str] = []
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.told: list[Exception] = []
        self.pages: list[Page] = []
        self.brought: list[tuple[ImportKind, Path | None]] = []
        self.kiosks: list[int] = []
        self.path_to_choose: Path | None = None
        self.names_hidden = False

    @property
    def clock(self) -> Clock:
        return self.workspace.clock

    def read(
        self,
        job: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.run(lambda: job(self.workspace), then, failed)

    def do(
        self,
        job: Callable[[Workspace], Done[T]],
        *,
        then: Callable[[T], None] | None = None,
        said: str | Callable[[T], str] = "",
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def arrived(done: Done[T]) -> None:
            if then is not None:
                then(done.value)
            sentence = said(done.value) if callable(said) else said
            if sentence:
                self.said.append(sentence)
            self.changed(done.topics)

        self.run(lambda: job(self.workspace), arrived, failed)

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - handed on, as the lane does
            (failed or self.tell)(error)
            return
        then(result)

    def go(self, page: str, **argument: Any) -> None:
        self.went.append((page, argument))

    def say(self, sentence: str, *, done: bool = True) -> None:
        self.said.append(sentence)

    def tell(self, problem: Exception) -> None:
        self.told.append(problem)

    def changed(self, topics: frozenset[str]) -> None:
        for page in self.pages:
            if page.interests & topics:
                page.reload()

    def hide_names(self, *, hidden: bool) -> None:
        self.names_hidden = hidden
        for page in self.pages:
            page.take_names(hidden=hidden)

    def bring_in(self, kind: ImportKind, path: Path | None = None) -> None:
        self.brought.append((kind, path))

    def start_kiosk(self, asking_id: int) -> None:
        self.kiosks.append(asking_id)

    def choose_file(
        self, title: str, patterns: Sequence[str], then: Callable[[Path], None]
    ) -> None:
        if self.path_to_choose is not None:
            then(self.path_to_choose)

    def choose_new_file(self, title: str, suggested: str, then: Callable[[Path], None]) -> None:
        self.choose_file(title, (), then)

    def undo(self) -> None:
        self.changed(self.workspace.undo().topics)

    def open(self, make: Callable[[Any], Page], width: int = 1440, height: int = 900) -> Page:
        """Build a page, show it in a window of that size and read what it shows."""
        page = make(self)
        self.pages.append(page)
        page.take_names(hidden=self.names_hidden)
        page.resize(width - 232, height)
        page.show()
        page.reload()
        settle()
        return page


def tiny_workspace(path: Path, *, community: str = "Bridges") -> BenchDesk:
    """Make a workspace with one empty community; close it with `desk.workspace.close()`."""
    from workbench.communities.actions import create_community

    workspace = create_workspace(path, clock=FixedClock(NOW))
    made = workspace.perform(create_community, community).value
    return BenchDesk(workspace, made, community)


def ready_app(*, dark: bool = False, scale: float = 1.0, contrast: bool = False) -> QApplication:
    """Return the application with our fonts and look."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_look(app, made_look(dark=dark, scale=scale, contrast=contrast, still=True))
    return app


def settle() -> None:
    """Let Qt do what it put off, deletions included."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def picture(widget: QWidget, file: Path) -> Path:
    """Draw a widget into a PNG."""
    settle()
    widget.grab().save(str(file))
    return file
