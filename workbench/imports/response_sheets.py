"""The cells of a survey file read into answer sheets: nothing guessed, nothing off the scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, listed
from workbench.imports.answer_checks import (
    merged_question,
    scale_question,
    tool_codes,
    tool_codes_question,
)
from workbench.imports.cells import cell_at
from workbench.imports.counted_rows import without_doubles, without_none
from workbench.imports.item_columns import ItemColumns, guessed_columns, said_columns
from workbench.imports.number_words import explained_question, number_question
from workbench.imports.own_columns import OwnColumns, own_columns
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
from workbench.imports.response_import import LabelRead, ResponseChoices, ResponsesImport
from workbench.imports.said_codes import NONE, answers_and_none, read_codes
from workbench.imports.tables import as_text
from workbench.imports.title_checks import refuse_answers_as_titles
from workbench.imports.told_cells import told
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import AnswerKey, answer_key
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.wave_figures import wave_figures

NO_ANSWER = "answered none of these items"
_OF_MANY = 3
_MOST_LABELS = 24
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
    codes, none = answers_and_none(choices.codes)
    key = answer_key(instrument, codes)
    refuse_answers_as_titles(instrument, key, raw)
    own = own_columns(raw, choices)
    responses = without_identity(
        raw,
        _conditions(raw, choices.wheres),
        [*_named_items(instrument, raw, choices.columns), *own.link],
    )
    responses, double = without_doubles(responses, choices.duplicates)
    responses = without_none(responses, none)
    found = ResponsesImport(
        name, choices.wave, responses, left_out=responses.left_out, new_community=new_community
    )
    chosen = _item_columns(instrument, key, responses, own, choices.columns)
    if chosen.question is not None:
        return replace(found, asked=(*double, chosen.question))
    used = {column.index for column in chosen.columns}
    own.refuse_items(raw, used)
    pairs = zip(instrument.items, chosen.columns, strict=True)
    items = tuple((item.key, column.among(raw.columns)) for item, column in pairs)
    kept = used | {place for place in (own.comment, own.department) if place is not None}
    gone = tuple(each.among(raw.columns) for each in raw.columns if each.index not in kept)
    found = replace(
        found,
        items=items,
        columns=chosen.columns,
        why=chosen.why,
        responses=replace(responses, dropped=gone),
    )
    if key.numbers_need_labels and _has_numbers(key, responses, chosen.columns):
        titles, cells = _titles_and_cells(responses, chosen.columns)
        explained = explained_question(instrument, key, titles, cells)
        asked: tuple[Question, ...] = (explained or _labels_question(instrument),)
        found = replace(found, labels=_labels(key, responses, chosen.columns, choices))
    else:
        found, asked = _with_sheets(found, instrument, key, chosen.columns, own, choices, raw)
    asked = (*double, *asked)
    return replace(found, asked=asked, sheets=(), codes=(), comments=()) if asked else found


def _with_sheets(
    found: ResponsesImport,
    instrument: Instrument,
    key: AnswerKey,
    columns: Sequence[ResponseColumn],
    own: OwnColumns,
    choices: ResponseChoices,
    raw: RawResponses,
) -> tuple[ResponsesImport, tuple[Question, ...]]:
    """Return the find with its sheets, comments and codes, or what must be asked before."""
    responses = found.responses
    places = [responses.columns.index(column) for column in columns]
    cells = [[cell_at(row, place) for place in places] for row in responses.rows]
    readings = [[key.read(_answer(cell)) for cell in row] for row in cells]
    off = [
        (column.among(raw.columns), cell)
        for row, read in zip(cells, readings, strict=True)
        for column, cell, one in zip(columns, row, read, strict=True)
        if one.problem
    ]
    found = replace(found, labels=_labels(key, responses, columns, choices))
    departments = own.departments(responses)
    questions = [
        scale_question(
            instrument,
            [cell for row in cells for cell in row],
            [cell for _, cell in off],
            told_codes=bool(answers_and_none(choices.codes)[0]),
        ),
        *(_meaning(instrument, key, columns, cells) if not choices.codes else ()),
        departments.question,
    ]
    asked = tuple(question for question in questions if question is not None)
    if asked:
        return found, asked
    answered = [at for at, read in enumerate(readings) if any(one.code is not None for one in read)]
    sheets = [
        AnswerSheet(tuple(one.code for one in readings[at]), departments.chosen[at])
        for at in answered
    ]
    empty = len(responses.rows) - len(sheets)
    figures = wave_figures(instrument, sheets, minimum_group=choices.minimum_group)
    codes = own.codes(responses)
    return replace(
        found,
        sheets=tuple(sheets),
        codes=tuple(codes[at] for at in answered) if codes else (),
        comments=own.comments(responses),
        departments=departments.offered,
        left_out=(*responses.left_out, *([(NO_ANSWER, empty)] if empty else [])),
        refused=_refused(off),
        alarms=tuple(figures.alarms),
    ), ()


def _refused(off: Sequence[tuple[str, Cell]]) -> tuple[tuple[str, str, int], ...]:
    """Return what could not be read as (column, value as it may be said, times)."""
    values = told([cell for _, cell in off])
    seen = Counter((column, value) for (column, _), value in zip(off, values, strict=True))
    return tuple((column, value, times) for (column, value), times in seen.items())


def _labels(
    key: AnswerKey,
    responses: Responses,
    columns: Sequence[ResponseColumn],
    choices: ResponseChoices,
) -> tuple[LabelRead, ...]:
    """Return what the cells of the items are read as; what one or two people wrote is not said."""
    places = [responses.columns.index(column) for column in columns]
    seen = Counter(
        clean(_answer(cell_at(row, place))) for row in responses.rows for place in places
    )
    seen.pop("", None)
    codes = read_codes(choices.codes)
    read = [
        (LabelRead(text, key.read(text).code, bool(key.label_in(text)), text in codes), times)
        for text, times in seen.most_common()
    ]
    shown = [one for one, times in read if one.code is not None or times >= _OF_MANY]
    shown += [
        LabelRead(text, None, False, True) for text, number in codes.items() if number == NONE
    ]
    return tuple(sorted(shown[:_MOST_LABELS], key=_in_order))


def _in_order(read: LabelRead) -> tuple[bool, int, str]:
    """Return where an answer stands: numbers first, as numbers, so that nothing tells how often."""
    number = int(read.text) if read.text.isdecimal() else 0
    return not read.text.isdecimal(), number, read.text


def _meaning(
    instrument: Instrument,
    key: AnswerKey,
    columns: Sequence[ResponseColumn],
    cells: Sequence[Sequence[Cell]],
) -> tuple[Question | None, Question | None]:
    """Return what must be asked of labels that would become one, and of numbers turned round."""
    by_column = [(column.label, [row[at] for row in cells]) for at, column in enumerate(columns)]
    titles = [each for column in columns for each in (column.key, column.text)]
    every = [cell for row in cells for cell in row if not blank(cell)]
    return (
        merged_question(instrument, key, by_column),
        number_question(instrument, key, titles, every),
    )


def _item_columns(
    instrument: Instrument,
    key: AnswerKey,
    responses: Responses,
    own: OwnColumns,
    said: str | None,
) -> ItemColumns:
    if said:
        return said_columns(instrument, responses.columns, said)
    free = [
        (place, each)
        for place, each in enumerate(responses.columns)
        if each.can_be_item and each.index not in own.places
    ]
    held = [[cell_at(row, place) for row in responses.rows] for place, _ in free]
    chosen = guessed_columns(
        instrument, [each for _, each in free], [_fits(key, cells) for cells in held]
    )
    if chosen.question is None or any(_fits(key, cells) for cells in held):
        return chosen
    coded = [cells for cells in held if tool_codes(cells)]
    codes = tool_codes([cell for cells in coded for cell in cells])
    if len(coded) < len(instrument.items) or not codes:
        return chosen
    return ItemColumns(question=tool_codes_question(instrument, codes))


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


def _titles_and_cells(
    responses: Responses, columns: Sequence[ResponseColumn]
) -> tuple[list[str], list[Cell]]:
    places = [responses.columns.index(column) for column in columns]
    cells = [cell_at(row, place) for row in responses.rows for place in places]
    return [each for column in columns for each in (column.key, column.text)], cells


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
