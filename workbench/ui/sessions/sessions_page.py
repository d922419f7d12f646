"""The Sessions page: a month above the list, the same session selected in both."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.dates import month_name
from workbench.foundation.words import SessionState
from workbench.sessions.queries import SessionRow
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.chips import Mark
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, Segments
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.panel import clear
from workbench.ui.kit.rows import Section
from workbench.ui.kit.table import PAGE_SIDE, RowTable
from workbench.ui.kit.text import Text
from workbench.ui.kit.themed import hairline
from workbench.ui.sessions.month_view import MonthView
from workbench.ui.sessions.session_form import SessionForm, Shown, WhenForm
from workbench.ui.sessions.session_words import remark_of
from workbench.ui.sessions.sessions_columns import columns
from workbench.ui.sessions.sessions_presenter import (
    ALL,
    HELD,
    UPCOMING,
    Month,
    Season,
    SessionsPresenter,
)
from workbench.ui.theme import look

_FORTNIGHT = timedelta(days=14)
_ROOM_FOR_MONTH = 760


class SessionsPage(Page):
    """Sessions planned and held."""

    name = "sessions"
    title = "Sessions"
    interests = frozenset({"sessions", "communities"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = SessionsPresenter(desk, self)
        self.header.set_actions(
            Button("Calendar file (.ics)", self.export, icon="download", keys="Ctrl E"),
            primary=Button(
                "New session", self.new_item, kind="primary", icon="plus", keys="Ctrl N"
            ),
        )
        self._make_month_bar()
        self.month = MonthView()
        self.month.chosen.connect(self.presenter.select)
        self.month.opened.connect(self.open_planner)
        self.month.day_opened.connect(self._plan_on)
        self.month.turned.connect(self.presenter.turn)
        self._make_filters()
        self._make_list()
        self._lay_out()

    def reload(self) -> None:
        """Read the sessions again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **argument: Any) -> None:  # noqa: ANN401 - see Page
        """Select a session."""
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
        starts = last.starts + _FORTNIGHT if last else self._next_afternoon()
        self._open_form(starts, last)

    def export(self) -> None:
        """Write the sessions to come as a calendar file."""
        self.presenter.calendar(self._write_calendar)

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("New session", self.new_item, "plus", "Ctrl N"),
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

    def show_list(self, seasons: Sequence[Season], counts: dict[str, int], subtitle: str) -> None:
        """Show the list, or the empty state where there are no sessions at all."""
        self.turn_to(self.stack, 0 if counts[ALL] else 1)
        self.header.show_title("Sessions", subtitle)
        self.segments.offer(_SEGMENTS, self.presenter.which)
        self.segments.show_counts(counts)
        self.by_kind.setVisible(len(self.presenter.kinds) > 1)
        self.table.show_groups([(Section(s.title, s.note), s.rows) for s in seasons])

    def show_month(self, month: Month, selected: int | None) -> None:
        """Show a month and its name, and the kinds there are."""
        self.month_title.say(f"{month_name(month.first)} {month.first.year}")
        self.month.show_month(month, selected)
        clear(self.legend)
        for place, kind in enumerate(month.kinds[:6]):
            self.legend.addWidget(Mark(place, kind))
            self.legend.addWidget(Text(kind, "caption", "text_2"))

    def choose(self, session_id: int) -> None:
        """Select a session in the list."""
        now = self.table.current_row()
        if now is None or now.id != session_id:
            self.table.choose(lambda row: row.id == session_id)

    def _make_month_bar(self) -> None:
        self.month_bar = QWidget()
        row = QHBoxLayout(self.month_bar)
        row.setContentsMargins(PAGE_SIDE, 8, PAGE_SIDE, 8)
        row.setSpacing(8)
        turn = self.presenter.turn
        row.addWidget(
            IconButton("chevron-left", "Month before", partial(turn, -1), kind="secondary")
        )
        row.addWidget(
            IconButton("chevron-right", "Month after", partial(turn, 1), kind="secondary")
        )
        self.month_title = Text("", "section")
        row.addWidget(self.month_title)
        row.addWidget(Button("Today", partial(turn, 0), kind="ghost"))
        row.addStretch(1)
        self.legend = QHBoxLayout()
        self.legend.setSpacing(8)
        row.addLayout(self.legend)

    def _make_filters(self) -> None:
        self.segments = Segments(_SEGMENTS, "Which sessions")
        self.segments.chosen.connect(lambda key: self.presenter.filter(which=key))
        self.by_kind = FilterMenu(
            "All kinds", lambda: [(kind, kind) for kind in self.presenter.kinds], "All kinds"
        )
        self.by_kind.chosen.connect(lambda key: self.presenter.filter(kind=key))
        self.filters = FilterBar(self.segments, self.by_kind)

    def _make_list(self) -> None:
        self.table: RowTable[SessionRow] = RowTable(
            columns(lambda: self.presenter.kinds, self.desk.clock.local),
            lambda row: f"Session {row.number}, {row.title}",
            key=lambda row: row.id,
            row_height=32,
        )
        self.table.setAccessibleName("Sessions")
        self.table.chosen.connect(lambda row: self.presenter.select(row.id))
        self.table.opened.connect(lambda row: self.open_planner(row.id))
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
            [Button("Plan a session", self.new_item, kind="primary", icon="plus", keys="Ctrl N")],
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
            self, "Plan session", self.presenter.add, self.desk.tell,
            today=self.desk.clock.today(), shown=shown, sources=sources,
        ).open()  # fmt: skip

    def _press_cell(self, index: Any) -> None:  # noqa: ANN401 - QModelIndex
        row = self.table.rows.row(index.row())
        if row is not None and self.table.rows.columns[index.column()].key == "remark":
            self._follow_remark(row)

    def _follow_remark(self, row: SessionRow) -> None:
        words, tone = remark_of(row, self.desk.clock.local())
        if tone == "accent_text" and words.startswith("Start from"):
            self.presenter.copy_earlier(row)
        elif tone == "accent_text":
            self.desk.go("attendance", session=row.id)

    def _open_menu(self, row: SessionRow, at: QPoint) -> None:
        menu = menu_of(self.items_for(row), self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def items_for(self, row: SessionRow) -> list[Item]:
        """Return what can be done to a session."""
        off = row.state is SessionState.CANCELLED
        items = [
            Item("Open planner", partial(self.open_planner, row.id), "list", "Enter"),
            Item(
                "Start live", partial(self.desk.go, "live", session=row.id), "play",
                enabled=not off,
            ),
            Item(
                "Mark attendance", partial(self.desk.go, "attendance", session=row.id),
                "attendance", enabled=not off,
            ),
            Item(
                "Five-minute brief", partial(self.desk.go, "five-minutes", session=row.id), "clock"
            ),
            Item("Prints", partial(self.desk.go, "prints", session=row.id), "printer"),
            Item("Duplicate", partial(self._duplicate, row), "copy"),
        ]  # fmt: skip
        if row.continues_number is not None:
            words = f"Start from session {row.continues_number}"
            items.append(Item(words, partial(self.presenter.copy_earlier, row), "repeat"))
        if off:
            items.append(Item("Restore", partial(self.presenter.restore, row), "undo"))
        else:
            cancel = partial(self.presenter.cancel, row)
            items.append(Item("Cancel session", cancel, "close", effect="leaves every rate"))
        items.append(Item("Delete", partial(self.presenter.delete, row), "trash", grave=True))
        return items

    def _duplicate(self, row: SessionRow) -> None:
        WhenForm(
            self, "Duplicate session", row.title, row.starts + _FORTNIGHT,
            partial(self.presenter.duplicate, row.id), self.desk.tell,
        ).open()  # fmt: skip

    def _write_calendar(self, content: bytes) -> None:
        suggested = f"{self.desk.community_name}.ics"

        def write(out: Path) -> None:
            said = f"Written to {out.name}."
            self.desk.run(lambda: write_bytes(out, content), lambda _: self.desk.say(said))

        self.desk.choose_new_file("Calendar file", suggested, write)


_SEGMENTS = ((UPCOMING, "Upcoming"), (HELD, "Held"), (ALL, "All"))
