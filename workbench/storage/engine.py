"""The one connection to a workspace file: SQLCipher, whole transactions, nothing left behind."""

from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

Driver: TypeAlias = Any
"""A connection of the sqlcipher3 driver, which ships no types."""

READ_ONLY = "workbench_read_only"
"""Execution option of a connection that only reads and so takes no write lock."""

_PRAGMAS = (
    "cipher_memory_security = OFF",
    "journal_mode = DELETE",
    "journal_size_limit = 0",  # with an exclusive lock the journal would otherwise keep old pages
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "locking_mode = EXCLUSIVE",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


def connect(path: Path, passphrase: str | None, *, read_only: bool = False) -> Driver:
    """Return a driver connection to an existing or new file, with key and settings applied.

    The passphrase is None for an unprotected file. Driver errors are left to `faults.explained`.
    """
    mode = "ro" if read_only else "rwc"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=0,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
        if passphrase is not None:
            connection.execute(f"PRAGMA key = {_quoted(passphrase)}")
        for pragma in _PRAGMAS:
            if not (read_only and pragma.startswith(("journal", "locking"))):
                connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def engine_over(connection: Driver) -> Engine:
    """Return a SQLAlchemy engine over one driver connection, which emits its own BEGIN."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )

    @event.listens_for(engine, "begin")
    def begin(branch: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        reads = branch.get_execution_options().get(READ_ONLY, False)
        branch.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def vacuum_into(connection: Driver, target: Path) -> None:
    """Write a whole, compact copy of the open file to `target`, protected as the original is."""
    connection.execute("VACUUM INTO ?", (str(target),))


def _quoted(passphrase: str) -> str:
    return "'" + passphrase.replace("'", "''") + "'"
