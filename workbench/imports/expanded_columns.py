"""A column for each possible answer, holding its words where it was ticked, folded into one column.

Questions where somebody ticked several answers stay as they are: they have no one answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.foundation.text import clean, fold
from workbench.imports.cells import cell_at, column
from workbench.imports.response_file import ResponseColumn
from workbench.imports.tables import as_text, is_empty
from workbench.imports.workbooks import Cell, Row

_OPEN = "0"
_MARK = re.compile(r"[+-]?\d{1,3}(?:[.,]0+)?|x|✓|✔|true|yes|selected|checked")
NumberedRows = Sequence[tuple[int, Row]]
_BETWEEN = " - "


@dataclass(frozen=True, slots=True)
class _Option:
    """A column that stands for one answer of one row of a question.

    `words` are what a tick in it means where the cells hold a number or a mark; "" where the cells
    hold the words themselves.
    """

    column: ResponseColumn
    question: str
    row: str
    words: str = ""


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
    if held and label == fold(question):
        return _Option(each, "", each.key)
    answers = held - {_OPEN} if held <= {_OPEN, "1"} else held
    answer = next(iter(answers), "")
    if len(answers) <= 1 and (not answer or _MARK.fullmatch(answer)) and label != answer:
        row, _, words = each.key.rpartition(_BETWEEN)
        return _Option(each, question, clean(row), clean(words))
    if len(held) > 1 or not (label == answer or label.endswith(_BETWEEN + answer)):
        return _Option(each, "", each.key)
    row = each.key[: max(0, len(each.key) - len(answer) - len(_BETWEEN))]
    return _Option(each, question, clean(row))


def _one_at_most(members: Sequence[_Option], rows: Sequence[Row]) -> bool:
    counts = [sum(not _is_open(cell_at(row, one.column.index)) for one in members) for row in rows]
    return max(counts, default=0) == 1


def _is_open(cell: Cell) -> bool:
    """Return whether an option was not ticked: nothing, or 0 beside the 1 of those who did."""
    return is_empty(cell) or as_text(cell).strip() == _OPEN


def _named(first: ResponseColumn, question: str, row: str) -> ResponseColumn:
    text = f"{question}{_BETWEEN}{row}" if row else question
    return ResponseColumn(first.index, row or question, text)


def _folded(row: Row, merged: dict[int, list[_Option]]) -> Row:
    cells = list(row)
    for place, members in merged.items():
        given = [(cell_at(row, one.column.index), one.words) for one in members]
        ticked = next(((cell, words) for cell, words in given if not _is_open(cell)), ("", ""))
        if place < len(cells):
            marked = _MARK.fullmatch(fold(as_text(ticked[0])))
            cells[place] = ticked[1] if marked and ticked[1] else ticked[0]
    return tuple(cells)
