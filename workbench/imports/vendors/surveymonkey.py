"""SurveyMonkey exports: the question over the first column of its group, rows and options below."""

from collections.abc import Sequence

from workbench.foundation.text import clean, fold
from workbench.imports.expanded_columns import folded_options
from workbench.imports.question_titles import title_of
from workbench.imports.response_file import RawResponses, ResponseColumn
from workbench.imports.tables import as_text, filled
from workbench.imports.workbooks import Row

NAME = "SurveyMonkey export"
_PLAIN = ("response", "open-ended response")
_FIELDS = 5


def read_surveymonkey(rows: Sequence[Row]) -> RawResponses | None:
    """Return the answers of a SurveyMonkey export, None where the rows are something else."""
    at = next((index for index, row in enumerate(rows[:10]) if filled(row) > 1), None)
    if at is None:
        return None
    questions = [title_of(cell) for cell in rows[at]]
    folded = {fold(title) for title in questions[: _FIELDS * 2]}
    if not {"respondent id", "collector id"} <= folded:
        return None
    second = at + 1 < len(rows) and _is_second_title_row(rows[at + 1])
    labels = [title_of(cell) for cell in rows[at + 1]] if second else []
    start = at + 1 + second
    body = tuple((number, row) for number, row in enumerate(rows[start:], start + 1) if filled(row))
    columns, groups = _columns(questions, labels)
    return RawResponses(NAME, *folded_options(columns, groups, body))


def _is_second_title_row(row: Row) -> bool:
    return not any(as_text(cell).strip().isdigit() for cell in row[:2])


def _columns(
    questions: Sequence[str], labels: Sequence[str]
) -> tuple[list[ResponseColumn], list[str]]:
    """Return the columns, and the question above each, filled to the right."""
    columns: list[ResponseColumn] = []
    groups: list[str] = []
    current = ""
    for index in range(max(len(questions), len(labels))):
        question = questions[index] if index < len(questions) else ""
        label = labels[index] if index < len(labels) else ""
        current = question or current
        plain = not label or fold(label) in _PLAIN
        text = current if plain else clean(f"{current} - {label}")
        columns.append(ResponseColumn(index, current if plain else label, text))
        groups.append(current)
    return columns, groups
