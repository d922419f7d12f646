"""What can be done with somebody, the same beside the list and on their own page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workbench.insights.people_queries import MemberDetail
from workbench.rosters.queries import DepartmentRow, PersonDetail
from workbench.ui.desk import Desk, Failed
from workbench.ui.kit.menus import Item
from workbench.ui.rosters.merge_dialog import open_merge
from workbench.ui.rosters.person_changes import Done, PersonChanges
from workbench.ui.rosters.person_form import FollowUpForm, LeavingForm, PersonForm
from workbench.ui.rosters.promote_form import PromoteForm


class PersonMenu:
    """Opens the forms of one person over a page; `merged` gets who stays of two.

    `left` follows the end of a membership, `removed` on somebody added by mistake.
    """

    def __init__(
        self, over: QWidget, desk: Desk, *, merged: Callable[[int], None],
        removed: Callable[[], None], left: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        self._over, self._desk = over, desk
        self._merged, self._left, self._removed = merged, left, removed
        self.changes = PersonChanges(desk)

    def items(self, person: PersonDetail, *, guest: bool) -> list[Item]:
        """Return what a menu offers for somebody."""
        promote = Item("Make a member", partial(self.promote, person), icon="user-plus")
        return [
            Item("Merge with another person", partial(self.merge, person), icon="merge"),
            *([promote] if guest else []),
            Item(
                "Copy e-mail", partial(self._copy, person), icon="copy", enabled=bool(person.email)
            ),
            Item("End membership", partial(self.leave, person), icon="flag"),
            Item(
                f"Remove {person.name}", partial(self._remove, person), icon="trash",
                effect="added by mistake", grave=True,
            ),
        ]  # fmt: skip

    def edit(self, detail: MemberDetail, known: Sequence[DepartmentRow]) -> None:
        """Open the form of somebody."""
        PersonForm(
            self._over,
            partial(self.changes.change, detail.person.id),
            self._desk.tell,
            known_departments=[row.name for row in known],
            today=self._desk.clock.today(),
            detail=detail,
        ).open()

    def follow_up(self, person: PersonDetail) -> None:
        """Open the form of what somebody will try, bring or be asked."""
        save = partial(self.changes.promise, person.id)
        today = self._desk.clock.today()
        FollowUpForm(self._over, person.name, today, save, self._desk.tell).open()

    def merge(self, person: PersonDetail) -> None:
        """Open the preview of making one person of two."""
        open_merge(self._over, self._desk, person.id, None, self._merged)

    def promote(self, person: PersonDetail) -> None:
        """Open the form that makes a guest a member."""
        PromoteForm(self._over, self._desk, person.id, person.name).open()

    def leave(self, person: PersonDetail) -> None:
        """Open the form that ends a membership."""

        def save(day: date, reason: str, done: Done, failed: Failed) -> None:
            def left() -> None:
                done()
                if self._left is not None:
                    self._left()

            self.changes.leave(person.id, day, reason, left, failed)

        today = self._desk.clock.today()
        LeavingForm(self._over, person.name, today, save, self._desk.tell).open()

    def _remove(self, person: PersonDetail) -> None:
        self.changes.remove(person.id, person.name, self._removed)

    def _copy(self, person: PersonDetail) -> None:
        QGuiApplication.clipboard().setText(person.email)
        self._desk.say("E-mail address copied.")
