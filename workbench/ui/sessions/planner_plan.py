"""What the planner shows of one session, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workbench.communities.queries import goals
from workbench.foundation.words import SessionState
from workbench.sessions.agenda import AgendaBlock, PlacedBlock
from workbench.sessions.column_queries import columns
from workbench.sessions.column_rules import OwnColumn
from workbench.sessions.duration_queries import learned_durations
from workbench.sessions.durations import Learned, MethodRun, differs_clearly, learned_for
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.overrun import Overrun, overruns
from workbench.sessions.pre_work_queries import pre_work
from workbench.sessions.pre_work_rules import PreWorkItem
from workbench.sessions.queries import (
    SessionDetail,
    next_session,
    session_detail,
    session_rows,
)
from workbench.sessions.talk_balance import Voice, talk_balance
from workbench.sessions.template_queries import TemplateChoice, templates
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plan:
    """The session with its agenda, where it runs over, its goal, pre-work, own columns.

    `likely` people come to it; `durations` holds the runs of each method by its folded name.
    """

    detail: SessionDetail
    overruns: tuple[Overrun, ...]
    goal: str
    pre_work: tuple[PreWorkItem, ...] = ()
    columns: tuple[OwnColumn, ...] = ()
    templates: tuple[TemplateChoice, ...] = ()
    likely: int = 0
    durations: Mapping[str, Sequence[MethodRun]] = field(default_factory=dict)

    @property
    def is_cancelled(self) -> bool:
        """Whether the session was called off."""
        return self.detail.state is SessionState.CANCELLED

    @property
    def blocks(self) -> tuple[PlacedBlock, ...]:
        """The blocks of the agenda with their starts, those in tracks inside them."""
        return self.detail.agenda.blocks

    @property
    def everything(self) -> list[PlacedBlock]:
        """Every block, those in tracks after the one they run in."""
        return list(self.detail.agenda.everything)

    @property
    def unusual(self) -> dict[int, Learned]:
        """What the method of a block usually takes, by block, where the plan says otherwise."""
        found: dict[int, Learned] = {}
        for placed in self.everything:
            block = placed.block
            usual = learned_for(self.durations, block.method, self.likely or None)
            if usual is not None and differs_clearly(block.minutes, usual):
                found[block.key] = usual
        return found

    def own_values(self, block: AgendaBlock) -> list[tuple[str, str]]:
        """Return what a block says in own columns, by their names in their order."""
        said = dict(block.values)
        return [(column.name, said[column.id]) for column in self.columns if column.id in said]

    @property
    def balance(self) -> list[tuple[Voice, float]]:
        """Who talks and for which share of the minutes, those who never do left out."""
        minutes = talk_balance([placed.block for placed in self.blocks])
        whole = sum(minutes.values())
        return [(voice, spent / whole) for voice, spent in minutes.items() if spent]


def read_plan(
    workspace: Workspace, community: int, wanted: int | None, now: datetime
) -> Plan | None:
    """Return the plan of a session; without one, of the next that comes or the last there was."""
    rows = workspace.read(session_rows, community)
    session = wanted if wanted in {row.id for row in rows} else None
    session = session or workspace.read(next_session, community, now)
    session = session or (rows[-1].id if rows else None)
    if session is None:
        return None
    detail = workspace.read(session_detail, session)
    named = {goal.id: goal.title for goal in workspace.read(goals, community)}
    return Plan(
        detail,
        overruns(detail.agenda),
        named.get(detail.goal_id or 0, ""),
        tuple(workspace.read(pre_work, session)),
        tuple(workspace.read(columns, community)),
        tuple(workspace.read(templates)),
        workspace.read(likely_at, session),
        workspace.read(learned_durations),
    )
