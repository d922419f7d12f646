"""The sheet "You said, we did": what a survey brought up, and what was done, for the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from workbench.communities.said_queries import SaidRow
from workbench.foundation.dates import full_date
from workbench.foundation.errors import BadInput
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, paper_data, printable
from workbench.reports.pdf import print_pdf, print_pictures

_TEMPLATE: Final = "said.typ"


@dataclass(frozen=True, slots=True)
class SaidSheet:
    """The whole sheet: `lines` are what was said, what was done, and when, empty where unknown."""

    head: Letterhead
    lines: tuple[tuple[str, str, str], ...]


def said_sheet(
    community: str, about: str, wave: str, rows: Sequence[SaidRow], made_on: date
) -> SaidSheet:
    """Return the sheet of a wave; raises BadInput where nothing was written down yet."""
    if not rows:
        raise BadInput("Nothing was written down yet.", "Add what was said first.")
    head = Letterhead(
        community=community,
        about=about,
        sheet="You said, we did",
        heading="You said, we did",
        made_on=made_on,
        when=wave,
        line="What you told us in the survey, in our words, and what came of it.",
    )
    lines = ((row.said, row.did, full_date(row.done_on) if row.done_on else "") for row in rows)
    return SaidSheet(head, tuple(lines))


def said_data(sheet: SaidSheet, paper: Paper) -> dict[str, Any]:
    """Return what resources/reports/said.typ asks for."""
    lines = [{"said": said, "did": did, "day": day} for said, did, day in sheet.lines]
    found: dict[str, Any] = printable(paper_data(sheet.head, paper) | {"lines": lines})
    return found


def said_pdf(sheet: SaidSheet, paper: Paper) -> bytes:
    """Return the sheet as a PDF; the same sheet gives the same bytes."""
    return print_pdf(_TEMPLATE, said_data(sheet, paper), sheet.head.made_on)


def said_pictures(sheet: SaidSheet, paper: Paper, ppi: float) -> list[bytes]:
    """Return the pages of the sheet as PNG of `ppi` pixels per inch."""
    return print_pictures(_TEMPLATE, said_data(sheet, paper), ppi)
