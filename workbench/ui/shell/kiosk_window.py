"""The window while people answer on this laptop: full screen, shut, and nothing else shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.kit.dialog import Dialog
from workbench.ui.shell.idle import IdleWatch
from workbench.ui.shell.keys import Keys
from workbench.ui.shell.kiosk_guard import KioskGuard
from workbench.ui.shell.window import Shell


class KioskWindow:
    """Shows a stage that only its own end leaves; closing, locking and menus wait till then.

    `show_page` shows a page of the open workspace again.
    """

    def __init__(
        self,
        app: QApplication,
        shell: Shell,
        idle: IdleWatch,
        show_page: Callable[[str], None],
    ) -> None:
        self._app, self._shell, self._idle, self._show_page = app, shell, idle, show_page
        self._guard: KioskGuard | None = None
        self._before = Qt.WindowState.WindowNoState

    @property
    def runs(self) -> bool:
        """Whether a round runs."""
        return self._guard is not None

    def enter(self, stage: QWidget) -> KioskGuard:
        """Show the stage over the whole screen; returns what tells of a hand on the laptop."""
        shell = self._shell
        for dialog in shell.findChildren(Dialog):
            dialog.cancel()
        self._idle.stop()
        self._before = shell.windowState()
        shell.menuBar().hide()
        guard = self._guard = KioskGuard(self._app, shell)
        shell.show_stage(stage)
        shell.actions_bar[Keys.OPEN].setEnabled(False)
        shell.showFullScreen()
        return guard

    def leave(self, page: str) -> None:
        """Show the pages again, beginning with this one."""
        self.end()
        self._shell.setWindowState(self._before)
        self._show_page(page)

    def end(self) -> None:
        """Open the window again for everything."""
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.end()
            self._shell.actions_bar[Keys.OPEN].setEnabled(True)
