"""The Sessions page: a month above the list, the same session selected in both."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.sessions.debrief_rules import OpenDebrief
from workbench.sessions.queries import SessionRow
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, Segments
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.rows import Section
from workbench.ui.kit.table import RowTable
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.sessions.debrief_line import DebriefLine
from workbench.ui.sessions.month_bar import MonthBar
from workbench.ui.sessions.month_view import MonthView
from workbench.ui.sessions.season_panel import SeasonPanel
from workbench.ui.sessions.session_doings import SessionDoings
from workbench.ui.sessions.session_form import SessionForm, Shown
from workbench.ui.sessions.session_menu import FORTNIGHT, SessionMenu
from workbench.ui.sessions.session_words import remark_of
from workbench.ui.sessions.sessions_columns import columns
from workbench.ui.sessions.sessions_presenter import SessionsPresenter
from workbench.ui.sessions.sessions_shown import (
    ALL,
    HELD,
    UPCOMING,
    Group,
    ListRow,
    Month,
    ProposedRow,
)
from workbench.ui.theme import look

_ROOM_FOR_MONTH = 760


class SessionsPage(Page):
    """Sessions planned and held."""

    name = "sessions"
    title = "Sessions"
    interests = frozenset({"sessions", "communities"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.season_panel = SeasonPanel()
        self.presenter = SessionsPresenter(desk, self, self.season_panel)
        self.doings = SessionDoings(desk)
        self.menus = SessionMenu(self, desk, self.doings)
        self.season_panel.serve(self.presenter.season)
        self.season_panel.themes.chosen.connect(lambda place: self.presenter.select(-place - 1))
        self._make_header()
        self.month_bar = MonthBar(self.presenter.turn)
        self.month = MonthView()
        self.month.chosen.connect(self.presenter.select)
        self.month.opened.connect(self.open_planner)
        self.month.day_opened.connect(self._plan_on)
        self.month.turned.connect(self.presenter.turn)
        self._make_filters()
        self._make_list()
        self._lay_out()
        self.use_panel(self.season_panel)
        self.season_panel.busy.connect(self._show_busy)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.season_panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.season_panel.create_season)

    def reload(self) -> None:
        """Read the sessions again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **argument: Any) -> None:  # noqa: ANN401 - see Page
        """Plan a season, select a session, or plan one."""
        if argument.get("season"):
            self.plan_season()
            self.presenter.season.paste_themes(argument.get("themes", ()))
        if session:
            self.presenter.arrive(session)
        if argument.get("new"):
            self.new_item()

    def settled(self) -> bool:
        """Whether the list has been read."""
        return self.presenter.loaded

    def new_item(self) -> None:
        """Plan a session at the time of the last one, two weeks on."""
        rows = self.presenter.rows
        last = rows[-1] if rows else None
        starts = last.starts + FORTNIGHT if last else self._next_afternoon()
        self._open_form(starts, last)

    def export(self) -> None:
        """Write the sessions to come as a calendar file."""
        self.doings.calendar(partial(self.menus.write_calendar, self.desk.community_name))

    def plan_season(self) -> None:
        """Open the panel that plans a season."""
        self.turn_to(self.stack, 0)
        self.presenter.season.open()
        self.show_panel()
        self._tell_primary()
        self.season_panel.begin()

    def hide_panel(self) -> None:
        """Put the season aside; the panel opens again as it was left."""
        super().hide_panel()
        self.presenter.season.close()
        self._tell_primary()
        self.table.setFocus()

    def close_season(self) -> None:
        """Hide the panel: the season is created."""
        self.hide_panel()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("New session", self.new_item, "plus", "Ctrl N"),
            Item("Plan a season", self.plan_season, "repeat"),
            Item("Calendar file of sessions to come", self.export, "download", "Ctrl E"),
        ]

    def open_planner(self, session_id: int) -> None:
        """Lead to the agenda of a session."""
        self.desk.go("planner", session=session_id)

    def fit(self, width: int, *, narrow: bool) -> None:
        """Columns leave, and the month becomes dots where there is little room."""
        step = next((s for s in range(2) if self.table.needed_width(s) <= width), 2)
        self.table.leave_out(step)
        self.month.show_dots(dots=narrow or self.height() / look().scale < _ROOM_FOR_MONTH)

    # what the presenter asks of the view

    def show_list(self, groups: Sequence[Group], counts: dict[str, int], subtitle: str) -> None:
        """Show the list, or the empty state where there are no sessions at all."""
        nothing = not counts[ALL] and not self.presenter.season.is_open
        self.turn_to(self.stack, 1 if nothing else 0)
        self.header.show_title("Sessions", subtitle)
        self.segments.offer(_SEGMENTS, self.presenter.chosen.which)
        self.segments.show_counts(counts)
        if self.by_kind.key != self.presenter.chosen.kind:
            self.by_kind.choose(self.presenter.chosen.kind)
        self.by_kind.setVisible(len(self.presenter.kinds) > 1)
        folding = [group for group in groups if group.foldable]
        folded = any(group.folded for group in folding)
        self.fold_button.relabel("Show all years" if folded else "Fold years")
        self.fold_button.setVisible(bool(folding))
        self._headings = {_heading(group): group for group in groups}
        self.table.show_groups(
            [(_heading(group), () if group.folded else group.rows) for group in groups]
        )

    def show_month(self, month: Month, selected: int | None) -> None:
        """Show a month and its name, and the kinds there are."""
        self.month_bar.show_month(month)
        self.month.show_month(month, selected)
        self.season_panel.show_kinds(list(month.kinds))
        self.season_panel.show_selected(selected)

    def show_debrief(self, debrief: OpenDebrief | None) -> None:
        """Say which debrief is still open."""
        self.debrief_line.show_debrief(debrief)

    def choose(self, session_id: int) -> None:
        """Select a session in the list."""
        now = self.table.current_row()
        if now is None or now.id != session_id:
            self.table.choose(lambda row: row.id == session_id)

    @property
    def month_title(self) -> Text:
        """The name of the month that shows."""
        return self.month_bar.month_title

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.header.progress.begin("Creating the sessions")
        else:
            self.header.progress.end()

    def _make_header(self) -> None:
        self.season_button = Button("Plan a season", self.plan_season, icon="repeat")
        self.new_button = Button(
            "New session", self.new_item, kind="primary", icon="plus", keys="Ctrl N"
        )
        self.file_button = Button("Calendar file (.ics)", self.export, icon="download")
        self._tell_primary()

    def _tell_primary(self) -> None:
        """Leave the one primary button to the panel while it is open."""
        planning = self.presenter.season.is_open
        self.new_button.kind = "secondary" if planning else "primary"
        others = [self.file_button] if planning else [self.file_button, self.season_button]
        self.header.set_actions(*others, primary=self.new_button)
        if planning:
            self.season_button.hide()

    def _make_filters(self) -> None:
        self.segments = Segments(_SEGMENTS, "Which sessions")
        self.segments.chosen.connect(lambda key: self.presenter.filter(which=key))
        self.by_kind = FilterMenu(
            "All kinds", lambda: [(kind, kind) for kind in self.presenter.kinds], "All kinds"
        )
        self.by_kind.chosen.connect(lambda key: self.presenter.filter(kind=key))
        self.fold_button = Button("Show all years", self.presenter.fold, kind="ghost")
        self.fold_button.hide()
        self.debrief_line = DebriefLine(lambda session: self.desk.go("debrief", session=session))
        self.filters = FilterBar(
            self.segments, self.by_kind, self.fold_button, right=[self.debrief_line]
        )

    def _make_list(self) -> None:
        self.table: RowTable[ListRow] = RowTable(
            columns(lambda: self.presenter.kinds, self.desk.clock.local),
            lambda row: f"Session {row.number}, {row.title}",
            key=lambda row: row.id,
            row_height=32,
        )
        self.table.setAccessibleName("Sessions")
        self.table.chosen.connect(lambda row: self.presenter.select(row.id))
        self.table.opened.connect(self._open_row)
        self.table.menu_wanted.connect(self._open_menu)
        self.table.clicked.connect(self._press_cell)

    def _lay_out(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.month_bar)
        column.addWidget(self.month)
        column.addWidget(hairline())
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self.stack.addWidget(work)
        self.stack.addWidget(scrolled(self._empty()))
        self.body.addWidget(holder, 1)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "calendar",
            "The sessions of this community will appear here",
            "Each with an agenda of timed blocks. Plan the first one from an agenda that "
            "comes with the program, then change it to your own.",
            [
                Button("Plan a session", self.new_item, kind="primary", icon="plus", keys="Ctrl N"),
                Button("Plan a season", self.plan_season, icon="repeat"),
            ],
        )

    def _next_afternoon(self) -> datetime:
        return datetime.combine(self.desk.clock.today() + timedelta(days=7), time(14))

    def _plan_on(self, day: date) -> None:
        rows = self.presenter.rows
        last = rows[-1] if rows else None
        at = last.starts.time() if last else time(14)
        self._open_form(datetime.combine(day, at), last)

    def _open_form(self, starts: datetime, like: SessionRow | None) -> None:
        shown = Shown("", starts, *(like.minutes, like.kind, like.place) if like else ())
        sources = self.presenter.sources()
        SessionForm(
            self, "Plan session", self.doings.add, self.desk.tell,
            today=self.desk.clock.today(), shown=shown, sources=sources,
        ).open()  # fmt: skip

    def _open_row(self, row: ListRow) -> None:
        if isinstance(row, ProposedRow):
            self.season_panel.themes.setFocus()
            self.season_panel.themes.edit()
        else:
            self.open_planner(row.id)

    def _press_cell(self, index: Any) -> None:  # noqa: ANN401 - QModelIndex
        line = self.table.rows.line(index.row())
        if isinstance(line, Section):
            group = self._headings.get(line)
            if group is not None and group.foldable:
                self.presenter.fold(group.key)
        elif self.table.rows.columns[index.column()].key == "remark":
            self._follow_remark(line)

    def _follow_remark(self, row: ListRow) -> None:
        if isinstance(row, ProposedRow):
            return
        words, tone = remark_of(row, self.desk.clock.local())
        if tone == "accent_text" and words.startswith("Start from"):
            self.doings.copy_earlier(row)
        elif tone == "accent_text":
            self.desk.go("attendance", session=row.id)

    def _open_menu(self, row: ListRow, at: QPoint) -> None:
        menu = menu_of(self.items_for(row), self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def items_for(self, row: ListRow) -> list[Item]:
        """Return what can be done to a session; one that is proposed has a theme only."""
        if isinstance(row, ProposedRow):
            return [Item("Name the theme", partial(self._open_row, row), "pencil", "Enter")]
        return self.menus.items_for(row)


def _heading(group: Group) -> Section:
    fold = " · show" if group.folded else " · fold" if group.foldable else ""
    return Section(group.title, f"{group.note}{fold}")


_SEGMENTS = ((UPCOMING, "Upcoming"), (HELD, "Held"), (ALL, "All"))
