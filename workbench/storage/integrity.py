"""Is the file whole: SQLite's own checks, references, and values that can be read back."""

from dataclasses import dataclass, field

from sqlalchemy import Date, DateTime, MetaData, String, Table, Time

from workbench.models.base import Instant
from workbench.storage.engine import Driver


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: nothing in `problems` means the file is whole."""

    problems: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


_PATTERNS: dict[type, str] = {
    Date: "____-__-__",
    DateTime: "____-__-__ __:__:__%",
    Instant: "____-__-__ __:__:__%",
    Time: "__:__:__%",
}


def examine(connection: Driver, metadata: MetaData, *, full: bool) -> Health:
    """Check an open file; `full` adds indexes, uniqueness, page checksums and the row counts."""
    problems = _pragma(connection, "integrity_check" if full else "quick_check")
    if not problems:
        problems += [
            f"{row[0]}: row {row[1]} refers to a missing row of {row[2]}"
            for row in connection.execute("PRAGMA foreign_key_check")
        ]
    if full and not problems:
        problems += _pragma(connection, "cipher_integrity_check")
    if not problems:
        problems += unreadable_values(connection, metadata)
    rows = row_counts(connection) if full and not problems else {}
    return Health(problems, rows)


def row_counts(connection: Driver) -> dict[str, int]:
    """Return the number of rows of every table in the file."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }


def unreadable_values(connection: Driver, metadata: MetaData) -> list[str]:
    """Return a line for each column that holds dates no calendar has or text with zero bytes."""
    lines = []
    for table in metadata.sorted_tables:
        tests = _tests(table)
        if not tests:
            continue
        sums = ", ".join(f"total({test})" for test in tests.values())
        found = connection.execute(f'SELECT {sums} FROM "{table.name}"').fetchone()
        lines += [
            f"{table.name}.{column}: {int(count)} unreadable values"
            for column, count in zip(tests, found, strict=True)
            if count
        ]
    return lines


def _tests(table: Table) -> dict[str, str]:
    tests = {}
    for column in table.columns:
        name = f'"{column.name}"'
        pattern = _PATTERNS.get(type(column.type))
        if pattern:
            kind = "time" if isinstance(column.type, Time) else "date"
            tests[column.name] = (
                f"{name} IS NOT NULL AND ({name} NOT LIKE '{pattern}' OR {kind}({name}) IS NULL)"
            )
        elif isinstance(column.type, String):
            tests[column.name] = f"typeof({name}) NOT IN ('text', 'null') OR instr({name}, char(0))"
    return tests


def _pragma(connection: Driver, name: str) -> list[str]:
    rows = [str(row[0]) for row in connection.execute(f"PRAGMA {name}")]
    return [row for row in rows if row != "ok"]
