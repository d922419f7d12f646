"""What stands on the one-page brief, as plain data; how it looks is the template's business."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.reports.charts import Panel

MOST_FIGURES = 4
HEADLINE_LETTERS = 140
HEADLINE = "Headline"
CHANGES = "What members changed at work"
ASKS = "What we ask of you"
QUESTIONS = "What we cannot tell yet"
CERTAINTY = "How sure are we?"


class Paper(StrEnum):
    """The sheets a brief is printed on, by the names Typst gives them."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence whose first words stand out."""

    lead: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure and the words below it; `source` says where it comes from and how counted."""

    value: str
    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class BriefChart:
    """A chart with its title and what it says below it; the scale stands beside the title."""

    title: str
    panel: Panel
    reading: Statement


@dataclass(frozen=True, slots=True)
class Changes:
    """What members changed at work, told without names."""

    statements: tuple[Statement, ...]


Cell = BriefChart | Changes


@dataclass(frozen=True, slots=True)
class BriefContents:
    """The whole page. `start` and `end` bound the period, `prepared_on` is the day it was made.

    `cells` stand two in a row; `certainty` can never be left out; `hidden_groups` counts
    departments that are not shown.
    """

    community: str
    about: str
    start: date
    end: date
    headline: str
    certainty: str
    prepared_on: date
    figures: tuple[KeyFigure, ...] = ()
    cells: tuple[Cell, ...] = ()
    asks: tuple[Statement, ...] = ()
    questions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    hidden_groups: int = 0
    prepared_by: str = ""
    meeting_on: date | None = None


def brief_texts(contents: BriefContents) -> list[tuple[str, str]]:
    """Return every text a person may have written into the brief, each after its section's name."""
    texts = [(HEADLINE, contents.headline)]
    texts += [("Key figures", figure.words) for figure in contents.figures]
    for cell in contents.cells:
        if isinstance(cell, Changes):
            texts += [(CHANGES, _whole(statement)) for statement in cell.statements]
        else:
            texts.append((cell.title, f"{cell.title} {_whole(cell.reading)}"))
    texts += [(ASKS, _whole(ask)) for ask in contents.asks]
    return texts + [(QUESTIONS, question) for question in contents.questions]


def _whole(statement: Statement) -> str:
    return f"{statement.lead} {statement.rest}".strip()
