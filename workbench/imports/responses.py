"""Bringing survey answers into a closed wave: identity dropped first, nothing guessed, one step."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.communities.actions import create_community
from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted, fold, listed
from workbench.imports.answer_checks import scale_question
from workbench.imports.cells import cell_at
from workbench.imports.item_columns import ItemColumns, guessed_columns, said_columns
from workbench.imports.questions import Question
from workbench.imports.response_file import (
    Condition,
    RawResponses,
    ResponseColumn,
    Responses,
    blank,
    find_column,
    without_identity,
)
from workbench.imports.roster_queries import community_number
from workbench.imports.survey_tools import read_survey
from workbench.imports.tables import as_text, read_source
from workbench.imports.workbooks import Cell
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import Workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answer_labels import AnswerKey, answer_key
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.queries import instrument_named
from workbench.surveys.suppression import SMALLEST_GROUP
from workbench.surveys.wave_figures import AnswerSheet, wave_figures

NO_ANSWER = "answered none of these items"
_FITS = 0.8
"""The share of a column's answers that must be on the scale for the column to be offered."""


@dataclass(frozen=True, slots=True)
class ResponseChoices:
    """What the user says of a file of answers.

    `columns` is "A,B,C" or "PREFIX_{}", `codes` "LABEL=NUMBER,...", `wheres` column to value;
    `department` names the column in which respondents chose their department themselves.
    """

    instrument: str
    wave: str
    closed_on: date
    invited: int | None = None
    columns: str | None = None
    codes: str | None = None
    wheres: Mapping[str, str] = field(default_factory=dict)
    department: str | None = None
    minimum_group: int = SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class ResponsesImport:
    """What a file of answers would bring, or has brought where `written`."""

    community: str
    wave: str
    responses: Responses
    items: tuple[tuple[str, str], ...] = ()
    why: str = ""
    sheets: tuple[AnswerSheet, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    refused: tuple[tuple[str, str, int], ...] = ()
    questions: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    new_community: bool = False
    written: bool = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd without stopping anything, and what was assumed."""
        told = list(self.responses.warnings)
        if self.new_community:
            made = "was made" if self.written else "will be made"
            told.append(f"There was no community {self.community}, so it {made}.")
        if self.why:
            names = listed([f"{item} is {column}" for item, column in self.items])
            told.append(f"Columns guessed, {self.why}: {names}.")
        told += [
            f"{column}: {value!r} is not on the scale and was refused "
            f"{counted(times, 'time', 'times')}."
            for column, value, times in self.refused
        ]
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
        taken = counted(len(self.sheets), "answer", "answers")
        verb = "taken into" if self.written else "would be taken into"
        told = [f"{self.responses.recognised_as}: {taken} {verb} the wave {self.wave}."]
        told += [f"Left out: {count} ({reason})." for reason, count in self.left_out]
        if self.responses.dropped:
            told.append(f"Dropped before storing: {listed(list(self.responses.dropped))}.")
        return [*told, *self.warnings, *(f"Key alarm: {alarm}" for alarm in self.alarms)]


def preview_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponsesImport:
    """Return what a file of answers would bring; writes nothing."""
    raw = read_survey(read_source(source))
    return workspace.read(_planned, community, raw, choices)


def apply_responses(
    workspace: Workspace, community: str, source: Path, choices: ResponseChoices
) -> ResponsesImport:
    """Take a file of answers into a wave, closed and frozen at once; raises BadInput."""
    return write_responses(
        workspace, preview_responses(workspace, community, source, choices), choices
    )


def write_responses(
    workspace: Workspace, found: ResponsesImport, choices: ResponseChoices
) -> ResponsesImport:
    """Write what a preview found; nothing where a question is open."""
    if found.questions:
        return found
    if not found.sheets:
        raise BadInput(
            "No row of this file holds an answer to these items, so no wave was made.",
            "Look at the columns and conditions you gave.",
            field="columns",
        )
    workspace.perform(take_responses, found.community, found.sheets, choices)
    workspace.compact()
    return replace(found, written=True)


@action("Import answers", "surveys")
def take_responses(
    work: Work, community: str, sheets: Sequence[AnswerSheet], choices: ResponseChoices
) -> int:
    """Store, close and freeze a wave; the community is made if it is new. Cannot be undone."""
    community_id = community_number(work.session, community)
    if community_id is None:
        community_id = create_community(work, community)
    return take_wave(
        work,
        community_id,
        choices.instrument,
        choices.wave,
        choices.closed_on,
        sheets,
        invited=choices.invited,
        minimum_group=choices.minimum_group,
    )


def _planned(
    session: Session, community: str, raw: RawResponses, choices: ResponseChoices
) -> ResponsesImport:
    name = clean(community)
    if not name:
        raise BadInput("The community has no name.", "Give its name.", field="community")
    new_community = community_number(session, name) is None
    instrument = instrument_named(session, choices.instrument)
    key = answer_key(instrument, read_codes(choices.codes))
    responses = without_identity(
        raw, _conditions(raw, choices.wheres), _named_items(instrument, raw, choices.columns)
    )
    found = ResponsesImport(
        name, choices.wave, responses, left_out=responses.left_out, new_community=new_community
    )
    chosen = _item_columns(instrument, key, responses, choices.columns)
    if chosen.question is not None:
        return replace(found, questions=(str(chosen.question),))
    pairs = zip(instrument.items, chosen.columns, strict=True)
    items = tuple((item.key, column.label) for item, column in pairs)
    found = replace(found, items=items, why=chosen.why)
    if key.numbers_need_labels and _has_numbers(key, responses, chosen.columns):
        return replace(found, questions=(str(_labels_question(instrument)),))
    return _with_sheets(found, instrument, key, chosen.columns, choices)


def _with_sheets(
    found: ResponsesImport,
    instrument: Instrument,
    key: AnswerKey,
    columns: Sequence[ResponseColumn],
    choices: ResponseChoices,
) -> ResponsesImport:
    responses = found.responses
    places = [responses.columns.index(column) for column in columns]
    department = _department_place(responses, choices.department)
    refused: Counter[tuple[str, str]] = Counter()
    sheets = []
    for row in responses.rows:
        codes = []
        for place, column in zip(places, columns, strict=True):
            cell = cell_at(row, place)
            reading = key.read(_answer(cell))
            if reading.problem:
                refused[column.label, as_text(cell)] += 1
            codes.append(reading.code)
        if any(code is not None for code in codes):
            chosen = clean(as_text(cell_at(row, department))) if department is not None else ""
            sheets.append(AnswerSheet(tuple(codes), chosen))
    question = scale_question(
        instrument, [row[place] for row in responses.rows for place in places],
        sum(refused.values()), told=bool(choices.codes),
    )  # fmt: skip
    if question is not None:
        return replace(found, questions=(str(question),))
    empty = len(responses.rows) - len(sheets)
    figures = wave_figures(instrument, sheets, minimum_group=choices.minimum_group)
    return replace(
        found,
        sheets=tuple(sheets),
        left_out=(*responses.left_out, *([(NO_ANSWER, empty)] if empty else [])),
        refused=tuple((column, value, times) for (column, value), times in refused.items()),
        alarms=tuple(figures.alarms),
    )


def _item_columns(
    instrument: Instrument, key: AnswerKey, responses: Responses, said: str | None
) -> ItemColumns:
    if said:
        return said_columns(instrument, responses.columns, said)
    on_scale = [
        _fits(key, [row[place] for row in responses.rows])
        for place in range(len(responses.columns))
    ]
    return guessed_columns(instrument, responses.columns, on_scale)


def _fits(key: AnswerKey, cells: Sequence[Cell]) -> bool:
    given = [as_text(cell) for cell in cells if not blank(cell) and as_text(cell)]
    if not given:
        return False
    readings = [key.read(text) for text in given]
    good = sum(reading.problem != "off the scale" for reading in readings)
    return good >= _FITS * len(given)


def _named_items(instrument: Instrument, raw: RawResponses, said: str | None) -> list[int]:
    """Return the places of columns the user named as items: they hold answers, not identity."""
    if not said:
        return []
    return [column.index for column in said_columns(instrument, raw.columns, said).columns]


def _has_numbers(key: AnswerKey, responses: Responses, columns: Sequence[ResponseColumn]) -> bool:
    places = [responses.columns.index(column) for column in columns]
    return any(
        key.read(_answer(row[place])).problem == "number without a label"
        for row in responses.rows
        for place in places
    )


def _answer(cell: Cell) -> str:
    return "" if blank(cell) else as_text(cell)


def _labels_question(instrument: Instrument) -> Question:
    labels = [anchor.label for anchor in instrument.anchors]
    example = ",".join(f"{label}={number}" for number, label in enumerate(labels, 1))
    return Question(
        "codes",
        f"What do the numbers in this file stand for? {instrument.title} is coded both ways "
        f"round in the world, and the numbers alone do not tell.",
        f'Give --codes "{example}" with the numbers of this file.',
    )


def _conditions(raw: RawResponses, wheres: Mapping[str, str]) -> list[Condition]:
    for column in wheres:
        if find_column(raw.columns, column) is None:
            labels = [each.label for each in raw.columns[:12]]
            raise BadInput(
                f"There is no column {column} in this file.",
                f"It has {listed(labels)}{' and more' if len(raw.columns) > len(labels) else ''}.",
                field="where",
            )
    return [Condition(column, value) for column, value in wheres.items()]


def _department_place(responses: Responses, named: str | None) -> int | None:
    if not named:
        return None
    index = find_column(responses.columns, named)
    if index is None:
        raise BadInput(f"There is no column {named} in this file.", field="department")
    return next(place for place, each in enumerate(responses.columns) if each.index == index)


def read_codes(said: str | None) -> dict[str, int]:
    """Return "yes=1,no=3" as labels and numbers; raises BadInput that shows the wrong part."""
    codes: dict[str, int] = {}
    for part in (said or "").split(","):
        if not part.strip():
            continue
        label, equals, number = part.rpartition("=")
        if not equals or not label.strip() or not _is_whole(number):
            raise BadInput(
                f"{part.strip()!r} does not say which number an answer has.",
                'Write --codes "yes=1,more or less=2,no=3".',
                field="codes",
            )
        if fold(label) in map(fold, codes):
            raise BadInput(
                f"{label.strip()} has two numbers.", "Give each answer one.", field="codes"
            )
        codes[label.strip()] = int(number)
    return codes


def _is_whole(number: str) -> bool:
    return number.strip().lstrip("+-").isdecimal()
