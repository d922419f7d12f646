"""Which print of a session is wanted, and how."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.foundation.errors import BadInput
from workbench.reports.brief_contents import Paper
from workbench.sessions.sign_in_rules import NameOrder

BLANK_LINES: Final = 8
MOST_BLANK_LINES: Final = 200
EVERYBODY: Final = ""


class Sheet(StrEnum):
    """The prints of a session by the names the command line uses."""

    RUN = "run"
    AGENDA = "agenda"
    CUE = "cue"
    SIGN_IN = "sign-in"
    FIVE_MINUTES = "five-minutes"


SHEET_NAMES: Final = {
    Sheet.RUN: "Run sheet",
    Sheet.AGENDA: "Agenda for participants",
    Sheet.CUE: "Co-host cue card",
    Sheet.SIGN_IN: "Sign-in sheet",
    Sheet.FIVE_MINUTES: "Five-minute brief",
}


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """A print and its options; `cue_for` None finds a co-host, empty takes every block as theirs.

    `order` and `blank_lines` are those of the sign-in sheet.
    """

    sheet: Sheet
    paper: Paper = Paper.A4
    order: NameOrder = NameOrder.LAST
    blank_lines: int = BLANK_LINES
    cue_for: str | None = None


def checked_blank_lines(lines: int) -> int:
    """Return how many blank lines a sign-in sheet has; raises BadInput outside 0 to 200."""
    if not 0 <= lines <= MOST_BLANK_LINES:
        raise BadInput(
            f"A sign-in sheet cannot have {lines:,} blank lines.",
            f"Type a number from 0 to {MOST_BLANK_LINES}.",
            field="blank_lines",
        )
    return lines
