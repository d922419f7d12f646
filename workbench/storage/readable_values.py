"""Values that the program could not read back: dates no calendar has, broken text, wrong kinds.

SQLite's own checks pass over them, and in an unprotected file a damaged page may hold them.
"""

from collections.abc import Callable
from datetime import date, datetime, time
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
)
from sqlalchemy.types import TypeDecorator

from workbench.storage.engine import Driver


def unreadable_values(connection: Driver, metadata: MetaData) -> list[str]:
    """Return a line for each column that holds values the program could not read."""
    for name, test in _FUNCTIONS.items():
        connection.create_function(name, 1, test, deterministic=True)
    lines: list[str] = []
    for table in metadata.sorted_tables:
        lines += _unreadable_of(connection, table)
    return lines


def _unreadable_of(connection: Driver, table: Table) -> list[str]:
    tests = {column.name: _test(column) for column in table.columns}
    found = connection.execute(
        f'SELECT 1 FROM "{table.name}" WHERE {" OR ".join(tests.values())} LIMIT 1'
    ).fetchone()
    if not found:
        return []
    sums = ", ".join(f"total({test})" for test in tests.values())
    counts = connection.execute(f'SELECT {sums} FROM "{table.name}"').fetchone()
    return [
        f"{table.name}.{name}: {int(count)} unreadable values"
        for name, count in zip(tests, counts, strict=True)
        if count
    ]


def _test(column: Column[Any]) -> str:
    """Return the SQL that is true where a value is unreadable; an empty one always reads."""
    name = f'"{column.name}"'
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, Enum):  # a check constraint of the table knows the words
        return f"({name} IS NOT NULL AND typeof({name}) <> 'text')"
    for type_, test in _TESTS:
        if isinstance(kind, type_):
            return f"({name} IS NOT NULL AND {test.format(name)})"
    raise TypeError(f"no check for {column.type!r}")


_NOT_PLAIN = "(length({0}) <> octet_length({0}) OR {0} GLOB '*[^ -~]*')"
"""Most texts are plain, and known to be readable without asking Python."""

_TESTS: tuple[tuple[type, str], ...] = (
    (Boolean, "{0} NOT IN (0, 1)"),
    (Integer, "typeof({0}) <> 'integer'"),
    (Float, "typeof({0}) NOT IN ('real', 'integer')"),
    (LargeBinary, "typeof({0}) <> 'blob'"),
    (
        String,
        f"(typeof({{0}}) <> 'text' OR ({_NOT_PLAIN} AND unreadable_text(CAST({{0}} AS BLOB))))",
    ),
    (DateTime, "unreadable_datetime(CAST({0} AS BLOB))"),
    (Date, "unreadable_date(CAST({0} AS BLOB))"),
    (Time, "unreadable_time(CAST({0} AS BLOB))"),
)


def _fails(read: Callable[[str], object]) -> Callable[[bytes | None], bool]:
    def fails(raw: bytes | None) -> bool:
        if raw is None:  # SQLite may ask although the other half of the test is known
            return False
        try:
            read(raw.decode("utf-8"))
        except ValueError:
            return True
        return False

    return fails


def _without_zero(text: str) -> None:
    if "\0" in text:
        raise ValueError("a zero byte ends the text for half of the file's functions")


_FUNCTIONS = {
    "unreadable_text": _fails(_without_zero),
    "unreadable_date": _fails(date.fromisoformat),
    "unreadable_time": _fails(time.fromisoformat),
    "unreadable_datetime": _fails(datetime.fromisoformat),
}
