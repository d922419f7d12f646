"""The one connection to a workspace file: SQLCipher, whole transactions, nothing left behind."""

import unicodedata
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from workbench.storage.storable import refuse_unstorable

Driver: TypeAlias = Any
"""A connection of the sqlcipher3 driver, which ships no types."""

Access: TypeAlias = Literal["create", "write", "read", "glance"]
"""How a file is opened; a glance takes no lock, ignores a journal and can change nothing."""

READ_ONLY = "workbench_read_only"
"""Execution option of a connection that only reads and so takes no write lock."""

_MODES: dict[Access, str] = {
    "create": "mode=rwc",
    "write": "mode=rw",
    "read": "mode=ro",
    "glance": "mode=ro&immutable=1",
}
_SETTINGS = (
    "cipher_memory_security = OFF",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # without it a REPLACE deletes unseen by the undo log
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
_HOLD = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "journal_size_limit = 0",  # with an exclusive lock the journal would otherwise keep old pages
)


def connect(path: Path, passphrase: str | None, access: Access = "write") -> Driver:
    """Return a driver connection with key and settings applied, for which the file is looked at.

    The passphrase is None for an unprotected file. Driver errors are left to `faults.explained`.
    """
    connection = sqlcipher.connect(
        f"{_uri(path)}?{_MODES[access]}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=0,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
        if passphrase is not None:
            connection.execute(f"PRAGMA key = {_quoted(passphrase)}")
        for pragma in _SETTINGS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def hold(connection: Driver) -> None:
    """Take the file for this connection alone until it is closed; rolls a crash's journal back."""
    for pragma in _HOLD:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def engine_over(connection: Driver) -> Engine:
    """Return a SQLAlchemy engine over one driver connection, which emits its own BEGIN."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        hide_parameters=True,  # names and answers must not reach a crash report
    )

    @event.listens_for(engine, "begin")
    def begin(branch: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        reads = branch.get_execution_options().get(READ_ONLY, False)
        branch.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "before_cursor_execute")
    def before(*event: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        refuse_unstorable(event[3])

    return engine


def vacuum_into(connection: Driver, target: Path) -> None:
    """Write a whole, compact copy of the open file to `target`, protected as the original is.

    The target must be an empty file, whose mode stays, or not exist yet.
    """
    connection.execute("VACUUM INTO ?", (str(target),))


def storable_passphrase(passphrase: str) -> bool:
    """Return whether a passphrase can be handed to the cipher: not empty, whole characters."""
    whole = not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in passphrase)
    return bool(passphrase) and whole


def _uri(path: Path) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a Windows share, whose name SQLite wants in the path
        uri = uri.replace("file://", "file:////", 1)
    return uri


def _quoted(passphrase: str) -> str:
    # composed, so that an accent typed on another keyboard or system is the same passphrase
    return "'" + unicodedata.normalize("NFC", passphrase).replace("'", "''") + "'"
