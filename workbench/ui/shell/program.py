"""The life of one window: what happens around the open workspace until the window closes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from workbench.foundation.clock import Clock
from workbench.foundation.errors import UserFixable
from workbench.foundation.settings import Settings, save_settings
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.focus_ring import FocusRing
from workbench.ui.kit.menus import pop_up
from workbench.ui.lane import Lane
from workbench.ui.shell.dropping import Dropping
from workbench.ui.shell.enter_key import EnterKey
from workbench.ui.shell.entrance import Entrance
from workbench.ui.shell.everywhere import everywhere, otherwise
from workbench.ui.shell.facts_echo import FactsEcho
from workbench.ui.shell.faults import Faults
from workbench.ui.shell.file_keeper import FileKeeper
from workbench.ui.shell.idle import IdleWatch
from workbench.ui.shell.keys import Keys
from workbench.ui.shell.kiosk_window import KioskWindow
from workbench.ui.shell.open_desk import OpenDesk
from workbench.ui.shell.waiting import WaitingStage
from workbench.ui.shell.window import Shell
from workbench.ui.theme import apply_look, look, look_for

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.backup_names import BackupCopy
    from workbench.storage.workspace import Workspace
    from workbench.ui.shell.facts import WorkspaceFacts

_RECENT = 8


class Program(QObject):
    """Owns the shell, the two lanes and the desk of the open workspace.

    Without `keep` nothing is remembered on this computer, as for pictures.
    """

    def __init__(
        self,
        app: QApplication,
        shell: Shell,
        settings: Settings,
        lanes: tuple[Lane, Lane],
        clock: Clock | None = None,
        *,
        keep: bool = True,
    ) -> None:
        super().__init__()
        self.app, self.shell, self.settings = app, shell, settings
        self.storage, self.second = lanes
        self.desk: OpenDesk | None = None
        self.facts: WorkspaceFacts | None = None
        self.entrance = Entrance(shell, settings, self.storage, self.take, self.tell, clock)
        self.faults = Faults(shell, self.entrance.clock.local)
        self.idle = IdleWatch(app, settings.lock_after_minutes, self.lock_if_protected)
        self.kiosk = KioskWindow(app, shell, self.idle, self._show_page)
        self._ring = FocusRing(app)
        self._enter = EnterKey(app)
        self._page = "home"
        self._keep = keep
        self._echo = FactsEcho()
        self._file = FileKeeper(settings)
        self._closed = False
        self._dropping = Dropping(shell, self._take_dropped)
        self._bind()

    def take(self, workspace: "Workspace", scratch: bool = False) -> None:
        """Work with an open workspace; a scratch one (the sample) is neither kept nor backed up."""
        from workbench.ui.shell.sources import methods_source, people_source, sessions_source

        self._file.scratch = scratch
        if not scratch and self._keep:
            self._remember(workspace.path)
        desk = OpenDesk(self.shell, workspace, self.storage, self.second, self)
        self.desk = desk
        self._echo.follow(desk)
        self.shell.sources = [people_source(desk), sessions_source(desk), methods_source(desk)]
        self._echo.read(0, self._take_and_resume)

    def show_community(self, community_id: int) -> None:
        """Show the pages of another community of the file."""
        if self.desk is not None:
            self._forget_pages()
            self._echo.read(community_id, self._take_and_show)

    def start_community(self) -> None:
        """Show the page that makes a community."""
        from workbench.ui.shell.first_community import FirstCommunityStage

        desk, facts = self.desk, self.facts
        if desk is None or facts is None:
            return
        stage = FirstCommunityStage(desk, first=facts.community is None)
        stage.made.connect(self.show_community)
        stage.back.connect(self._show_work)
        self.shell.show_stage(stage)

    def open_another(self) -> None:
        """Ctrl+O: choose a file, close the present one with a backup, open the chosen one."""
        self.entrance.ask_for_file(
            lambda path: self._leave(lambda: self.entrance.open(path), "Backing up and closing")
        )

    def leave_file(self) -> None:
        """Close the file with a backup and show Welcome."""
        self._leave(self.entrance.show_welcome, "Backing up and closing")

    def echo(self) -> None:
        """Read again what the sidebar tells, after a change."""
        self._echo.echo(self._take_facts)

    def back_up(self, why: str, then: Callable[[], None] | None = None) -> None:
        """Make a backup off the window's thread; a failure is told and stays in the sidebar."""
        self._make_backup(why, then)

    def _make_backup(
        self, why: str, then: Callable[[], None] | None = None, *, quiet: bool = False
    ) -> None:
        def made(copy: "BackupCopy") -> None:
            if copy.note or not quiet:
                self.shell.toast.show_words(copy.note or "Backed up, opened and checked.")
            self.shell.changed(frozenset({"backups"}))
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            self.echo()
            self.tell(error)

        if self.desk is not None:
            self._file.back_up(self.desk, why, made, failed)

    def restore(self, copy: "BackupCopy") -> None:
        """Close the open file and put one of its backups in its place."""
        if self.desk is not None:
            workspace = self.desk.workspace
            path, passphrase = workspace.path, workspace.passphrase
            self._leave(lambda: self.entrance.restore(copy, path, passphrase), "Restoring")

    def change_passphrase(self, current: str | None, new: str | None) -> None:
        """Close the file with a backup, give it another passphrase or none, open it again."""
        if self.desk is None:
            return
        if self._file.scratch:
            self.shell.toast.show_words("Nothing of the sample is kept, so nothing is protected.")
            return
        path = self.desk.workspace.path
        self._page = "settings"
        self._leave(
            lambda: self.entrance.change_passphrase(path, current, new), "Changing the passphrase"
        )

    def lock_if_protected(self) -> None:
        """Lock when nobody is there; an unprotected file stays open."""
        if self.desk is not None and self.desk.workspace.protected:
            self.lock()

    def lock(self) -> None:
        """Close the file and show nothing of it until the passphrase is typed."""
        desk = self.desk
        if desk is None or self.kiosk.runs:
            return
        if not desk.workspace.protected:
            self.shell.toast.show_words(
                "This file has no passphrase, so there is nothing to lock.",
                icon="info",
                tone="info",
            )
            return
        path = desk.workspace.path
        self._page = self.shell.page.name if self.shell.page else "home"
        self._leave(lambda: None)
        self.shell.hide_names(hidden=False)
        self.entrance.show_unlock(path)

    def change_look(self) -> None:
        """Put the settings' theme and text size onto the window and keep them."""
        apply_look(self.app, look_for(self.settings))
        self.shell.adapt()
        self.keep_settings()

    def turn_theme(self) -> None:
        """Ctrl+Shift+D: from light to dark and back."""
        self.settings.theme = "light" if look().dark else "dark"
        self.change_look()

    def hide_names(self, *, hidden: bool) -> None:
        """Hide what is said of people by name in the whole window, or show it again."""
        waited = self.shell.toast.waits
        self.shell.hide_names(hidden=hidden)
        self._name_steps()
        if not hidden and not waited:
            self.shell.toast.show_words("Names are shown again.", icon="eye", without_names=True)

    def keep_settings(self) -> None:
        """Keep this computer's settings; a refusal is told and nothing else happens."""
        self.idle.minutes = self.settings.lock_after_minutes
        try:
            save_settings(self.settings)
        except UserFixable as problem:
            self.tell(problem)

    def may_close(self) -> bool:
        """Whether the window may go now; otherwise it goes by itself once the file is closed."""
        if self.kiosk.runs:
            return False
        if self.desk is None or self._closed:
            return True
        self._leave(self._close_window, "Backing up and closing")
        return False

    def end_work(self) -> None:
        """Close what is open at once, without a backup; the window stays."""
        self.kiosk.end()
        desk = self._let_go()
        if desk is not None:
            desk.workspace.close()

    def end(self) -> None:
        """Close the window and what is open at once, without a backup: for pictures and tests."""
        self.end_work()
        self._closed = True
        self.shell.close()
        self.shell.deleteLater()
        self._ring.forget()
        self._ring.deleteLater()
        self._enter.deleteLater()

    def tell(self, problem: BaseException) -> None:
        """Show what went wrong."""
        self.faults.tell(problem)

    def _bind(self) -> None:
        self.shell.on_close = self.may_close
        self.shell.echo = self.echo
        self.shell.commands = everywhere(self)
        self.shell.otherwise = partial(otherwise, self)
        self.shell.sidebar.switch.connect(self._open_switcher)
        for keys, do in (
            (Keys.OPEN, self.open_another),
            (Keys.LOCK, self.lock),
            (Keys.THEME, self.turn_theme),
            (Keys.NAMES, lambda: self.hide_names(hidden=not self.shell.names_hidden)),
            (Keys.QUICK_NOTE, lambda: self.shell.go("home", note=True)),
            (Keys.LOG_CONTRIBUTION, lambda: self.shell.go("contributions", log=True)),
            (Keys.UNDO, lambda: self._on_desk(OpenDesk.undo)),
            (Keys.REDO, lambda: self._on_desk(OpenDesk.redo)),
        ):
            self.shell.actions_bar.bind(keys, do)

    def _on_desk(self, do: Callable[[OpenDesk], None]) -> None:
        if self.desk is not None:
            do(self.desk)

    def _show_page(self, page: str) -> None:
        self._page = page
        self._show_work()

    def _show_work(self) -> None:
        desk, facts = self.desk, self.facts
        if desk is None or facts is None:
            return
        if facts.community is None:
            self.start_community()
            return
        self.shell.show_work(desk, self._page)
        self._page = "home"
        if desk.workspace.protected:
            self.idle.start()

    def _take_and_show(self, facts: "WorkspaceFacts") -> None:
        self._take_facts(facts)
        self._show_work()

    def _take_and_resume(self, facts: "WorkspaceFacts") -> None:
        """Show the work; a session that was running when the program ended goes on in Live."""
        from workbench.sessions.live_queries import running_session

        self._take_and_show(facts)
        desk = self.desk
        if desk is None or not desk.community:
            return

        def resume(running: int | None) -> None:
            if running is not None and desk is self.desk and self.shell.at_work:
                self.shell.go("live", session=running)

        desk.read(lambda workspace: workspace.read(running_session, desk.community), resume)

    def _take_dropped(self, paths: list[Path]) -> None:
        """Open a workspace that was dropped; anything else is brought in by what it holds."""
        workspaces = [path for path in paths if path.suffix.casefold() == ".fwb"]
        if workspaces and len(paths) > 1:
            self.shell.toast.show_words("One workspace at a time, please. Nothing was opened.")
        elif workspaces:
            path = workspaces[0]
            self._leave(lambda: self.entrance.open(path), "Backing up and closing")
        elif self.desk is not None and self.shell.at_work:
            self.desk.take_dropped(*paths)

    def _take_facts(self, facts: "WorkspaceFacts") -> None:
        from workbench.ui.shell.facts import sidebar_facts

        before, self.facts = self.facts, facts
        desk = self.desk
        if desk is None:
            return
        desk.community = facts.community.id if facts.community else 0
        desk.community_name = facts.community.name if facts.community else ""
        self.shell.sidebar.show_facts(
            sidebar_facts(
                facts,
                desk.workspace.path.name,
                desk.clock.today(),
                self._file.failed,
                scratch=self._file.scratch,
            )
        )
        self._name_steps()
        same = before is not None and before.community == facts.community
        if same and before is not None and facts.ended > before.ended:
            self._back_up_after_session()

    def _name_steps(self) -> None:
        """Name in the menu what would be undone; a step may name somebody."""
        facts = None if self.shell.names_hidden else self.facts
        undo, redo = (facts.undo, facts.redo) if facts else ("", "")
        self.shell.actions_bar.name_steps(undo, redo)

    def _back_up_after_session(self) -> None:
        if not self._file.scratch:
            self._make_backup("after a session", quiet=True)

    def _leave(self, then: Callable[[], None], stage: str = "") -> None:
        """Close the open workspace after a backup, then go on; its pages are let go at once."""
        page = self.shell.page
        if page is not None:
            page.may_leave()  # it keeps what is being written; nothing can be asked any more
        if stage:
            self.shell.show_stage(WaitingStage(stage))
        desk = self._let_go()
        if desk is None:
            then()
            return
        # where the backup failed the file is closed and safe: say so, then go on
        self._file.close(desk, then, lambda error: self.faults.tell(error, then))

    def _let_go(self) -> OpenDesk | None:
        """Show nothing of the open workspace any more and return its desk, to be closed."""
        self.idle.stop()
        for dialog in self.shell.findChildren(Dialog):
            dialog.cancel()
        self._forget_pages()
        desk, self.desk = self.desk, None
        self._echo.follow(None)
        self.facts = None
        self.shell.sources = []
        return desk

    def _forget_pages(self) -> None:
        if self.desk is not None:
            self.desk.drop_awaited()
        self.shell.forget_pages()

    def _close_window(self) -> None:
        self._closed = True
        self.shell.close()

    def _remember(self, path: "Path") -> None:
        self.settings.last_workspace = str(path)
        others = [each for each in self.settings.recent_workspaces if each != str(path)]
        self.settings.recent_workspaces = [str(path), *others][:_RECENT]
        self.keep_settings()

    def _open_switcher(self) -> None:
        from workbench.ui.shell.switcher import switcher_items

        if self.facts is not None:
            pop_up(switcher_items(self), self.shell.sidebar.switcher)
