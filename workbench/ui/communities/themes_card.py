"""The card "What's in it for me": why people come, now and when they joined."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.communities.rules import Theme
from workbench.ui.communities.charter_shown import ThemeShown, ThemesShown
from workbench.ui.communities.parts import Held, PressRow, PurposeChip
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.paint import rounded
from workbench.ui.kit.panel import clear, heading_row
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed, frame, hairline
from workbench.ui.theme import look

_BAR, _CHIP, _PURPOSE, _GAP, _CLOSE = 80, 75, 90, 8, 5
_RIGHT = Qt.AlignmentFlag.AlignRight


class ThemesAsked(Protocol):
    """What the card asks of the page."""

    def read_reasons(self) -> None:
        """Show each reason."""
        ...

    def add_theme(self) -> None:
        """Ask for a new theme."""
        ...

    def edit_theme(self, theme: Theme) -> None:
        """Change a theme."""
        ...

    def judge(self, theme: Theme) -> None:
        """Say that the purpose names a theme, or not yet."""
        ...

    def unfold_themes(self) -> None:
        """Show the small themes, or join them again."""
        ...


class ThemesCard(QWidget):
    """The card; `show` fills it."""

    def __init__(self, asked: ThemesAsked) -> None:
        super().__init__()
        self._asked = asked
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = frame("card")
        column.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def show_themes(self, shown: ThemesShown) -> None:
        """Show the themes, or how to begin where there is none."""
        clear(self._column)
        read = Button("Read reasons", self._asked.read_reasons, kind="link")
        self._column.addWidget(_headed(shown.said_why, read))
        widths = _widths(shown)
        if shown.rows:
            self._column.addWidget(_titles(sum(widths)))
        for row in shown.rows:
            self._column.addWidget(hairline())
            self._column.addWidget(self._row(row, widths, unfolded=shown.unfolded))
        self._column.addWidget(hairline())
        self._column.addWidget(self._foot(shown.note))
        self._column.addStretch(1)

    def _row(self, shown: ThemeShown, widths: tuple[int, int], *, unfolded: bool) -> QWidget:
        theme = shown.theme
        if theme is None:
            tip = "Join the small ones again" if unfolded else "Show each of them"
            row = PressRow("small themes", shown.said, self._asked.unfold_themes, tip, air=6)
        else:
            edit = partial(self._asked.edit_theme, theme)
            row = PressRow(f"theme {theme.id}", shown.said, edit, "Edit theme", air=6)
        row.row.setSpacing(_GAP)
        row.row.addWidget(Text(shown.name, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        if theme is None:
            row.row.addWidget(Icon("chevron-up" if unfolded else "chevron-down", "text_3"))
        row.row.addWidget(Held(ThemeBar(shown), _BAR))
        row.row.addLayout(_counts(shown, widths))
        row.row.addWidget(Held(self._chip(theme), _CHIP))
        return row

    def _chip(self, theme: Theme | None) -> QWidget:
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        if theme is not None:
            judged = PurposeChip(theme.name, bool(theme.in_purpose), partial(self._judge, theme))
            inside.addWidget(judged)
        else:
            inside.addSpacing(1)
            holder.setMinimumHeight(look().px(24))
        inside.addStretch(1)
        return holder

    def _judge(self, theme: Theme) -> None:
        self._asked.judge(theme)

    def _foot(self, note: str) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(12)
        row.addWidget(Text(note, "caption", "text_2", wrap=True), 1)
        add = Button("Add theme", self._asked.add_theme, kind="link")
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        return foot


class ThemeBar(Themed, QWidget):
    """How many name a theme now, with a line at how many did when they joined."""

    def __init__(self, shown: ThemeShown) -> None:
        super().__init__()
        self._now, self._before = shown.share, shown.share_before
        self.setAccessibleName(shown.said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width, a line high."""
        return QSize(look().px(_BAR), look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar and line."""
        painter = QPainter(self)
        room, middle = self.width() - 2, self.height() / 2
        thick, tall = look().px(10), look().px(16)
        bar = QRectF(0, middle - thick / 2, self._now * room, thick)
        rounded(painter, bar, 2, look().colour("accent"))
        line = QRectF(self._before * room, middle - tall / 2, 2, tall)
        painter.fillRect(line, look().colour("text"))


def _headed(said_why: str, action: QWidget) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(16, 11, 16, 4)
    column.addLayout(heading_row("What's in it for me", said_why, action))
    return head


def _titles(counts: int) -> QWidget:
    titles = QWidget()
    row = QHBoxLayout(titles)
    row.setContentsMargins(16, 4, 16, 8)
    row.setSpacing(_GAP)
    row.addWidget(Text("Why people come", "caption", "text_2"), 1)
    bars = _BAR + counts + _CHIP - _PURPOSE
    row.addWidget(Held(Text("Now (line: at joining)", "caption", "text_2"), bars))
    row.addSpacing(_CLOSE + _GAP)
    purpose = Text("In the purpose?", "caption", "text_2", align=_RIGHT)
    row.addWidget(Held(purpose, _PURPOSE))
    return titles


def _counts(shown: ThemeShown, widths: tuple[int, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_CLOSE)
    row.addWidget(Held(Text(f"{shown.now:,}", "strong", align=_RIGHT), widths[0]))
    row.addWidget(Held(Text(f"was {shown.was:,}", tone="text_3"), widths[1]))
    return row


def _widths(shown: ThemesShown) -> tuple[int, int]:
    """Return the widths of both counts at 100 %, so that the largest fits."""
    now = max((len(f"{row.now:,}") for row in shown.rows), default=1)
    was = max((len(f"{row.was:,}") for row in shown.rows), default=1)
    return 4 + 9 * max(2, now), 28 + 9 * max(2, was)
