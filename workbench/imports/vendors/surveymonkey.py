"""SurveyMonkey exports: the question over the first column of its group, rows and options below."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, is_dated, text_at
from workbench.imports.expanded_columns import folded_options
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import RawResponses, ResponseColumn
from workbench.imports.tables import as_text, filled, is_empty
from workbench.imports.workbooks import Row

NAME = "SurveyMonkey export"
_PLAIN = ("response", "open-ended response")
_FIELDS = 5
_LONG_NUMBER = re.compile(r"\d{8,}|\d(?:[.,]\d+)?[eE]\+\d{2}")


def read_surveymonkey(rows: Sequence[Row]) -> RawResponses | None:
    """Return the answers of a SurveyMonkey export, None where the rows are something else."""
    at = next((index for index, row in enumerate(rows[:10]) if filled(row) > 1), None)
    if at is None:
        return None
    questions = [title_of(cell) for cell in rows[at]]
    folded = {fold(title).replace("_", " ") for title in questions[: _FIELDS * 2]}
    second = at + 1 < len(rows) and _is_second_title_row(rows[at + 1])
    leading = 0
    if not {"respondent id", "collector id"} <= folded:
        leading = _leading_by_shape(rows[at:]) if second else 0
        if not leading:
            return None
    labels = [title_of(cell) for cell in rows[at + 1]] if second else []
    start = at + 1 + second
    body = tuple((number, row) for number, row in enumerate(rows[start:], start + 1) if filled(row))
    columns, groups = _columns(questions, labels, leading)
    return RawResponses(NAME, *folded_options(columns, groups, body))


def _is_second_title_row(row: Row) -> bool:
    return not any(as_text(cell).strip().isdigit() for cell in row[:2])


def _leading_by_shape(rows: Sequence[Row]) -> int:
    """Return how many columns tell who answered where the titles are in another language, else 0.

    A long number for the person, one for the collector, two moments; nothing stands below their
    titles in the second row.
    """
    body = [row for row in rows[2:] if filled(row)]
    people, collectors = ([text_at(row, place) for row in body] for place in range(2))
    if not body or not all(map(_LONG_NUMBER.fullmatch, people)):
        return 0
    if not all(text.isdecimal() for text in collectors):
        return 0
    if not all(is_dated(cell_at(row, place)) for row in body for place in (2, 3)):
        return 0
    open_ = takewhile(is_empty, rows[1])
    return min(sum(1 for _ in open_), len(rows[0]))


def _columns(
    questions: Sequence[str], labels: Sequence[str], leading: int
) -> tuple[list[ResponseColumn], list[str]]:
    """Return the columns, and the question above each, filled to the right."""
    columns: list[ResponseColumn] = []
    groups: list[str] = []
    current = ""
    alone = _of_one_answer(questions, labels)
    for index in range(max(len(questions), len(labels))):
        question = questions[index] if index < len(questions) else ""
        label = labels[index] if index < len(labels) else ""
        current = question or current
        plain = not label or fold(label) in _PLAIN or index in alone
        text = current if plain else clean(f"{current} - {label}")
        key = current if plain else label
        columns.append(ResponseColumn(index, key, text, tells=index < leading))
        groups.append(current)
    return columns, groups


def _of_one_answer(questions: Sequence[str], labels: Sequence[str]) -> set[int]:
    """Return the columns of questions with one column under the word for an answer, as "Antwort".

    It is known by standing under more than one of them.
    """
    single = [
        place
        for place, label in enumerate(labels)
        if label
        and place < len(questions)
        and questions[place]
        and (place + 1 >= len(labels) or place + 1 >= len(questions) or questions[place + 1])
    ]
    seen = Counter(fold(labels[place]) for place in single)
    return {place for place in single if seen[fold(labels[place])] > 1}
