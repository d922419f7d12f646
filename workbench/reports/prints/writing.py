"""Writing prints of a session: one as a PDF, or every one as pictures of its pages."""

from pathlib import Path

from workbench.communities.queries import community_named
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.endings import wrong_ending
from workbench.foundation.errors import BadInput
from workbench.foundation.text import listed
from workbench.reports.prints.choices import PrintChoice, Sheet, checked_blank_lines
from workbench.reports.prints.cue_card import may_be_same
from workbench.reports.prints.plan_queries import session_of
from workbench.reports.prints.print_queries import read_print
from workbench.reports.prints.ready import Print, print_file, print_pages
from workbench.storage.workspace import Workspace

_PICTURE_PPI = 110.0


def write_print(
    workspace: Workspace, community_name: str, session_id: int, choice: PrintChoice, out: Path
) -> None:
    """Write a print of a session of a community as a PDF; raises NotFound, BadInput, CannotSave."""
    if out.suffix.lower() != ".pdf":
        raise wrong_ending(out, "A print is written as .pdf", ".pdf")
    checked_blank_lines(choice.blank_lines)
    community = workspace.read(community_named, community_name)
    session = workspace.read(session_of, community.id, session_id)
    ready = workspace.read(read_print, session, choice, workspace.clock.today())
    _refuse_no_cue(ready, choice)
    write_bytes(out, print_file(ready))


def draw_prints(workspace: Workspace, session_id: int, folder: Path) -> list[Path]:
    """Draw every print of a session into PNG files, one to a page; raises CannotSave, NotFound."""
    today, made = workspace.clock.today(), []
    for sheet in Sheet:
        ready = workspace.read(read_print, session_id, PrintChoice(sheet), today)
        for number, page in enumerate(print_pages(ready, _PICTURE_PPI), 1):
            made.append(folder / f"print-{sheet.value}-{number}.png")
            write_bytes(made[-1], page)
    return made


def _refuse_no_cue(ready: Print, choice: PrintChoice) -> None:
    """Refuse a card by name for somebody who leads no block; raises BadInput."""
    who = choice.cue_for
    if choice.sheet is not Sheet.CUE or not who:
        return
    if any(may_be_same(lead, who) for lead in ready.leads):
        return
    named = f"Leading are {listed(ready.leads)}. " if ready.leads else ""
    raise BadInput(
        f"{who} leads no block of {ready.title}.",
        f"{named}Leave the name empty for every block.",
        field="cue_for",
    )
