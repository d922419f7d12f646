"""The comments of a closed wave, read by the facilitator alone before anybody else sees them."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import CommentDecision
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialog import Dialog
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.forms import Field
from workbench.ui.kit.inputs import TextArea
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.text import Text
from workbench.ui.surveys.comments_card import CommentCard
from workbench.ui.surveys.comments_presenter import (
    CommentsPresenter,
    ShownComment,
    ShownComments,
)

_WARNING = (
    "Somebody wrote these without a name. A name in them, a story only one person could tell, or "
    "a turn of phrase you know can still give a person away. Read them alone, do not guess, and "
    "let through only what may be read aloud. They stand in a new order each time."
)
_NONE = (
    "Comments are read when a wave is closed and ten or more came in: with fewer, each could be "
    "put to a person."
)
_WARN, _READ, _EMPTY = 0, 1, 2


class CommentsPage(Page):
    """Every comment of a wave with a yes or no, and a yes or no to what is taken out of it."""

    name = "comments"
    title = "Comments"
    interests = frozenset({"surveys"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = CommentsPresenter(desk, self)
        self.warned = False
        self.cards: list[CommentCard] = []
        self.header.show_way([("Surveys", lambda: desk.go("surveys"))])
        self.results_button = Button("See results", self.see_results, icon="chart")
        self.results_button.hide()
        self.header.set_actions(self.results_button)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.read_button = Button("I read them alone", self.begin, kind="primary")
        for page in (
            EmptyState("eye", "Before you read", _WARNING, [self.read_button], outline=False),
            self._reading(),
            EmptyState("speech", "No comments to read", _NONE, outline=False),
        ):
            self.stack.addWidget(page)
        self.body.addWidget(holder, 1)

    def reload(self) -> None:
        """Read the comments again."""
        self.presenter.load()

    def arrive(self, wave: int = 0, **_argument: Any) -> None:  # noqa: ANN401 - the page's argument
        """Warn, then show the comments of a wave, the latest that has any without one."""
        self.warned = False
        self.presenter.show_wave(wave)

    def settled(self) -> bool:
        """Whether the comments have been read."""
        return self.presenter.loaded

    def see_results(self) -> None:
        """Go to the results of the wave whose comments these are."""
        self.desk.go("survey", wave=self.presenter.wave_id)

    def begin(self) -> None:
        """Show the comments after the warning."""
        self.warned = True
        self.presenter.load()

    def rewrite(self, shown: ShownComment) -> None:
        """Ask for other words for a comment."""
        dialog = Dialog(self, "Other words", "Show these words")
        area = TextArea(shown.row.text, lines=6)
        dialog.body.addWidget(Field("What was meant, in words that could be anybody's", area))
        dialog.effect.say("The words that stood there are gone for good.")

        def keep() -> None:
            dialog.finish()
            self.presenter.rewrite(shown, area.toPlainText(), CommentDecision.SHOWN)

        dialog.accepted.connect(keep)
        dialog.open()

    # what the presenter asks of the view

    def show_comments(self, shown: ShownComments | None) -> None:
        """Show the comments, or first the warning, or that there are none."""
        clear(self.column)
        self.cards = []
        self.results_button.setVisible(shown is not None)
        if shown is None:
            self.header.show_title(self.title)
            self.turn_to(self.stack, _EMPTY)
            return
        waiting = shown.how_many(CommentDecision.WAITING)
        left = f"{waiting} to read" if waiting else "all read"
        self.header.show_title(f"Comments, {shown.wave.label}", left)
        if not self.warned:
            self.turn_to(self.stack, _WARN)
            return
        self.cards = [
            CommentCard(one, self.presenter.settle, self.rewrite) for one in shown.comments
        ]
        self.column.addWidget(Text(_so_far(shown), tone="text_2", wrap=True))
        self.column.addWidget(rows_card(*self.cards))
        self.column.addStretch(1)
        self.turn_to(self.stack, _READ)
        self._go_on()

    def _go_on(self) -> None:
        """Put the cursor to the first comment that waits, or else to the way on."""
        waits = (c for c in self.cards if c.shown.row.decision is CommentDecision.WAITING)
        first = next(waits, None)
        if first is None:
            self.results_button.setFocus()
        else:
            QTimer.singleShot(0, first, lambda: self._put_cursor(first))

    def _put_cursor(self, card: CommentCard) -> None:
        card.show_button.setFocus()
        self.area.ensureWidgetVisible(card)

    def _reading(self) -> QScrollArea:
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(28, 20, 28, 20)
        self.column.setSpacing(14)
        self.area = scrolled(inside)
        return self.area


def _so_far(shown: ShownComments) -> str:
    let = shown.how_many(CommentDecision.SHOWN)
    told = f"{counted(let, 'comment is', 'comments are')} let through."
    if let < shown.limit:
        return f"{told} None is shown before {shown.limit} are: fewer could be put to people."
    return f"{told} They are shown with the results, together and in mixed order."
