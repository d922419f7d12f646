"""The Contributions page: capture on top, the feed by session, and faces under tabs beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.feed_queries import Feed, FeedGroup, FeedRow
from workbench.contributions.kind_rules import KindBook
from workbench.contributions.names import Somebody
from workbench.contributions.promise_queries import PromiseRow
from workbench.contributions.queries import SessionCount
from workbench.contributions.rules import Gift
from workbench.foundation.dates import full_date, short_day
from workbench.foundation.errors import UserFixable
from workbench.foundation.text import counted
from workbench.foundation.words import ContributionKind, PromiseState
from workbench.insights.giving_queries import Giving
from workbench.ui.contributions.connections_panel import ConnectionsPanel
from workbench.ui.contributions.contributions_presenter import ContributionsPresenter
from workbench.ui.contributions.feed_filters import FeedFilters
from workbench.ui.contributions.feed_table import FeedTable
from workbench.ui.contributions.gift_form import GiftForm
from workbench.ui.contributions.kinds_dialog import KindsDialog
from workbench.ui.contributions.logged_note import LoggedNote
from workbench.ui.contributions.promises_panel import PromisesPanel
from workbench.ui.contributions.side_faces import FEED, SideFaces
from workbench.ui.contributions.spread_panel import SpreadPanel
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.capture_line import CaptureBox
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import footer
from workbench.ui.kit.inputs import Choice
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.page import Page
from workbench.ui.kit.promise_form import open_promise_form
from workbench.ui.kit.text import Text
from workbench.ui.kit.thanks_dialog import open_thanks
from workbench.ui.kit.themed import frame

_BETWEEN = "Between sessions, today"


class ContributionsPage(Page):
    """What people gave each other, as a feed and never as a ranking."""

    name = "contributions"
    title = "Contributions"
    interests = frozenset({"contributions", "rosters", "sessions"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._words = CaptureWords()
        self._sessions: tuple[SessionCount, ...] = ()
        self.presenter = ContributionsPresenter(desk, self)
        self._make_header()
        self._make_capture()
        self._make_filters()
        self._make_feed()
        self._make_side()

    def reload(self) -> None:
        """Read feed and spread again."""
        self.presenter.load()
        self.connections.reload()

    def settled(self) -> bool:
        """Whether the feed has been read."""
        return self.presenter.loaded and self.connections.settled()

    def as_table(self) -> None:
        """Who helps whom as a list, or as the map again."""
        self.side.show_face("connections")
        self.connections.as_table()

    def arrive(
        self, log: bool = False, find: str = "", show: str = "", **_argument: object
    ) -> None:
        """Put the cursor into the capture line, look for words, or turn to a face."""
        if show:
            self.side.show_face(show)
        if find:
            self.find_field.setText(find)
        if log:
            self.capture.start()

    def new_item(self) -> None:
        """Put the cursor into the capture line."""
        self.capture.start()

    def focus_find(self) -> None:
        """Put the cursor into the find field."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def export(self) -> None:
        """Write all contributions as a workbook."""
        self.desk.choose_new_file(
            "Export contributions",
            f"{self.desk.community_name} contributions.xlsx",
            self.presenter.export,
        )

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Log contribution", self.new_item, icon="plus", keys="Ctrl Shift C"),
            Item("Thank-you draft", self._thank, icon="heart"),
            Item("Who helps whom as a table", self.as_table, icon="table", keys="Ctrl T"),
            Item("Kinds of contribution", self.presenter.edit_kinds, icon="sliders"),
            Item("Show promises", lambda: self.side.show_face("promises"), icon="check"),
            Item("Add promise", lambda: open_promise_form(self, self.desk), icon="plus"),
            Item("Export contributions to Excel", self.export, icon="download", keys="Ctrl E"),
        ]

    # what the presenter asks of the view

    def show_giving(self, giving: Giving) -> None:
        """Show the choices and the spread."""
        self._sessions = giving.sessions
        self.show_words(giving.words)
        self.filters.show_choices(giving.words, giving.named, giving.sessions)
        held = [(str(one.session_id), _named(one)) for one in reversed(giving.sessions)]
        self.into.offer([("", _BETWEEN), *held], self.into.key)
        self.spread.show_giving(giving)

    def show_words(self, words: CaptureWords) -> None:
        """Show whom and what a captured line may name."""
        self._words = words
        self.capture.show_words(words)

    def show_promises(self, rows: Sequence[PromiseRow]) -> None:
        """Show the promises, and how many are open in their tab."""
        self.promises.show_promises(rows)
        still = sum(row.state is PromiseState.OPEN for row in rows)
        self.side.show_counts({"promises": still} if still else {})

    def show_feed(self, feed: Feed, groups: int) -> None:
        """Show the feed's first groups, or the empty state where nothing was ever given."""
        since = f"since {full_date(feed.since)}" if feed.since else "none yet"
        total = f"{feed.in_all:,} {since}" if feed.in_all else since
        self.header.show_title("Contributions", total)
        self.turn_to(self.stack, 0 if feed.in_all else 1)
        self.filters.setVisible(bool(feed.in_all))
        self.foot.setVisible(bool(feed.in_all))
        self._export.setEnabled(bool(feed.in_all))
        shown = feed.groups[:groups]
        self.table.show_feed(shown, self.desk.clock.today())
        self.spread.show_gift(self.table.current_row())
        many = counted(sum(len(group.rows) for group in shown), "contribution", "contributions")
        later = feed.groups[groups:]
        self.count.say(many if feed.shown else "Nothing fits.")
        self.clear_filters.setVisible(not feed.shown)
        self.earlier.setVisible(bool(later))
        self.earlier.relabel(f"Show {_earlier(later)}")

    def show_hidden(self, *, hidden: bool) -> None:
        """Say above the feed that what was logged last is not in it, with a way to show it."""
        self.hidden_note.setVisible(hidden)

    def choose_session(self, session_id: int | None) -> None:
        """Show which session a captured line is logged into."""
        blocked = self.into.blockSignals(True)
        self.into.pick("" if session_id is None else str(session_id))
        self.into.blockSignals(blocked)

    def line_refused(self, line: str, problem: Exception) -> None:
        """Give the line back and say what is in doubt."""
        if isinstance(problem, UserFixable):
            self.capture.give_back(line, str(problem))
        else:
            self.capture.give_back(line, "Not logged.")
            self.desk.tell(problem)

    def open_gift(self, contribution_id: int, gift: Gift) -> None:
        """Open the form of a gift."""

        def save(changed: Gift, then: Any, failed: Any) -> None:  # noqa: ANN401 - handed on
            self.presenter.change(contribution_id, changed, then, failed)

        every = (*self._named_in(contribution_id), *self._words.people)
        people = {one.id: one for one in every}
        book = self._words.book
        GiftForm(
            self, gift, list(people.values()), self._sessions, book, save, self.desk.tell
        ).open()

    def open_kinds(self, book: KindBook, used: frozenset[int]) -> None:
        """Open the kinds as they are called here."""
        KindsDialog(self, book, used, self.presenter.change_kinds, self.desk.tell).open()

    def fit(self, width: int, *, narrow: bool) -> None:
        """Show a face beside the feed; narrow windows show one of them at a time."""
        del width
        self.side.fit(narrow=narrow)

    def escape(self) -> bool:
        """Esc: back to the feed where a face stands in its place."""
        if not self.narrow or self.side.key == FEED:
            return False
        self.side.show_face(FEED)
        return True

    def _make_header(self) -> None:
        self._export = Button("Export", self.export, icon="download")
        log = Button(
            "Log contribution", self.new_item, kind="primary", icon="plus", keys="Ctrl Shift C"
        )
        self.header.set_actions(self._export, primary=log)
        self.header.set_menu(
            lambda: [
                Item("Kinds of contribution", self.presenter.edit_kinds, icon="sliders"),
                Item("Thank-you draft", self._thank, icon="heart"),
            ]
        )

    def _make_capture(self) -> None:
        strip = frame("filterBar")
        row = QHBoxLayout(strip)
        row.setContentsMargins(28, 14, 28, 12)
        self.into = Choice([("", _BETWEEN)])
        self.into.setAccessibleName("Log into session")
        self.into.picked.connect(lambda key: self.presenter.log_into(int(key) if key else None))
        self.capture = CaptureBox(beside=self.into, may_add=True)
        self.capture.add_wanted.connect(lambda name: self.desk.go("people", add=True, called=name))
        self.capture.logged.connect(self.presenter.log)
        row.addWidget(self.capture)
        self.body.addWidget(strip)

    def _make_filters(self) -> None:
        self.filters = FeedFilters(self.desk.clock.today())
        self.filters.searched.connect(lambda changes: self.presenter.search(**changes))
        self.find_field = self.filters.find_field

    def _make_side(self) -> None:
        """Put the faces beside the feed; the first one is what the page opens with."""
        self.spread = SpreadPanel(self._edit, self._delete, self.presenter.spread_over)
        self.promises = PromisesPanel(self.desk)
        self.side = SideFaces(self.feed_side)
        self.side.add_face("spread", "How it is spread", self.spread)
        self.side.add_face("promises", "Promises", self.promises)
        self.connections = ConnectionsPanel(self.desk)
        self.connections.person_chosen.connect(self._follow)
        self.side.add_face("connections", "Who helps whom", self.connections, first=True)
        self.body.addWidget(self.side, 1)

    def _make_feed(self) -> None:
        self.feed_side = QWidget()
        column = QVBoxLayout(self.feed_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        self.hidden_note = LoggedNote(self._show_all)
        column.addWidget(self.hidden_note)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.table = FeedTable(self._delete)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._edit)
        self.table.menu_wanted.connect(self._open_menu)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        column.addWidget(holder, 1)
        self.count = Text("", "caption", "text_3")
        self.earlier = Button("Show earlier sessions", self.presenter.show_earlier, kind="link")
        self.clear_filters = Button("Clear filters", self._clear_filters, kind="link")
        self.foot = footer(self.earlier, self.clear_filters, right=[self.count])
        column.addWidget(self.foot)

    def _clear_filters(self) -> None:
        """Take all filters away, from the foot of an empty feed."""
        self.filters.clear()
        self.table.setFocus()

    def _show_all(self) -> None:
        """Take all filters away; the keys go back to the line."""
        self.filters.clear()
        self.capture.start()

    def _empty(self) -> EmptyState:
        return EmptyState(
            "gift",
            "What people give each other will appear here",
            "A question, an answer, a story, a hand: one line each, under the session it was "
            "given in. Nobody is ranked.",
            [
                Button(
                    "Log what someone gave last time",
                    self.new_item,
                    kind="primary",
                    icon="plus",
                    keys="Ctrl Shift C",
                )
            ],
        )

    def _chosen(self, row: FeedRow) -> None:
        self.spread.show_gift(row)
        self.connections.select(row.giver.id)

    def _follow(self, person: int) -> None:
        """Go to the newest help of whoever was chosen on the map, or else a gift of theirs."""
        row = self.table.current_row()
        if person and (row is None or row.giver.id != person):
            helped = self.table.choose(
                lambda row: row.giver.id == person and row.kind is ContributionKind.HELP
            )
            _ = helped or self.table.choose(lambda row: row.giver.id == person)

    def _edit(self, row: FeedRow) -> None:
        self.presenter.edit(row.id)

    def _delete(self, row: FeedRow) -> None:
        self.presenter.delete(row.id)

    def _open_menu(self, row: FeedRow, at: QPoint) -> None:
        menu = menu_of(self.items_for(row), self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def items_for(self, row: FeedRow) -> list[Item]:
        """Return what can be done to a gift."""
        items = [
            Item("Edit", lambda: self._edit(row), icon="pencil", keys="Enter"),
            Item("Show the giver", lambda: self.desk.go("person", person=row.giver.id), "person"),
        ]
        thank = Item("Thank-you draft", lambda: open_thanks(self, self.desk, row.giver.id), "heart")
        items.append(thank)
        if row.kind is ContributionKind.QUESTION:
            words, icon = ("Mark as answered", "check") if row.answered_on is None else (
                "Open the question again", "undo")  # fmt: skip
            items.append(Item(words, lambda: self.presenter.turn_question(row), icon))
        delete = Item("Delete", lambda: self._delete(row), icon="trash", keys="Del", grave=True)
        return [*items, delete]

    def _thank(self) -> None:
        row = self.table.current_row()
        open_thanks(self, self.desk, row.giver.id if row else None)

    def _named_in(self, contribution_id: int) -> list[Somebody]:
        """Return who is named in a gift, though they may have left since."""
        for row in self.table.rows.rows():
            if row.id == contribution_id:
                return [row.giver, *row.receivers]
        return []


def _earlier(groups: Sequence[FeedGroup]) -> str:
    """Return "4 earlier sessions", or "earlier days" where some of it was between sessions."""
    if all(group.session_id is not None for group in groups):
        return counted(len(groups), "earlier session", "earlier sessions")
    return counted(len({group.on for group in groups}), "earlier day", "earlier days")


def _named(one: SessionCount) -> str:
    return f"{short_day(one.on)} {one.title}"
