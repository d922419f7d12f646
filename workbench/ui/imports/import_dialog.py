"""What the import dialogs have in common: they say when they read, and keep quiet when gone."""

from PySide6.QtWidgets import QWidget

from workbench.ui.desk import Desk
from workbench.ui.kit.dialog import Dialog


class ImportDialog(Dialog):
    """A dialog whose content arrives from another thread, perhaps after it was closed."""

    def __init__(
        self, over: QWidget, desk: Desk, title: str, verb: str, subtitle: str, width: int
    ) -> None:
        super().__init__(over, title, verb, subtitle=subtitle, width=width)
        self.desk = desk
        self.gone = False
        self.filled = False
        self.do_button.setEnabled(False)
        self.effect.say("Reading the file")

    def filled_with(self, effect: str, verb: str, *, ready: bool) -> None:
        """Say what will happen, name the action, and take the room the content needs."""
        self.filled = True
        self.effect.say(effect)
        self.do_button.relabel(verb)
        self.do_button.setEnabled(ready)
        self._place()
        if self.window().focusWidget() in (None, self):
            self.begin()

    def finish(self) -> None:
        """Close; what arrives later is not shown any more."""
        self.gone = True
        super().finish()

    def done(self) -> None:
        """Go: everything is written."""
        if not self.gone:
            self.finish()

    def failed(self, problem: Exception) -> None:
        """Say why the file cannot be taken; before it could be read, the dialog goes."""
        if self.gone:
            return
        if not self.filled:
            self.finish()
        self.desk.tell(problem)
