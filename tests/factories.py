"""Valid objects with sensible defaults, so that a new column does not touch every test."""

from datetime import date, datetime

from workbench.foundation.clock import FixedClock
from workbench.foundation.text import fold
from workbench.models.communities import Community
from workbench.rosters.actions import add_people
from workbench.rosters.rules import PersonDraft
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace

CLOCK = FixedClock(datetime(2026, 10, 13, 9, 0), "Europe/London")


@action("Make community")
def make_community(work: Work, name: str = "Bridges") -> int:
    """Add a community and return its number."""
    row = Community(name=name, folded_name=fold(name), zone="Europe/London")
    work.session.add(row)
    work.session.flush()
    return row.id


def community_with(workspace: Workspace, *names: str, joined_on: date | None = None) -> list[int]:
    """Make the community Bridges with these members; returns its number, then theirs."""
    community_id = workspace.perform(make_community).value
    drafts = [PersonDraft(name=name, joined_on=joined_on) for name in names]
    return [community_id, *workspace.perform(add_people, community_id, drafts).value]
