"""One comment to decide on: its words, what could tell who wrote it, and the decision."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.foundation.words import CommentDecision
from workbench.surveys.comment_rules import Suggestion
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.chips import Chip
from workbench.ui.kit.flow import flow_of
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.text import Span, Text
from workbench.ui.surveys.comments_presenter import ShownComment

Decide = Callable[[ShownComment, Sequence[Suggestion], CommentDecision], None]
_WORDS = {
    CommentDecision.WAITING: ("To read", "warn"),
    CommentDecision.SHOWN: ("Let through", "good"),
    CommentDecision.HELD_BACK: ("Held back", "neutral"),
}


class CommentCard(QWidget):
    """A comment with a box to tick for each stretch that could tell who wrote it."""

    def __init__(
        self, shown: ShownComment, decide: Decide, rewrite: Callable[[ShownComment], None]
    ) -> None:
        super().__init__()
        self.shown, self._decide = shown, decide
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        words = Text("", "lead", wrap=True)
        words.say_spans(*_spans(shown))
        column.addWidget(words)
        self.checks = [
            Check(f"Take out “{shown.row.text[one.start : one.end]}”: it looks like a {one.why}")
            for one in shown.proposed
        ]
        for check in self.checks:
            column.addWidget(check)
        self.show_button = Button("Let through", self._show, size="small", icon="eye")
        self.hold_button = Button("Hold it back", self._hold, size="small", icon="eye-off")
        other = Button("Other words", lambda: rewrite(shown), size="small", icon="pencil")
        chip = Chip(*_WORDS[shown.row.decision])
        column.addWidget(flow_of(self.show_button, self.hold_button, other, chip))

    @property
    def accepted(self) -> list[Suggestion]:
        """What is ticked to be taken out."""
        pairs = zip(self.shown.proposed, self.checks, strict=True)
        return [one for one, check in pairs if check.isChecked()]

    def _show(self) -> None:
        self._decide(self.shown, self.accepted, CommentDecision.SHOWN)

    def _hold(self) -> None:
        self._decide(self.shown, self.accepted, CommentDecision.HELD_BACK)


def _spans(shown: ShownComment) -> list[Span]:
    """Return the words, with what could tell who wrote them marked."""
    text, at, found = shown.row.text, 0, []
    for one in shown.proposed:
        found += [
            Span(text[at : one.start], "lead"),
            Span(text[one.start : one.end], "lead_strong"),
        ]
        at = one.end
    return [span for span in (*found, Span(text[at:], "lead")) if span.text]
