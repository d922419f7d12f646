"""Writing the prints of a wave as PDF: its form, and the sheet "You said, we did" after it."""

from pathlib import Path

from workbench.communities.queries import community_named, workspace_setting
from workbench.communities.said_queries import said_of
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.endings import wrong_ending
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.text import clean, fold, listed
from workbench.foundation.words import WaveState
from workbench.reports.brief_contents import Paper
from workbench.reports.prints.said_sheet import said_sheet, said_sheet_pdf
from workbench.reports.prints.survey_form import survey_form_pdf
from workbench.storage.workspace import Workspace
from workbench.surveys.asking_queries import AskingRow, askings, form_of
from workbench.surveys.asking_rules import AskedForm


def write_survey_form(
    workspace: Workspace, community_name: str, label: str, paper: Paper, out: Path
) -> None:
    """Write the form of a wave of a community; raises NotFound, BadInput, CannotSave."""
    _refuse_ending(out)
    community = workspace.read(community_named, community_name)
    asked, facilitator = read_form(workspace, asking_named(workspace, community.id, label))
    write_bytes(out, survey_form_pdf(asked, facilitator, paper))


def read_form(workspace: Workspace, asking_id: int) -> tuple[AskedForm, str]:
    """Return the form of an asking and the facilitator's name; raises NotFound."""
    return workspace.read(form_of, asking_id), workspace.read(workspace_setting, "facilitator")


def write_said_sheet(
    workspace: Workspace, community_name: str, label: str, paper: Paper, out: Path
) -> None:
    """Write "You said, we did" of a wave; raises NotFound, BadInput, CannotSave."""
    _refuse_ending(out)
    community = workspace.read(community_named, community_name)
    found = askings_named(workspace, community.id, label)
    waves = [wave.id for asking in found for wave in asking.waves]
    rows = [row for number in waves for row in workspace.read(said_of, community.id, number)]
    if not rows:
        raise BadInput(
            f"Nothing is written down after {found[0].label} yet.",
            "Say in the program what was said and what you did.",
            field="wave",
        )
    today = workspace.clock.today()
    contents = said_sheet(community.name, found[0].label, rows, today)
    write_bytes(out, said_sheet_pdf(contents, paper))


def asking_named(workspace: Workspace, community_id: int, label: str) -> int:
    """Return the number of the asking of that label, one not closed before closed ones.

    Raises NotFound naming the labels there are, BadInput where several could be meant.
    """
    found = askings_named(workspace, community_id, label)
    waiting = [row for row in found if row.state is not WaveState.CLOSED] or found
    if len(waiting) > 1:
        raise BadInput(
            f'Several forms are called "{waiting[0].label}".',
            "Print it in the program, where you see which one it is.",
            field="wave",
        )
    return waiting[0].id


def askings_named(workspace: Workspace, community_id: int, label: str) -> list[AskingRow]:
    """Return the askings of that label, at least one; raises NotFound naming what there is."""
    rows = workspace.read(askings, community_id)
    found = [row for row in rows if fold(row.label) == fold(label)]
    if not found:
        there = listed(list(dict.fromkeys(f'"{row.label}"' for row in rows)))
        raise NotFound(
            f'There is no wave called "{clean(label)}".',
            f"There are {there}." if there else "Plan one first.",
        )
    return found


def _refuse_ending(out: Path) -> None:
    if out.suffix.lower() != ".pdf":
        raise wrong_ending(out, "A print is written as .pdf", ".pdf")
