"""Is the file whole: SQLite's own checks, references, shape, and values that can be read back."""

from dataclasses import dataclass, field

from sqlalchemy import MetaData

from workbench.storage.engine import Driver
from workbench.storage.readable_values import unreadable_values
from workbench.storage.schema import misshapen


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: nothing in `problems` means the file is whole; rows by table."""

    problems: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def examine(connection: Driver, metadata: MetaData, *, full: bool) -> Health:
    """Check an open file of today's schema; each check needs the ones before it to have passed.

    `full` adds indexes, uniqueness, the checksums of a protected file's pages, and the row counts.
    """
    problems = (
        pages(connection, full=full)
        or misshapen(connection, metadata)
        or broken_references(connection)
        or unreadable_values(connection, metadata)
    )
    rows = row_counts(connection) if full and not problems else {}
    return Health(problems, rows)


def pages(connection: Driver, *, full: bool) -> list[str]:
    """Return what SQLite finds wrong with the pages, whatever the schema."""
    problems = _pragma(connection, "integrity_check" if full else "quick_check")
    if full and not problems:
        problems = _pragma(connection, "cipher_integrity_check")
    return problems


def broken_references(connection: Driver) -> list[str]:
    """Return a line for each row that refers to a missing one."""
    return [
        f"{table}: row {row} refers to a missing row of {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]


def row_counts(connection: Driver) -> dict[str, int]:
    """Return the number of rows of every table in the file."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }


def _pragma(connection: Driver, name: str) -> list[str]:
    rows = [str(row[0]) for row in connection.execute(f"PRAGMA {name}")]
    return [row for row in rows if row != "ok"]
