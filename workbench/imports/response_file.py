"""A survey tool's answers as a table of questions; whatever tells who answered is dropped here."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workbench.foundation.errors import BadInput
from workbench.foundation.text import clean, fold, listed
from workbench.imports.cells import cell_at, column, is_number
from workbench.imports.identity import holds_identity, identity_title
from workbench.imports.repeated_rows import earlier_doubles, rounded_numbers
from workbench.imports.tables import as_text, is_empty
from workbench.imports.told_cells import A_TEXT, values_told
from workbench.imports.totals import is_summary, is_total
from workbench.imports.workbooks import Cell, Row

PLAIN = "Table of answers"
UNFINISHED = "not finished"
PREVIEW = "a preview or test, not an answer"
SCREENED_OUT = "screened out by the survey"
TOTAL = "a total, not an answer"
TITLES = "the titles again"
NAMELESS = "numbers at the end without an id or time, as totals stand"
_FEW = 8
_NEARLY_ALL = 8
_MOST_NAMELESS = 2
_LEAST_TITLES = 3
_OVERRIDES = {
    UNFINISHED: frozenset(("finished", "progress")),
    SCREENED_OUT: frozenset(("q_terminateflag",)),
}
"""Columns that, named in a condition, decide themselves about rows left out for this reason."""
_NUMBERED = re.compile(r"(.*) \(column (\d{1,4})\)")


@dataclass(frozen=True, slots=True)
class ResponseColumn:
    """One column: its place in the file, its short key, the question's text.

    `can_be_item` is False for what the tool adds to a question (points, display order, text of
    "other"); `tells` is True for what tells who answered by its place, whatever its title says.
    """

    index: int
    key: str
    text: str
    can_be_item: bool = True
    tells: bool = False

    @property
    def label(self) -> str:
        """What a person would call the column."""
        return self.key or self.text or f"Column {self.index + 1}"

    @property
    def sure_name(self) -> str:
        """A name that no other column of the file can have."""
        return f"{self.label} (column {self.index + 1})"

    def among(self, columns: Sequence["ResponseColumn"]) -> str:
        """Return the label, with the number in the file where others are called the same."""
        alike = sum(fold(other.label) == fold(self.label) for other in columns)
        return self.sure_name if alike > 1 else self.label


@dataclass(frozen=True, slots=True)
class Condition:
    """Keep only rows whose cell in a column has a value, as `--where Finished=1` says."""

    column: str
    value: str


@dataclass(frozen=True, slots=True, repr=False)
class RawResponses:
    """A file as its tool wrote it: the tool, all columns, numbered rows.

    `status` gives, by row number, why the tool itself does not count a row as an answer; `alike`
    names the sheets of the file that look alike, this one among them, where there are several.
    """

    recognised_as: str
    columns: tuple[ResponseColumn, ...]
    rows: tuple[tuple[int, Row], ...]
    status: tuple[tuple[int, str], ...] = ()
    warnings: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Responses:
    """Answers without identity: `rows` hold one cell per column, in the file's order.

    `rows_read` counts the rows of people in the file, `left_out` why some are not in `rows`,
    `dropped` the columns that told who answered, `earlier_doubles` the
    places among `rows` of those that a later answer of the same person, or an equal row, repeats.
    """

    recognised_as: str
    columns: tuple[ResponseColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    rows_read: int
    left_out: tuple[tuple[str, int], ...]
    dropped: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    earlier_doubles: frozenset[int] = frozenset()


def without_identity(
    raw: RawResponses, conditions: Sequence[Condition] = (), wanted: Sequence[int] = ()
) -> Responses:
    """Return the answers that count, with every column gone that could tell who gave them.

    `wanted` are the places of columns that a person named as questions: they stay. Raises BadInput
    for a condition on a column that is not there.
    """
    places = [(_named(raw, each.column), each) for each in conditions]
    asked = {place for place, _ in places}
    reasons: Counter[str] = Counter()
    status = dict(raw.status)
    kept: list[Row] = []
    no_answers = rows_of_nobody(raw)
    for number, row in raw.rows:
        reason = no_answers.get(number, "") or _reason(row, places)
        reason = reason or _own_reason(status.get(number, ""), raw, asked)
        if reason:
            reasons[reason] += 1
        else:
            kept.append(row)
    if places and raw.rows and not kept and not set(reasons) & {UNFINISHED, PREVIEW}:
        raise _nothing_left(raw, places)
    stay = [each for each in raw.columns if each.index in wanted or not _tells(each, kept)]
    gone = [each for each in raw.columns if each not in stay]
    telling = [(each.index, each.label) for each in gone]
    cells = tuple(tuple(cell_at(row, each.index) for each in stay) for row in kept)
    return Responses(
        raw.recognised_as,
        tuple(stay),
        cells,
        len(raw.rows),
        tuple(reasons.items()),
        tuple(each.among(raw.columns) for each in gone),
        (*raw.warnings, *rounded_numbers(telling, kept)),
        earlier_doubles(telling, kept),
    )


def rows_of_nobody(raw: RawResponses) -> dict[int, str]:
    """Return, by row number, why a row is no person's: a total, or the titles once more.

    Numbers at the end without the id or time that a survey tool gives every answer are totals too.
    """
    titles = {each.index: fold(each.text) for each in raw.columns}
    found = {number: TITLES for number, row in raw.rows if _repeats(row, titles)}
    found |= {number: TOTAL for number, row in raw.rows if is_total(row)}
    end = list(takewhile(lambda each: each[0] in found or is_summary(each[1]), raw.rows[::-1]))
    if any(found.get(number) == TOTAL or is_summary(row, sure=True) for number, row in end):
        found |= {number: found.get(number, TOTAL) for number, _ in end}
    rest = [each for each in raw.rows if each[0] not in found]
    return found | dict.fromkeys(_nameless(raw, rest), NAMELESS)


def _nameless(raw: RawResponses, rows: Sequence[tuple[int, Row]]) -> list[int]:
    """Return the one or two rows of bare numbers at the end whose first cell alone is open."""
    first = min((each.index for each in raw.columns), default=0)
    open_ = [is_empty(cell_at(row, first)) for _, row in rows]
    end = list(takewhile(lambda each: is_empty(cell_at(each[1], first)), rows[::-1]))
    if raw.recognised_as == PLAIN or len(end) != sum(open_) or not 0 < len(end) <= _MOST_NAMELESS:
        return []
    bare = all(is_empty(cell) or is_number(cell) for _, row in end for cell in row)
    return [number for number, _ in end] if bare and len(end) < len(rows) else []


def _repeats(row: Row, titles: Mapping[int, str]) -> bool:
    """Return whether a row holds the titles once more, as files pasted together do."""
    held = [fold(as_text(cell_at(row, place))) == title for place, title in titles.items()]
    return len(held) >= _LEAST_TITLES and sum(held) * 10 >= len(held) * _NEARLY_ALL


def _named(raw: RawResponses, column: str) -> int:
    place = find_column(raw.columns, column)
    if place is None:
        names = listed([each.label for each in raw.columns[:40]])
        raise BadInput(f"The file has no column {column!r}.", f"Its columns are {names}.")
    return place


def find_column(columns: Sequence[ResponseColumn], named: str) -> int | None:
    """Return the place of the column with this key, question text or number in the file.

    None where there is none. Raises BadInput for a key that several columns have: their numbers
    tell them apart.
    """
    wanted = fold(named)
    if numbered := _NUMBERED.fullmatch(named.strip()):
        place = int(numbered[2]) - 1
        if any(each.index == place and fold(each.label) == fold(numbered[1]) for each in columns):
            return place
    keyed = [each.index for each in columns if fold(each.key) == wanted]
    if len(keyed) > 1:
        numbers = listed([str(place + 1) for place in keyed])
        raise BadInput(
            f"{len(keyed)} columns are called {named}.",
            f"Name the one you mean by its number, one of {numbers}.",
            field="columns",
        )
    if keyed:
        return keyed[0]
    texts = [each.index for each in columns if fold(each.text) == wanted]
    if len(texts) == 1:
        return texts[0]
    places = [each.index for each in columns if wanted == str(each.index + 1)]
    return places[0] if places else None


def _nothing_left(raw: RawResponses, places: Sequence[tuple[int, Condition]]) -> BadInput:
    """Return the sentence for conditions that no row meets, with what the first column holds."""
    place, condition = places[0]
    held = values_told([cell_at(row, place) for _, row in raw.rows])
    said = listed([f"{each.column}={each.value}" for _, each in places])
    telling = any(
        each.index == place and _tells(each, [row for _, row in raw.rows]) for each in raw.columns
    )
    shown = (
        ""
        if telling or A_TEXT in held or len(held) > _FEW or not held
        else f"{condition.column} holds {listed(held)}."
    )
    return BadInput(
        f"No row of this file has {said}.", shown or "Look at the values in it.", field="where"
    )


def _reason(row: Row, places: Sequence[tuple[int, Condition]]) -> str:
    for place, condition in places:
        if _plain(as_text(cell_at(row, place))) != _plain(condition.value):
            return f"{condition.column} is not {condition.value}"
    return ""


def _plain(text: str) -> str:
    """Return a value for comparing, the two spellings of yes and no in exports as one."""
    folded = fold(text)
    return {"true": "1", "false": "0"}.get(folded, folded)


def _own_reason(reason: str, raw: RawResponses, asked: set[int]) -> str:
    """Return why the tool's own columns leave a row out, unless a condition asks about them."""
    about = {fold(each.key) for each in raw.columns if each.index in asked}
    return "" if about & _OVERRIDES.get(reason, frozenset()) else reason


def _tells(each: ResponseColumn, kept: Sequence[Row]) -> bool:
    if each.tells or identity_title(each.key) or identity_title(each.text):
        return True
    cells = column(kept[:500], each.index)
    return holds_identity(cells)


def blank(cell: Cell) -> bool:
    """Return whether a cell is an answer left open."""
    return isinstance(cell, str) and clean(cell) in ("", "-", "NA", "N/A", "n/a", "NULL", "#N/A")
