"""The whole sample community as one use case."""

from workbench.communities.actions import set_workspace_setting
from workbench.imports import sample_documents as documents
from workbench.imports.sample_community_actions import (
    add_charter,
    add_circle,
    add_figures,
    add_goals,
)
from workbench.imports.sample_log_actions import add_contributions, add_promises, add_stories
from workbench.imports.sample_people_actions import add_members
from workbench.imports.sample_rooms_actions import add_rooms
from workbench.imports.sample_sessions_actions import add_attendance, add_debriefs, add_sessions
from workbench.imports.sample_surveys_actions import add_waves
from workbench.imports.sample_tables import (
    ContributionRow,
    PersonRow,
    PromiseRow,
    ReasonRow,
    SessionRow,
    StoryRow,
    WaveRow,
    rows,
    table,
)
from workbench.storage.unit_of_work import Work, action


@action("Add the sample community", "surveys")
def add_sample(work: Work) -> int:
    """Write the sample community Bridges and the Welcome circle; return the number of Bridges."""
    charter = documents.charter()
    reasons = rows("reasons.csv", ReasonRow)
    community_id = add_charter(work, charter, reasons)
    people = add_members(work, community_id, charter, rows("people.csv", PersonRow), reasons)
    figures = add_figures(work, community_id, charter.figures)
    goals = add_goals(work, community_id, charter.goals, people, figures)
    planned = rows("sessions.csv", SessionRow)
    zone, rule = charter.community.zone, charter.rhythms[0].rule
    sessions = add_sessions(work, community_id, zone, rule, planned, goals, documents.agendas())
    add_attendance(work, table("attendance.csv"), sessions, people)
    add_rooms(work, table("attendance.csv"), planned, sessions, people)
    add_debriefs(work, documents.debriefs(), sessions)
    given = rows("contributions.csv", ContributionRow)
    days = {row.number: row.date for row in planned}
    add_contributions(work, community_id, given, people, sessions, days)
    add_promises(work, community_id, rows("promises.csv", PromiseRow), people, sessions)
    add_stories(work, community_id, rows("stories.csv", StoryRow), people)
    add_waves(work, community_id, rows("waves.csv", WaveRow))
    set_workspace_setting(work, f"brief:{community_id}", documents.brief_draft())
    add_circle(work, documents.circle())
    return community_id
