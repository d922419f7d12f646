"""The locked file: the passphrase and nothing else; after each wrong one the wait doubles."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import LineInput
from workbench.ui.kit.text import Text
from workbench.ui.shell.seats import CircleOfSeats
from workbench.ui.shell.stage import Stage

_FIRST_WAIT_MS = 500
_LONGEST_WAIT_MS = 60_000


class UnlockStage(Stage):
    """Asks for the passphrase of one file; no hint, no counter."""

    unlock = Signal(str)
    another = Signal()
    recover = Signal()

    def __init__(self, path: Path, *, why: str = "") -> None:
        super().__init__(CircleOfSeats())
        self.wait_ms = _FIRST_WAIT_MS
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._ready)
        self.column.addSpacing(120)
        self.column.addWidget(Text(path.name, "large_title", wrap=True))
        self.column.addSpacing(8)
        line = why or "This file is protected. Its passphrase opens it."
        self.column.addWidget(Text(line, "intro", "text_2", wrap=True))
        self.column.addSpacing(28)
        self.field = LineInput(large=True)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self._try)
        self._form = Field("Passphrase", self.field)
        self.column.addWidget(self._form)
        self.column.addSpacing(20)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        self.button = Button("Open", self._try, kind="primary", icon="unlock", keys="Enter",
                             size="large")  # fmt: skip
        buttons.addWidget(self.button)
        buttons.addWidget(Button("Another file", self.another.emit, kind="ghost", size="large"))
        self._recover = Button("Restore a backup", self.recover.emit, kind="ghost", size="large")
        self._recover.hide()
        buttons.addWidget(self._recover)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
        self.setFocusProxy(self.field)

    @property
    def can_recover(self) -> bool:
        """Whether backups are offered."""
        return not self._recover.isHidden()

    def refuse(self, sentence: str, *, can_restore: bool = False) -> None:
        """Say that it was not the passphrase, and wait twice as long as before.

        A damaged beginning looks like a wrong passphrase, so backups are offered where there are.
        """
        self._recover.setVisible(can_restore)
        self.field.clear()
        self._form.show_error(sentence)
        self._waiting.start(self.wait_ms)
        self.wait_ms = min(_LONGEST_WAIT_MS, self.wait_ms * 2)

    def _ready(self) -> None:
        self._enable(usable=True)
        self.field.setFocus()

    def _try(self) -> None:
        typed = self.field.text()
        if typed and self.button.isEnabled():
            self._enable(usable=False)
            self.unlock.emit(typed)

    def _enable(self, *, usable: bool) -> None:
        self.field.setEnabled(usable)
        self.button.setEnabled(usable)
