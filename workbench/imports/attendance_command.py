"""A meeting file taken in from the command line, where nobody reviews it line by line."""

from dataclasses import replace
from pathlib import Path

from workbench.imports.attendance import plan_report, with_choices, write_report
from workbench.imports.attendance_choices import AttendanceChoices
from workbench.imports.attendance_import import AttendanceImport
from workbench.imports.names import read_name
from workbench.imports.questions import Question
from workbench.imports.tables import read_source
from workbench.storage.workspace import Workspace


def preview_attendance(
    workspace: Workspace,
    community: str,
    source: Path,
    choices: AttendanceChoices,
    *,
    guests: bool = False,
) -> AttendanceImport:
    """Return what the report in a file would change; writes nothing.

    `guests` adds everybody whom nobody on the roster is like.
    """
    plan = plan_report(workspace, community, read_source(source), choices)
    return _with_guests(plan) if guests else plan


def apply_attendance(
    workspace: Workspace,
    community: str,
    source: Path,
    choices: AttendanceChoices,
    *,
    guests: bool = False,
) -> AttendanceImport:
    """Take the report in a file into a session; lines that are not sure are left open."""
    plan = preview_attendance(workspace, community, source, choices, guests=guests)
    return write_report(workspace, _asked_about_nobody(plan))


def _with_guests(found: AttendanceImport) -> AttendanceImport:
    """Return the plan with everybody whom nobody on the roster is like as a guest.

    A telephone, a room or a device is nobody by itself, and stays open.
    """
    strangers = frozenset(
        line.index for line in found.unknown if read_name(line.attendee.name).kind == "person"
    )
    decisions = replace(found.choices.decisions, guests=strangers)
    return with_choices(found, replace(found.choices, decisions=decisions))


def _asked_about_nobody(found: AttendanceImport) -> AttendanceImport:
    """Return the plan, with a question where there is a roster and nobody of the file is on it.

    The file may be of another community; a session of nobody is made for none.
    """
    somebody = found.choices.decisions.any or any(line.person is not None for line in found.people)
    if somebody or not found.roster:
        return found
    likely = " for sure" if found.to_check else ""
    asked = Question(
        "nobody",
        f"Nobody in {found.file_name or 'the file'} is on the roster of {found.community}{likely}, "
        "so nothing was changed.",
        "Check --community and the file; add the people with --guests, or review it in the window.",
    )
    return replace(found, open_questions=(*found.open_questions, asked))
