"""Writing a print of a session as a PDF."""

from pathlib import Path

from workbench.communities.queries import community_named
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.errors import BadInput
from workbench.reports.prints.choices import PrintChoice
from workbench.reports.prints.plan_queries import session_of
from workbench.reports.prints.print_queries import read_print
from workbench.reports.prints.ready import print_file
from workbench.storage.workspace import Workspace


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
