"""The Attendance page: the grid of members and sessions, one key a mark, saved as typed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QStackedLayout, QWidget

from workbench.foundation.dates import short_day
from workbench.foundation.words import Mark
from workbench.sessions.attendance_rules import MARK_WORDS, HeadCount
from workbench.sessions.grid_rules import Grid
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button, IconButton
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.filters import FilterBar, FilterMenu, FindField
from workbench.ui.kit.hidden_names import hidden_cover
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.sessions.attendance_dialogs import ask_guest, ask_head_count
from workbench.ui.sessions.attendance_grid import AttendanceGrid
from workbench.ui.sessions.attendance_legend import Legend
from workbench.ui.sessions.attendance_lines import Line, people_by_name
from workbench.ui.sessions.attendance_presenter import AttendancePresenter
from workbench.ui.sessions.head_count_line import HeadCountLine
from workbench.ui.sessions.paste_presenter import Decided
from workbench.ui.sessions.rates_panel import RatesPanel


class AttendancePage(Page):
    """Members down, sessions across."""

    name = "attendance"
    title = "Attendance"
    interests = frozenset({"sessions", "rosters", "communities"})
    without_names = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = AttendancePresenter(desk, self)
        self._read = False
        self._make_header()
        self._make_filters()
        self._make_body()
        self.rates = RatesPanel(desk, self.presenter.people)
        self.use_panel(self.rates)
        QShortcut(QKeySequence("Ctrl+Shift+R"), self).activated.connect(self.type_paper)
        for button in self.findChildren(QAbstractButton):  # a press of the mouse takes no keys
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def reload(self) -> None:
        """Read the grid again, and the rates where they are shown."""
        self.presenter.load()
        if self.rates.isVisible():
            self.rates.load()

    def arrive(self, session: int = 0, **argument: Any) -> None:  # noqa: ANN401 - see Page
        """Begin with the first person without a mark at a session."""
        if session:
            self.presenter.arrive(session)
        self.grid.setFocus()

    def settled(self) -> bool:
        """Whether the grid has been read."""
        return self._read

    def focus_find(self) -> None:
        """Put the cursor into the field that jumps to a name."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def new_item(self) -> None:
        """Ctrl+N: a guest."""
        head = self.presenter.head
        self.grid.setFocus()
        if head is not None and not self.names_hidden:
            ask_guest(self, head, self.presenter.guest, self.desk.tell)

    def take_focus(self) -> None:
        """Work begins in the grid."""
        self.grid.setFocus()

    def escape(self) -> bool:
        """Esc: back from the find field to the grid, else close the rates."""
        if not self.find_field.hasFocus():
            return super().escape()
        self.grid.setFocus()
        return True

    def make_room(self, height: int) -> None:
        """Let the totals and the last people stand above a toast."""
        self.body.setContentsMargins(0, 0, 0, height)

    def export(self) -> None:
        """Write the grid as a workbook."""
        from workbench.ui.sessions.attendance_export import export_attendance_from

        self.grid.setFocus()
        export_attendance_from(self.desk)

    def import_report(self) -> None:
        """Bring in who was there from a meeting file."""
        self.grid.setFocus()  # where the review gives the focus back
        self.desk.bring_in("attendance")

    def type_paper(self) -> None:
        """Type back the row numbers of a printed sign-in sheet."""
        from workbench.ui.sessions.paper_dialog import PaperDialog

        head = self.presenter.head
        if head is not None and not self.names_hidden and self.presenter.may_begin(head):
            PaperDialog(self, self.desk, head).open()

    def paste(self, text: str) -> None:
        """Lay marks copied from a spreadsheet onto the grid, from the cursor on or by name."""
        from workbench.ui.sessions.paste_dialog import PasteDialog

        presenter = self.presenter
        reading = None if self.names_hidden else presenter.pasted(text)
        if reading is None:
            return
        if reading.unknown or reading.problems:
            people = {} if presenter.grid is None else people_by_name(presenter.grid)
            PasteDialog(self, reading, people, presenter.take_block).open()
        else:
            presenter.take_block(Decided(reading.block, []))

    def show_rates(self) -> None:
        """Show the rates beside the grid, or take them away again."""
        if self.rates.isVisible():
            self.hide_panel()
            return
        self.rates.load()
        self.show_panel()
        self.legend.hide()
        self.grid.setFocus()

    def hide_panel(self) -> None:
        """Hide the rates; the keys stand at the right again."""
        super().hide_panel()
        self.legend.setVisible(not self.narrow and not self.names_hidden)
        self.grid.setFocus()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            *self._bulk_items(),
            Item("Rates of this community", self.show_rates, "chart"),
            Item("Import a Teams or Zoom report", self.import_report, "upload"),
            Item("Export attendance to Excel", self.export, "download"),
        ]

    def fit(self, width: int, *, narrow: bool) -> None:
        """Show the newest sessions alone where the window is narrow."""
        self.presenter.fit(narrow=narrow)
        self.legend.setVisible(self._has_legend(narrow=narrow, hidden=self.names_hidden))

    def hide_names(self, *, hidden: bool) -> None:
        """Show how many were here at each session, and nobody's marks and rate; or all again."""
        for each in (self.find_field, self.by_department):
            each.setVisible(not hidden)
        self._enable_marking()
        self.cover.setVisible(hidden)
        self.legend.setVisible(self._has_legend(narrow=self.narrow, hidden=hidden))
        self.presenter.hide_names(hidden=hidden)
        self.rates.show_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor at the session to mark, so that the first key marks."""
        super().showEvent(event)
        self.grid.cells.letters = self.desk.settings.single_letter_keys
        self.presenter.shown = True
        if not event.spontaneous():
            self.presenter.come_back()
        self.grid.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """From now on every change is read when the page comes back."""
        super().hideEvent(event)
        self.presenter.shown = False

    # what the presenter asks of the view

    def show_grid(
        self, grid: Grid, lines: Sequence[Line], columns: Sequence[int], marking: int | None
    ) -> None:
        """Show the grid, or the empty state where there is nobody or no session."""
        self._read = True
        self._show_what_is_there(grid)
        self.grid.show_grid(grid, lines, columns, marking)
        departments, _ = self.presenter.choices()
        self.by_department.setVisible(bool(departments) and not self.names_hidden)

    def show_stroke(self, grid: Grid, row: int, column: int) -> None:
        """Show another mark in one cell, and its rates."""
        self.grid.show_stroke(grid, row, column)

    def show_title(self, subtitle: str) -> None:
        """Show sessions held and the running total."""
        self.header.show_title("Attendance", subtitle)
        self._enable_marking()

    def show_head_count(self, count: HeadCount | None, when: str) -> None:
        """Show the head-count of the session of the cursor beside the names."""
        self.head_count.show_count(count, when, lead=not self.names_hidden)

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        self.grid.go_to(row, column)

    def _enable_marking(self) -> None:
        """Offer guests and the rest where there is a session to mark and names are shown."""
        for button in (self.guest_button, self.everybody_button):
            button.setEnabled(self.presenter.head is not None and not self.names_hidden)

    def _has_legend(self, *, narrow: bool, hidden: bool) -> bool:
        return not (narrow or hidden or self.rates.isVisible())

    def _show_what_is_there(self, grid: Grid) -> None:
        place = 0 if grid.rows and grid.columns else 1 if not grid.rows else 2
        self.turn_to(self.stack, place)
        self.filters.setVisible(place == 0)

    def _make_header(self) -> None:
        self.export_button = Button("Export Excel", self.export, icon="download")
        self.guest_button = Button("Add guest", self.new_item, icon="user-plus")
        self.everybody_button = Button(
            "Mark the rest", self._open_bulk, icon="people", menu_arrow=True
        )
        self.header.set_actions(
            self.export_button,
            self.guest_button,
            self.everybody_button,
            primary=Button(
                "Import Teams or Zoom report", self.import_report, kind="primary", icon="upload"
            ),
        )

    def _make_filters(self) -> None:
        self.find_field = FindField("Jump to a name", width=224)
        self.find_field.setToolTip(
            "Two letters are enough; Enter goes back to the grid, where a letter that is no mark "
            "begins a name too"
        )
        self.find_field.textChanged.connect(self.presenter.jump)
        self.find_field.returnPressed.connect(self._end_find)
        self.by_department = FilterMenu(
            "All departments", lambda: self.presenter.choices()[0], "All departments"
        )
        self.by_department.chosen.connect(self._choose_department)
        self.by_session = FilterMenu(
            "All sessions", lambda: self.presenter.choices()[1], "All sessions"
        )
        self.by_session.chosen.connect(self._choose_sessions)
        self.legend = Legend()
        self.rates_button = IconButton("chart", "Rates of this community", self.show_rates)
        left = (self.find_field, self.by_department, self.by_session, self.rates_button)
        self.filters = FilterBar(*left, right=[self.legend])
        self.body.addWidget(self.filters)
        self.head_count = HeadCountLine(self._add_missing, side=PAGE_SIDE)
        self.body.addWidget(self.head_count)

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.grid = AttendanceGrid()
        self.grid.marked.connect(self._mark)
        self.grid.moved.connect(self.presenter.moved)
        self.grid.cells.pasted.connect(self.paste)
        self.grid.cells.typed.connect(self._begin_find)
        self.grid.heading_pressed.connect(self.presenter.fold)
        self.grid.sort_pressed.connect(self.presenter.sort)
        why = "The days stay above, and how many were here stays below."
        self.cover = hidden_cover(why, lambda: self.desk.hide_names(hidden=False))
        self.cover.hide()
        self.grid.cover_with(self.cover)
        self.stack.addWidget(self.grid)
        self.stack.addWidget(scrolled(self._nobody()))
        self.stack.addWidget(scrolled(self._no_session()))
        self.body.addWidget(holder, 1)

    def _add_missing(self) -> None:
        """Go on to somebody without a mark; where all have one, ask for a guest."""
        if self.presenter.to_unmarked():
            self.grid.setFocus()
        else:
            self.new_item()

    def _begin_find(self, letter: str) -> None:
        """A letter that is no mark begins the name to jump to."""
        if not self.names_hidden:
            self.find_field.setFocus()
            self.find_field.setText(letter)

    def _end_find(self) -> None:
        self.find_field.clear()
        self.grid.setFocus()

    def _choose_department(self, key: str) -> None:
        self.presenter.filter(department=key)
        self.grid.setFocus()

    def _choose_sessions(self, key: str) -> None:
        self.presenter.filter(sessions=key)
        self.grid.setFocus()

    def _mark(self, row: int, column: int, mark: Mark) -> None:
        if self.presenter.mark(row, column, mark):
            self.grid.step()

    def _open_bulk(self) -> None:
        button = self.everybody_button
        self.grid.setFocus()
        pop_up(self._bulk_items(), button if button.isVisible() else self.header, right=True)

    def _bulk_items(self) -> list[Item]:
        head, presenter = self.presenter.head, self.presenter
        if head is None or self.names_hidden:
            return []
        day = short_day(head.on)
        rest = [
            Item(
                f"Everybody else {MARK_WORDS[mark]} on {day}",
                partial(presenter.everybody, mark),
                "attendance" if mark is Mark.PRESENT else "",
            )
            for mark in (Mark.PRESENT, Mark.ABSENT)
        ]
        count = partial(ask_head_count, self, head, presenter.head_count, self.desk.tell)
        return [
            *rest,
            Item("Paste marks from a spreadsheet", self.grid.cells.paste, "table", keys="Ctrl V"),
            Item("Row numbers from paper", self.type_paper, "printer", keys="Ctrl Shift R"),
            Item(f"Head-count of {day}", count, "people"),
            Item(f"Clear the marks of {day}", presenter.clear, "undo"),
        ]

    def _nobody(self) -> EmptyState:
        return EmptyState(
            "people",
            "Add people first",
            "Attendance has one row for each member, so it needs members before sessions.",
            [Button("Go to People", lambda: self.desk.go("people"), kind="primary", icon="people")],
        )

    def _no_session(self) -> EmptyState:
        return EmptyState(
            "attendance",
            "Who came to each session will appear here",
            "One column for each session and one key for each person: "
            "here, late, apologies, missed.",
            [
                Button(
                    "Go to Sessions", lambda: self.desk.go("sessions"), kind="primary",
                    icon="calendar",
                )
            ],
        )  # fmt: skip
