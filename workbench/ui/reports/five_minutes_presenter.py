"""The five-minute brief without Qt: the session to come, and questions marked as answered."""

from typing import TYPE_CHECKING, Protocol

from workbench.foundation.errors import NotFound
from workbench.foundation.words import PromiseState
from workbench.ui.desk import Desk

if TYPE_CHECKING:
    from workbench.contributions.promise_queries import PromiseRow
    from workbench.reports.prints.five_minutes import FiveMinutes
    from workbench.storage.workspace import Workspace


class FiveMinutesView(Protocol):
    """What the presenter asks of the page."""

    def show_brief(self, brief: "FiveMinutes") -> None:
        """Show the brief."""
        ...

    def show_nothing(self) -> None:
        """Say that no session is to come."""
        ...

    def settle_promise(self, row: "PromiseRow", state: PromiseState) -> None:
        """Settle a promise, or ask first what came of it."""
        ...


class FiveMinutesPresenter:
    """Holds which session was asked for; without one it is the next that comes."""

    def __init__(self, desk: Desk, view: FiveMinutesView) -> None:
        self._desk, self._view = desk, view
        self._wanted: int | None = None
        self.session: int | None = None
        self.loaded = False

    def arrive(self, session: int | None) -> None:
        """Turn to a session, or to the next that comes."""
        self._wanted = session
        self.load()

    def load(self) -> None:
        """Read the brief."""
        community, wanted = self._desk.community, self._wanted

        def read(workspace: "Workspace") -> "FiveMinutes | None":
            return _read(workspace, community, wanted)

        def failed(error: Exception) -> None:
            if isinstance(error, NotFound) and wanted is not None:
                self.arrive(None)  # undone or deleted meanwhile: on to the one that comes
                return
            self.loaded = True
            self._desk.tell(error)

        self._desk.read(read, self._show, failed)

    def mark_answered(self, question: int) -> None:
        """Mark a question as answered; the toast opens it again."""
        from workbench.contributions.question_actions import mark_answered

        self._desk.do(
            lambda workspace: workspace.perform(mark_answered, question),
            said="Marked as answered.",
        )

    def settle(self, promise_id: int, state: PromiseState) -> None:
        """Say what became of a promise; the toast takes it back."""
        from workbench.contributions.promise_queries import promise

        today = self._desk.clock.today()
        self._desk.read(
            lambda workspace: workspace.read(promise, promise_id, today),
            lambda row: self._view.settle_promise(row, state),
        )

    def _show(self, brief: "FiveMinutes | None") -> None:
        self.loaded = True
        if brief is None:
            self.session = None
            self._view.show_nothing()
        else:
            self.session = brief.session_id
            self._view.show_brief(brief)


def _read(workspace: "Workspace", community: int, wanted: int | None) -> "FiveMinutes | None":
    from workbench.reports.prints.print_queries import five_minutes_of
    from workbench.sessions.queries import next_session

    session = wanted or workspace.read(next_session, community, workspace.clock.now())
    if session is None:
        return None
    return workspace.read(five_minutes_of, session, workspace.clock.today())
