"""What can be done to sessions from their list, without Qt; each is one undo step."""

from collections.abc import Callable
from datetime import datetime

from workbench.sessions.actions import (
    SessionDraft,
    add_session,
    cancel_session,
    delete_session,
    duplicate_session,
    restore_session,
)
from workbench.sessions.calendar_file import calendar_file
from workbench.sessions.copy_actions import add_session_like, start_from_session
from workbench.sessions.move_actions import move_session
from workbench.sessions.queries import SessionRow, calendar_entries, calendar_entry
from workbench.sessions.template_actions import add_session_from
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace
from workbench.ui.desk import Desk, Failed


class SessionDoings:
    """Adds, copies, moves, calls off, deletes and exports sessions of the desk's community."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def add(
        self, draft: SessionDraft, source: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Add a session that starts from an agenda, then open its planner."""
        community = self.desk.community
        kind, _, key = source.partition(":")

        def add(workspace: Workspace) -> Done[int]:
            if kind == "session":
                return workspace.perform(add_session_like, community, draft, int(key))
            if kind == "template":
                return workspace.perform(add_session_from, community, draft, key)
            return workspace.perform(add_session, community, draft)

        def added(session_id: int) -> None:
            done()
            self.desk.go("planner", session=session_id)

        self.desk.do(add, then=added, failed=failed)

    def copy_earlier(self, row: SessionRow) -> None:
        """Start an empty agenda from the earlier session it continues."""
        source = row.continues
        if source is not None:
            self.desk.do(
                lambda workspace: workspace.perform(start_from_session, row.id, source),
                said=f"Agenda of session {row.continues_number} copied.",
            )

    def duplicate(
        self, session_id: int, starts: datetime, done: Callable[[], None], failed: Failed
    ) -> None:
        """Add a copy of a session with its blocks at another time."""
        self.desk.do(
            lambda workspace: workspace.perform(duplicate_session, session_id, starts),
            then=lambda _: done(),
            said="Session duplicated with its agenda.",
            failed=failed,
        )

    def move(
        self, session_id: int, starts: datetime, done: Callable[[], None], failed: Failed
    ) -> None:
        """Move a session to another time with its agenda."""
        self.desk.do(
            lambda workspace: workspace.perform(move_session, session_id, starts),
            then=lambda _: done(),
            said="Session moved. Send its calendar file again to those who have it.",
            failed=failed,
        )

    def cancel(self, row: SessionRow) -> None:
        """Call a session off, and say what that means."""
        self.desk.do(
            lambda workspace: workspace.perform(cancel_session, row.id),
            said=f"{row.title} is cancelled and drops out of every rate.",
        )

    def restore(self, row: SessionRow) -> None:
        """Take a cancelled session back."""
        self.desk.do(
            lambda workspace: workspace.perform(restore_session, row.id),
            said=f"{row.title} is back in the plan.",
        )

    def delete(self, row: SessionRow) -> None:
        """Delete a session; Undo brings all of it back."""
        self.desk.do(
            lambda workspace: workspace.perform(delete_session, row.id),
            said=f"Deleted {row.title}.",
        )

    def calendar_of(self, session_id: int, write: Callable[[bytes], None]) -> None:
        """Read one session as a calendar file and hand it over."""
        self.desk.read(
            lambda workspace: calendar_file(*workspace.read(calendar_entry, session_id)), write
        )

    def calendar(self, write: Callable[[bytes], None]) -> None:
        """Read the sessions to come as a calendar file and hand it over, or say there are none."""
        community, today = self.desk.community, self.desk.clock.today()

        def made(workspace: Workspace) -> bytes:
            name, entries = workspace.read(calendar_entries, community, today)
            return calendar_file(name, entries) if entries else b""

        def arrived(content: bytes) -> None:
            if content:
                write(content)
            else:
                self.desk.say("There are no sessions to come, so there is nothing to export.")

        self.desk.read(made, arrived)
