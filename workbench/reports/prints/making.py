"""From a choice to a page: what a print is made of is read at once, the page is made elsewhere."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session as Connection

from workbench.communities.queries import community_named
from workbench.foundation.atomic_file import write_bytes
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean
from workbench.reports.pdf import print_pdf, print_pictures
from workbench.reports.prints.choices import SHEET_NAMES, PrintChoice, Sheet
from workbench.reports.prints.cue_card import STEPS, cue_card, cue_card_data, leads_of
from workbench.reports.prints.fitting import fitted
from workbench.reports.prints.five_minutes import five_minutes_tries
from workbench.reports.prints.five_minutes_parts import five_minutes
from workbench.reports.prints.five_minutes_queries import brief_facts_of
from workbench.reports.prints.handout import handout, handout_data
from workbench.reports.prints.plan_queries import session_of, session_plan
from workbench.reports.prints.run_sheet import run_sheet, run_sheet_data
from workbench.reports.prints.sign_in import sign_in, sign_in_data
from workbench.sessions.sign_in_queries import sign_in_rows
from workbench.storage.workspace import Workspace

_TEMPLATES: Final = {
    Sheet.RUN: "run.typ",
    Sheet.AGENDA: "agenda.typ",
    Sheet.CUE: "cue.typ",
    Sheet.SIGN_IN: "sign-in.typ",
    Sheet.FIVE_MINUTES: "five-minutes.typ",
}
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', " "))
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Print:
    """A print ready to be made: data for its template, the roomiest first, and a file name.

    `leads` are those named in the agenda and `cue_for` is whose cue card it is.
    """

    sheet: Sheet
    tries: tuple[dict[str, Any], ...]
    made_on: date
    title: str
    file_name: str
    leads: tuple[str, ...] = ()
    cue_for: str = ""


def read_print(connection: Connection, session_id: int, choice: PrintChoice, today: date) -> Print:
    """Return what a print of a session is made of; raises NotFound and BadInput."""
    plan = session_plan(connection, session_id, today)
    name, paper = SHEET_NAMES[choice.sheet], choice.paper
    title = plan.detail.title
    tries: tuple[dict[str, Any], ...]
    cue_for = ""
    if choice.sheet is Sheet.RUN:
        tries = (run_sheet_data(run_sheet(plan), paper),)
    elif choice.sheet is Sheet.AGENDA:
        tries = (handout_data(handout(plan), paper),)
    elif choice.sheet is Sheet.CUE:
        card = cue_card(plan, choice.cue_for)
        tries, cue_for = tuple(cue_card_data(card, paper, step) for step in STEPS), card.who
    elif choice.sheet is Sheet.SIGN_IN:
        rows = sign_in_rows(connection, session_id, choice.order)
        tries = (sign_in_data(sign_in(plan, rows, choice.order, choice.blank_lines), paper),)
    else:
        contents = five_minutes(brief_facts_of(connection, session_id, today))
        tries = tuple(five_minutes_tries(contents, paper))
    day = plan.detail.starts.date().isoformat()
    return Print(
        choice.sheet, tries, today, title, _file_name(f"{day} {title}, {name.lower()}"),
        tuple(leads_of(plan)), cue_for,
    )  # fmt: skip


def print_file(ready: Print) -> bytes:
    """Return the print as a PDF; the same data gives the same bytes."""
    return print_pdf(_TEMPLATES[ready.sheet], _fitting(ready), ready.made_on)


def print_pages(ready: Print, ppi: float) -> list[bytes]:
    """Return the pages of a print as PNG of `ppi` pixels per inch."""
    return print_pictures(_TEMPLATES[ready.sheet], _fitting(ready), ppi)


def page_kind(ready: Print) -> str:
    """Return the name of the sheet of paper it is printed on, such as "a4" or "a5"."""
    return str(ready.tries[0]["paper"])


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


def _fitting(ready: Print) -> dict[str, Any]:
    template = _TEMPLATES[ready.sheet]
    return ready.tries[0] if len(ready.tries) == 1 else fitted(template, ready.tries)


def _file_name(words: str) -> str:
    name = clean(words.translate(_NOT_IN_NAMES))
    stem = "".join(letter for letter in name if letter.isprintable())[:_LONGEST_NAME]
    return f"{stem.strip(' .')}.pdf"
