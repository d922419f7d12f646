"""The stated lengths of a meeting table: "0:35" is read as joining and leaving bear out."""

from collections import Counter
from collections.abc import Sequence

from workbench.imports.durations import TwoParts, Unit, is_two_parts, seconds_of, two_parts_of
from workbench.imports.tables import is_empty
from workbench.imports.workbooks import Cell

_ROUNDING = 90
_READINGS: tuple[TwoParts, TwoParts] = ("h:mm", "m:ss")


def stated_lengths(
    cells: Sequence[Cell], spans: Sequence[int | None], unit: Unit
) -> list[int | None]:
    """Return each row's stated seconds, None where unknown.

    `spans` are the seconds from joining to leaving. Two numbers with a colon are read as the row's
    own span says, else as most rows of the column, and never as longer than the span.
    """
    own = [_borne_out(cell, span) for cell, span in zip(cells, spans, strict=True)]
    usual = _usual(own, cells)
    return [
        _length(cell, span, unit, mine, usual)
        for cell, span, mine in zip(cells, spans, own, strict=True)
    ]


def _borne_out(cell: Cell, span: int | None) -> TwoParts | None:
    """Return the one reading of two parts that agrees with the span, None where none or both do."""
    if span is None or not is_two_parts(cell):
        return None
    agreeing = [
        reading
        for reading in _READINGS
        if abs((seconds_of(cell, None, reading) or 0) - span) <= _ROUNDING
    ]
    return agreeing[0] if len(agreeing) == 1 else None


def _usual(own: Sequence[TwoParts | None], cells: Sequence[Cell]) -> TwoParts | None:
    """Return how most rows read, None where as many read otherwise; else what the cells show."""
    counts = Counter(reading for reading in own if reading).most_common(2)
    if not counts:
        return two_parts_of([cell for cell in cells if not is_empty(cell)])
    tied = len(counts) == 2 and counts[0][1] == counts[1][1]
    return None if tied else counts[0][0]


def _length(
    cell: Cell, span: int | None, unit: Unit, own: TwoParts | None, usual: TwoParts | None
) -> int | None:
    seconds = seconds_of(cell, unit, own or usual)
    if own or seconds is None or span is None or not is_two_parts(cell):
        return seconds
    return seconds if seconds <= span + _ROUNDING else None
