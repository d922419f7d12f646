"""The planner: the agenda of one session, with starts worked out and what runs over said."""

from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.sessions.agenda import AgendaBlock
from workbench.sessions.starter_agendas import starter_agendas
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item, menu_of
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.sessions.block_form import BlockPanel
from workbench.ui.sessions.block_list import BlockList
from workbench.ui.sessions.block_menu import block_items
from workbench.ui.sessions.library_panel import LibraryPanel
from workbench.ui.sessions.planner_header import PlannerHeader
from workbench.ui.sessions.planner_panels import PlannerPanels
from workbench.ui.sessions.planner_parts import AddRow, Facts, OverrunBar, PlannerFoot
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter
from workbench.ui.sessions.planner_strip import SessionStrip
from workbench.ui.sessions.session_form import SessionForm, Shown
from workbench.ui.sessions.session_words import span_words


class PlannerPage(Page):
    """One agenda."""

    name = "planner"
    title = "Planner"
    interests = frozenset({"sessions", "communities"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.presenter = PlannerPresenter(desk, self)
        self.head = PlannerHeader(desk, self.presenter, self.header, self.toggle_library)
        self._make_body()
        self.panels = PlannerPanels(self)
        self.form = BlockPanel(self.presenter.blocks.keep, desk.tell)
        self.panels.add("block", self.form)
        self.form.closed.connect(self._close_form)
        self.library = LibraryPanel(desk, self.presenter.blocks.add)
        self.panels.add("library", self.library)
        self.library.closed.connect(self.blocks.setFocus)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.toggle_library)

    def reload(self) -> None:
        """Read the session again."""
        self.presenter.load()

    def arrive(self, session: int = 0, **argument: Any) -> None:  # noqa: ANN401 - see Page
        """Plan a session."""
        if session:
            self.presenter.arrive(session)
        if "method" in argument:
            self.panels.show("library")
            self.library.open_method(argument["method"])
        if not argument:
            self.blocks.setFocus()

    def settled(self) -> bool:
        """Whether the session has been read."""
        return self.presenter.loaded

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the switch of single-letter keys."""
        super().showEvent(event)
        self.blocks.letters = self.desk.settings.single_letter_keys

    def may_leave(self) -> bool:
        """Keep what is being written, then go."""
        self.form.keep()
        return True

    def focus_find(self) -> None:
        """Ctrl+F: find a method."""
        self.panels.show("library")
        self.library.open()

    def toggle_library(self) -> None:
        """Ctrl+M: show the method library, or hide it and go on in the agenda."""
        if self.panels.toggle("library"):
            self.library.open()
        else:
            self.blocks.setFocus()

    def escape(self) -> bool:
        """Esc: from a method back to the list of methods, then as on every page."""
        return (self.panels.shows("library") and self.library.back()) or super().escape()

    def new_item(self) -> None:
        """Ctrl+N: a block."""
        self.presenter.blocks.add()

    def commands(self) -> list[Item]:
        """What the palette offers here."""
        return [
            Item("Add a block", self.presenter.blocks.add, "plus", "B"),
            Item("Edit this session", self.edit_session, "pencil"),
            Item("Method library", self.toggle_library, "book", "Ctrl M"),
            Item("Start live", self.head.start_live, "play"),
        ]

    def edit_session(self) -> None:
        """Open the form of the session."""
        plan = self.presenter.plan
        if plan is None:
            return
        detail = plan.detail
        shown = Shown(detail.title, detail.starts, detail.minutes, detail.kind, detail.place)
        SessionForm(
            self, "Change session", self.presenter.change_session, self.desk.tell,
            today=self.desk.clock.today(), shown=shown,
        ).open()  # fmt: skip

    # what the presenter asks of the view

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show the session and its agenda."""
        detail = plan.detail
        self.head.show_plan(plan)
        day = (
            f"{weekday_and_day(detail.starts.date())}, {span_words(detail.starts, detail.minutes)}"
        )
        self.facts.show_facts(day, detail.place, plan.goal)
        self.turn_to(self.stack, 0 if plan.blocks else 1)
        self.strip.show_agenda(detail.agenda)
        self.overrun.show_overruns(plan.overruns)
        self.blocks.show_plan(plan, selected)
        self.add_row.show_end(
            f"{detail.agenda.wall(detail.agenda.end):%H:%M}", over=bool(detail.agenda.over)
        )
        self.foot.show_plan(plan)
        self.foot.setVisible(bool(plan.blocks))
        self.library.show_plan(plan)
        self._show_in_form()

    def show_selected(self, selected: int | None) -> None:
        """Open another block in place, and in the form if that is open."""
        self.blocks.show_selected(selected)
        card = self.blocks.selected_card()
        if card is not None:
            self.area.ensureWidgetVisible(card, 0, 24)
        self._show_in_form()

    def edit_block(self, block: AgendaBlock, *, is_new: bool) -> None:
        """Open the form of a block."""
        self.form.show_block(block)
        self.panels.show("block")
        self.form.begin(with_title=is_new)

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        self.turn_to(self.stack, 2)
        self.foot.hide()
        self.head.show_nothing()
        self.facts.show_facts("", "", "")

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.facts = Facts()
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(PAGE_SIDE, 12, PAGE_SIDE, 4)
        row.addWidget(self.facts)
        self.body.addWidget(top)
        self.stack.addWidget(self._agenda())
        self.stack.addWidget(scrolled(self._empty()))
        self.stack.addWidget(scrolled(self._nothing()))
        self.body.addWidget(holder, 1)
        self.foot = PlannerFoot()
        self.body.addWidget(self.foot)

    def _agenda(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAGE_SIDE, 8, PAGE_SIDE, 20)
        column.setSpacing(10)
        self.strip = SessionStrip()
        self.overrun = OverrunBar(self.presenter.trim)
        self.blocks = BlockList(self._open_menu)
        self._connect(self.blocks)
        self.add_row = AddRow(self.presenter.blocks.add)
        for widget in (self.strip, self.overrun, self.blocks, self.add_row):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = scrolled(inside)
        return self.area

    def _connect(self, blocks: BlockList) -> None:
        commands = self.presenter.blocks
        blocks.chosen.connect(commands.select)
        blocks.stepped.connect(commands.step)
        blocks.moved.connect(commands.move)
        blocks.dropped.connect(commands.move_to)
        blocks.minutes_by.connect(commands.longer)
        blocks.minutes_set.connect(commands.set_minutes)
        blocks.add_wanted.connect(commands.add)
        blocks.edit_wanted.connect(commands.edit)
        blocks.duplicate_wanted.connect(commands.duplicate)
        blocks.delete_wanted.connect(commands.delete)

    def _empty(self) -> EmptyState:
        starters = [
            Button(
                f"{starter.name}, {starter.minutes} min",
                partial(self.presenter.start_from, f"starter:{key}", starter.name),
                kind="primary" if place == 0 else "secondary",
            )
            for place, (key, starter) in enumerate(
                sorted(starter_agendas().items(), key=lambda pair: abs(pair[1].minutes - 90))
            )
        ]
        return EmptyState(
            "list",
            "The agenda of this session will appear here",
            "Timed blocks with their starts worked out. Begin with one of these and change it, "
            "or add blocks one by one.",
            starters,
            Button("Add a single block", self.presenter.blocks.add, kind="link"),
        )

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "calendar",
            "Plan a session first",
            "An agenda belongs to a session with a day and a length.",
            [Button("Go to Sessions", lambda: self.desk.go("sessions"), kind="primary")],
        )

    def _show_in_form(self) -> None:
        block = self.presenter.blocks.block
        if not self.form.isVisibleTo(self):
            return
        if block is None:
            self.panels.hide("block")
            return
        if block.key != self.form.block:
            self.form.keep()
        self.form.show_block(block)

    def _close_form(self) -> None:
        self.form.keep()
        self.blocks.setFocus()

    def _open_menu(self, key: int, below: QWidget) -> None:
        self.presenter.blocks.select(key)
        menu = menu_of(block_items(self.presenter.blocks), below)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
