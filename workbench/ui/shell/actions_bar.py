"""Every shortcut as an action of the window, in the menu bar that Alt shows."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from workbench.ui.shell.finding import Found
from workbench.ui.shell.keys import PAGE_KEYS, Keys

_MENUS = ("File", "Edit", "Go", "Page")


class ActionsBar:
    """Holds the actions; one that nothing is bound to stays disabled."""

    def __init__(self, window: QMainWindow) -> None:
        self._bound: set[Keys] = set()
        self._actions: dict[Keys, QAction] = {}
        menus = {name: window.menuBar().addMenu(name) for name in _MENUS}
        for keys in Keys:
            if keys.page or keys is Keys.CLOSE_PANEL:
                continue
            action = QAction(keys.words, window)
            action.setShortcut(QKeySequence(keys.keys))
            action.setEnabled(False)
            self._actions[keys] = action
            window.addAction(action)
            menus[_menu_of(keys)].addAction(action)

    def __getitem__(self, keys: Keys) -> QAction:
        """Return the action of a shortcut that holds everywhere."""
        return self._actions[keys]

    def bind(self, keys: Keys, do: Callable[[], object]) -> None:
        """Let a shortcut do something."""
        self._actions[keys].triggered.connect(lambda _checked=False: do())
        self._actions[keys].setEnabled(True)
        self._bound.add(keys)

    def leave_out(self, keys: Keys) -> None:
        """Take a shortcut out whose page does not exist yet."""
        self._actions[keys].setVisible(False)

    def enable(self, *, at_work: bool) -> None:
        """Enable what is bound while a workspace is shown; opening one is always possible."""
        for keys in self._bound - {Keys.OPEN}:
            self._actions[keys].setEnabled(at_work)

    def name_steps(self, undo: str, redo: str) -> None:
        """Name in the menu what would be undone and done again."""
        for keys, word, step in ((Keys.UNDO, "Undo", undo), (Keys.REDO, "Redo", redo)):
            self._actions[keys].setText(f"{word}: {step}" if step else word)

    def entries(self) -> list[Found]:
        """Return what the palette offers of it."""
        return [
            Found("Commands", keys.words, action.trigger, keys=keys.shown, icon="arrow-right")
            for keys, action in self._actions.items()
            if action.isEnabled() and action.isVisible() and keys is not Keys.SEARCH
        ]


def _menu_of(keys: Keys) -> str:
    if keys in PAGE_KEYS.values() or keys is Keys.SEARCH:
        return "Go"
    if keys in (Keys.UNDO, Keys.REDO, Keys.FIND):
        return "Edit"
    return "File" if keys in (Keys.OPEN, Keys.LOCK, Keys.THEME, Keys.NAMES) else "Page"
