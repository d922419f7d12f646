"""The sheet "You said, we did": what a wave said and what came of it, for everybody to see.

Its lines are the facilitator's own words; no figure and no answer of the survey stands on it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from workbench.communities.said_queries import SaidRow
from workbench.foundation.dates import full_date
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.pdf import print_pdf, print_pictures

SHEET_NAME: Final = "You said, we did"
_TEMPLATE: Final = "said.typ"


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What was said and what was done; `did` empty while it is open, `when` the day in words."""

    said: str
    did: str
    when: str


@dataclass(frozen=True, slots=True)
class SaidSheet:
    """The whole sheet: what was done first, what is open after it, each in the order kept."""

    head: Letterhead
    done: tuple[SaidLine, ...]
    still_open: tuple[SaidLine, ...]


def said_sheet(community: str, label: str, rows: Sequence[SaidRow], made_on: date) -> SaidSheet:
    """Return the sheet of a wave by its label."""
    lines = [
        (row, SaidLine(row.said, row.did, full_date(row.done_on) if row.done_on else ""))
        for row in rows
    ]
    done = tuple(line for row, line in lines if row.did)
    waits = tuple(line for row, line in lines if not row.did)
    return SaidSheet(
        Letterhead(
            community=community, sheet=label, heading=SHEET_NAME, made_on=made_on,
            line=f"What you told us in {label}, in our words, and what came of it",
        ),
        done,
        waits,
    )  # fmt: skip


def said_sheet_data(contents: SaidSheet, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/said.typ asks for."""
    found: dict[str, Any] = printable(
        paper_data(contents.head, paper)
        | {
            "done": [asdict(line) for line in contents.done],
            "still_open": [line.said for line in contents.still_open],
        }
    )
    return found


def said_sheet_pdf(contents: SaidSheet, paper: Paper = Paper.A4) -> bytes:
    """Return the sheet as a PDF; the same data gives the same bytes."""
    return print_pdf(_TEMPLATE, said_sheet_data(contents, paper), contents.head.made_on)


def said_sheet_pictures(
    contents: SaidSheet, paper: Paper = Paper.A4, ppi: float = 110.0
) -> list[bytes]:
    """Return its pages as PNG of `ppi` pixels per inch."""
    return print_pictures(_TEMPLATE, said_sheet_data(contents, paper), ppi)
