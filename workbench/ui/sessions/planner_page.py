"""The planner: the agenda of one session, with starts worked out and what runs over said."""

from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.foundation.dates import weekday_and_day
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.empty import EmptyState
from workbench.ui.kit.menus import Item
from workbench.ui.kit.page import Page, scrolled
from workbench.ui.kit.table import PAGE_SIDE
from workbench.ui.sessions.agenda_dialogs import SplitDialog, TrackDialog
from workbench.ui.sessions.block_form import BlockPanel
from workbench.ui.sessions.library_panel import LibraryPanel
from workbench.ui.sessions.planner_agenda import PlannerAgenda
from workbench.ui.sessions.planner_empty import EmptyAgenda
from workbench.ui.sessions.planner_extras import PlannerExtras
from workbench.ui.sessions.planner_header import PlannerHeader
from workbench.ui.sessions.planner_panels import PlannerPanels
from workbench.ui.sessions.planner_parts import Facts, NoteLine, PlannerFoot
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter
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
        self.extras = PlannerExtras(desk, self.presenter, self)
        self.head = PlannerHeader(
            desk, self.presenter, self.header, self.toggle_library, self.extras.items
        )
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
        elif argument.get("library"):
            self.focus_find()
        elif "dialog" in argument:
            self.extras.open(argument["dialog"])
        if not argument:
            self.take_focus()

    def take_focus(self) -> None:
        """Work begins in the agenda, or with a template where it is empty."""
        if self.stack.currentWidget() is self.agenda:
            self.blocks.setFocus()
        elif not self.empty.take_focus():
            super().take_focus()

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
        self.library.keep()
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
            Item("Draw rooms", self.head.open_rooms, "people"),
            *self.head.prints(),
            *self.extras.items(),
        ]

    def edit_session(self) -> None:
        """Open the form of the session."""
        plan = self.presenter.plan
        if plan is None:
            return
        detail = plan.detail
        shown = Shown(
            detail.title, detail.starts, detail.minutes, detail.kind, detail.place, detail.note
        )
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
        self.note.show_note(detail.note)
        self.empty.show_choices(plan.templates, detail.minutes)
        self.turn_to(self.stack, 0 if plan.blocks or plan.pre_work else 1)
        self.extras.show_plan(plan)
        self.form.show_columns(plan.columns)
        self.agenda.show_plan(plan, selected)
        self.foot.show_plan(plan)
        self.foot.setVisible(bool(plan.blocks))
        self.library.show_plan(plan)
        self._show_in_form()

    def show_selected(self, selected: int | None) -> None:
        """Open another block in place, and in the form if that is open."""
        self.agenda.show_selected(selected)
        self._show_in_form()

    def edit_block(self, block: AgendaBlock, *, is_new: bool) -> None:
        """Open the form of a block."""
        self.form.show_block(block)
        self.panels.show("block")
        self.form.begin(with_title=is_new)

    def ask_split(self, block: AgendaBlock) -> None:
        """Ask after how many minutes a block is to be split."""
        SplitDialog(self, block, self.presenter.blocks.split).open()

    def write_method(self, block: AgendaBlock) -> None:
        """Begin an own method from a block, in the library."""
        self.panels.show("library")
        self.library.write_from_block(block)

    def edit_track(self, block: AgendaBlock, track: TrackPlan) -> None:
        """Open the form of a track."""
        keep = partial(self.presenter.tracks.keep, block.key, track.number)
        TrackDialog(self, track, keep).open()

    def show_nothing(self) -> None:
        """Lead to where sessions are planned."""
        self.turn_to(self.stack, 2)
        self.foot.hide()
        self.head.show_nothing()
        self.facts.show_facts("", "", "")
        self.note.show_note("")

    def _make_body(self) -> None:
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.facts = Facts()
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(PAGE_SIDE, 12, PAGE_SIDE, 4)
        column.addWidget(self.facts)
        self.note = NoteLine()
        column.addWidget(self.note)
        self.body.addWidget(top)
        self.agenda = PlannerAgenda(self.presenter, self.extras.cards)
        self.blocks = self.agenda.list
        self.stack.addWidget(self.agenda)
        self.empty = EmptyAgenda(
            self.presenter.start_from,
            self.presenter.blocks.add,
            self.extras.open_templates,
            self.extras.copy_blocks,
        )
        self.stack.addWidget(scrolled(self.empty))
        self.stack.addWidget(scrolled(self._nothing()))
        self.body.addWidget(holder, 1)
        self.foot = PlannerFoot()
        self.body.addWidget(self.foot)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "calendar",
            "Plan a session first",
            "An agenda belongs to a session with a day and a length.",
            [Button("Go to Sessions", lambda: self.desk.go("sessions"), kind="primary")],
        )

    def _show_in_form(self) -> None:
        block = self.presenter.blocks.block
        self.library.follow(block)
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
