"""The cells of a survey file read into answer sheets: what is off the scale is refused, counted."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, counted, listed
from workbench.imports.cells import is_dated
from workbench.imports.questions import Question
from workbench.imports.response_file import ResponseColumn, Responses
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell
from workbench.surveys.answer_labels import Reading, answer_key
from workbench.surveys.instrument_shape import Instrument
from workbench.surveys.wave_figures import AnswerSheet

_PAIR = re.compile(r"\s*([^=]+?)\s*=\s*([+-]?\d+)\s*(?:[,;]|$)")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]0+)?")
_TOO_MANY = 1 / 3


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """Answer sheets, rows left out, values refused and how often, what is to be asked.

    `empty` rows hold no answer at all, `off_scale` rows none that is on the scale.
    """

    sheets: tuple[AnswerSheet, ...]
    empty: int
    off_scale: int
    refused: tuple[tuple[str, int], ...]
    question: Question | None = None
    warnings: tuple[str, ...] = ()


def read_codes(told: str | None) -> dict[str, int]:
    """Return the labels' numbers from "LABEL=NUMBER,..."; raises BadInput."""
    if not told or not told.strip():
        return {}
    pairs = _PAIR.findall(told)
    if not pairs or _PAIR.sub("", told).strip():
        raise BadInput(
            f"--codes {told!r} cannot be read.", 'Write it as --codes "yes=1,more or less=2,no=3".'
        )
    return {label: int(number) for label, number in pairs}


def read_answers(
    instrument: Instrument,
    responses: Responses,
    items: Mapping[str, ResponseColumn],
    codes: Mapping[str, int],
    department: int | None = None,
) -> ReadAnswers:
    """Return the answer sheets of a file; a value off the scale counts as not answered."""
    key = answer_key(instrument, codes or None)
    places = {column.index: at for at, column in enumerate(responses.columns)}
    chosen = [places[items[item.key].index] for item in instrument.items]
    refused: Counter[str] = Counter()
    unlabelled: Counter[str] = Counter()
    values = 0
    sheets: list[AnswerSheet] = []
    empty = off = 0
    for row in responses.rows:
        readings = [key.read(_answer(row[at])) for at in chosen]
        values += sum(reading != Reading() for reading in readings)
        for at, reading in zip(chosen, readings, strict=True):
            if reading.problem:
                kind = unlabelled if reading.problem == "number without a label" else refused
                kind[clean(as_text(row[at]))] += 1
        answers = tuple(reading.code for reading in readings)
        if all(reading == Reading() for reading in readings):
            empty += 1
        elif all(answer is None for answer in answers):
            off += 1
        else:
            sheets.append(AnswerSheet(answers, _department(row, places, department)))
    cells = [row[at] for row in responses.rows for at in chosen]
    question = _question(instrument, cells, refused, unlabelled, values, told=bool(codes))
    return ReadAnswers(
        tuple(sheets), empty, off, tuple(refused.most_common()), question, tuple(_damage(cells))
    )


def _answer(cell: Cell) -> str:
    return as_text(cell).removesuffix(".0")


def _department(row: Sequence[Cell], places: Mapping[int, int], column: int | None) -> str:
    return clean(as_text(row[places[column]])) if column is not None else ""


def _question(
    instrument: Instrument,
    cells: Sequence[Cell],
    refused: Counter[str],
    unlabelled: Counter[str],
    values: int,
    *,
    told: bool,
) -> Question | None:
    if unlabelled:
        return _about_numbers(
            instrument,
            f"The answers are the numbers {_shown(unlabelled)} without labels, and "
            f"{instrument.title} is coded both ways round.",
        )
    numbers = {int(text) for cell in cells if _NUMBER.fullmatch(text := _answer(cell).strip())}
    codes = set(instrument.codes)
    shifted = numbers and min(numbers) == min(codes) - 1 and max(numbers) < max(codes)
    if shifted and not told:
        return _about_numbers(
            instrument,
            f"The answers run from {min(numbers)} to {max(numbers)}, the scale of "
            f"{instrument.title} from {min(codes)} to {max(codes)}.",
        )
    if sum(refused.values()) > values * _TOO_MANY:
        return Question(
            "scale",
            f"{counted(sum(refused.values()), 'answer', 'answers')} of {values:,} are not on the "
            f"scale of {instrument.title}, such as {_shown(refused)}.",
            "Check --instrument and --columns, or say what the labels mean with --codes "
            '"LABEL=NUMBER,...".',
        )
    return None


def _about_numbers(instrument: Instrument, sentence: str) -> Question:
    labels = [anchor.label for anchor in sorted(instrument.anchors, key=lambda each: each.code)]
    example = ",".join(f"{label}={number}" for number, label in enumerate(labels, 1))
    return Question(
        "codes", sentence, f'Say what they mean with --codes, as in --codes "{example}".'
    )


def _shown(values: Counter[str]) -> str:
    return listed(sorted(values)[:6])


def _damage(cells: Sequence[Cell]) -> list[str]:
    """Say where a spreadsheet has turned answers such as "1-5" into dates."""
    dates = sum(not isinstance(cell, int | float) and is_dated(cell) for cell in cells)
    if not dates:
        return []
    what = counted(dates, "answer is a date", "answers are dates")
    return [f"{what}: a spreadsheet program may have made them so. Export the answers once more."]
