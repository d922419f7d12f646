"""Who is worth a call, a line each: the reasons, the last sessions, what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent

from workbench.foundation.text import counted
from workbench.insights.worth_queries import CallRow
from workbench.rosters.call_queries import CallNoteRow
from workbench.ui.home.parts import LineButton
from workbench.ui.kit import paint
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.call_words import call_said
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.squares import paint_strip, squares_of, strip_width, strip_words
from workbench.ui.kit.text import elided
from workbench.ui.theme import look

WEEKS: Final = (1, 2, 4)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_SNOOZE_KEYS: Final = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_4: 4}
_MORE: Final = 28


@dataclass(frozen=True, slots=True)
class CallMoves:
    """What a line can do: open the person, note a call, ask again in some weeks."""

    open: Callable[[CallRow], object]
    called: Callable[[CallRow], object]
    snooze: Callable[[CallRow, int], object]
    letters: bool = True


class QuietLine(LineButton):
    """Somebody to ask after. Enter opens them, C notes a call, 1, 2 and 4 ask in so many weeks."""

    def __init__(self, row: CallRow, moves: CallMoves) -> None:
        self.row, self._moves = row, moves
        self._squares = squares_of(row.member.strip)
        self.high = 37 + 16 * len(row.reasons)
        name, reasons = row.member.roster.name, reasons_words(row)
        super().__init__(f"{name}: {reasons}. {strip_words(self._squares)}", self._open)
        self.setToolTip("\n".join(reason.words for reason in row.reasons))
        self.setAccessibleDescription("Enter opens the person, the menu key what can be done.")
        self.more = IconButton("more", f"Call or ask later: {name}", self.menu, size="small")
        self.more.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        side = look().px(_MORE)
        self.more.setGeometry(self.width() - side - 8, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says, where single letters are not switched off."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if key == Qt.Key.Key_Menu:
            self.menu()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif plain and self._moves.letters and key == Qt.Key.Key_C:
            self._moves.called(self.row)
        elif plain and self._moves.letters and key in _SNOOZE_KEYS:
            self._moves.snooze(self.row, _SNOOZE_KEYS[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        self.menu()
        event.accept()

    def menu(self) -> None:
        """Offer what can be done, below the button."""
        pop_up(self.items(), self.more, right=True)

    def items(self) -> list[Item]:
        """Return what the menu offers."""
        letters = self._moves.letters
        later = [
            Item(
                f"Snooze {counted(weeks, 'week', 'weeks')}",
                partial(self._moves.snooze, self.row, weeks),
                "clock",
                str(weeks) if letters else "",
            )
            for weeks in WEEKS
        ]
        called = partial(self._moves.called, self.row)
        return [
            Item("Called…", called, "check", "C" if letters else ""),
            *later,
            Item("Open person", self._open, "person", "Enter"),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = self.begin()
        member = self.row.member
        department = member.roster.department
        size = look().px(32)
        place = department.position if department else None
        centre = QPointF(16 + size / 2, self.height() / 2)
        paint.avatar(painter, centre, size, member.roster.name, place)
        strip = strip_width(len(self._squares), 11, 3)
        right = self.width() - strip - look().px(_MORE) - 14
        left = 16 + size + 12
        high = look().px(16)
        top = (self.height() - look().px(19) - high * len(self.row.reasons)) / 2
        painter.setFont(look().font("strong"))
        painter.setPen(look().colour("text"))
        name = QRectF(left, top, max(0.0, right - left - 8), look().px(19))
        elided(painter, name, member.roster.name, _LEFT)
        paint_strip(painter, QRectF(right, top, strip, look().px(19)), self._squares, 11, 3)
        painter.setFont(look().font("caption"))
        painter.setPen(look().colour("text_3"))
        room = max(0.0, self.width() - left - look().px(_MORE) - 14)
        for number, reason in enumerate(self.row.reasons):
            where = QRectF(left, name.bottom() + number * high, room, high)
            elided(painter, where, reason.words, _LEFT)

    def sizeHint(self) -> QSize:
        """As high as its reasons."""
        return QSize(look().px(200), look().px(self.high))

    def _open(self) -> None:
        self._moves.open(self.row)


def reasons_words(row: CallRow) -> str:
    """Return the reasons in one line."""
    return "; ".join(reason.words for reason in row.reasons)


def note_words(note: CallNoteRow) -> tuple[str, str]:
    """Return what a note says: who and when, and what was written or the reason it answered."""
    head, line = call_said(note)
    return f"{note.name}, {head[:1].lower()}{head[1:]}", line
