"""Workspaces as released versions saved them, one for each schema, built by frozen statements."""

import importlib
from pathlib import Path

from workbench.storage.engine import connect
from workbench.storage.file_kind import APPLICATION_ID
from workbench.storage.schema import VERSION_TABLE

_VERSIONS = "workbench.storage.migrations.versions"
_HERE = Path(__file__).parent


def released_1(path: Path, passphrase: str | None = None) -> Path:
    """Make the workspace of schema 1, with three rows in every table."""
    step = importlib.import_module(f"{_VERSIONS}.0001_first_schema")
    rows = (_HERE / "schema_1_rows.sql").read_text(encoding="utf-8").splitlines()
    connection = connect(path, passphrase, "create")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN IMMEDIATE")
    for statement in (*step.STATEMENTS, VERSION_TABLE, *rows):
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("COMMIT")
    connection.close()
    return path
