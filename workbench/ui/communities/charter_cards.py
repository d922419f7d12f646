"""The cards of what was agreed on: norms with their version, and the rhythm."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.communities.queries import NormList, RhythmRow
from workbench.ui.communities.charter_shown import (
    NormShown,
    agreed,
    norms_shown,
    rhythm_icon,
    rhythm_words,
)
from workbench.ui.communities.parts import Held, PressRow
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.panel import clear, heading_row
from workbench.ui.kit.text import Span, Text
from workbench.ui.kit.themed import frame

_TWO_DIGITS = 10
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight


class CharterAsked(Protocol):
    """What the cards ask of the page."""

    def agree_norms(self) -> None:
        """Ask for the next version of the norms."""
        ...

    def see_versions(self) -> None:
        """Show every version of the norms."""
        ...

    def add_rhythm(self) -> None:
        """Ask for a new rhythm."""
        ...

    def edit_rhythm(self, rhythm: RhythmRow) -> None:
        """Change a rhythm."""
        ...


class _Card(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = frame("card")
        column.addWidget(card)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(16, 11, 16, 12)
        self.column.setSpacing(4)


class NormsCard(_Card):
    """The newest norms and what is new in them; the first ones are agreed from here."""

    def __init__(self, asked: CharterAsked) -> None:
        super().__init__()
        self._asked = asked

    def show_norms(self, versions: Sequence[NormList]) -> None:
        """Show the newest version, or that none is agreed yet."""
        clear(self.column)
        newest = versions[0] if versions else None
        several = Button("Versions", self._asked.see_versions, kind="link")
        action = several if len(versions) > 1 else None
        note = agreed(newest) if newest else ""
        self.column.addLayout(heading_row("Norms", note, action))
        self.column.addSpacing(2)
        norms = norms_shown(versions)
        for number, norm in enumerate(norms, start=1):
            self.column.addWidget(norm_line(number, norm, len(norms)))
        if newest is None:
            words = "Three to five sentences everybody can repeat."
            self.column.addWidget(Text(words, tone="text_2", wrap=True))
            first = Button("Agree norms", self._asked.agree_norms, kind="link")
            self.column.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)


class RhythmCard(_Card):
    """The repeated meetings; each is pressed to change it."""

    def __init__(self, asked: CharterAsked) -> None:
        super().__init__()
        self._asked = asked
        self.column.setContentsMargins(1, 11, 1, 10)
        self.column.setSpacing(0)

    def show_rhythms(self, rhythms: Sequence[RhythmRow]) -> None:
        """Show the rhythms, or what one is."""
        clear(self.column)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(15, 0, 15, 2)
        add = Button("Add rhythm", self._asked.add_rhythm, kind="link")
        inside.addLayout(heading_row("Rhythm", "", add))
        if not rhythms:
            words = "When you meet, such as every second Thursday at 14:00."
            inside.addWidget(Text(words, tone="text_2", wrap=True))
        self.column.addWidget(head)
        for rhythm in rhythms:
            self.column.addWidget(_rhythm(rhythm, partial(self._asked.edit_rhythm, rhythm)))
        self.column.addStretch(1)


def norm_line(number: int, norm: NormShown, of: int) -> QWidget:
    """Return a norm with its number among `of`, and a chip where it is new."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    count = Text(f"{number}.", "strong", "text_3", align=_RIGHT)
    row.addWidget(Held(count, 16 if of < _TWO_DIGITS else 24), 0, _TOP)
    row.addWidget(Text(norm.text, wrap=True), 0 if norm.new else 1)
    if norm.new:
        row.addSpacing(4)
        row.addWidget(Chip("new", "info", why="Not in the version before"), 0, _TOP)
        row.addStretch(1)
    return holder


def _rhythm(rhythm: RhythmRow, pressed: Callable[[], object]) -> QWidget:
    words = rhythm_words(rhythm)
    name = f"{rhythm.name}: {words}"
    row = PressRow(f"rhythm {rhythm.id}", name, pressed, "Edit rhythm", side=15, air=4)
    row.row.setSpacing(10)
    row.row.addWidget(Icon(rhythm_icon(rhythm)))
    text = Text(wrap=True)
    text.say_spans(Span(rhythm.name, "strong"), Span(f" {words}", "", "text_2"))
    row.row.addWidget(text, 1)
    return row
