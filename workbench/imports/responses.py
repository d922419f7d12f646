"""Bringing answers from a survey tool into a closed wave; who answered is dropped on reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted, listed
from workbench.imports.questions import Question
from workbench.imports.response_actions import take_answers
from workbench.imports.response_answers import ReadAnswers, read_answers, read_codes
from workbench.imports.response_columns import ItemColumns, find_items, told_columns
from workbench.imports.response_file import (
    Condition,
    RawResponses,
    ResponseColumn,
    Responses,
    without_identity,
)
from workbench.imports.roster_queries import community_number
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import SourceFile, read_source
from workbench.storage.workspace import Workspace
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import instrument_named
from workbench.surveys.suppression import SMALLEST_GROUP
from workbench.surveys.wave_figures import wave_figures

_NOTHING = ReadAnswers((), 0, 0, ())


@dataclass(frozen=True, slots=True)
class ResponseChoices:
    """What was said about a file of answers: its wave, where the items stand, what labels mean.

    `wheres` maps a column to the value its rows must have; `department` names the column in which
    the respondents chose one.
    """

    instrument: str
    wave: str
    closed_on: date
    invited: int | None = None
    columns: str | None = None
    codes: str | None = None
    wheres: Mapping[str, str] = field(default_factory=dict)
    department: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseImport:
    """What a file of answers holds for a wave, or has brought where `written`."""

    community: str
    instrument: Instrument
    choices: ResponseChoices
    responses: Responses
    items: Mapping[str, ResponseColumn]
    answers: ReadAnswers
    new_community: bool
    open_questions: tuple[Question, ...] = ()
    written: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """What must be decided before anything is written, each naming its option."""
        return tuple(str(question) for question in self.open_questions)

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """What was not taken and how often: rows by their reason, then values off the scale."""
        rows = self.responses.left_out
        if self.answers.empty:
            rows = (*rows, ("nothing answered", self.answers.empty))
        if self.answers.off_scale and not self.open_questions:
            rows = (*rows, ("no answer on the scale", self.answers.off_scale))
        refused = self.answers.refused
        if not refused:
            return rows
        shown = listed([value or "blank" for value, _ in refused[:5]])
        reason = f"value outside the scale, taken as not answered: {shown}"
        return (*rows, (reason, sum(count for _, count in refused)))

    @property
    def alarms(self) -> tuple[str, ...]:
        """What the answers say about their own key: items that run against the others."""
        if not self.answers.sheets:
            return ()
        figures = wave_figures(
            self.instrument,
            self.answers.sheets,
            minimum_group=SMALLEST_GROUP,
            invited=self.choices.invited,
        )
        return figures.alarms

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything."""
        made = "was made" if self.written else "will be made"
        new = (f"There was no community {self.community}, so it {made}.",)
        return (
            *(new if self.new_community else ()),
            *self.responses.warnings,
            *self.answers.warnings,
        )

    def as_json(self) -> dict[str, object]:
        """Return the shape that the command line prints."""
        return {
            "recognised_as": self.responses.recognised_as,
            "rows_read": self.responses.rows_read,
            "rows_taken": len(self.answers.sheets),
            "left_out": [{"reason": reason, "count": count} for reason, count in self.left_out],
            "items": {key: column.label for key, column in self.items.items()},
            "dropped_columns": list(self.responses.dropped),
            "questions": list(self.questions),
            "warnings": list(self.warnings),
            "alarms": list(self.alarms),
            "written": self.written,
        }

    def lines(self) -> list[str]:
        """Return what came of it in plain sentences."""
        if self.questions:
            return []
        verb = "taken" if self.written else "would be taken"
        read = counted(self.responses.rows_read, "row", "rows")
        left = [f"{count:,} left out: {reason}." for reason, count in self.left_out]
        items = ", ".join(f"{key} = {column.label}" for key, column in self.items.items())
        dropped = listed(list(self.responses.dropped))
        return [
            f"{self.responses.recognised_as}, {read}: {len(self.answers.sheets):,} {verb}.",
            f"Items: {items}.",
            *left,
            *([f"Dropped because they tell who answered: {dropped}."] if dropped else []),
            *self.warnings,
            *self.alarms,
        ]


def preview_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponseImport:
    """Return what a file of answers holds for a wave; writes nothing."""
    return plan_answers(workspace, community, read_source(source), choices)


def apply_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponseImport:
    """Take a file of answers into a closed wave."""
    return write_answers(
        workspace, plan_answers(workspace, community, read_source(source), choices)
    )


def plan_answers(
    workspace: Workspace, community: str, source: SourceFile, choices: ResponseChoices
) -> ResponseImport:
    """Return the plan for a file that was read; raises BadInput for what was said wrongly."""
    name = clean(community)
    instrument = workspace.read(instrument_named, choices.instrument)
    raw = read_survey(source)
    found, responses = _items(instrument, raw, choices)
    plan = ResponseImport(
        community=name,
        instrument=instrument,
        choices=choices,
        responses=responses,
        items=found.columns,
        answers=_NOTHING,
        new_community=workspace.read(community_number, name) is None,
    )
    if found.question:
        return replace(plan, open_questions=(found.question,))
    codes = read_codes(choices.codes)
    department = _department(raw, responses, choices)
    answers = read_answers(instrument, responses, found.columns, codes, department)
    questions = (answers.question,) if answers.question else ()
    return replace(plan, answers=answers, open_questions=questions)


def write_answers(workspace: Workspace, found: ResponseImport) -> ResponseImport:
    """Write a plan; nothing where a question is open. Raises BadInput where nobody answered."""
    if found.open_questions:
        return found
    if not found.answers.sheets:
        raise BadInput(
            "No row of the file holds an answer to take in.", "Check --columns and --where."
        )
    choices = found.choices
    workspace.perform(
        take_answers,
        found.community,
        found.instrument.id,
        choices.wave,
        choices.closed_on,
        found.answers.sheets,
        choices.invited,
    )
    workspace.compact()
    return replace(found, written=True)


def _items(
    instrument: Instrument, raw: RawResponses, choices: ResponseChoices
) -> tuple[ItemColumns, Responses]:
    conditions = [Condition(column, value) for column, value in choices.wheres.items()]
    if choices.columns:
        told = told_columns(instrument, raw.columns, choices.columns)
        wanted = [column.index for column in told.values()]
        return ItemColumns(told), without_identity(raw, conditions, wanted)
    responses = without_identity(raw, conditions)
    return find_items(instrument, responses.columns), responses


def _department(raw: RawResponses, responses: Responses, choices: ResponseChoices) -> int | None:
    """Return the place of the column in which respondents chose their department."""
    if not choices.department:
        return None
    wanted = choices.department.casefold()
    for column in responses.columns:
        if wanted in (column.key.casefold(), column.text.casefold()):
            return column.index
    names = listed([column.label for column in raw.columns])
    raise BadInput(f"No column {choices.department!r} is left.", f"The file has {names}.")
