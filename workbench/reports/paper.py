"""What every print of a session shares: its head and foot as data, and words made fit for paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from workbench.foundation.dates import full_date
from workbench.foundation.tokens import tokens
from workbench.reports.brief_contents import Paper
from workbench.reports.pdf import PRINT_FONTS

HALF_SHEETS: Final = {Paper.A4: "a5", Paper.LETTER: "us-statement"}
_COLOURS: Final = (
    "text", "text_2", "text_3", "border", "border_strong", "border_control", "hover", "accent",
    "warn_mark",
)  # fmt: skip
_NOT_PRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]")
_LONG_WORD = re.compile(r"[^\s\u200b]{25,}")
_PIECE: Final = 12
_LARGE_TITLE, _SMALL_TITLE = 17.0, 12.5
_LONG_TITLE: Final = 70
_RUNNING: Final = 56


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a print: `sheet` is its name, `heading` its title, `line` what stands below.

    `private` is a warning in a frame, empty where anybody may read the page.
    """

    community: str
    sheet: str
    heading: str
    made_on: date
    about: str = ""
    when: str = ""
    line: str = ""
    private: str = ""


def paper_data(head: Letterhead, paper: Paper, *, half: bool = False) -> dict[str, Any]:
    """Return what resources/reports/paper.typ asks for; `half` prints on A5 or half a Letter."""
    palette = tokens().light
    running = " · ".join(part for part in (head.community, head.heading, head.when) if part)
    return {
        "paper": HALF_SHEETS[paper] if half else paper.value,
        "fonts": PRINT_FONTS,
        "colours": {name: getattr(palette, name) for name in _COLOURS},
        "words": {"page": "Page", "of": "of"},
        "title": f"{head.community}: {head.sheet.lower()}, {head.heading}",
        "community": head.community,
        "about": head.about,
        "sheet": head.sheet,
        "when": head.when,
        "private": head.private,
        "heading": head.heading,
        "title_size": _SMALL_TITLE if len(head.heading) > _LONG_TITLE else _LARGE_TITLE,
        "line": head.line,
        "running": cut(running, _RUNNING),
        "footer": f"Printed on {full_date(head.made_on)}",
    }


def printable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return data with its words fit for paper: nothing invisible, long words able to break."""
    if isinstance(value, str):
        return _LONG_WORD.sub(_with_breaks, _NOT_PRINTED.sub("", value))
    if isinstance(value, Mapping):
        return {key: printable(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [printable(item) for item in value]
    return value


def cut(text: str, letters: int) -> str:
    """Return the text, or its beginning with three dots where it is longer."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def _with_breaks(found: "re.Match[str]") -> str:
    word = found.group()
    return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
