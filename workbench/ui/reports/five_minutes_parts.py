"""Widgets of the five-minute brief: facts, what was carried over, and one card for each part."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.promise_rules import WAYS
from workbench.foundation.words import PromiseState
from workbench.reports.prints.five_minutes import BriefLine, BriefPart, FiveMinutes, shown_part
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Icon
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.theme import look

_MOST = 8
_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class LineActions:
    """What the buttons of a line do: show a person, mark a question, settle a promise."""

    show_person: Callable[[int], object]
    mark_answered: Callable[[int], object]
    settle: Callable[[int, PromiseState], object]


def private_line(words: str) -> QWidget:
    """Return the line that says for whose eyes this is."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon("eye-off", "text_2", 16), 0, _TOP)
    row.addWidget(Text(words, "caption", "text_2", wrap=True), 1)
    return holder


def facts_card(brief: FiveMinutes) -> QWidget:
    """Return place, goal, how many are likely, apologies, and the words of the last debrief."""
    facts = QWidget()
    grid = QGridLayout(facts)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    told = (("When", brief.head.when), *brief.facts)
    for place, (label, words) in enumerate(told):
        grid.addWidget(Text(label, tone="text_2"), place, 0, _TOP)
        grid.addWidget(Text(words, "strong", wrap=True), place, 1)
    if brief.carried is None:
        return card(facts, margin=16)
    title, words = brief.carried
    return card(facts, Text(title, "strong"), Text(words, wrap=True), margin=16)


class PartCard(QWidget):
    """One part of the brief: its first lines, and a button that shows them all."""

    def __init__(self, part: BriefPart, does: LineActions, *, whole: bool = False) -> None:
        super().__init__()
        self.key, self.whole = part.key, whole
        self._part, self._does = part, does
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        head = [Text(part.title, "section")]
        if part.note:
            head.append(Text(part.note, "caption", "text_3", wrap=True))
        inside = QWidget()
        inside.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card(*head, inside, margin=16))
        self.setAccessibleName(part.title)
        self._fill()

    def buttons(self) -> list[Button]:
        """Return what can be pressed here, from top to bottom."""
        return self.findChildren(Button)

    def _fill(self) -> None:
        clear(self._lines)
        part = self._part
        lines, more = shown_part(part, len(part.lines) if self.whole else _MOST)
        for line in lines:
            self._lines.addWidget(self._line(line))
        if not lines:
            self._lines.addWidget(Text(part.nothing, tone="text_2", wrap=True))
        if more:
            self._lines.addWidget(Text(more, "caption", "text_3"))
        if len(lines) < len(part.lines):
            show = Button(f"Show all {len(part.lines)}", self._show_all, kind="link")
            self._lines.addWidget(show, 0, _LEFT)

    def _show_all(self) -> None:
        self.whole = True
        self._fill()

    def _line(self, line: BriefLine) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = Text(role="body", wrap=True)
        words.say_spans(Span(line.lead, "strong"), Span(f"  {line.rest}", "body", "text_2"))
        lowered = QVBoxLayout()  # onto the line of the icons
        lowered.setContentsMargins(0, look().px(4), 0, 0)
        lowered.addWidget(words)
        if line.promise_id is not None:
            lowered.addWidget(self._ways(line.promise_id, line.rest))
        lowered.addStretch(1)
        row.addLayout(lowered, 1)
        if line.question_id is not None:
            mark = partial(self._does.mark_answered, line.question_id)
            said = f"Mark as answered: {line.rest}"
            row.addWidget(_small("check", said, mark), 0, _TOP)
        if line.person_id is not None:
            go = partial(self._does.show_person, line.person_id)
            row.addWidget(_small("person", f"Show {line.lead}", go), 0, _TOP)
        return holder

    def _ways(self, promise_id: int, words: str) -> QWidget:
        """Return the buttons that ask what became of a promise."""
        buttons = []
        for way in WAYS:
            pressed = partial(self._does.settle, promise_id, way.state)
            button = Button(way.label, pressed, icon=way.icon, size="small")
            button.setAccessibleName(f"{way.label}: {words}")
            buttons.append(button)
        return flow_of(*buttons)


def _small(icon: str, said: str, pressed: Callable[[], object]) -> IconButton:
    return IconButton(icon, said, pressed, size="small")
