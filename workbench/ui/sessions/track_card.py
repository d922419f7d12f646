"""One block of a parallel track as a narrow card: the start stands in it, not beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.sessions.agenda import LONGEST_BLOCK, Agenda, PlacedBlock, PlacedTrack
from workbench.sessions.durations import Learned
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.chips import Chip, Icon
from workbench.ui.kit.inputs import Stepper
from workbench.ui.kit.text import Span, Text
from workbench.ui.sessions.block_surface import BlockSurface
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place
from workbench.ui.sessions.usual_minutes import UsualMinutes
from workbench.ui.theme import look


class TrackCard(QWidget):
    """Start, title and minutes; `opened` shows the minutes to change and what is needed."""

    def __init__(
        self,
        placed: PlacedBlock,
        track: PlacedTrack,
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
        self._start = f"{agenda.wall(placed.start):%H:%M}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if trouble:
            column.addWidget(Text(trouble, "caption_label", "warn", wrap=True))
        self.surface = BlockSurface(placed.block.kind)
        column.addWidget(self.surface)
        self._fill(over=placed.end > track.limit)
        self.setAccessibleName(self._said(track.track.said, trouble))

    def open(self, *, opened: bool, focused: bool) -> None:
        """Open the card in place or close it; the ring is strong while the list has the focus."""
        self.surface.selected, self.surface.focused = opened, focused
        self._minutes.setVisible(not opened)
        self._stepper.setVisible(opened)
        self._details.setVisible(opened and self._has_details)
        self.surface.update()

    def grip_at(self, x: float) -> bool:
        """Whether a place across the card is on its grip."""
        return 0 <= x <= look().px(32)

    def _fill(self, *, over: bool) -> None:
        block = self.placed.block
        column = QVBoxLayout(self.surface)
        column.setContentsMargins(12, 6, 4, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("grip", "text_3", 14))
        row.addWidget(Text(block.title, "strong", wrap=True), 1)
        more = IconButton("more", f"More for {block.title}", size="small")
        more.clicked.connect(lambda _checked=False: self._menu(more))
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addLayout(self._second_row(over=over))
        below = QHBoxLayout()
        below.setContentsMargins(look().px(14) + 8, 0, 8, 0)
        below.addWidget(self._stepper)
        below.addStretch(1)
        column.addLayout(below)
        if self._usual is not None:
            column.addWidget(UsualMinutes(self._usual, self._set_minutes, inset=look().px(14) + 8))
        self._details = self._made_details()
        column.addWidget(self._details)
        self.open(opened=False, focused=False)

    def _second_row(self, *, over: bool) -> QHBoxLayout:
        block = self.placed.block
        row = QHBoxLayout()
        row.setContentsMargins(look().px(14) + 8, 0, 8, 0)
        row.setSpacing(8)
        if block.locked_start is not None:
            row.addWidget(Icon("lock", "text_2", 13, "Start is locked"))
        start = Text(self._start, "label", "text_2")
        start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # never cut
        row.addWidget(start)
        place = block_place(block.kind)
        row.addWidget(Chip(BLOCK_WORDS[block.kind], "neutral" if place is None else f"c{place}"))
        row.addStretch(1)
        self._minutes = Text()
        self._minutes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # never cut
        self._minutes.say_spans(
            Span(str(block.minutes), "strong", "danger" if over else "text"),
            Span(" min", "body", "text_2"),
        )
        self._stepper = Stepper(block.minutes, 1, LONGEST_BLOCK, unit=" min", name="Minutes")
        self._stepper.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list has + and - itself
        self._stepper.changed.connect(self._set_minutes)
        row.addWidget(self._minutes)
        return row

    def _made_details(self) -> QWidget:
        block = self.placed.block
        pairs = [
            ("", " · ".join(part for part in (block.method, block.grouping, block.lead) if part)),
            ("What to say", block.to_say),
            ("Materials", block.materials),
            ("For remote people", block.remote),
            *self._own,
        ]
        self._has_details = any(text for _, text in pairs)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(look().px(14) + 8, 4, 8, 0)
        column.setSpacing(0)
        for label, text in pairs:
            if label and text:
                column.addWidget(Text(label, "caption", "text_2"))
            if text:
                column.addWidget(Text(text, wrap=True))
        return holder

    def _said(self, track: str, trouble: str) -> str:
        block = self.placed.block
        locked = "locked, " if block.locked_start else ""
        parts = [f"{track}: {self._start}, {locked}{block.title}", BLOCK_WORDS[block.kind]]
        parts += [f"{block.minutes} minutes", block.method, block.lead, trouble]
        parts += [self._usual.usually] if self._usual else []
        return ", ".join(part for part in parts if part)
