"""Running Alembic over one connection, with its settings made in code; imported when needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.storage.engine import Driver, engine_over

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Driver, schema: int, versions: Path | None = None) -> set[str]:
    """Bring an open file to the newest revision and stamp it, in one transaction.

    Foreign keys are off while it runs, because a table that is rebuilt would take the rows of its
    children along. `versions` adds a folder of later steps. Returns the tables whose number of
    rows the steps change on purpose. Raises whatever a step raises; nothing is changed then.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _config(versions)
    before = _revision(connection)
    connection.execute("PRAGMA foreign_keys = OFF")  # no effect inside a transaction
    try:
        with engine_over(connection).begin() as branch:
            config.attributes["connection"] = branch
            command.upgrade(config, "head")
            branch.exec_driver_sql(f"PRAGMA user_version = {schema}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    steps = ScriptDirectory.from_config(config).iterate_revisions("head", before)
    changed: set[str] = set()
    return changed.union(*(getattr(step.module, "CHANGES_ROWS_OF", ()) for step in steps))


def _config(versions: Path | None) -> "Config":
    from alembic.config import Config

    config = Config()
    folders = [FOLDER / "versions", *([versions] if versions else [])]
    for name, value in {
        "script_location": str(FOLDER),
        "path_separator": "newline",
        "version_locations": "\n".join(map(str, folders)),
    }.items():
        config.set_main_option(name, value.replace("%", "%%"))
    return config


def _revision(connection: Driver) -> str:
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
