"""The stamp and the shape of the file: which program wrote it, which schema, which tables."""

from sqlalchemy import MetaData
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from workbench.models import Base
from workbench.storage.engine import Driver
from workbench.storage.file_kind import APPLICATION_ID

SCHEMA = 1
REVISION = "0001"
"""The newest Alembic revision; a test ties it and `SCHEMA` to storage/migrations/versions."""

VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def stamp(connection: Driver) -> tuple[int, int]:
    """Return (application id, schema number) of an open file."""
    return (
        int(connection.execute("PRAGMA application_id").fetchone()[0]),
        int(connection.execute("PRAGMA user_version").fetchone()[0]),
    )


def statements(metadata: MetaData) -> list[str]:
    """Return the statements that make the tables and indexes, in an order that works."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return made


def lay_out(connection: Driver) -> None:
    """Create every table of today's schema in an empty file and stamp it, in one transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements(Base.metadata):
        connection.execute(statement)
    connection.execute(VERSION_TABLE)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def misshapen(connection: Driver, metadata: MetaData) -> list[str]:
    """Return a line for each column that is missing or of another type, and for foreign parts.

    A trigger or view in the file itself is never ours: it would run with every write.
    """
    found = connection.execute(
        "SELECT m.type, m.name, c.name, c.type "
        "FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c"
    ).fetchall()
    dialect = sqlite.dialect()
    wanted = {
        (table.name, column.name, column.type.compile(dialect=dialect))
        for table in metadata.sorted_tables
        for column in table.columns
    }
    missing = wanted - {tuple(part) for kind, *part in found if kind == "table"}
    foreign = {(kind, name) for kind, name, *_ in found if kind not in ("table", "index")}
    return [
        *(f"{table}.{column} is missing or changed" for table, column, _ in sorted(missing)),
        *(f"{name} is a {kind} that this program did not make" for kind, name in sorted(foreign)),
    ]
