"""What stands in a workbook, as plain data: sheets, columns, and the words of the read-me sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.reports.excel_cells import Cell

Kind = Literal["text", "date", "whole", "number", "share"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells are, and what the read-me sheet says of it."""

    heading: str
    kind: Kind = "text"
    explained: str = ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row below the others, outside the filter; its numbers are all of one kind."""

    kind: Kind
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: rows and totals as wide as the columns; `frozen` columns stay in sight."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[TotalRow] = ()
    frozen: int = 1


@dataclass(frozen=True, slots=True)
class ReadMe:
    """What the read-me sheet says: what this is, of whom, when it was written, and the small print.

    `as_of` None means everything ever; `facts` are pairs of words, such as what was filtered.
    """

    what: str
    community: str
    written_on: date
    as_of: date | None = None
    facts: tuple[tuple[str, Cell], ...] = ()
