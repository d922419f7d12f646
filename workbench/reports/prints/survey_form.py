"""The printed form of a survey: what people tick with a pen; every copy is the same, byte by byte.

Nothing on it tells one sheet from another: no number, no mark, no day of printing.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, cut, paper_data, printable
from workbench.reports.pdf import print_pdf, print_pictures, section_edges
from workbench.surveys.asking_rules import AskedForm, Block
from workbench.surveys.attended_band import LABELS, QUESTION
from workbench.surveys.instruments import Anchor, Instrument
from workbench.surveys.paper_rules import tells_codes
from workbench.surveys.suppression import distribution_from

_TEMPLATE: Final = "survey-form.typ"
_LONGEST_FOOTER: Final = 70
_NO_DAY: Final = date(2000, 1, 1)  # the template writes no date; the printing asks for one
_ROW_HEIGHTS: Final = ((31.0, 3), (31.0, 2), (27.0, 2), (23.0, 2), (20.0, 2))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column of boxes: a number, a label, or the number with its label."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A statement or question with its number on the form."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one questionnaire under the heads of their boxes."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """The whole form as it is printed; `comment` and `code` are empty where they are not asked."""

    community: str
    title: str
    about: str
    told: str
    tables: tuple[Table, ...]
    departments: tuple[str, ...]
    attended: tuple[str, ...]
    attended_asked: str
    comment: str
    code: str
    code_parts: tuple[str, ...]
    asked: str


def survey_form(asked: AskedForm, facilitator: str) -> SurveyForm:
    """Return what stands on the form; raises BadInput where a questionnaire has no wording."""
    for block in asked.blocks:
        _refuse_without_wording(block.instrument)
    length = counted(asked.minutes, "minute", "minutes")
    return SurveyForm(
        community=asked.community,
        title=f"{asked.community}, {asked.label}",
        about=f"How it feels to work and learn together · about {length}",
        told=_told(asked, clean(facilitator) or "The facilitator"),
        tables=_tables(asked.blocks),
        departments=asked.departments,
        attended=tuple(LABELS.values()) if asked.asks_attendance else (),
        attended_asked=QUESTION,
        comment="Anything to add? Please name nobody." if asked.asks_comment else "",
        code=_code_words() if asked.code_parts else "",
        code_parts=asked.code_parts,
        asked=_versions([block.instrument for block in asked.blocks]),
    )


def survey_form_pdf(asked: AskedForm, facilitator: str, paper: Paper = Paper.A4) -> bytes:
    """Return the form as a PDF, the same bytes for every copy; raises BadInput without wording."""
    return print_pdf(_TEMPLATE, _fitting(survey_form(asked, facilitator), paper), _NO_DAY)


def survey_form_pictures(
    asked: AskedForm, facilitator: str, paper: Paper = Paper.A4, ppi: float = 110.0
) -> list[bytes]:
    """Return its pages as PNG of `ppi` pixels per inch; raises BadInput without wording."""
    return print_pictures(_TEMPLATE, _fitting(survey_form(asked, facilitator), paper), ppi)


def survey_form_words(form: SurveyForm) -> str:
    """Return what stands on the form, for those who cannot see its pages."""
    lines = [f"{line.number}. {line.text}" for table in form.tables for line in table.lines]
    return "\n".join(
        part
        for part in (
            form.title, form.told, *lines, *form.departments, *form.attended, form.comment,
            form.code, *form.code_parts,
        )
        if part
    )  # fmt: skip


def survey_form_data(form: SurveyForm, paper: Paper, row: float, blank: int) -> dict[str, Any]:
    """Return what the template asks for: rows `row` points high, `blank` lines for a comment."""
    head = Letterhead(form.community, "Survey form", form.title, _NO_DAY)
    found: dict[str, Any] = printable(
        paper_data(head, paper) | asdict(form) | {"row": row, "blank": blank}
    )
    return found


@lru_cache(maxsize=8)
def _fitting(form: SurveyForm, paper: Paper) -> dict[str, Any]:
    """Return the roomiest data that stays on one page, or the roomiest of all where none does."""
    tries = [survey_form_data(form, paper, row, blank) for row, blank in _ROW_HEIGHTS]
    for data in tries:
        if all(edge.page == 1 for edge in section_edges(_TEMPLATE, data)):
            return data
    return tries[0]


def _tables(blocks: Sequence[Block]) -> tuple[Table, ...]:
    tables, number = [], 0
    for block in blocks:
        one = block.instrument
        lines = tuple(Line(number + at, item.text) for at, item in enumerate(one.items, 1))
        number += len(lines)
        tables.append(Table(_title(one), heads_of(one.anchors), lines))
    return tuple(tables)


def heads_of(anchors: Sequence[Anchor]) -> tuple[Head, ...]:
    """Return the heads of the boxes: labels where there are few, else codes with both ends told."""
    if not tells_codes(anchors):
        return tuple(Head("", anchor.label) for anchor in anchors)
    last = len(anchors) - 1
    return tuple(
        Head(str(anchor.code), anchor.label if at in (0, last) else "")
        for at, anchor in enumerate(anchors)
    )


def _title(instrument: Instrument) -> str:
    if instrument.lead_in:
        return instrument.lead_in
    recall = f", thinking of {instrument.recall}" if instrument.recall else ""
    return f"One tick in each line{recall}"


def _told(asked: AskedForm, who: str) -> str:
    """Return what the box says: the promise, and what becomes of the sheet itself."""
    marks = "no number, only the code you make up yourself" if asked.code_parts else "no number"
    comments = (
        f", and comments only from {distribution_from(asked.minimum_group)}"
        if asked.asks_comment
        else ""
    )
    style = ", so print your words, or leave the comment empty" if asked.asks_comment else ""
    sheet = (
        f"The sheet carries no name and {marks}. "
        f"{who} types the answers in mixed order and shreds the sheet."
    )
    if asked.promise:
        write = "Print your words, or leave the comment empty. " if asked.asks_comment else ""
        return f"{asked.promise} {sheet} {write}Leave out any line you like."
    return (
        f"Your answers are confidential. {sheet} "
        f"Results are shown only for groups of {asked.minimum_group} or more{comments}. "
        f"{who} runs the survey and could guess from handwriting or style{style}. "
        "Leave out any line you like."
    )


def _code_words() -> str:
    return (
        "Only if you want: with these answers this sheet can be laid beside your next one, without "
        "your name. Write the same each time. They are kept only scrambled, with a key that lies "
        "elsewhere and can be destroyed. Still, your answers are then pseudonymous: whoever holds "
        "that key and knows what you wrote could find them."
    )


def _versions(instruments: Sequence[Instrument]) -> str:
    """Return which questionnaires these are, so that an old sheet can be told from a new one."""
    first, *rest = (f"{one.title} {one.version}" for one in instruments)
    return cut(", ".join([first, *map(_within_a_sentence, rest)]), _LONGEST_FOOTER)


def _within_a_sentence(title: str) -> str:
    """Return a title with a small first letter, unless it holds a name or an abbreviation."""
    ordinary = title[1:] == title[1:].lower()
    return title[:1].lower() + title[1:] if ordinary else title


def _refuse_without_wording(instrument: Instrument) -> None:
    if not instrument.has_wording:
        raise BadInput(
            f"{instrument.title} has no wording yet, so it cannot be printed.",
            "Paste the wording you may use, or ask it in a form of your own and import the file.",
            field="instruments",
        )
