"""What Home reads: today's work first, then what takes arithmetic, each in one go."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.communities.queries import charter, workspace_setting
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.foundation.words import Mark, Role, SessionState, WaveState
from workbench.insights.people_queries import MemberRow, members
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of
from workbench.sessions.attendance_queries import records as session_records
from workbench.sessions.debrief_queries import open_debriefs
from workbench.sessions.debrief_rules import OpenDebrief
from workbench.sessions.engagement import likely_to_come, quiet_lately
from workbench.sessions.pre_work_queries import DuePreWork, pre_work_due
from workbench.sessions.queries import SessionRow, next_session, session_rows
from workbench.sessions.threshold_queries import engagement_thresholds
from workbench.storage.backups import backups_of
from workbench.storage.workspace import Workspace
from workbench.surveys.queries import WaveRow, waves

if TYPE_CHECKING:
    from workbench.insights.help_queries import HelpPoint
    from workbench.insights.measures import Measure
    from workbench.insights.queries import Series


@dataclass(frozen=True, slots=True)
class Coming:
    """The next session and who is likely to be there."""

    session: SessionRow
    likely: int
    apologies: int


@dataclass(frozen=True, slots=True)
class YourData:
    """How the file is kept: protected, when backed up last, where a second copy lies."""

    protected: bool
    backed_up: datetime | None
    file: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What a new community has done already, for the first steps."""

    purpose: bool
    people: int
    sessions: int
    marked: bool
    waves: int


@dataclass(frozen=True, slots=True)
class Today:
    """Today's work: sessions, pre-work due, promises, who has been quiet, the survey, the file."""

    facilitator: str
    coming: Coming | None
    later: tuple[SessionRow, ...]
    debriefs: tuple[OpenDebrief, ...]
    pre_work: tuple[DuePreWork, ...]
    promises: tuple[PromiseRow, ...]
    quiet: tuple[MemberRow, ...]
    open_waves: tuple[WaveRow, ...]
    data: YourData
    steps: Steps


@dataclass(frozen=True, slots=True)
class Figures:
    """What the strip shows: two series, the measures asked about, help across departments."""

    attendance: "Series"
    contributions: "Series"
    measures: "tuple[Measure, ...]"
    help: "tuple[HelpPoint, ...]"


def read_today(workspace: Workspace, community_id: int) -> Today:
    """Read today's work; light enough for the first thing painted."""
    clock = workspace.clock
    rows = workspace.read(session_rows, community_id)
    people = workspace.read(members, community_id, clock.today())
    asked = workspace.read(waves, community_id)
    marked = any(row.here is not None for row in rows)
    about = workspace.read(charter, community_id)
    ahead = _ahead(workspace, community_id, rows)
    return Today(
        workspace.read(workspace_setting, "facilitator"),
        _coming(workspace, community_id, ahead[0]) if ahead else None,
        tuple(ahead[1:3]),
        tuple(workspace.read(open_debriefs, community_id, clock.today())),
        tuple(workspace.read(pre_work_due, community_id, clock.today())),
        tuple(workspace.read(promises, community_id, clock.today(), only_open=True)),
        _quiet(workspace, community_id, people),
        tuple(wave for wave in asked if wave.state is WaveState.OPEN),
        _data(workspace),
        Steps(bool(about.purpose), len(people), len(rows), marked, len(asked)),
    )


def read_figures(workspace: Workspace, community_id: int) -> Figures:
    """Read what the strip shows; the arithmetic library is loaded here."""
    from workbench.insights.help_queries import help_by_session
    from workbench.insights.queries import attendance, contributions, measures

    today = workspace.clock.today()
    return Figures(
        workspace.read(attendance, community_id),
        workspace.read(contributions, community_id),
        tuple(workspace.read(measures, community_id, today)),
        tuple(workspace.read(help_by_session, community_id)),
    )


def _ahead(workspace: Workspace, community_id: int, rows: list[SessionRow]) -> list[SessionRow]:
    first = workspace.read(next_session, community_id, workspace.clock.now())
    places = [place for place, row in enumerate(rows) if row.id == first]
    after = rows[places[0] :] if places else []
    return [row for row in after if row.state is not SessionState.CANCELLED]


def _coming(workspace: Workspace, community_id: int, row: SessionRow) -> Coming:
    found = workspace.read(session_records, community_id)
    marks = workspace.read(marks_of, community_id).get(row.id, {})
    excused = frozenset(person for person, mark in marks.items() if mark is Mark.EXCUSED)
    expected = [
        one.person_id
        for one in workspace.read(roster, community_id, row.on)
        if one.role is not Role.GUEST
    ]
    past = [record for record in found if record.session != row.id and record.on < row.on]
    likely = likely_to_come(expected, past, excused)
    return Coming(row, round(likely), len(excused))


def _quiet(
    workspace: Workspace, community_id: int, people: list[MemberRow]
) -> tuple[MemberRow, ...]:
    by_id = {row.roster.person_id: row for row in people}
    found = workspace.read(session_records, community_id)
    thresholds = workspace.read(engagement_thresholds)
    return tuple(by_id[one.person] for one in quiet_lately(by_id, found, thresholds))


def _data(workspace: Workspace) -> YourData:
    copies = backups_of(workspace.path)
    newest = copies[0].when if copies else None
    return YourData(workspace.protected, newest, workspace.path.name)
