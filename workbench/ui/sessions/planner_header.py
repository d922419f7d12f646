"""The header of the planner: its buttons and what stands in its menu of more."""

from collections.abc import Callable
from functools import partial

from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import PageHeader
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter


class PlannerHeader:
    """Fills the header of the page: add a button to `buttons`, an entry to `items`."""

    def __init__(
        self,
        desk: Desk,
        presenter: PlannerPresenter,
        header: PageHeader,
        library: Callable[[], object],
    ) -> None:
        self.desk, self.presenter, self.header = desk, presenter, header
        self.library_button = Button("Library", library, icon="book")
        self.library_button.setToolTip("Method library (Ctrl+M)")
        self.start_button = Button("Start live", self.start_live, kind="primary", icon="play")
        header.show_way([("Sessions", lambda: desk.go("sessions"))])
        header.set_actions(*self.buttons(), primary=self.start_button)
        header.set_menu(self.items)

    def buttons(self) -> list[Button]:
        """Return the secondary buttons from left to right."""
        return [self.library_button]

    def items(self) -> list[Item]:
        """Return what stands in the menu of more, for the session as it is now."""
        sources = self.presenter.plan.sources if self.presenter.plan else ()
        return [
            Item("Edit session", self.presenter.edit_session, "pencil"),
            Item("Copy agenda", self.open_sources, "copy", enabled=bool(sources)),
        ]

    def show_plan(self, plan: Plan) -> None:
        """Say which session it is."""
        detail = plan.detail
        off = " · cancelled" if plan.is_cancelled else ""
        self.header.show_title(detail.title, f"Session {detail.number}{off}")
        self.start_button.setEnabled(not plan.is_cancelled)

    def show_nothing(self) -> None:
        """Say that there is no session."""
        self.header.show_title("Planner", "no session yet")
        self.start_button.setEnabled(False)

    def start_live(self) -> None:
        """Go to Live with this session."""
        if self.presenter.session is not None:
            self.desk.go("live", session=self.presenter.session)

    def open_sources(self) -> None:
        """Offer the sessions whose agenda can be copied."""
        plan = self.presenter.plan
        sources = plan.sources[:12] if plan else ()
        items = [
            Item(
                f"Session {row.number}: {row.title}, {row.agenda.end} min",
                partial(self.presenter.copy_from, row.id),
            )
            for row in sources
        ]
        pop_up(items, self.header, right=True)
