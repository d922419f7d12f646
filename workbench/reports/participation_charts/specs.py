"""What a chart of participation shows, as plain data with its words and its table."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """One month as a column of parts from the bottom up; `above` is written on top of it."""

    month: date
    parts: tuple[float, ...]
    above: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacked columns by month, `names` of the parts from the bottom up; `below` hangs down.

    `below` holds a count for each month drawn under the line, such as who left, or is empty.
    """

    title: str
    note: str
    names: tuple[str, ...]
    columns: tuple[MonthColumn, ...]
    below: tuple[int, ...] = ()
    below_name: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """Shares in percent from month 0 on; `few` marks points that no line may join."""

    name: str
    shares: tuple[float, ...]
    few: tuple[bool, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """Who stays: one curve for each month of joining, and all together as the last."""

    title: str
    note: str
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class QuarterPoint:
    """One quarter: the index from -1 to 1 with its band by chance, or no index."""

    start: date
    end: date
    label: str
    index: float | None
    chance_low: float | None = None
    chance_high: float | None = None
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class AcrossChart:
    """Help across departments by quarter: -1 all inside departments, 1 all across."""

    title: str
    note: str
    quarters: tuple[QuarterPoint, ...]


Drawn = Columns | Curves | AcrossChart


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what it says in words, and its table: titles and rows of words."""

    drawn: Drawn
    words: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
