"""A column for each possible answer, holding its words where it was ticked, folded into one column.

Questions where somebody ticked several answers stay as they are: they have no one answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, column
from workbench.imports.response_file import ResponseColumn
from workbench.imports.tables import as_text, is_empty
from workbench.imports.workbooks import Row

NumberedRows = Sequence[tuple[int, Row]]
_BETWEEN = " - "


@dataclass(frozen=True, slots=True)
class _Option:
    """A column that stands for one answer of one row of a question."""

    column: ResponseColumn
    question: str
    row: str


def folded_options(
    columns: Sequence[ResponseColumn], groups: Sequence[str], rows: NumberedRows
) -> tuple[tuple[ResponseColumn, ...], tuple[tuple[int, Row], ...]]:
    """Return columns and rows with every group of answer columns as one column.

    `groups` names the question each column belongs to. The folded column stands where the first of
    its group stood, and is called by the row of the question.
    """
    bodies = [row for _, row in rows]
    merged: dict[int, list[_Option]] = {}
    kept: list[ResponseColumn] = []
    options = [_option(each, group, bodies) for each, group in zip(columns, groups, strict=True)]
    for key, run in groupby(options, key=lambda one: (one.question, one.row)):
        members = list(run)
        if key[0] and len(members) > 1 and _one_at_most(members, bodies):
            first = members[0].column
            merged[first.index] = members
            kept.append(_named(first, *key))
        else:
            kept += [one.column for one in members]
    if not merged:
        return tuple(columns), tuple(rows)
    return tuple(kept), tuple((number, _folded(row, merged)) for number, row in rows)


def _option(each: ResponseColumn, question: str, rows: Sequence[Row]) -> _Option:
    """Return what a column stands for; without a question where its cells are no answer of it."""
    held = {fold(as_text(cell)) for cell in column(rows, each.index)}
    label = fold(each.key)
    if len(held) > 1 or (held and label == fold(question)):
        return _Option(each, "", each.key)
    answer = next(iter(held), "")
    if answer and not (label == answer or label.endswith(_BETWEEN + answer)):
        return _Option(each, "", each.key)
    if answer:
        row = each.key[: max(0, len(each.key) - len(answer) - len(_BETWEEN))]
    else:
        row = each.key.rpartition(_BETWEEN)[0]
    return _Option(each, question, clean(row))


def _one_at_most(members: Sequence[_Option], rows: Sequence[Row]) -> bool:
    counts = [sum(not is_empty(cell_at(row, one.column.index)) for one in members) for row in rows]
    return max(counts, default=0) == 1


def _named(first: ResponseColumn, question: str, row: str) -> ResponseColumn:
    text = f"{question}{_BETWEEN}{row}" if row else question
    return ResponseColumn(first.index, row or question, text)


def _folded(row: Row, merged: dict[int, list[_Option]]) -> Row:
    cells = list(row)
    for place, members in merged.items():
        given = [cell_at(row, one.column.index) for one in members]
        if place < len(cells):
            cells[place] = next((cell for cell in given if not is_empty(cell)), "")
    return tuple(cells)
