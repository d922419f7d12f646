"""The planner without Qt: which session is planned, and what is done to its agenda as a whole."""

from collections.abc import Callable
from typing import Protocol

from workbench.sessions.actions import SessionDraft, edit_session
from workbench.sessions.template_actions import fill_from_template
from workbench.ui.desk import Desk, Failed
from workbench.ui.sessions.block_commands import AgendaView, BlockCommands
from workbench.ui.sessions.planner_plan import Plan, read_plan
from workbench.ui.sessions.track_commands import TrackCommands, TracksView


class PlannerView(AgendaView, TracksView, Protocol):
    """What the presenter asks of the page."""

    def show_plan(self, plan: Plan, selected: int | None) -> None:
        """Show the agenda with the selected block open in place."""
        ...

    def show_nothing(self) -> None:
        """Say that there is no session to plan."""
        ...

    def edit_session(self) -> None:
        """Open the form of the session."""
        ...


class PlannerPresenter:
    """Holds the plan that was read; `blocks` and `tracks` are the commands for what it holds.

    `saved` is the time at which the plan last changed while it showed, "09:41" or empty.
    """

    def __init__(self, desk: Desk, view: PlannerView) -> None:
        self.desk, self.view = desk, view
        self.blocks = BlockCommands(desk, view)
        self.tracks = TrackCommands(desk, view, self.blocks)
        self.session: int | None = None
        self.saved = ""
        self.loaded = False

    @property
    def plan(self) -> Plan | None:
        """The plan that shows."""
        return self.blocks.plan

    def arrive(self, session: int) -> None:
        """Plan another session."""
        if session != self.session:
            self.session, self.blocks.selected = session, None
            self.load()

    def load(self) -> None:
        """Read the session; without one, the next that comes."""
        community, wanted, now = self.desk.community, self.session, self.desk.clock.now()
        self.desk.read(lambda w: read_plan(w, community, wanted, now), self._show)

    def edit_session(self) -> None:
        """Change when, where and for how long the session is."""
        self.view.edit_session()

    def start_from(self, key: str, name: str) -> None:
        """Add the blocks of a template, found by its key."""
        session = self.session
        if session is not None:
            self.desk.do(
                lambda workspace: workspace.perform(fill_from_template, session, key),
                said=f"Started from {name}. Change it to your own.",
            )

    def change_session(
        self, draft: SessionDraft, _source: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Change what a form says of the session."""
        if self.plan is not None:
            session = self.plan.detail.id
            self.desk.do(
                lambda workspace: workspace.perform(edit_session, session, draft),
                then=lambda _: done(),
                failed=failed,
            )

    def _show(self, plan: Plan | None) -> None:
        self.loaded = True
        before = self.plan
        self.blocks.take(plan)
        if plan is None:
            self.view.show_nothing()
            return
        self.session = plan.detail.id
        if before is None or before.detail.id != self.session:
            self.saved = ""
        elif before != plan:
            self.saved = f"{self.desk.clock.local():%H:%M}"
        self.view.show_plan(plan, self.blocks.selected)
        self.blocks.shown()
