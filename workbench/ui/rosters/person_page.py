"""The page of one person: sessions by date, given and received, promises, stories, reason."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench.contributions.promise_queries import PromiseRow
from workbench.foundation.text import counted
from workbench.foundation.words import PromiseState
from workbench.insights.person_queries import PersonWhole
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.forget_name import forget_name
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.promise_form import open_promise_form
from workbench.ui.kit.promise_row import PromiseLine
from workbench.ui.kit.rows_card import rows_card
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.kit.text import Text
from workbench.ui.kit.thanks_dialog import open_thanks
from workbench.ui.kit.way_back import WayBack
from workbench.ui.rosters.person_aside import AsideMoves, PersonAside
from workbench.ui.rosters.person_cards import (
    gifts_card,
    given_line,
    kinds_row,
    reason_line,
    received_line,
    sessions_card,
    story_line,
    titled,
)
from workbench.ui.rosters.person_head import person_head
from workbench.ui.rosters.person_menu import PersonMenu
from workbench.ui.rosters.person_presenter import PersonPresenter
from workbench.ui.rosters.person_words import given_said, promises_said
from workbench.ui.theme import look

_GIFTS = 6
_RECEIVED = 4
_MORE = 60
_PROMISES = 6
_TWO_COLUMNS = 640


class PersonPage(Page):
    """Everything of one person on one page; survey answers are not among it."""

    name = "person"
    title = "Person"
    interests = frozenset({"rosters", "sessions", "contributions", "communities", "impact"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._whole: PersonWhole | None = None
        self._given, self._received = _GIFTS, _RECEIVED
        self.presenter = PersonPresenter(desk, self)
        self.moves = PersonMenu(self, desk, merged=self.presenter.arrive, removed=self._removed)
        self.way_back = self._way = WayBack(self.header, self._back, "people", "People")
        self.follow = Button("Plan a follow-up", self.follow_up, kind="primary", icon="plus")
        self.thanks = Button("Thank-you draft", self.thank, icon="heart")
        self.change = Button("Edit", self.edit, icon="pencil")
        self.header.set_actions(self.thanks, self.change, primary=self.follow)
        self.header.set_menu(self.menu)
        self.aside = PersonAside(
            AsideMoves(
                self.moves.changes.keep_note,
                lambda name: forget_name(self, desk, name.id, name.name),
                self.moves.changes.forget_call,
                self._all_names,
            )
        )
        self.area = scrolled(self._made_content())
        self.body.addWidget(self.area, 1)
        self.empty = EmptyState(
            "person",
            "Nobody is shown here",
            "Choose somebody in the list of people.",
            [Button("Go to People", partial(desk.go, "people"), kind="primary", icon="people")],
        )
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        row = self.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 - as Page builds it
        row.addWidget(self.aside)

    def reload(self) -> None:
        """Read the person again."""
        self.presenter.load()

    def arrive(self, person: int = 0, **_argument: object) -> None:
        """Show somebody."""
        if person:
            self.aside.keep()
            if person != self.presenter.person_id:
                self._given, self._received = _GIFTS, _RECEIVED
                self.area.verticalScrollBar().setValue(0)
            self.presenter.arrive(person)

    def settled(self) -> bool:
        """Whether the person has been read."""
        return self.presenter.loaded

    def may_leave(self) -> bool:
        """Keep the note that is being written, then go."""
        self.aside.keep()
        return True

    def escape(self) -> bool:
        """Esc: back to where one came from; to the list with this person chosen."""
        if super().escape():
            return True
        self._back()
        return True

    def new_item(self) -> None:
        """Plan a follow-up."""
        self.follow_up()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        if self._whole is None:
            return []
        return [
            Item("Plan a follow-up", self.follow_up, icon="plus", keys="Ctrl N"),
            Item("Edit this person", self.edit, icon="pencil"),
            Item("Thank-you draft", self.thank, icon="heart"),
            *self.menu(),
        ]

    def menu(self) -> list[Item]:
        """What else can be done with somebody."""
        whole = self._whole
        return self.moves.items(whole.person, guest=whole.is_guest) if whole else []

    def follow_up(self) -> None:
        """Open the form for what the person shown will try, bring or be asked."""
        if self._whole is not None:
            self.moves.follow_up(self._whole.person)

    def add_promise(self) -> None:
        """Open the form for a promise of the person shown."""
        if self._whole is not None:
            open_promise_form(self, self.desk, None, self._whole.person.id)

    def thank(self) -> None:
        """Open a thank-you draft from what the log holds."""
        if self._whole is not None:
            open_thanks(self, self.desk, self._whole.person.id)

    def merge(self) -> None:
        """Open the preview of making one person of two."""
        if self._whole is not None:
            self.moves.merge(self._whole.person)

    def edit(self) -> None:
        """Open the form for the person shown."""
        self.presenter.read_for_form(self.moves.edit)

    # what the presenter asks of the view

    def show_whole(self, whole: PersonWhole) -> None:
        """Show somebody."""
        self._whole = whole
        self._turn(shown=True)
        self.header.show_title(whole.person.name)
        today = self.desk.clock.today()
        for layout in (self._top, self._left, self._right):
            clear(layout)
        self._top.addWidget(person_head(whole))
        self._top.addWidget(sessions_card(whole, today))
        for part in self._given_parts(whole, today):
            self._left.addWidget(part)
        for part in self._kept_parts(whole, today):
            self._right.addWidget(part)
        for layout in (self._left, self._right):
            layout.addStretch(1)
        self.aside.show_whole(whole, today)
        self.fit(self._main.width(), narrow=self.narrow)

    def show_nobody(self, why: str) -> None:
        """Show that there is nobody to show."""
        self._whole = None
        self.header.show_title(self.title, why)
        self._turn(shown=False)

    def fit(self, width: int, *, narrow: bool) -> None:
        """One column, and what is beside the page below it, where it is narrow."""
        ways = QBoxLayout.Direction
        single = width < look().px(_TWO_COLUMNS)
        self._pair.setDirection(ways.TopToBottom if single else ways.LeftToRight)
        self.aside.place(self._column, beside=not narrow)

    def _made_content(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(PAGE_SIDE, 18, PAGE_SIDE, 20)
        self._column.setSpacing(16)
        self._top, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._top, self._left, self._right):
            layout.setSpacing(16)
        self._column.addLayout(self._top)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addLayout(self._left, 15)
        self._pair.addLayout(self._right, 11)
        self._column.addLayout(self._pair)
        self._column.addStretch(1)
        return content

    def _given_parts(self, whole: PersonWhole, today: date) -> list[QWidget]:
        content: list[QWidget] = [kinds_row(whole.kinds())] if whole.given else []
        if whole.given:
            content.append(
                gifts_card(
                    whole.given, self._given, lambda row: given_line(row, today), self._more_given
                )
            )
        parts = [titled("Contributions", given_said(whole), *content)]
        if whole.received:
            received = gifts_card(
                whole.received,
                self._received,
                lambda row: received_line(row, today),
                self._more_received,
            )
            parts.append(titled("Received", "", received))
        return parts

    def _kept_parts(self, whole: PersonWhole, today: date) -> list[QWidget]:
        rows = sorted(whole.promises, key=_open_first)
        add = Button("Add", self.add_promise, kind="link")
        lines = [PromiseLine(self.desk, row, whose=False) for row in rows[:_PROMISES]]
        content: list[QWidget] = [rows_card(*lines)] if lines else []
        if len(rows) > _PROMISES:
            earlier = counted(len(rows) - _PROMISES, "earlier promise", "earlier promises")
            content.append(Text(f"and {earlier}", "caption", "text_3"))
        parts = [titled("Promises", promises_said(whole), *content, action=add)]
        if whole.stories:
            stories = rows_card(*(story_line(row, today) for row in whole.stories))
            parts.append(titled("Stories", "learning used at work", stories))
        reasons = [
            time
            for time in whole.memberships
            if time.reason and time.community_id == self.desk.community
        ]
        if reasons:
            parts.append(titled("Why they come", "", rows_card(*map(reason_line, reasons))))
        return parts

    def _turn(self, *, shown: bool) -> None:
        self.area.setVisible(shown)
        self.empty.setVisible(not shown)
        self.aside.wanted = shown
        for button in (self.follow, self.thanks, self.change):
            button.setEnabled(shown)
        self.aside.place(self._column, beside=not self.narrow)

    def _more_given(self) -> None:
        self._given += _MORE
        self._again()

    def _more_received(self) -> None:
        self._received += _MORE
        self._again()

    def _again(self) -> None:
        if self._whole is not None:
            self.show_whole(self._whole)

    def _back(self) -> None:
        person, page = self.presenter.person_id, self._way.page
        self.desk.go(page, **({"person": person} if person and page == "people" else {}))

    def _all_names(self) -> None:
        if self._whole is not None:
            self.desk.go("names", words=self._whole.person.name)

    def _removed(self) -> None:
        self.presenter.forget()
        self.desk.go("people")


def _open_first(row: PromiseRow) -> tuple[bool, int]:
    """Open ones by when they are due, then the settled ones, the newest first."""
    if row.state is PromiseState.OPEN:
        return False, (row.due_on or date.max).toordinal()
    return True, -(row.settled_on or row.made_on).toordinal()
