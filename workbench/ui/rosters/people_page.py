"""The People page: find, filter and sort members, see one beside the list, add and change."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from workbench.foundation.text import counted
from workbench.foundation.words import Role
from workbench.insights.people_queries import MemberDetail, MemberRow
from workbench.rosters.queries import DepartmentRow
from workbench.sessions.engagement import Engagement
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, FindField, Segments, footer
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import Page
from workbench.ui.kit.squares import Square, SquareStrip
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.rosters.duplicates_notice import DuplicatesNotice
from workbench.ui.rosters.people_columns import columns
from workbench.ui.rosters.people_presenter import ALL, Everybody, PeoplePresenter
from workbench.ui.rosters.person_form import PersonForm
from workbench.ui.rosters.person_menu import PersonMenu
from workbench.ui.rosters.person_panel import PersonPanel

_SORTED = {
    "name": "sorted by name",
    "department": "sorted by department",
    "engagement": "sorted by engagement",
    "attended": "sorted by sessions attended",
    "contributions": "sorted by contributions, fewest first",
    "last": "sorted by last here, longest ago first",
}


class PeoplePage(Page):
    """The roster of the community, as of today."""

    name = "people"
    title = "People"
    interests = frozenset({"rosters", "sessions", "contributions", "communities"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._departments: list[DepartmentRow] = []
        self._tags: list[str] = []
        self._detail: MemberDetail | None = None
        self._new_name: str | None = None
        self._folded = False
        self.presenter = PeoplePresenter(desk, self)
        self.moves = PersonMenu(
            self,
            desk,
            merged=self.presenter.arrive,
            left=self.presenter.close_panel,
            removed=self.presenter.close_panel,
        )
        self._make_header()
        self._make_filters()
        self._make_body()
        self.detail = PersonPanel(
            follow_up=self.follow_up,
            edit=self.edit,
            more=self._open_more,
            keep_note=self.moves.changes.keep_note,
            settle=self.presenter.settle,
        )
        self.use_panel(self.detail)
        self.detail.closed.connect(self.presenter.close_panel)

    def reload(self) -> None:
        """Read the roster again."""
        self.presenter.load()
        self.twins.load()

    def arrive(
        self,
        person: int = 0,
        engagement: str = "",
        add: bool = False,
        called: str = "",
        **_argument: object,
    ) -> None:
        """Show somebody or all of one engagement such as "drifting", or add somebody new."""
        if add:
            self._new_name = called
            if self.presenter.loaded:
                self.new_item()
        if person:
            self.presenter.arrive(person)
        elif engagement:
            self.segments.choose(Engagement(engagement.capitalize()).value)

    def settled(self) -> bool:
        """Whether the list has been read."""
        return self.presenter.loaded

    def may_leave(self) -> bool:
        """Keep the note that is being written, then go."""
        self.detail.keep()
        return True

    def focus_find(self) -> None:
        """Put the cursor into the find field."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def new_item(self) -> None:
        """Open the form for somebody new."""
        called, self._new_name = self._new_name or "", None
        PersonForm(
            self,
            self.presenter.add,
            self.desk.tell,
            known_departments=[row.name for row in self._departments],
            today=self.desk.clock.today(),
            called=called,
        ).open()

    def export(self) -> None:
        """Write the roster as a workbook."""
        self.desk.choose_new_file(
            "Export the roster", f"{self.desk.community_name} roster.xlsx", self.presenter.export
        )

    def import_people(self) -> None:
        """Bring people in from a file."""
        self.desk.bring_in("roster")

    def edit(self) -> None:
        """Open the form for the person shown."""
        if self._detail is not None:
            self.moves.edit(self._detail, self._departments)

    def follow_up(self) -> None:
        """Open the form for a follow-up with the person shown."""
        if self._detail is not None:
            self.moves.follow_up(self._detail.person)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Add member", self.new_item, icon="user-plus", keys="Ctrl N"),
            Item("Import people", self.import_people, icon="upload"),
            Item("Export the roster to Excel", self.export, icon="download", keys="Ctrl E"),
            Item("Who may be one person", self.twins.open, icon="merge"),
        ]

    def open_person(self, person_id: int) -> None:
        """Go to the page of somebody."""
        self.desk.go("person", person=person_id)

    # what the presenter asks of the view

    def show_people(
        self, rows: Sequence[MemberRow], counts: dict[str, int], everybody: Everybody
    ) -> None:
        """Show the rows, or the empty state where there is nobody at all."""
        total = everybody.members + everybody.guests
        self.turn_to(self.stack, 0 if total else 1)
        self.filters.setVisible(bool(total))
        self.foot.setVisible(bool(total))
        self._add.setVisible(bool(total))
        self._export.setEnabled(bool(total))
        self.header.show_title("People", everybody.said(self.desk.community_name))
        self.segments.show_counts(counts)
        self.table.show_rows(rows)
        self._shown = len(rows)
        if self._new_name is not None:
            self.new_item()
        self._say_foot()

    def show_choices(self, departments: Sequence[DepartmentRow], tags: Sequence[str]) -> None:
        """Keep what the filter menus offer."""
        self._departments, self._tags = list(departments), list(tags)
        self.by_tag.setVisible(bool(tags))

    def show_person(self, detail: MemberDetail, row: MemberRow | None) -> None:
        """Show the panel."""
        self._detail = detail
        today = self.desk.clock.today()
        self.detail.show_member(detail, row, today)
        self.show_panel()

    def clear_filters(self) -> None:
        """Empty the find field and let everybody hold, without asking for the rows again."""
        controls = (self.find_field, self.segments, self.by_department, self.by_tag)
        for control in controls:
            control.blockSignals(True)
        self.find_field.clear()
        self.segments.choose(ALL)
        self.by_department.choose("")
        self.by_tag.choose("")
        for control in controls:
            control.blockSignals(False)

    def choose(self, person_id: int) -> None:
        """Select somebody in the list."""
        self.table.choose(lambda row: row.roster.person_id == person_id)
        self.presenter.choose(person_id)

    def hide_person(self) -> None:
        """Hide the panel."""
        self.detail.keep()
        self._detail = None
        self.hide_panel()

    def fit(self, width: int, *, narrow: bool) -> None:
        """Let columns leave where the width does not hold them, in the order of the design."""
        step = next((s for s in range(3) if self.table.needed_width(s) <= width), 3)
        folded = step >= 2
        if folded != self._folded:
            self._folded = folded
            self.table.rows.columns = tuple(self._columns())
        self.table.leave_out(step)

    def _columns(self) -> list[Any]:
        return columns(self.desk.clock.today(), department_folded=self._folded)

    def _make_header(self) -> None:
        self._export = Button("Export Excel", self.export, icon="download")
        self._add = Button("Add member", self.new_item, kind="primary", icon="plus", keys="Ctrl N")
        self.header.set_actions(
            Button("Import", self.import_people, icon="upload"), self._export, primary=self._add
        )

    def _make_filters(self) -> None:
        self.find_field = FindField()
        self.find_field.textChanged.connect(lambda text: self.presenter.search(text=text))
        kinds = [(ALL, "All"), *((each.value, each.value) for each in _SEGMENTS)]
        self.segments = Segments(kinds, "Engagement")
        self.segments.chosen.connect(lambda key: self.presenter.search(engagement=key))
        self.by_department = FilterMenu(
            "Department", lambda: [(str(row.id), row.name) for row in self._departments]
        )
        self.by_department.chosen.connect(lambda key: self.presenter.search(department=key))
        self.by_tag = FilterMenu("Tag", lambda: [(tag, tag) for tag in self._tags])
        self.by_tag.chosen.connect(lambda key: self.presenter.search(tag=key))
        self.filters = FilterBar(self.find_field, self.segments, self.by_department, self.by_tag)
        self.body.addWidget(self.filters)
        self.twins = DuplicatesNotice(self.desk)
        self.body.addWidget(self.twins)

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.table: RowTable[MemberRow] = RowTable(
            self._columns(),
            lambda row: row.roster.name,
            key=lambda row: row.roster.person_id,
        )
        self.table.setAccessibleName("Members")
        self.table.sort_by("last")
        self.table.chosen.connect(lambda row: self.presenter.choose(row.roster.person_id))
        self.table.opened.connect(lambda row: self.open_person(row.roster.person_id))
        self.table.menu_wanted.connect(lambda row, _: self.presenter.choose(row.roster.person_id))
        self.table.horizontalHeader().sectionClicked.connect(lambda _: self._say_foot())
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        self.body.addWidget(holder, 1)
        self.count, self._shown = Text("", "caption", "text_3"), 0
        legends = [self._legend(square) for square in _LEGEND]
        self.foot: QWidget = footer(*legends, right=[self.count])
        self.body.addWidget(self.foot)

    def _legend(self, square: Square) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(SquareStrip([square], side=11))
        row.addWidget(Text(square.value, "caption", "text_2"))
        return holder

    def _empty(self) -> EmptyState:
        return EmptyState(
            "people",
            "The people of this community will appear here",
            "One row each: who they are, when they came, what they gave. "
            "You will see who is missing before they are gone.",
            [
                Button(
                    "Import from Excel or CSV", self.import_people, kind="primary", icon="upload"
                ),
                Button("Type one", self.new_item, icon="plus", keys="Ctrl N"),
            ],
        )

    def _say_foot(self) -> None:
        rows = self.table.rows
        key = rows.columns[rows.sorted_by].key if rows.sorted_by >= 0 else ""
        order = _SORTED.get(key, "")
        if rows.descending:
            order = order.replace("longest ago first", "latest first")
        shown = counted(self._shown, "person", "people")
        self.count.say(" · ".join(part for part in (shown, order) if part))

    def _open_more(self, below: QWidget) -> None:
        detail = self._detail
        if detail is None:
            return
        person = detail.person
        guest = detail.membership is not None and detail.membership.role is Role.GUEST
        whole = partial(self.open_person, person.id)
        items = [Item("Open the whole page", whole, "person", "Enter")]
        pop_up([*items, *self.moves.items(person, guest=guest)], below, right=True)


_SEGMENTS = (Engagement.REGULAR, Engagement.OCCASIONAL, Engagement.DRIFTING, Engagement.NEW)
_LEGEND = (Square.HERE, Square.LATE, Square.APOLOGIES, Square.MISSED, Square.NOT_YET)
