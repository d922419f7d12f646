"""What the Live page reads, and what its presenter asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.contributions.capture_queries import capture_words
from workbench.contributions.capture_words import CaptureWords
from workbench.contributions.feed_queries import FeedRow, feed_rows
from workbench.contributions.rules import FeedFilter
from workbench.sessions.attendance_queries import Marking, MarkingRow, marking
from workbench.sessions.live_queries import LiveSession, live_session
from workbench.storage.workspace import Workspace
from workbench.ui.sessions.live_face import Face


@dataclass(frozen=True, slots=True)
class LiveRead:
    """What the page reads: the session, its lines to mark, captures and the words for them."""

    live: LiveSession
    marking: Marking
    captured: tuple[FeedRow, ...]
    words: CaptureWords


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

    def show_captured(self, rows: Sequence[FeedRow], kinds: Sequence[str]) -> None:
        """Show what was captured in this session, newest first, and the kinds offered."""
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
        workspace.read(capture_words, community, live.detail.starts.date()),
    )
