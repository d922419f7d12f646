"""What was said of a file of answers, and what it would bring: data, JSON and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.foundation.text import counted, listed
from workbench.imports.questions import Question
from workbench.imports.response_file import ResponseColumn, Responses
from workbench.imports.told_cells import A_DATE, A_TEXT, NO_ANSWER
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.suppression import SMALLEST_GROUP, too_few

_UNSAID = (A_TEXT, A_DATE)


@dataclass(frozen=True, slots=True)
class ResponseChoices:
    """What the user says of a file of answers.

    `columns` is "A,B,C" or "PREFIX_{}", `codes` "LABEL=NUMBER,...", `wheres` column to value;
    `department` names the column in which respondents chose their department themselves, `comment`
    that of their own words, `link` the parts of a linking code as "A,B,C". `duplicates` says which
    rows count where somebody seems to have answered twice, `sheet` which sheet of a workbook holds
    the answers; empty asks.
    """

    instrument: str
    wave: str
    closed_on: date
    invited: int | None = None
    columns: str | None = None
    codes: str | None = None
    wheres: Mapping[str, str] = field(default_factory=dict)
    department: str | None = None
    comment: str | None = None
    link: str | None = None
    duplicates: Literal["", "all", "last"] = ""
    sheet: str = ""
    minimum_group: int = SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class LabelRead:
    """An answer as it stands in the file, and the code it is read as; None where it is not.

    `known` tells that the words themselves said so, and not the number alone; `told` that somebody
    said what they mean.
    """

    text: str
    code: int | None
    known: bool
    told: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class ResponsesImport:
    """What a file of answers would bring, or has brought where `written`.

    `columns` are those of the items, `codes` the parts of the linking code for each sheet,
    `comments` in no order of the sheets, `departments` those that were chosen, `alike` the
    sheets of the file that could hold the answers. None of it is told when this is printed.
    """

    community: str
    wave: str
    responses: Responses
    items: tuple[tuple[str, str], ...] = ()
    columns: tuple[ResponseColumn, ...] = ()
    why: str = ""
    sheets: tuple[AnswerSheet, ...] = ()
    codes: tuple[tuple[str, ...], ...] = ()
    comments: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    labels: tuple[LabelRead, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    refused: tuple[tuple[str, str, int], ...] = ()
    asked: tuple[Question, ...] = ()
    alike: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    new_community: bool = False
    written: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """What must be decided before anything is written, each naming its option."""
        return tuple(str(question) for question in self.asked)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything, and what was assumed."""
        told = list(self.responses.warnings)
        if self.new_community:
            made = "was made" if self.written else "will be made"
            told.append(f"There was no community {self.community}, so it {made}.")
        if self.why:
            names = listed([f"{item} is {column.rstrip('. ')}" for item, column in self.items])
            told.append(f"Columns guessed, {self.why}: {names}.")
        if 0 < len(self.sheets) < SMALLEST_GROUP:
            told.append(f"A wave of {too_few(SMALLEST_GROUP)} shows nothing, to protect people.")
        told += [_refusal(*each) for each in self.refused]
        return tuple(told)

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        return {
            "recognised_as": self.responses.recognised_as,
            "rows_read": self.responses.rows_read,
            "rows_taken": len(self.sheets),
            "left_out": [{"reason": reason, "count": count} for reason, count in self.left_out],
            "items": dict(self.items),
            "dropped_columns": list(self.responses.dropped),
            "refused_values": [
                {"column": column, "value": value, "count": count}
                for column, value, count in self.refused
            ],
            "questions": list(self.questions),
            "alarms": list(self.alarms),
            "warnings": list(self.warnings),
            "written": self.written,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        few = len(self.sheets) < SMALLEST_GROUP
        taken = too_few(SMALLEST_GROUP) if few else counted(len(self.sheets), "answer", "answers")
        verb = "taken into" if self.written else "would be taken into"
        told = [f"{self.responses.recognised_as}: {taken} {verb} the wave {self.wave}."]
        told += [f"Left out: {count} ({reason})." for reason, count in self.left_out]
        along = {
            "what people wrote": self.comments,
            "the department they chose": self.departments,
            "their linking code as a keyed hash": self.codes,
        }
        if taken_along := [words for words, held in along.items() if held]:
            told.append(f"Taken along: {listed(taken_along)}.")
        if self.responses.dropped:
            told.append(f"Dropped before storing: {listed(list(self.responses.dropped))}.")
        return [*told, *self.warnings, *(f"Key alarm: {alarm}" for alarm in self.alarms)]


def _refusal(column: str, value: str, times: int) -> str:
    """Return what is said of cells that could not be read, without repeating what people wrote."""
    often = counted(times, "time", "times")
    if value in _UNSAID:
        return f"{column}: {value} is not on the scale and was refused {often}."
    if value in map(str, NO_ANSWER):
        return f"{column}: {value} stands for no answer and was refused {often}."
    return f"{column}: {value!r} is not on the scale and was refused {often}."
