"""What the tests of the parts of a session share: one with tracks, own columns and pre-work."""

from dataclasses import replace
from datetime import time

from tests.storage.session_rows import wall
from workbench.foundation.words import BlockKind
from workbench.sessions.actions import (
    SessionDraft,
    add_session,
)
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_lanes import everything
from workbench.sessions.pre_work_actions import (
    add_pre_work,
)
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.row_queries import agenda_blocks
from workbench.storage.workspace import Workspace

READ = PreWorkItem(0, "Read the two pages", "Everyone", 10, 3, "Two pages")


def planned(
    workspace: Workspace, community: int, slide: int, start: str = "2026-10-15T14:00"
) -> int:
    """Add a session with a value, two tracks, a locked start, and pre-work."""
    inside = AgendaBlock(-9, "Troika", 20, materials="Card, pens", values=((slide, "4"),))
    blocks = [
        AgendaBlock(-1, "Check-in", 10, values=((slide, "1"),), materials="Pens"),
        AgendaBlock(
            -2, "Rooms", 30, BlockKind.PRACTISE, locked_start=time(14, 15),
            tracks=(TrackPlan(1, "A", "Birch", "Ruth", (inside,)), TrackPlan(2, "B")),
        ),
    ]  # fmt: skip
    draft = SessionDraft(title="Handovers", starts=wall(start), minutes=60, kind="Deep dive")
    session = workspace.perform(add_session, community, draft, blocks).value
    workspace.perform(add_pre_work, session, READ)
    return session


def said(workspace: Workspace, session: int) -> list[tuple[object, ...]]:
    """Return what the blocks of a session say, without their keys."""
    return [
        (b.title, b.minutes, b.kind, b.locked_start, b.materials, [text for _, text in b.values],
         [(t.name, t.place, t.lead, len(t.blocks)) for t in b.tracks])
        for b in everything(workspace.read(agenda_blocks, session))
    ]  # fmt: skip


def pre_work_said(workspace: Workspace, session: int) -> list[PreWorkItem]:
    return [replace(item, key=0) for item in workspace.read(pre_work, session)]
