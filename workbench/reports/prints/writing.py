"""Writing prints of a session: one as a PDF, or every one as pictures of its pages."""

from pathlib import Path

from workbench.communities.queries import community_named
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.errors import BadInput
from workbench.reports.prints.choices import PrintChoice, Sheet
from workbench.reports.prints.plan_queries import session_of
from workbench.reports.prints.print_queries import read_print
from workbench.reports.prints.ready import print_file, print_pages
from workbench.storage.workspace import Workspace

_PICTURE_PPI = 110.0


def write_print(
    workspace: Workspace, community_name: str, session_id: int, choice: PrintChoice, out: Path
) -> None:
    """Write a print of a session of a community as a PDF; raises NotFound, BadInput, CannotSave."""
    if out.suffix.lower() != ".pdf":
        raise BadInput(
            f"A print is written as .pdf, so {out.name} is not a name for it.",
            f"Try {out.with_suffix('.pdf').name}.",
        )
    community = workspace.read(community_named, community_name)
    session = workspace.read(session_of, community.id, session_id)
    ready = workspace.read(read_print, session, choice, workspace.clock.today())
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
