"""The header of the planner: its buttons and what stands in its menu of more."""

from collections.abc import Callable
from functools import partial

from workbench.ui.desk import Desk
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.menus import Item, pop_up
from workbench.ui.kit.page import PageHeader
from workbench.ui.sessions.planner_plan import Plan
from workbench.ui.sessions.planner_presenter import PlannerPresenter

_PRINTS = (
    ("run", "Run sheet"),
    ("agenda", "Agenda for participants"),
    ("cue", "Co-host cue card"),
    ("sign-in", "Sign-in sheet"),
)


class PlannerHeader:
    """Fills the header of the page: add a button to `buttons`, an entry to `items`."""

    def __init__(
        self,
        desk: Desk,
        presenter: PlannerPresenter,
        header: PageHeader,
        library: Callable[[], object],
        more: Callable[[], list[Item]],
    ) -> None:
        self.desk, self.presenter, self.header, self._more = desk, presenter, header, more
        self.library_button = Button("Library", library, icon="book")
        self.library_button.setToolTip("Method library (Ctrl+M)")
        self.prints_button = Button("Run sheet", self.offer_prints, icon="printer", menu_arrow=True)
        self.start_button = Button("Start live", self.start_live, kind="primary", icon="play")
        header.show_way([("Sessions", lambda: desk.go("sessions"))])
        header.set_actions(*self.buttons(), primary=self.start_button)
        header.set_menu(self.items)

    def buttons(self) -> list[Button]:
        """Return the secondary buttons from left to right."""
        return [self.prints_button, self.library_button]

    def items(self) -> list[Item]:
        """Return what stands in the menu of more, for the session as it is now."""
        return [
            Item("Edit session", self.presenter.edit_session, "pencil"),
            Item("Draw rooms", self.open_rooms, "people"),
            *self._more(),
        ]

    def open_rooms(self) -> None:
        """Go to the rooms of the selected block, or of the session."""
        if self.presenter.session is not None:
            block = self.presenter.blocks.block
            chosen = block.key if block is not None else 0
            self.desk.go("rooms", session=self.presenter.session, block=chosen)

    def show_plan(self, plan: Plan) -> None:
        """Say which session it is."""
        detail = plan.detail
        saved = self.presenter.saved
        more = f" · saved {saved}" if saved else ""
        more = " · cancelled" if plan.is_cancelled else more
        self.header.show_title(detail.title, f"Session {detail.number}{more}")
        self.start_button.setEnabled(not plan.is_cancelled)
        self.prints_button.setEnabled(True)

    def show_nothing(self) -> None:
        """Say that there is no session."""
        self.header.show_title("Planner", "no session yet")
        self.start_button.setEnabled(False)
        self.prints_button.setEnabled(False)

    def offer_prints(self) -> None:
        """Offer the run sheet and the other prints of this session."""
        below = self.prints_button if self.prints_button.isVisible() else self.header
        pop_up(self.prints(), below, right=True)

    def prints(self) -> list[Item]:
        """Return the prints of this session."""
        session = self.presenter.session
        go = self.desk.go
        brief = Item("Five-minute brief", partial(go, "five-minutes", session=session), "clock")
        return [
            Item(words, partial(go, "prints", session=session, sheet=sheet), "printer")
            for sheet, words in _PRINTS
        ] + [brief]

    def start_live(self) -> None:
        """Go to Live with this session."""
        if self.presenter.session is not None:
            self.desk.go("live", session=self.presenter.session)
