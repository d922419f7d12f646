"""What Home reads: today's work first, then what takes arithmetic, each in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from workbench.communities.queries import charter, workspace_setting
from workbench.contributions.promise_queries import PromiseRow, promises
from workbench.foundation.words import Mark, SessionState, WaveState
from workbench.insights.worth_queries import CallList, calls
from workbench.rosters.queries import roster
from workbench.sessions.attendance_queries import marks_of
from workbench.sessions.debrief_queries import open_debriefs
from workbench.sessions.debrief_rules import OpenDebrief
from workbench.sessions.likely_queries import likely_at
from workbench.sessions.open_marking_queries import OpenMarking, open_markings
from workbench.sessions.pre_work_queries import DuePreWork, pre_work_due
from workbench.sessions.queries import SessionRow, next_session, session_rows
from workbench.storage.backups import backups_of
from workbench.storage.workspace import Workspace
from workbench.surveys.queries import WaveRow, waves

if TYPE_CHECKING:
    from workbench.insights.help_queries import HelpPoint
    from workbench.insights.measures import Measure
    from workbench.insights.queries import Series

_MARKING_OPEN: Final = timedelta(days=28)


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
    """Today's work: sessions, marks missing, pre-work, promises, who to call, survey, the file."""

    facilitator: str
    coming: Coming | None
    later: tuple[SessionRow, ...]
    debriefs: tuple[OpenDebrief, ...]
    markings: tuple[OpenMarking, ...]
    pre_work: tuple[DuePreWork, ...]
    promises: tuple[PromiseRow, ...]
    quiet: CallList
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
    people = len({one.person_id for one in workspace.read(roster, community_id, clock.today())})
    asked = workspace.read(waves, community_id)
    marked = any(row.here is not None for row in rows)
    about = workspace.read(charter, community_id)
    ahead = _ahead(workspace, community_id, rows)
    return Today(
        workspace.read(workspace_setting, "facilitator"),
        _coming(workspace, community_id, ahead[0]) if ahead else None,
        tuple(ahead[1:3]),
        tuple(workspace.read(open_debriefs, community_id, clock.today())),
        _markings(workspace, community_id),
        tuple(workspace.read(pre_work_due, community_id, clock.today())),
        tuple(workspace.read(promises, community_id, clock.today(), only_open=True)),
        workspace.read(calls, community_id, clock.today()),
        _open_forms(asked),
        _data(workspace),
        Steps(bool(about.purpose), people, len(rows), marked, len(asked)),
    )


def _open_forms(asked: Sequence[WaveRow]) -> tuple[WaveRow, ...]:
    """Return one open wave for each form that is open, the one with most answers."""
    fullest: dict[int, WaveRow] = {}
    for wave in asked:
        if wave.state is WaveState.OPEN:
            before = fullest.setdefault(wave.asking_id, wave)
            fullest[wave.asking_id] = max(before, wave, key=lambda row: row.answered or 0)
    return tuple(fullest.values())


def read_figures(workspace: Workspace, community_id: int) -> Figures:
    """Read what the strip shows; the arithmetic library is loaded here."""
    from workbench.insights.help_queries import help_by_session
    from workbench.insights.measure_queries import measures
    from workbench.insights.queries import attendance, contributions

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
    marks = workspace.read(marks_of, community_id, row.on, row.on).get(row.id, {})
    apologies = sum(mark is Mark.EXCUSED for mark in marks.values())
    return Coming(row, workspace.read(likely_at, row.id), apologies)


def _markings(workspace: Workspace, community_id: int) -> tuple[OpenMarking, ...]:
    today = workspace.clock.today()
    return tuple(workspace.read(open_markings, community_id, today, today - _MARKING_OPEN))


def _data(workspace: Workspace) -> YourData:
    copies = backups_of(workspace.path)
    newest = copies[0].when if copies else None
    return YourData(workspace.protected, newest, workspace.path.name)
