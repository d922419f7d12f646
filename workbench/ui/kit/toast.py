"""The toast at the bottom left: what happened, Undo with its key, close."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.foundation.tokens import tokens
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline

_LEFT, _BELOW, _ABOVE = 28, 20, 12


class Toast(QFrame):
    """One sentence for 8 seconds; it stays while hovered or focused, and is read aloud.

    `room_wanted` tells how many pixels of the bottom it lies over, 0 as it goes; a press of the
    mouse leaves the keys where they are, and `left` tells that it went while it had them.
    """

    room_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        self._icon = Icon("check", "good")
        self.words = Text(role="label")
        self._line = hairline(upright=True)
        self.undo = Button("Undo", kind="link", keys="Ctrl Z")
        self._close = IconButton("close", "Close message", self._go, size="small")
        for button in (self.undo, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (self._icon, self.words, self._line, self.undo, self._close):
            row.addWidget(widget)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(tokens().motion.toast_ms)
        self._away.timeout.connect(self._leave)
        self._undo: Callable[[], object] | None = None
        self._sentence = ""
        self._names_hidden = False
        self.undo.clicked.connect(self._take_back)
        self.hide()

    def show_words(
        self, sentence: str, undo: Callable[[], object] | None = None, *,
        label: str = "Undo", keys: str = "Ctrl Z", icon: str = "check", tone: str = "good",
        without_names: bool = False,
    ) -> None:  # fmt: skip
        """Show a sentence; with `undo`, a link that takes it back.

        Unless it is `without_names` it waits while names are hidden, and something else stands
        there.
        """
        self._icon.show_icon(icon, tone)
        self._undo = undo
        self._sentence = "" if without_names else sentence
        self.words.say(self._instead() if self._sentence and self._names_hidden else sentence)
        self.undo.keys = keys
        self.undo.relabel(label)
        for widget in (self._line, self.undo):
            widget.setVisible(undo is not None)
        self.show()
        self.place()
        self.raise_()
        self._away.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    @property
    def waits(self) -> bool:
        """Whether a sentence is kept back until names are shown."""
        return self._names_hidden and self.isVisible() and bool(self._sentence)

    def take_names(self, *, hidden: bool) -> None:
        """Let a sentence wait while names are hidden, or say the one that waited."""
        self._names_hidden = hidden
        if self.isVisible() and self._sentence:
            self.words.say(self._instead() if hidden else self._sentence)
            self.place()

    def outdate(self) -> None:
        """Go where the step that is offered for undoing is the newest no more."""
        if self._undo is not None and self.isVisible():
            self._go()

    def place(self) -> None:
        """Sit at the bottom left of the parent, no wider than it."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.adjustSize()
        width = min(self.sizeHint().width(), max(200, parent.width() - 56))
        height = self.sizeHint().height()
        self.setGeometry(_LEFT, parent.height() - height - _BELOW, width, height)
        if self.isVisible():
            self.room_wanted.emit(height + _BELOW + _ABOVE)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while hovered."""
        self._away.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        if self.isVisible():
            self._away.start()
        super().leaveEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for room, as when the window comes back."""
        super().showEvent(event)
        self.place()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Stop counting and give the room back."""
        self._away.stop()
        self.room_wanted.emit(0)

    def _leave(self) -> None:
        if self._has_keys:
            self._away.start()
        else:
            self.hide()

    def _instead(self) -> str:
        if self._undo is not None:
            return "Done. Ctrl+Shift+P shows what was done."
        return "There is something to tell you. Ctrl+Shift+P shows it."

    def _take_back(self) -> None:
        undo = self._undo
        self._go()
        if undo is not None:
            undo()

    @property
    def _has_keys(self) -> bool:
        return self.undo.hasFocus() or self._close.hasFocus()

    def _go(self) -> None:
        had = self._has_keys
        self.hide()
        if had:
            self.left.emit()
