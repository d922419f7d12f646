"""A meeting tool's report beside a session: the plan, then one step that undo takes back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.foundation.errors import NotFound, UnreadableFile
from workbench.foundation.text import clean
from workbench.imports.attendance_actions import learn_names, take_attendance
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_days import question_of_day
from workbench.imports.attendance_import import AttendanceImport
from workbench.imports.attendance_lines import lines_of, matches_of
from workbench.imports.attendance_plan import tool_of
from workbench.imports.attendance_queries import (
    SessionFacts,
    ignored_names,
    marks_of,
    roster_names,
    session_at,
    session_facts,
    session_of_file,
)
from workbench.imports.attendance_taking import file_to_take, learned_from
from workbench.imports.dates import DateOrder
from workbench.imports.kept_line_queries import files_in_session, kept_lines, owners_in_file
from workbench.imports.kept_lines import FileFacts
from workbench.imports.matching import Known
from workbench.imports.meeting import PLAIN, MeetingReport, read_meeting
from workbench.imports.questions import Question
from workbench.imports.roster_queries import community_number
from workbench.imports.survey_tools import looks_like_survey
from workbench.imports.tables import SourceFile
from workbench.sessions.attendance_queries import stays
from workbench.sessions.attendance_rules import expected_on
from workbench.storage.unit_of_work import Done
from workbench.storage.workspace import Workspace


def plan_report(
    workspace: Workspace, community: str, source: SourceFile, choices: AttendanceChoices
) -> AttendanceImport:
    """Return the plan for a report that was read."""
    name = clean(community)
    community_id = workspace.read(community_number, name)
    facts = _session_named(workspace, name, community_id, choices)
    if facts is None and community_id is not None:
        facts = _facts(
            workspace,
            community_id,
            workspace.read(session_of_file, community_id, source.fingerprint),
        )
    order = DateOrder(choices.dates) if choices.dates else None
    report = read_meeting(source, order=order, known=facts.starts if facts else None)
    if report.recognised_as == PLAIN and looks_like_survey(source):
        raise UnreadableFile(
            f"{source.name} holds answers to a survey, not who came.",
            "Import it on Surveys, or with: workbench import responses.",
        )
    if facts is None and community_id is not None and report.start is not None:
        same = workspace.read(session_at, community_id, report.shown_title, report.start)
        facts = _facts(workspace, community_id, same)
    known = _roster(workspace, community_id, report)
    ignored = workspace.read(ignored_names, tool_of(report), workspace.clock.today())
    files = workspace.read(files_in_session, facts.id) if facts else []
    owners = _owners(workspace, files, source)
    plan = AttendanceImport(
        community=name,
        report=report,
        choices=choices,
        people=(),
        roster=known,
        matches=matches_of(report, known, ignored, owners),
        session=facts,
        known=workspace.read(marks_of, facts.id) if facts else {},
        kept=workspace.read(kept_lines, facts.id) if facts else {},
        content_hash=source.fingerprint,
        file_name=source.name,
        members=_members(workspace, community_id, facts, report),
        files=files,
        new_community=community_id is None,
        open_questions=(
            *report.questions,
            *_when(report, facts, choices),
            *_not_before_today(workspace.clock.today(), source, report, facts),
        ),
    )
    return with_choices(plan, choices)


def with_choices(found: AttendanceImport, choices: AttendanceChoices) -> AttendanceImport:
    """Return the plan under other thresholds or decisions; the session stays what it is."""
    chosen = replace(found, choices=choices)
    people = lines_of(
        found.report, found.matches, chosen.thresholds, found.start, choices.decisions
    )
    return replace(chosen, people=people)


def write_report(workspace: Workspace, found: AttendanceImport) -> AttendanceImport:
    """Write a plan; nothing where a question is open, nothing where nothing would change."""
    if found.open_questions:
        return found
    done = perform_report(workspace, found)
    return replace(found, written=True, written_to=done.value)


def perform_report(workspace: Workspace, found: AttendanceImport) -> Done[int]:
    """Write a plan without open questions as one step; its value is the session's number."""
    if found.changes_nothing and found.session:
        return Done(found.session.id, None, frozenset())
    if not found.changed and found.choices.decisions.ignored and found.session is None:
        names = tuple(learned_from(found))
        step = workspace.perform(learn_names, found.tool, names)
        return Done(0, step.step, step.topics)
    return workspace.perform(take_attendance, found.community, file_to_take(found))


def _owners(
    workspace: Workspace, files: Sequence[FileFacts], source: SourceFile
) -> dict[tuple[str, str], int]:
    """Return whose each name of a file is, where it was taken into the session before."""
    own = next((each for each in files if each.content_hash == source.fingerprint), None)
    return workspace.read(owners_in_file, own.id) if own else {}


def _session_named(
    workspace: Workspace, community: str, community_id: int | None, choices: AttendanceChoices
) -> SessionFacts | None:
    """Return the session that was chosen by its number; raises NotFound."""
    if choices.session is None:
        return None
    if community_id is None:
        raise NotFound(f"There is no community {community}.", "Check its name, or use --create.")
    return _facts(workspace, community_id, choices.session)


def _facts(workspace: Workspace, community_id: int, session_id: int | None) -> SessionFacts | None:
    if session_id is None:
        return None
    return workspace.read(session_facts, community_id, session_id)


def _roster(
    workspace: Workspace, community_id: int | None, report: MeetingReport
) -> tuple[Known, ...]:
    if community_id is None:
        return ()
    today = workspace.clock.today()
    return tuple(workspace.read(roster_names, community_id, tool_of(report), today))


def _members(
    workspace: Workspace,
    community_id: int | None,
    facts: SessionFacts | None,
    report: MeetingReport,
) -> frozenset[int]:
    """Return who belongs to the community on the day of the file."""
    start = facts.starts if facts else report.start
    if community_id is None or start is None:
        return frozenset()
    return expected_on(workspace.read(stays, community_id), start.date())


def _when(
    report: MeetingReport, facts: SessionFacts | None, choices: AttendanceChoices
) -> list[Question]:
    """Return the question when the meeting was, where a session is to be made without knowing."""
    if facts is not None or not choices.create or report.start is not None or report.questions:
        return []
    return [
        Question(
            "when",
            "The file does not say when the meeting was.",
            "Make the session first and name it with --session ID.",
        )
    ]


def _not_before_today(
    today: date, source: SourceFile, report: MeetingReport, facts: SessionFacts | None
) -> list[Question]:
    """Return the question about a file or a session of a day that is still to come."""
    if report.questions or not question_of_day(facts, report.start, today):
        return []
    others = ((order, read_meeting(source, order=order).start) for order in DateOrder)
    asked = question_of_day(facts, report.start, today, others)
    return [asked] if asked else []
