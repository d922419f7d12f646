"""What the tests of attendance share: one community of a few people, with its sessions."""

from tests.factories import community_with
from tests.storage.session_rows import wall
from workbench.foundation.words import Mark
from workbench.sessions.actions import SessionDraft, add_session
from workbench.sessions.attendance_actions import mark_attendance
from workbench.storage.workspace import Workspace


class SessionDesk:
    """A community of these people, and sessions by date."""

    def __init__(self, workspace: Workspace, *names: str) -> None:
        self.workspace = workspace
        self.community, *self.people = community_with(workspace, *names)

    def session(self, starts: str, title: str = "Session") -> int:
        """Plan a session that starts at this wall time; returns its number."""
        draft = SessionDraft(title=title, starts=wall(starts))
        return self.workspace.perform(add_session, self.community, draft).value

    def mark(self, session: int, person: int, mark: Mark) -> None:
        """Mark one person."""
        self.workspace.perform(mark_attendance, session, person, mark)
