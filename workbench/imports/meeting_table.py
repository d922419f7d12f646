"""Finds the tables of a meeting report by the shape of their title rows, whatever the language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from workbench.foundation.text import clean
from workbench.imports.cells import (
    column,
    is_clock,
    is_dated,
    is_email,
    is_length,
    is_value,
)
from workbench.imports.meeting_words import Part, part_named
from workbench.imports.tables import as_text, filled, is_empty
from workbench.imports.workbooks import Row

_ENOUGH = 4.0
_LOOK_AT = 12
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class MeetingTable:
    """One table: its titles, its body as (row number in the file, cells), which column is what."""

    titles: tuple[str, ...]
    title_row: int
    body: tuple[tuple[int, Row], ...]
    columns: dict[Part, int] = field(default_factory=dict)

    def has(self, *parts: Part) -> bool:
        """Return whether every one of these columns was found."""
        return all(part in self.columns for part in parts)

    def title_of(self, part: Part) -> str:
        """Return the title over a part's column, "" where it has none."""
        index = self.columns.get(part, len(self.titles))
        return self.titles[index] if index < len(self.titles) else ""

    @property
    def names_people(self) -> bool:
        """Whether rows can be told apart by who they are about."""
        return any(
            part in self.columns for part in (Part.NAME, Part.FIRST_NAME, Part.EMAIL, Part.LOGIN)
        )


def tables_in(rows: Sequence[Row]) -> tuple[MeetingTable, ...]:
    """Return the tables of a file in order; a body ends at an empty row or the next title row."""
    found: list[MeetingTable] = []
    at = 0
    while at < len(rows):
        if _title_score(rows, at) >= _ENOUGH:
            table = _table_at(rows, at)
            found.append(table)
            at += 1 + len(table.body)
        else:
            at += 1
    return tuple(found)


def table_without_titles(rows: Sequence[Row]) -> MeetingTable | None:
    """Return a table of names that has hardly any titles, or None where nothing tells its names."""
    body = tuple((number, row) for number, row in enumerate(rows, 1) if filled(row))
    if body and {Part.NAME, Part.EMAIL} & {part_named(as_text(cell)) for cell in body[0][1]}:
        titles = tuple(clean(as_text(cell)) for cell in body[0][1])
        columns = _columns(titles, [row for _, row in body[1:]])
        return MeetingTable(titles, body[0][0], body[1:], columns) if len(body) > 1 else None
    columns = _by_content([row for _, row in body], {}, ())
    names = column([row for _, row in body], columns.get(Part.NAME, -1))
    like_names = [cell for cell in names if 2 <= len(as_text(cell).split()) <= 5]
    if Part.EMAIL not in columns and len(like_names) * 2 < max(len(body), 1):
        return None
    return MeetingTable((), 0, body, columns)


def _title_score(rows: Sequence[Row], at: int) -> float:
    """Return how much a row looks like titles: known words, and typed cells in the rows below."""
    titles = [cell for cell in rows[at] if not is_empty(cell)]
    if len(titles) < 2 or any(not isinstance(cell, str) or "@" in cell for cell in titles):
        return 0.0
    if any(is_value(cell) for cell in titles):
        return 0.0
    below = _rows_below(rows[at : at + 1 + _LOOK_AT], 0)
    named = {part_named(as_text(title)) for title in titles} - {None}
    typed = [sum(is_value(cell) for cell in row if not is_empty(cell)) for row in below]
    score = 2.0 * len(named) + (min(sum(typed) / len(typed), 4.0) if typed else 0.0)
    if len(titles) < 3 and not _knows_people(named):
        return min(score, _ENOUGH - 1)
    return score + (1.0 if len(titles) >= 3 else 0.0)


def _knows_people(named: set[Part | None]) -> bool:
    return bool({Part.NAME, Part.FIRST_NAME} & named) and len(named) > 1


def _rows_below(rows: Sequence[Row], at: int) -> list[Row]:
    """Return the rows from below the titles to the next empty row or lone cell."""
    below: list[Row] = []
    for row in islice(rows, at + 1, None):
        count = filled(row)
        if count == 0 or (count == 1 and _is_section(row)):
            break
        below.append(row)
    return below


def _is_section(row: Row) -> bool:
    first = clean(as_text(row[0])) if row else ""
    return first[:2] in ("1.", "2.", "3.", "4.") or first.lower().endswith(("details", "report"))


def _table_at(rows: Sequence[Row], at: int) -> MeetingTable:
    titles = tuple(clean(as_text(cell)).replace('"', "") for cell in rows[at])
    body: list[tuple[int, Row]] = []
    for offset, row in enumerate(_rows_below(rows, at)):
        if offset and _title_score(rows, at + 1 + offset) >= _ENOUGH + 2:
            break
        body.append((at + 2 + offset, row))
    return MeetingTable(titles, at + 1, tuple(body), _columns(titles, [row for _, row in body]))


def _columns(titles: tuple[str, ...], body: Sequence[Row]) -> dict[Part, int]:
    columns: dict[Part, int] = {}
    for index, title in enumerate(titles):
        part = part_named(title)
        if part is Part.EMAIL and part in columns:
            columns.setdefault(Part.LOGIN, index)
        elif part is not None and part is not Part.OTHER:
            columns.setdefault(part, index)
    return _by_content(body, columns, titles)


def _by_content(
    body: Sequence[Row], columns: dict[Part, int], titles: tuple[str, ...]
) -> dict[Part, int]:
    """Return the columns with those added that only their cells give away."""
    sample = body[:_SAMPLE]
    width = max((len(row) for row in sample), default=0)
    other = {index for index, title in enumerate(titles) if part_named(title) is Part.OTHER}
    free = [index for index in range(width) if index not in columns.values() and index not in other]
    shapes = {index: _shape(sample, index) for index in free}
    _give(columns, shapes, "address", [Part.EMAIL, Part.LOGIN])
    if Part.STAMP not in columns:
        _give(columns, shapes, "moment", [Part.JOIN, Part.LEAVE])
    _give(columns, shapes, "length", [Part.DURATION])
    if not {Part.NAME, Part.FIRST_NAME} & columns.keys():
        _give(columns, shapes, "text", [Part.NAME])
    return columns


def _give(
    columns: dict[Part, int], shapes: dict[int, str], shape: str, parts: Sequence[Part]
) -> None:
    """Give the columns of one shape, from left to right, to the parts still missing."""
    free = [
        index for index, found in shapes.items() if found == shape and index not in columns.values()
    ]
    missing = [part for part in parts if part not in columns]
    columns.update(zip(missing, free, strict=False))


def _shape(body: Sequence[Row], index: int) -> str:
    cells = column(body, index)
    if not cells:
        return "nothing"
    for shape, fits in (("address", is_email), ("moment", is_dated), ("length", is_length)):
        if sum(fits(cell) for cell in cells) >= 0.6 * len(cells):
            return shape
    if sum(is_clock(cell) for cell in cells) >= 0.6 * len(cells):
        return "moment"
    texts = sum(isinstance(cell, str) and not is_value(cell) for cell in cells)
    return "text" if texts >= 0.6 * len(cells) else "other"
