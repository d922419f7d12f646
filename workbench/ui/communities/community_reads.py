"""Everything the Community page shows, read in one go."""

from dataclasses import dataclass
from datetime import date

from workbench.communities.five_steps import CommunityFacts, Step, five_steps
from workbench.communities.queries import Charter, NormList, charter, norm_versions, themes
from workbench.communities.reason_queries import ReasonRow, reasons
from workbench.communities.rules import Theme
from workbench.foundation.words import Role
from workbench.impact.queries import FigureRow, figures
from workbench.insights.community_queries import GoalReading, community_facts, goal_readings
from workbench.insights.people_queries import member
from workbench.rosters.queries import RosterRow, roster
from workbench.sessions.attendance_rules import HERE
from workbench.sessions.goal_queries import GoalSession, goal_sessions
from workbench.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CommunityRead:
    """The charter with all that stands around it; `came` counts sessions (here, expected).

    `people` are those who belong today, each once; `came` holds sponsors alone, by person.
    """

    today: date
    charter: Charter
    versions: tuple[NormList, ...]
    themes: tuple[Theme, ...]
    reasons: tuple[ReasonRow, ...]
    goals: tuple[GoalReading, ...]
    facts: CommunityFacts
    steps: tuple[Step, ...]
    people: tuple[RosterRow, ...]
    came: dict[int, tuple[int, int]]
    sessions: tuple[GoalSession, ...]
    figures: tuple[FigureRow, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing of the charter has been written yet."""
        about = self.charter
        written = (about.purpose, about.norms, about.rhythms, self.goals, self.themes)
        return not any(written)


def read_community(workspace: Workspace, community_id: int, today: date) -> CommunityRead:
    """Return what the page shows of a community on a day; raises NotFound."""
    facts = workspace.read(community_facts, community_id, today)
    everyone = workspace.read(roster, community_id, today)
    people = tuple({row.person_id: row for row in everyone}.values())
    return CommunityRead(
        today=today,
        charter=workspace.read(charter, community_id),
        versions=tuple(workspace.read(norm_versions, community_id)),
        themes=tuple(workspace.read(themes, community_id)),
        reasons=tuple(workspace.read(reasons, community_id)),
        goals=tuple(workspace.read(goal_readings, community_id, today)),
        facts=facts,
        steps=five_steps(facts),
        people=people,
        came=_came(workspace, community_id, people, today),
        sessions=tuple(workspace.read(goal_sessions, community_id)),
        figures=tuple(workspace.read(figures, community_id, today)),
    )


def _came(
    workspace: Workspace, community_id: int, people: tuple[RosterRow, ...], today: date
) -> dict[int, tuple[int, int]]:
    found = {}
    for row in people:
        if row.role is Role.SPONSOR:
            detail = workspace.read(member, community_id, row.person_id, today)
            marks = [one.mark for one in detail.sessions if one.mark is not None]
            found[row.person_id] = (sum(mark in HERE for mark in marks), len(marks))
    return found
