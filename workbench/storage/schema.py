"""The stamp of the file: which program wrote it and which schema it holds."""

from workbench.models import Base
from workbench.storage.engine import Driver

APPLICATION_ID = 0x46574231  # "FWB1"
SCHEMA = 1
REVISION = "0001"
"""The newest Alembic revision; a test ties it and `SCHEMA` to storage/migrations/versions."""


def stamp(connection: Driver) -> tuple[int, int]:
    """Return (application id, schema number) of an open file."""
    return (
        int(connection.execute("PRAGMA application_id").fetchone()[0]),
        int(connection.execute("PRAGMA user_version").fetchone()[0]),
    )


def lay_out(connection: Driver) -> None:
    """Create every table of today's schema in an empty file and stamp it, in one transaction."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    dialect = sqlite.dialect()
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    for table in Base.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
    connection.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISION,))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")
