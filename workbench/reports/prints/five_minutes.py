"""The five-minute brief before a session: whom to welcome, what is due, what to look out for.

It names people's absence, so it is for the facilitator alone: never part of anything handed out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, cut, paper_data, printable

FOR_YOU_ONLY: Final = (
    "For you only. It names who was away: not to be handed on or left lying about."
)
_CAPS: Final = (
    (8, 200), (7, 160), (6, 130), (5, 110), (4, 100), (3, 90), (2, 80), (1, 60), (1, 40),
)  # fmt: skip
_LONG_TEXT: Final = 3


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One thing to know: a name or a lead, the rest, and what it leads to on the screen."""

    lead: str
    rest: str = ""
    person_id: int | None = None
    question_id: int | None = None
    promise_id: int | None = None


@dataclass(frozen=True, slots=True)
class BriefPart:
    """One part: its title, a quiet note, its lines, and what is said where there are none.

    `beyond` counts things that the lines leave out already, `beyond_words` what they are.
    """

    key: str
    title: str
    note: str
    lines: tuple[BriefLine, ...]
    nothing: str
    beyond: int = 0
    beyond_words: str = ""


@dataclass(frozen=True, slots=True)
class FiveMinutes:
    """The whole brief of a session; `facts` are one-line answers, each after its label."""

    session_id: int
    head: Letterhead
    facts: tuple[tuple[str, str], ...]
    carried: tuple[str, str] | None
    parts: tuple[BriefPart, ...]


def shown_part(part: BriefPart, most: int) -> tuple[tuple[BriefLine, ...], str]:
    """Return the lines of a part that fit and the words for those left out: "and 7 more"."""
    lines = part.lines[:most]
    left = len(part.lines) - len(lines) + part.beyond
    if not left:
        return lines, ""
    of = f" {part.beyond_words}" if part.beyond and len(lines) == len(part.lines) else ""
    return lines, f"and {left:,} more{of}"


def five_minutes_tries(contents: FiveMinutes, paper: Paper) -> Iterator[dict[str, Any]]:
    """Yield what resources/reports/five-minutes.typ asks for, each with less than the one before.

    The longest lists are cut first: every list has at most the same number of lines.
    """
    for most, letters in _CAPS:
        yield five_minutes_data(contents, paper, most, letters)


def five_minutes_data(
    contents: FiveMinutes, paper: Paper, most: int = 8, letters: int = 200
) -> dict[str, Any]:
    """Return the data of the page with at most so many lines to a list and letters to a text."""
    carried = contents.carried
    found: dict[str, Any] = printable(
        paper_data(contents.head, paper)
        | {
            "heading": cut(contents.head.heading, letters),
            "facts": [(label, cut(text, letters)) for label, text in contents.facts],
            "carried": [carried[0], cut(carried[1], _LONG_TEXT * letters)] if carried else [],
            "parts": [_part(part, most, letters) for part in contents.parts],
        }
    )
    return found


def _part(part: BriefPart, most: int, letters: int) -> dict[str, Any]:
    lines, more = shown_part(part, most)
    return {
        "title": part.title,
        "note": part.note,
        "lines": [_cut_line(line, letters) for line in lines],
        "more": more,
        "nothing": "" if lines else part.nothing,
    }


def _cut_line(line: BriefLine, letters: int) -> dict[str, Any]:
    return asdict(line) | {"lead": cut(line.lead, letters), "rest": cut(line.rest, letters)}


def people_lines(lines: Sequence[BriefLine]) -> tuple[BriefLine, ...]:
    """Return lines about people by name, so that their order ranks nobody."""
    return tuple(sorted(lines, key=lambda line: line.lead.casefold()))
