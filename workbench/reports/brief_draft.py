"""What the facilitator chose for a brief: sections in order, own words, the meeting, the paper."""

from datetime import date
from typing import Final

import msgspec

from workbench.reports.brief_contents import Paper, Statement

KEY_NUMBERS: Final = "headline"
CHANGES_SECTION: Final = "changes"
ASKS_SECTION: Final = "asks"
ATTENDANCE_SECTION: Final = "attendance"
_MEASURE, _FIGURE = "measure:", "figure:"


class BriefDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Choices that stay with the community; None means what is proposed, for paper what is usual.

    `sections` are keys in their order: "headline", "measure:<construct>", "figure:<number>",
    "changes", "asks", "attendance".
    """

    headline: str | None = None
    sections: tuple[str, ...] | None = None
    changes: tuple[Statement, ...] | None = None
    asks: tuple[Statement, ...] = ()
    start: date | None = None
    end: date | None = None
    meeting_on: date | None = None
    paper: Paper | None = None


def measure_section(construct: str) -> str:
    """Return the key of the section of a measure."""
    return f"{_MEASURE}{construct}"


def figure_section(number: int) -> str:
    """Return the key of the section of a business figure."""
    return f"{_FIGURE}{number}"


def draft_text(draft: BriefDraft) -> str:
    """Return the draft as it is kept in the workspace."""
    return msgspec.json.encode(draft).decode()


def draft_from(text: str) -> BriefDraft:
    """Return the draft kept in the workspace; what cannot be read any more is a new one."""
    try:
        return msgspec.json.decode(text or "{}", type=BriefDraft)
    except msgspec.DecodeError:
        return BriefDraft()
