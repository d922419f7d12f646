"""One block of an agenda as a card: start, colour, title, who leads, minutes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import LONGEST_BLOCK, Agenda, PlacedBlock
from workbench.sessions.durations import Learned
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.inputs import Stepper
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.block_surface import BlockSurface
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place
from workbench.ui.sessions.usual_minutes import UsualMinutes
from workbench.ui.theme import look

START_WIDTH = 56
_NARROW, _WIDE = 440, 640
_WHO_WIDTH, _MINUTES_WIDTH = 136, 62


class BlockCard(QWidget):
    """The start at the left, the card beside it; `opened` shows what to say and what is needed.

    `own` are the names of own columns with what the block says in them, `usual` the minutes its
    method usually takes, where the plan says clearly more or less.
    """

    def __init__(
        self,
        placed: PlacedBlock,
        agenda: Agenda,
        trouble: str,
        *,
        menu: Callable[[QWidget], object],
        set_minutes: Callable[[int], object],
        own: Sequence[tuple[str, str]] = (),
        usual: Learned | None = None,
    ) -> None:
        super().__init__()
        self.placed, self._own, self._usual = placed, own, usual
        self._menu, self._set_minutes = menu, set_minutes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(_Start(placed, agenda), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        if trouble:
            column.addWidget(Text(trouble, "caption_label", "warn"))
        self.surface = BlockSurface(placed.block.kind)
        column.addWidget(self.surface)
        row.addLayout(column, 1)
        self._fill(over=placed.end > agenda.slot)
        self.setAccessibleName(self._said(agenda, trouble))

    def open(self, *, opened: bool, focused: bool) -> None:
        """Open the card in place or close it; the ring is strong while the list has the focus."""
        self.surface.selected, self.surface.focused = opened, focused
        if opened and self._stepper is None:
            self._open_up()
        self._minutes.setVisible(not opened)
        if self._stepper is not None and self._details is not None:
            self._stepper.setVisible(opened)
            self._details.setVisible(opened and self._has_details)
        self.surface.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out who leads and what is usual where there is hardly room for the title."""
        super().resizeEvent(event)
        for widget in self._extras:
            widget.setVisible(self.width() >= look().px(_NARROW))
        if self._who is not None:
            wide = self.width() >= look().px(_WIDE)
            self._who.setMinimumWidth(look().px(_WHO_WIDTH) if wide else 0)

    def grip_at(self, x: float) -> bool:
        """Whether a place across the card is on its grip."""
        left = self.surface.x()
        return left <= x <= left + look().px(32)

    def _fill(self, *, over: bool) -> None:
        block = self.placed.block
        self._stepper: Stepper | None = None
        self._details: QWidget | None = None
        self._column = QVBoxLayout(self.surface)
        self._column.setContentsMargins(14, 4, 8, 4)
        self._column.setSpacing(6)
        self._row = row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("grip", "text_3", 14))
        self._extras: list[QWidget] = []
        row.addLayout(self._words(), 1)
        who = block.grouping or block.lead
        self._who = _who(who) if who else None
        if self._who is not None:
            self._extras.append(self._who)
            row.addWidget(self._who)
        self._minutes = Text(align=Qt.AlignmentFlag.AlignRight)
        self._minutes.setMinimumWidth(look().px(_MINUTES_WIDTH))
        self._minutes.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        tone = "danger" if over else "text"
        self._minutes.say_spans(
            Span(str(block.minutes), "section", tone), Span(" min", "body", "text_2")
        )
        more = IconButton("more", f"More for {block.title}", size="small")
        more.clicked.connect(lambda _checked=False: self._menu(more))
        row.addSpacing(12)
        for widget in (self._minutes, more):
            row.addWidget(widget)
        self._column.addLayout(row)

    def _open_up(self) -> None:
        """Make what only an open card shows: a long agenda has dozens that are closed."""
        self._stepper = Stepper(
            self.placed.block.minutes, 1, LONGEST_BLOCK, unit=" min", name="Minutes"
        )
        self._stepper.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list has + and - itself
        self._stepper.changed.connect(self._set_minutes)
        self._row.insertWidget(self._row.indexOf(self._minutes) + 1, self._stepper)
        self._details = self._made_details()
        self._column.addWidget(self._details)

    def _words(self) -> QVBoxLayout:
        block = self.placed.block
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(block.title, "strong"))
        if block.kind is BlockKind.BREAK and not block.method and not block.tracks:
            return words
        line = QHBoxLayout()
        line.setSpacing(8)
        place = block_place(block.kind)
        tone = "neutral" if place is None else f"c{place}"
        line.addWidget(Chip(BLOCK_WORDS[block.kind], tone))
        said = [counted(len(block.tracks), "track", "tracks")] if block.tracks else []
        said += [block.method] if block.method else []
        line.addWidget(Text(" · ".join(said), "caption", "text_2"))
        if self._usual is not None:
            usual = UsualMinutes(self._usual, self._set_minutes)
            self._extras.append(usual)
            line.addWidget(usual)
        line.addStretch(1)
        words.addLayout(line)
        return words

    def _made_details(self) -> QWidget:
        block = self.placed.block
        left = [("What to say", block.to_say)]
        right = [("Materials", block.materials), ("For remote people", block.remote), *self._own]
        if block.grouping and block.lead:
            right.insert(0, ("Led by", block.lead))
        self._has_details = any(text for _, text in left + right)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(look().px(14) + 10, 0, 12, 4)  # below the title
        row.setSpacing(24)
        for share, pairs in ((3, left), (2, right)):
            if not any(text for _, text in pairs):
                continue
            column = QVBoxLayout()
            column.setSpacing(0)
            for label, text in pairs:
                if text:
                    column.addWidget(Text(label, "caption", "text_2"))
                    column.addWidget(Text(text, wrap=True))
            column.addStretch(1)
            row.addLayout(column, share)
        return holder

    def _said(self, agenda: Agenda, trouble: str) -> str:
        block = self.placed.block
        locked = "locked, " if block.locked_start else ""
        start = f"{agenda.wall(self.placed.start):%H:%M}"
        parts = [f"{start}, {locked}{block.title}", BLOCK_WORDS[block.kind]]
        parts += [f"{block.minutes} minutes", block.method, block.lead, trouble]
        parts += [self._usual.usually] if self._usual else []
        if block.tracks:
            parts.append(f"{len(block.tracks)} parallel tracks")
        return ", ".join(part for part in parts if part)


def _who(words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Icon("people", "text_2", 14))
    row.addWidget(Text(words, tone="text_2"))
    row.addStretch(1)
    return holder


class _Start(QWidget):
    """The time a block starts, with a lock where it is locked."""

    def __init__(self, placed: PlacedBlock, agenda: Agenda) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        if placed.block.locked_start is not None:
            row.addWidget(Icon("lock", "text_2", 13, "Start is locked"))
        late = placed.start >= agenda.slot
        tone = "danger" if late else "text_2"
        row.addWidget(Text(f"{agenda.wall(placed.start):%H:%M}", "label", tone))
        self.setFixedWidth(look().px(START_WIDTH))
