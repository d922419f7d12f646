"""Rows for any table, made from the metadata alone, so that a new table or column is covered."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    insert,
    select,
)
from sqlalchemy.orm import Session

from workbench.foundation.words import ChartSeries
from workbench.models.base import Base, Instant
from workbench.storage.unit_of_work import Work, action

OWN_VALUES = {
    # columns with a rule of their own, that a value drawn by type alone would break
    ("sessions", "minutes"): lambda n: 1 + n,
    ("waves", "minimum_group"): lambda n: 5 + n,
    ("method_notes", "rating"): lambda n: 1 + n % 5,
    ("pre_work", "minutes"): lambda n: 1 + n,
    ("chart_notes", "series"): lambda n: ChartSeries.FIGURE,
    ("usual_ranges", "series"): lambda n: ChartSeries.FIGURE,
}


def value_of(column: Column[Any], number: int, text: str = "text") -> Any:
    """A value for the column, different for each number."""
    own: Callable[[int], Any] | None = OWN_VALUES.get((column.table.name, column.name))
    if own:
        return own(number)
    kind = column.type
    if isinstance(kind, Enum):
        return list(kind.enum_class or ())[number % len(kind.enums)]
    for type_, make in _MAKERS:
        if isinstance(kind, type_):
            return make(number, text)
    raise TypeError(f"no value for {kind!r}")


_MAKERS: tuple[tuple[type, Callable[[int, str], Any]], ...] = (
    (Instant, lambda n, t: datetime(2026, 1, 1, 9, n % 60, n % 59, n % 1000, tzinfo=UTC)),
    (Boolean, lambda n, t: n % 2 == 0),
    (Integer, lambda n, t: n),
    (Float, lambda n, t: 0.1 * n),
    (LargeBinary, lambda n, t: n.to_bytes(16, "big")),
    (String, lambda n, t: f"{t} {n}"),
    (DateTime, lambda n, t: datetime(2026, 1, 1, 10, n % 60)),
    (Date, lambda n, t: date(2026, 1, 1 + n % 28)),
    (Time, lambda n, t: time(9, n % 60)),
)


def row_of(table: Table, number: int, text: str = "text", **values: Any) -> dict[str, Any]:
    """A whole row; keys to other tables hold the same number, so that row n refers to row n."""
    row = {column.name: value_of(column, number, text) for column in table.columns}
    for column in table.columns:
        if column.foreign_keys or (column.primary_key and isinstance(column.type, Integer)):
            target = next(iter(column.foreign_keys)).column if column.foreign_keys else column
            row[column.name] = value_of(target, number, text)
    return row | values


def fill(session: Session, rows: int, text: str = "text", first: int = 1) -> None:
    """Put so many rows into every table, survey tables included."""
    for table in Base.metadata.sorted_tables:
        made = [row_of(table, number, text) for number in range(first, first + rows)]
        session.execute(insert(table), made)


@action("Fill every table")
def fill_everything(work: Work, rows: int = 3, text: str = "text", first: int = 1) -> None:
    """Put so many rows into every table, survey tables included."""
    fill(work.session, rows, text, first)


@action("Fill every table but the survey's")
def fill_undoable(work: Work, rows: int = 3, text: str = "text", first: int = 1) -> None:
    """Put so many rows into every table that undo covers."""
    for table in Base.metadata.sorted_tables:
        if table.info.get("undo") is not False:
            made = [row_of(table, number, text) for number in range(first, first + rows)]
            work.session.execute(insert(table), made)


def everything(session: Session, metadata: MetaData = Base.metadata) -> dict[str, list[Any]]:
    """Every row of every table as the program reads it, in the order of the key."""
    return {
        table.name: [tuple(row) for row in session.execute(
            select(table).order_by(*table.primary_key.columns)
        )]
        for table in metadata.sorted_tables
    }  # fmt: skip


def raw_dump(connection: Any, *, without: frozenset[str] = frozenset()) -> list[str]:
    """Every row of every table as SQL literals, bit for bit."""
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
        if name not in without
    ]
    lines = []
    for name in names:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        quoted = " || ',' || ".join(f'quote("{column}")' for column in columns)
        lines += sorted(
            f"{name}: {row[0]}" for row in connection.execute(f'SELECT {quoted} FROM "{name}"')
        )
    return lines
