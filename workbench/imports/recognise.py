"""What a file that was dropped holds, told by its content: a meeting, answers, figures, people."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from workbench.foundation.errors import UnreadableFile
from workbench.imports.figure_table import figure_table
from workbench.imports.meeting import PLAIN, looks_like_meeting
from workbench.imports.roster_table import has_people
from workbench.imports.survey_tools import looks_like_survey
from workbench.imports.tables import Sheet, SourceFile, read_source

_LOOK_AT = 300
Kind = Literal["attendance", "responses", "figures", "roster"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which import a file is for, and the words for what it is."""

    kind: Kind
    what: str


def recognise(path: Path) -> Recognised:
    """Return what the file at `path` is for; raises UnreadableFile where it is for no import."""
    return recognise_source(read_source(path))


def recognise_source(source: SourceFile) -> Recognised:
    """Return what a file that was read is for.

    Meeting and survey tools have marks of their own; then months beside numbers are figures, names
    or addresses a list of people, and a table of short answers a survey.
    """
    source = _beginning(source)
    meeting = looks_like_meeting(source)
    survey = None if meeting and meeting != PLAIN else looks_like_survey(source)
    if survey:
        return Recognised("responses", survey)
    if meeting:
        return Recognised("attendance", meeting)
    if _has_figures(source):
        return Recognised("figures", "Monthly figures")
    if has_people(source):
        return Recognised("roster", "List of people")
    if any(len(row) > 1 for sheet in source.sheets for row in sheet.rows):
        return Recognised("responses", "Table of answers")
    raise UnreadableFile(
        f"{source.name} is no meeting report, survey, list of people or table of figures.",
        "Open the page it belongs to and import it from there.",
    )


def _beginning(source: SourceFile) -> SourceFile:
    """Return the first rows of a file: they tell what it is."""
    sheets = tuple(Sheet(sheet.name, sheet.rows[:_LOOK_AT]) for sheet in source.sheets)
    return replace(source, sheets=sheets)


def _has_figures(source: SourceFile) -> bool:
    if has_people(source):
        return False
    try:
        return bool(figure_table(source).columns)
    except UnreadableFile:
        return False
