"""The cells of a survey file read into answer sheets: nothing guessed, nothing off the scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, listed
from workbench.imports.answer_checks import merged_question, scale_question
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
from workbench.imports.response_import import ResponseChoices, ResponsesImport
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import AnswerKey, answer_key
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.wave_figures import wave_figures

NO_ANSWER = "answered none of these items"
_FITS = 0.8
"""The share of a column's answers that must be on the scale for the column to be offered."""


def read_responses(
    name: str,
    instrument: Instrument,
    raw: RawResponses,
    choices: ResponseChoices,
    *,
    new_community: bool,
) -> ResponsesImport:
    """Return what a file brings for the items of an instrument, or what must be asked first."""
    key = answer_key(instrument, read_codes(choices.codes))
    responses = without_identity(
        raw, _conditions(raw, choices.wheres), _named_items(instrument, raw, choices.columns)
    )
    found = ResponsesImport(
        name, choices.wave, responses, left_out=responses.left_out, new_community=new_community
    )
    chosen = _item_columns(instrument, key, responses, choices.columns)
    if chosen.question is not None:
        return replace(found, asked=(chosen.question,))
    pairs = zip(instrument.items, chosen.columns, strict=True)
    items = tuple((item.key, column.label) for item, column in pairs)
    found = replace(found, items=items, why=chosen.why)
    if key.numbers_need_labels and _has_numbers(key, responses, chosen.columns):
        return replace(found, asked=(_labels_question(instrument),))
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
    if question is None and not choices.codes:
        question = merged_question(
            instrument, key,
            [(column.label, [row[place] for row in responses.rows])
             for place, column in zip(places, columns, strict=True)],
        )  # fmt: skip
    if question is not None:
        return replace(found, asked=(question,))
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
    for part in _parts(said or ""):
        label, equals, number = part.rpartition("=")
        label = label.strip().strip('"').strip()
        if not equals or not label or not _is_whole(number):
            raise BadInput(
                f"{part.strip()!r} does not say which number an answer has.",
                'Write --codes "yes=1,more or less=2,no=3".',
                field="codes",
            )
        if fold(label) in map(fold, codes):
            raise BadInput(f"{label} has two numbers.", "Give each answer one.", field="codes")
        codes[label] = int(number)
    return codes


def _parts(said: str) -> list[str]:
    """Return the LABEL=NUMBER parts; a comma in front of any equals sign belongs to a label."""
    parts: list[str] = []
    for piece in said.split(","):
        if parts and "=" not in parts[-1]:
            parts[-1] += f",{piece}"
        elif piece.strip():
            parts.append(piece)
    return parts


def _is_whole(number: str) -> bool:
    return number.strip().lstrip("+-").isdecimal()
