"""The sidebar's facts read again after changes: one read answers all that came meanwhile."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.ui.shell.open_desk import OpenDesk

if TYPE_CHECKING:  # the window is painted before the database library is loaded
    from workbench.storage.workspace import Workspace
    from workbench.ui.shell.facts import WorkspaceFacts

Take = Callable[["WorkspaceFacts"], None]


class FactsEcho:
    """Reads the facts of the open workspace and hands them on while it is still the open one."""

    def __init__(self) -> None:
        self._desk: OpenDesk | None = None
        self._waits = self._again = False

    def follow(self, desk: OpenDesk | None) -> None:
        """Read from this desk from now on; what is on its way from another one is dropped."""
        self._desk = desk
        self._waits = self._again = False

    def read(self, community_id: int, take: Take) -> None:
        """Read the facts with a community shown."""
        desk = self._desk
        if desk is None:
            return

        def job(workspace: "Workspace") -> "WorkspaceFacts":
            from workbench.ui.shell.facts import read_facts

            return read_facts(workspace, community_id)

        def arrived(facts: "WorkspaceFacts") -> None:
            if self._desk is desk:
                take(facts)

        desk.storage.run(lambda: job(desk.workspace), arrived, self._failed)

    def echo(self, take: Take) -> None:
        """Read again after a change; changes that come meanwhile share one more read."""
        if self._desk is None:
            return
        if self._waits:
            self._again = True
            return
        self._waits = True

        def taken(facts: "WorkspaceFacts") -> None:
            self._waits = False
            take(facts)
            if self._again:
                self._again = False
                self.echo(take)

        self.read(self._desk.community, taken)

    def _failed(self, error: Exception) -> None:
        self._waits = False
        if self._desk is not None:
            self._desk.tell(error)
