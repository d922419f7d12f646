"""What the sidebar tells of an open workspace: one read after every change."""

from dataclasses import dataclass
from datetime import date, datetime

from workbench.communities.queries import CommunityRow, communities
from workbench.foundation.text import counted
from workbench.foundation.words import WaveState
from workbench.rosters.queries import member_count
from workbench.sessions.live_queries import ended_runs
from workbench.storage.backups import backups_of
from workbench.storage.workspace import Workspace
from workbench.surveys.queries import waves
from workbench.ui.kit.moments import moment_near
from workbench.ui.shell.sidebar import Badge, FileState, SidebarFacts

_LATE_DAYS = 7


@dataclass(frozen=True, slots=True)
class WorkspaceFacts:
    """The communities of the file and what is counted in the one that is shown."""

    communities: tuple[CommunityRow, ...]
    community: CommunityRow | None
    members: int
    open_waves: int
    ended: int
    protected: bool
    newest_backup: datetime | None
    undo: str = ""
    redo: str = ""

    @property
    def size(self) -> str:
        """The size of the community in words."""
        if not self.community:
            return "nothing in it yet"
        return counted(self.members, "member", "members") if self.members else "New, nobody yet"

    @property
    def badges(self) -> dict[str, Badge]:
        """Counts behind the names of pages."""
        made = {"people": Badge(f"{self.members:,}")} if self.members else {}
        if self.open_waves:
            made["surveys"] = Badge(f"{self.open_waves} open", asks=True)
        return made


def read_facts(workspace: Workspace, community_id: int) -> WorkspaceFacts:
    """Read the facts; an unknown community gives those of the first one, if there is any."""
    found = workspace.read(communities)
    shown = next((row for row in found if row.id == community_id), found[0] if found else None)
    copies = backups_of(workspace.path)
    members = open_waves = ended = 0
    if shown:
        members = workspace.read(member_count, shown.id, workspace.clock.today())
        rows = workspace.read(waves, shown.id)
        open_waves = len({row.asking_id for row in rows if row.state is WaveState.OPEN})
        ended = workspace.read(ended_runs, shown.id)
    return WorkspaceFacts(
        tuple(found), shown, members, open_waves, ended,
        workspace.protected, copies[0].when if copies else None,
        next(iter(workspace.undo_names), ""), next(iter(workspace.redo_names), ""),
    )  # fmt: skip


def file_state(
    name: str, *, protected: bool, newest: datetime | None, today: date, failed: str = ""
) -> FileState:
    """Return the file's row: amber after 7 days without backup, red if the last one failed."""
    safety = "Encrypted" if protected else "Not protected"
    if failed:
        return FileState(name, "the last backup failed", "danger", protected)
    if newest is None:
        return FileState(name, f"{safety} · no backup", "warn", protected)
    late = (today - newest.date()).days > _LATE_DAYS
    line = f"{safety} · backed up {moment_near(newest, today)}"
    return FileState(name, line, "warn" if late else "good", protected)


def sidebar_facts(
    facts: WorkspaceFacts, file: str, today: date, failed: str, *, scratch: bool = False
) -> SidebarFacts:
    """Return what the sidebar shows; `failed` tells that the last backup did not succeed.

    A scratch file says that nothing of it is kept.
    """
    state = file_state(
        file, protected=facts.protected, newest=facts.newest_backup, today=today, failed=failed
    )
    if scratch:
        state = FileState("The sample", "nothing is saved")
    name = facts.community.name if facts.community else "No community"
    return SidebarFacts(name, facts.size, facts.badges, state)
