"""People who may be one, each pair with its reasons: merge them, or say that they are two."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from workbench.foundation.text import counted
from workbench.rosters.duplicate_queries import possible_duplicates
from workbench.rosters.duplicates import Pair
from workbench.rosters.telling_apart import about_person, both_named, told_apart
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.page import card
from workbench.ui.kit.panel import clear
from workbench.ui.kit.text import Span, Text
from workbench.ui.rosters.merge_dialog import open_merge

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

_SHOWN = 30


class DuplicatesDialog(Dialog):
    """Lists the pairs; nothing is merged without its own preview."""

    def __init__(self, over: QWidget, desk: "Desk", pairs: tuple[Pair, ...]) -> None:
        super().__init__(
            over,
            "Who may be one person",
            "Done",
            subtitle="Each pair has its reason. Nothing is merged by itself.",
            width=640,
        )
        self._desk, self._over = desk, over
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.body.addLayout(self._list)
        self.cancel_button.hide()
        self.accepted.connect(self.finish)
        self.show_pairs(pairs)

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Show these pairs, the surest first."""
        self.pairs = pairs
        clear(self._list)
        for pair in pairs[:_SHOWN]:
            self._list.addWidget(self._row(pair))
        if not pairs:
            said = "Nobody here looks like somebody else. New files are looked at again."
            self._list.addWidget(Text(said, tone="text_2", wrap=True))
        left = len(pairs) - _SHOWN
        more = f"{counted(left, 'more pair', 'more pairs')} after these. " if left > 0 else ""
        self.effect.say(f"{more}What you say here is remembered; Undo takes it back.")

    def _row(self, pair: Pair) -> QFrame:
        names = Text(wrap=True)
        first, second = told_apart(pair.first, pair.second)
        names.say_spans(
            Span(first, "strong"), Span("  and  ", "", "text_3"), Span(second, "strong")
        )
        chips = flow_of(
            *(Chip(reason, "info" if pair.sure else "neutral") for reason in pair.reasons)
        )
        both = f"{first} and {second}"
        merge = Button("Merge", lambda: self._merge(pair), size="small", icon="merge")
        merge.setAccessibleName(f"Merge {both}")
        two = Button("Two people", lambda: self._two(pair), size="small")
        two.setAccessibleName(f"{both} are two people")
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(names)
        for one, named in ((pair.first, first), (pair.second, second)):
            about = about_person(one)
            if about and one.name == named:  # otherwise what tells them apart stands beside it
                words.addWidget(Text(f"{named}: {about}", "caption", "text_2", wrap=True))
        words.addWidget(chips)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addLayout(words, 1)
        for button in (two, merge):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        return card(holder, margin=12)

    def _merge(self, pair: Pair) -> None:
        one, other = pair.first, pair.second
        keep, gone = (other, one) if one.is_guest and not other.is_guest else (one, other)
        open_merge(self, self._desk, keep.id, gone.id, lambda _: self._again())

    def _two(self, pair: Pair) -> None:
        from workbench.rosters.merging_actions import not_the_same

        both = both_named(pair.first.name, pair.second.name)
        self._desk.do(
            lambda workspace: workspace.perform(not_the_same, pair.first.id, pair.second.id),
            then=lambda _: self._again(),
            said=f"{both[:1].upper()}{both[1:]} are two people.",
        )

    def _again(self) -> None:
        def show(pairs: tuple[Pair, ...]) -> None:
            if isValid(self):
                self.show_pairs(pairs)
                self.begin()

        read_duplicates(self._desk, show)


def read_duplicates(desk: "Desk", then: Callable[[tuple[Pair, ...]], None]) -> None:
    """Read who may be one person in the community of the desk."""
    community, today = desk.community, desk.clock.today()
    desk.read(lambda workspace: workspace.read(possible_duplicates, community, today), then)
