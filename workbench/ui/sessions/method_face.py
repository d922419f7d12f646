"""The face of the library that shows one method whole, with what its facilitator thinks of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.foundation.text import kept
from workbench.sessions.durations import Learned
from workbench.sessions.method_rules import (
    HYBRID_WORDS,
    minutes_words,
    people_words,
    step_words,
    tags_words,
)
from workbench.sessions.method_search import MethodEntry
from workbench.sessions.methods import Method, Step
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.filters import Segments
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.page import scrolled
from workbench.ui.kit.panel import PanelSection, clear
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import frame, hairline
from workbench.ui.sessions.session_words import BLOCK_WORDS, block_place

_SIDE = 16
_UNRATED = "0"


class MethodFace(QWidget):
    """Reads from top to bottom as a facilitator needs it tonight; note and rating are kept."""

    back_wanted = Signal()
    added = Signal(object)
    judged = Signal(object, str, object)
    menu_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.entry: MethodEntry | None = None
        self.note, self.rating = TextArea(hint="What to remember next time", lines=3), Segments([])
        self.back = Button("All methods", self.back_wanted.emit, kind="ghost", icon="arrow-left")
        self.add_button = Button("Add to the agenda", self._add, kind="primary", icon="plus")
        self.more = IconButton("more", "More for this method", self._more, kind="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, _SIDE, 8)
        top.addWidget(self.back)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(hairline())
        inside = QWidget()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._area = scrolled(inside)
        inside.setObjectName("panelBody")
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())

    def show_method(self, entry: MethodEntry, learned: Learned | None) -> None:
        """Show another method, or the same one as it is now."""
        same = self.entry is not None and self.entry.method.folded == entry.method.folded
        place = self._area.verticalScrollBar().value() if same else 0
        writing = same and self.note.hasFocus()
        typed = self.note.toPlainText() if writing else entry.note
        if not same:
            self.keep()
        self.entry = None  # the fields that go now have nothing more to keep
        self.note = TextArea(typed, "What to remember next time", lines=3)
        self.note.setAccessibleName("Your note")
        self.note.installEventFilter(self)
        clear(self._sections)
        for part in self._parts(entry, learned):
            self._sections.addWidget(part)
        self._sections.addStretch(1)
        self.entry = entry
        self._area.verticalScrollBar().setValue(place)
        if writing:
            self.note.setFocus()
            self.note.moveCursor(QTextCursor.MoveOperation.End)

    def keep(self) -> None:
        """Keep note and rating as they stand."""
        if self.entry is not None:
            rating = None if self.rating.key == _UNRATED else int(self.rating.key)
            self.judged.emit(self.entry, kept(self.note.toPlainText()), rating)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the note when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return False

    def _parts(self, entry: MethodEntry, learned: Learned | None) -> Sequence[QWidget]:
        method = entry.method
        parts = [self._head(entry, learned)]
        if method.steps:
            parts += [_section("How it goes", *_steps(method.steps))]
        texts = (
            ("What to say", method.say),
            ("Materials", "\n".join(method.materials)),
            ("For remote people", method.remote),
            ("Some here, some on screen", _hybrid(method)),
        )
        parts += [_section(title, _text(text)) for title, text in texts if text]
        for title, lines in (("Variations", method.variations), ("Tips", method.tips)):
            if lines:
                parts.append(_section(title, *(_bullet(line) for line in lines)))
        parts.append(self._own(entry))
        if method.source:
            parts.append(_section("Where it comes from", Text(method.source, "caption", "text_2",
                                                              wrap=True)))  # fmt: skip
        return parts

    def _head(self, entry: MethodEntry, learned: Learned | None) -> QWidget:
        method = entry.method
        place = block_place(method.kind)
        chips = [Chip(BLOCK_WORDS[method.kind], "neutral" if place is None else f"c{place}")]
        chips += [Chip(minutes_words(method.minutes)), Chip(people_words(method.people))]
        if entry.own is not None:
            chips.append(Chip("Your own", "good"))
        section = PanelSection("", "", Text(method.name, "section", wrap=True), side=_SIDE)
        section.add(flow_of(*chips, gap=6, row_gap=6))
        for text in (method.purpose or method.line, tags_words(method)):
            if text:
                section.add(Text(text, tone="text_2", wrap=True))
        if method.grouping:
            section.add(Text(f"In: {method.grouping}", tone="text_2", wrap=True))
        if learned is not None:
            section.add(Text(f"{learned.words}.", "body", "accent_text", wrap=True))
        return section

    def _own(self, entry: MethodEntry) -> QWidget:
        choices = [(_UNRATED, "None"), *((str(n), str(n)) for n in range(1, 6))]
        self.rating = Segments(choices, "Your rating from 1 to 5")
        self.rating.offer(choices, str(entry.rating or _UNRATED))
        self.rating.chosen.connect(lambda _: self.keep())
        hint = Text("Stays in this workspace; never in an export.", "caption", "text_3", wrap=True)
        rating = Text("Rating", "caption_label", "text_2")
        return _section("Your note", self.note, rating, self.rating, hint)

    def _foot(self) -> QWidget:
        foot = frame("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 10, _SIDE, 10)
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.more)
        return foot

    def _add(self) -> None:
        if self.entry is not None:
            self.added.emit(self.entry)

    def _more(self) -> None:
        if self.entry is not None:
            self.menu_wanted.emit(self.entry, self.more)


def _section(title: str, *content: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(hairline())
    column.addWidget(PanelSection(title, "", *content, side=_SIDE))
    return holder


def _steps(steps: Sequence[Step]) -> list[QWidget]:
    return [_line(f"{number}.", step.do, step_words(step)) for number, step in enumerate(steps, 1)]


def _bullet(text: str) -> QWidget:
    return _line("·", text, "")


def _line(mark: str, text: str, time: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Text(mark, tone="text_3"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(text, wrap=True))
    if time:
        words.addWidget(Text(time, "caption", "text_2"))
    row.addLayout(words, 1)
    return holder


def _text(text: str) -> Text:
    return Text(text, wrap=True)


def _hybrid(method: Method) -> str:
    return f"{HYBRID_WORDS[method.hybrid]} {method.hybrid_how}".strip()
