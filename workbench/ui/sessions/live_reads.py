"""What the Live page reads, and what its presenter asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.contributions.feed_queries import FeedRow, feed_rows
from workbench.contributions.names import Somebody
from workbench.contributions.queries import people_to_name
from workbench.contributions.rules import FeedFilter
from workbench.sessions.attendance_queries import Marking, MarkingRow, marking
from workbench.sessions.live_queries import LiveSession, live_session
from workbench.storage.workspace import Workspace
from workbench.ui.sessions.live_face import Face


@dataclass(frozen=True, slots=True)
class LiveRead:
    """What the page reads: the session, its lines to mark, what was captured, who is known."""

    live: LiveSession
    marking: Marking
    captured: tuple[FeedRow, ...]
    people: tuple[Somebody, ...]


class LiveView(Protocol):
    """What the presenter asks of the page."""

    def show_face(self, face: Face, chosen: int | None) -> None:
        """Show what changes with the clock, and which track the keys move."""
        ...

    def show_session(self, title: str) -> None:
        """Show which session it is."""
        ...

    def show_people(self, marking: Marking, found: Sequence[MarkingRow], typed: str) -> None:
        """Show who is here, and who was typed for or is not here yet."""
        ...

    def show_captured(self, rows: Sequence[FeedRow]) -> None:
        """Show what was captured in this session, newest first."""
        ...

    def give_back(self, line: str, problem: str) -> None:
        """Put a captured line that is in doubt back, and say why."""
        ...

    def show_nothing(self) -> None:
        """Say that there is no session to run."""
        ...


def read_live(workspace: Workspace, community: int, session: int) -> LiveRead:
    """Return everything the page shows of one session; raises NotFound."""
    live = workspace.read(live_session, session)
    return LiveRead(
        live,
        workspace.read(marking, session),
        tuple(workspace.read(feed_rows, community, FeedFilter(session_id=session))),
        tuple(workspace.read(people_to_name, community, live.detail.starts.date())),
    )
