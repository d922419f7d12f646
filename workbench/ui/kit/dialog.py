"""Dialogs inside the window: a scrim, a surface, a footer that says what will happen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.date_input import DateInput
from workbench.ui.kit.hidden_names import HIDDEN, are_names_hidden, hidden_line
from workbench.ui.kit.key_guard import KeyGuard
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame
from workbench.ui.theme import look

_AIR = 24
_LINE = 16


class Dialog(QWidget):
    """Lies over the whole window of `over`; Esc cancels, Ctrl+Enter does the named action.

    Put content into `body`; `effect` is the sentence at the left of the footer. `accepted` and
    `cancelled` are emitted before it goes. `verb` names the action on its button. While names are
    hidden another surface covers it, unless it is `without_names`; what was typed is kept below.
    """

    without_names: bool = False
    accepted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        over: QWidget,
        title: str,
        verb: str,
        *,
        subtitle: str = "",
        width: int = 560,
        grave: bool = False,
        cancel: str = "Cancel",
    ) -> None:
        super().__init__(over.window())
        self._width, self._title = width, title
        self._focus_before: QWidget | None = over.window().focusWidget()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.surface = frame("dialog", self)
        column = QVBoxLayout(self.surface)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._head(title, subtitle)
        column.addLayout(self._top)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(_AIR, 4, _AIR, 20)
        self.body.setSpacing(14)
        self._area = scrolled(self._inside)
        self._area.setMinimumHeight(1)  # one line of content needs less than Qt thinks
        self._inside.setObjectName("dialogBody")
        column.addWidget(self._area, 1)
        self.effect = Text("", tone="text_2", wrap=True)
        self.do_button = Button(
            verb, self.accept, kind="danger" if grave else "primary", keys="Ctrl Enter"
        )
        self.cancel_button = Button(cancel, self.cancel, keys="Esc")
        self._bottom = QHBoxLayout()
        column.addWidget(self._foot())
        over.window().installEventFilter(self)
        for content in (self._inside, self.surface):
            content.installEventFilter(self)
        self._cover: QWidget | None = None
        KeyGuard(self)

    def open(self) -> None:
        """Show the dialog and put the cursor into its first input."""
        self._place()
        self.show()
        self.raise_()
        self.begin()
        self.take_names(hidden=are_names_hidden(self))

    @property
    def covered(self) -> bool:
        """Whether names are hidden and nothing of the dialog shows."""
        return self._cover is not None

    def take_names(self, *, hidden: bool) -> None:
        """Cover the dialog while names are hidden, or show it with the cursor in it again."""
        cover, self._cover = self._cover, self._cover_made() if hidden else None
        if cover is not None:
            cover.hide()
            cover.deleteLater()
        self.surface.setVisible(not self.covered)
        self.setAccessibleName(HIDDEN if self.covered else self._title)
        self._place()
        if self.covered:
            self.setFocus()
        elif cover is not None:
            self.begin()

    def begin(self) -> None:
        """Put the cursor into the first input; where there is none yet the dialog has the keys."""
        stops = self._stops(self._inside)
        rest = self.do_button if self.do_button.isEnabled() else self
        (stops[0] if stops else rest).setFocus(Qt.FocusReason.TabFocusReason)

    def accept(self) -> None:
        """Do the named action: emits `accepted`; call `finish` when it is done.

        A date that cannot be read keeps the dialog where it is, with the cursor in that field.
        """
        dates = [date for date in self.findChildren(DateInput) if date.isVisible()]
        if self.covered:
            return
        if self.do_button.isEnabled() and all(date.is_right() for date in dates):
            self.accepted.emit()

    def may_go(self) -> bool:
        """Return whether closing loses nothing; a dialog that would lose something asks instead."""
        return True

    def cancel(self) -> None:
        """Go without doing anything."""
        self.cancelled.emit()
        self.finish()

    def finish(self) -> None:
        """Close and give the focus back."""
        self.window().removeEventFilter(self)
        self.hide()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key inside the dialog."""
        stops = self._stops(self)
        if not stops:
            return True
        now = self.window().focusWidget()
        place = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and what the content asks for."""
        ours = watched in (self._inside, self.surface)
        if event.type() == (QEvent.Type.LayoutRequest if ours else QEvent.Type.Resize):
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels, Ctrl+Enter accepts; no other key reaches the page below."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing below the scrim is pressed."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim."""
        colour = look().colour("scrim")
        colour.setAlphaF(look().palette.scrim_alpha)
        QPainter(self).fillRect(self.rect(), colour)

    def _cover_made(self) -> QWidget | None:
        """Return what stands in place of the dialog; nothing where it can do without names."""
        if self.without_names:
            return None
        made = frame("dialog", self)
        row = QHBoxLayout(made)
        row.setContentsMargins(_AIR, 20, _AIR, 20)
        row.setSpacing(_AIR)
        row.addWidget(hidden_line(), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Button("Close", self.cancel, keys="Esc"))
        made.show()
        return made

    def _stops(self, inside: QWidget) -> list[QWidget]:
        """Return where Tab stops; the list of a choice is a window of its own, no stop."""
        here = self.window()
        found = [w for w in inside.findChildren(QWidget) if w.window() is here and _takes_keys(w)]
        return sorted(found, key=self._reading_order)

    def _reading_order(self, widget: QWidget) -> tuple[int, int]:
        """Return line and place in the line, whatever was made first."""
        middle = widget.mapTo(self, widget.rect().center())
        return middle.y() // _LINE, middle.x()

    def _head(self, title: str, subtitle: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_AIR, 18, 16, 14)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(title, "title")
        self.subtitle = Text(subtitle, tone="text_2", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        if not subtitle:
            self.subtitle.hide()
        row.addLayout(words, 1)
        row.addWidget(IconButton("close", "Close", self.cancel), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self) -> QWidget:
        foot = frame("dialogFooter")
        row = self._bottom
        foot.setLayout(row)
        row.setContentsMargins(_AIR, 14, _AIR, 14)
        row.setSpacing(8)
        row.addWidget(self.effect, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.do_button)
        return foot

    def _place(self) -> None:
        window = self.window()
        self.setGeometry(window.rect())
        width = min(look().px(self._width), window.width() - 2 * _AIR)
        self.surface.setFixedWidth(width)
        inside = self._inside
        wanted = inside.heightForWidth(width) if inside.hasHeightForWidth() else -1
        content = max(wanted, inside.sizeHint().height())
        around = sum(_height(row, width) for row in (self._top, self._bottom)) + 2
        height = min(content + around, window.height() - 2 * _AIR)
        self.surface.setFixedHeight(height)
        self._centre(self.surface)
        if self._cover is not None:
            self._cover.setFixedSize(width, self._cover.sizeHint().height())
            self._centre(self._cover)

    def _centre(self, surface: QWidget) -> None:
        window = self.window()
        left, top = window.width() - surface.width(), window.height() - surface.height()
        surface.move(QPoint(left // 2, max(_AIR, top // 2)))


def ask(
    over: QWidget, title: str, sentence: str, verb: str, do: Callable[[], None],
    *, grave: bool = True, effect: str = "",
) -> Dialog:  # fmt: skip
    """Ask before what cannot be undone: names what will happen, and its button is the verb."""
    dialog = Dialog(over, title, verb, grave=grave, width=480)
    dialog.body.addWidget(Text(sentence, wrap=True))
    dialog.effect.say(effect)

    def done() -> None:
        dialog.finish()
        do()

    dialog.accepted.connect(done)
    dialog.open()
    return dialog


def _height(row: QHBoxLayout, width: int) -> int:
    """Return how high a row is at a width, with its words on as many lines as they need."""
    row.invalidate()
    high = row.totalHeightForWidth(width) if row.hasHeightForWidth() else -1
    return max(high, row.totalSizeHint().height())


def _takes_keys(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisibleTo(widget.window())
        and widget.isEnabled()
        and widget.focusProxy() is None  # as the line inside a date, which hands the focus back
    )
