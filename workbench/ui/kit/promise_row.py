"""One promise on the screen: a circle to tick, what, whose, when, and how else it may end."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.promise_rules import WAYS, due_said, is_due, made_said
from workbench.foundation.words import PromiseState
from workbench.ui.kit.buttons import IconButton
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.promise_form import open_promise_form
from workbench.ui.kit.settle_dialog import ask_or_settle, settle
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import Themed
from workbench.ui.theme import look

if TYPE_CHECKING:
    from workbench.contributions.promise_queries import PromiseRow
    from workbench.ui.desk import Desk


class PromiseLine(Themed, QWidget):
    """A promise that is settled where it stands; ticking the circle says that it was kept.

    `whose` names the person in the second line; leave it out on that person's own page.
    """

    def __init__(self, desk: "Desk", row: "PromiseRow", *, whose: bool = True) -> None:
        super().__init__()
        self.desk, self.row = desk, row
        today = desk.clock.today()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        self.check = Check(round=True, on=row.state is PromiseState.KEPT)
        self.check.setAccessibleName(f"Kept: {row.text}")
        self.check.clicked.connect(self._turn)
        line.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        open_now = row.state is PromiseState.OPEN
        words.addWidget(Text(row.text, "label", "text" if open_now else "text_2", wrap=True))
        for said in _told(row, whose, desk):
            words.addWidget(Text(said, "caption", "text_3", wrap=True))
        line.addLayout(words, 1)
        tone = "danger" if row.late else "warn" if is_due(row, today) else "text_2"
        self.due = Text(due_said(row, today), "strong" if is_due(row, today) else "body", tone)
        line.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self.more = IconButton("more", f"More for: {row.text}", self._open_menu, size="small")
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{row.text}, {self.due.text()}")
        self.restyle()

    def restyle(self) -> None:
        """Grow with the text."""
        self.setMinimumHeight(look().px(44))

    def items(self) -> list[Item]:
        """Return what else can be done to the promise."""
        row = self.row
        change = Item("Edit promise", self._edit, icon="pencil")
        delete = Item("Delete promise", self._delete, icon="trash", grave=True)
        return [*settle_items(self.desk, self, row), change, delete]

    def _turn(self, *_checked: object) -> None:
        kept = self.row.state is not PromiseState.KEPT
        settle(self.desk, self.row, PromiseState.KEPT if kept else PromiseState.OPEN)

    def _open_menu(self) -> None:
        pop_up(self.items(), self.more, right=True)

    def _edit(self) -> None:
        open_promise_form(self, self.desk, self.row)

    def _delete(self) -> None:
        from workbench.contributions.promise_actions import delete_promise

        number = self.row.id
        self.desk.do(
            lambda workspace: workspace.perform(delete_promise, number), said="Promise deleted."
        )


def settle_items(desk: "Desk", over: QWidget, row: "PromiseRow") -> list[Item]:
    """Return how a promise may end, for a menu; one that ended may be opened again."""
    items = [
        Item(way.label, partial(ask_or_settle, desk, over, row, way.state), way.icon)
        for way in WAYS
        if way.state is not row.state
    ]
    if row.state is not PromiseState.OPEN:
        again = partial(settle, desk, row, PromiseState.OPEN)
        items.append(Item("Open again", again, "undo"))
    return items


def _told(row: "PromiseRow", whose: bool, desk: "Desk") -> list[str]:
    today = desk.clock.today()
    told = [made_said(row.who, row.made_on, today, in_session=row.session_id is not None)]
    if not whose:
        told = [told[0].replace(f" by {row.who}" if row.who else " by you", "", 1)]
    if row.about:
        told[0] += f", about {row.about}"
    if row.outcome:
        told.append(row.outcome)
    if row.became:
        told.append(f"Became: {row.became}")
    return told
