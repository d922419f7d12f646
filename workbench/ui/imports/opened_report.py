"""A meeting file opened for review: its plan, the people, and the sessions it may go into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.communities.queries import community
from workbench.foundation.dates import short_day
from workbench.foundation.words import SessionState
from workbench.imports.attendance import plan_report
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_import import AttendanceImport
from workbench.imports.dates import DateOrder
from workbench.imports.tables import SourceFile, read_source
from workbench.rosters.queries import roster
from workbench.sessions.queries import SessionRow, session_rows
from workbench.storage.workspace import Workspace
from workbench.ui.imports.attendance_shown import ShownPerson
from workbench.ui.imports.fitting_session import fitting_session


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A file beside the community: its plan, the people, the sessions it may go into."""

    source: SourceFile
    plan: AttendanceImport
    people: Mapping[int, ShownPerson]
    sessions: tuple[SessionRow, ...]


def open_report(
    workspace: Workspace, community_id: int, path: Path, into: int | None
) -> OpenedReport:
    """Read a file for the session it most likely belongs to; raises UnreadableFile.

    `into` is the session that a file dropped with this one went into.
    """
    source = read_source(path)
    sessions = tuple(
        row
        for row in workspace.read(session_rows, community_id)
        if row.state is not SessionState.CANCELLED and row.starts.date() <= workspace.clock.today()
    )
    name = workspace.read(community, community_id).name
    plan = _first_plan(workspace, name, source, sessions, into)
    return OpenedReport(source, plan, _people(workspace, community_id), sessions)


def session_choices(opened: OpenedReport, new: str) -> list[tuple[str, str]]:
    """Return (key, words) of each session the file may go into, the latest first; `new` last."""
    report = opened.plan.report
    day = f"{short_day(report.start.date())} · " if report.start else ""
    made = (new, f"New session: {day}{report.shown_title}")
    rows = sorted(opened.sessions, key=lambda row: row.starts, reverse=True)
    return [*((str(row.id), f"{short_day(row.on)} · {row.title}") for row in rows), made]


def _first_plan(
    workspace: Workspace,
    name: str,
    source: SourceFile,
    sessions: Sequence[SessionRow],
    into: int | None,
) -> AttendanceImport:
    """Return the plan for the session that the file most likely belongs to, or for a new one.

    A date that can be read two ways is read the way that meets a session.
    """
    plan = plan_report(workspace, name, source, AttendanceChoices())
    if any(question.about == "dates" for question in plan.open_questions):
        readings = [
            plan_report(workspace, name, source, replace(plan.choices, dates=order.value))
            for order in DateOrder
        ]
        fitting = [each for each in readings if fitting_session(sessions, each.report.start)]
        plan = fitting[0] if len(fitting) == 1 else plan
    if plan.session is not None:
        return plan
    near = fitting_session(sessions, plan.report.start, plan.report.title, into)
    choices = replace(plan.choices, session=near.id if near else None, create=near is None)
    return plan_report(workspace, name, source, choices)


def _people(workspace: Workspace, community_id: int) -> dict[int, ShownPerson]:
    return {
        row.person_id: ShownPerson(
            row.person_id,
            row.name,
            row.department.name if row.department else "",
            row.department.position if row.department else None,
        )
        for row in workspace.read(roster, community_id)
    }
